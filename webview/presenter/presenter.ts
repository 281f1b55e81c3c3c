/**
 * The panel in front of a class: everything but the picture and the words is put away, type is large, and a small bar has
 * what a mouse needs. A clicker's Page Down and Page Up step, its dot makes the screen black. What is shown is not known here.
 */
import { element } from '../dom';
import { glyphs } from '../glyphs';
import type { Shortcut } from '../keyboard';
import type { Part } from '../part';
import { strings } from '../strings';
import { iconButton } from '../toolkit';
import type { Riddle } from './riddle';

export interface PresenterEvents {
  readonly step: (by: number) => void;
  readonly present: (on: boolean) => void;
}

export interface Presenter extends Part {
  readonly elements: readonly HTMLElement[];
  readonly shortcuts: readonly Shortcut[];
  /** While presenting they come before all others. */
  readonly shortcutsWhilePresenting: readonly Shortcut[];
  readonly isPresenting: () => boolean;
  show(on: boolean): void;
}

export function createPresenter(root: HTMLElement, riddle: Riddle, { step, present }: PresenterEvents): Presenter {
  const position = element('span', { class: 'presented-position' });
  const curtain = element('button', { class: 'curtain', type: 'button', 'aria-label': strings.blackOff });
  const ring = createRing(root);
  const isPresenting = () => root.classList.contains('presenting');
  const isBlack = () => !curtain.hidden;
  const setBlack = (on: boolean) => {
    curtain.hidden = !on;
    if (on) curtain.focus();
  };
  /** Whoever goes on wants to see something. */
  const inTheLight = (act: () => void) => () => (isBlack() ? setBlack(false) : act());
  const askRoles = () => riddle.reveal() || riddle.toggle();
  setBlack(false);
  curtain.addEventListener('click', () => setBlack(false));

  const bar = element(
    'div',
    { class: 'presenter-bar', role: 'toolbar', 'aria-label': strings.presentation },
    iconButton(glyphs.back, strings.back, () => step(-1)).element,
    position,
    iconButton(glyphs.forward, strings.forward, () => step(1)).element,
    iconButton(glyphs.question, strings.askRoles, askRoles).element,
    iconButton(glyphs.pointer, strings.pointer, ring.toggle).element,
    iconButton(glyphs.black, strings.black, () => setBlack(true)).element,
    iconButton(glyphs.cross, strings.stopPresenting, () => present(false)).element,
  );
  return {
    elements: [bar, curtain, ring.element],
    shortcuts: [
      { keys: ['p', 'P'], text: strings.present, act: () => present(true) },
      { keys: ['r'], text: strings.showRoles, act: () => riddle.reveal() },
      { keys: ['R'], text: strings.askRoles, act: riddle.toggle },
    ],
    shortcutsWhilePresenting: [
      { keys: ['ArrowRight', 'PageDown'], text: strings.forward, act: inTheLight(() => step(1)) },
      { keys: ['ArrowLeft', 'PageUp'], text: strings.back, act: inTheLight(() => step(-1)) },
      { keys: ['b', 'B', '.'], text: strings.black, act: () => setBlack(!isBlack()) },
      { keys: ['l', 'L'], text: strings.pointer, act: ring.toggle },
      { keys: ['Escape', 'p', 'P'], text: strings.stopPresenting, act: inTheLight(() => present(false)) },
    ],
    isPresenting,
    show(on) {
      if (on === isPresenting()) return;
      root.classList.toggle('presenting', on);
      setBlack(false);
      if (!on) ring.hide();
    },
    showFrame(frame) {
      position.textContent = strings.shortPosition(frame.position, frame.count);
    },
  };
}

/** A ring around the pointer, which is hard to see from the last row. */
function createRing(root: HTMLElement) {
  const ring = element('div', { class: 'pointer-ring', 'aria-hidden': 'true' });
  ring.hidden = true;
  let on = false;
  root.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!on) return;
    ring.hidden = false;
    ring.style.transform = `translate(${clientX}px, ${clientY}px)`;
  });
  root.addEventListener('pointerleave', () => {
    ring.hidden = true;
  });
  const set = (next: boolean) => {
    on = next;
    ring.hidden = true;
  };
  return { element: ring, toggle: () => set(!on), hide: () => set(false) };
}
