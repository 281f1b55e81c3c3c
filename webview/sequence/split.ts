/**
 * Which of the two views of a run are shown, and how much room each has: beside each other where the panel is wide, below
 * each other where it is high. What is in them is not known here.
 */
import type { Panes } from '../../src/protocol/messages';
import { element } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { iconButton } from '../toolkit';

type View = Panes['view'];

const views: readonly View[] = ['network', 'both', 'sequence'];
/** Each view keeps this part of the room, in percent. */
const least = 15;
const keyStep = 4;
/** Two views beside each other are at least so wide together. */
const narrowest = 640;

export interface SplitView {
  /** The buttons that choose a view. */
  readonly buttons: HTMLElement;
  /** To be put behind the network. */
  readonly elements: readonly HTMLElement[];
  /** The next of the three views. */
  readonly cycle: () => void;
}

export function createSplit(
  sequence: HTMLElement,
  panes: Pick<Panes, 'view' | 'split'>,
  changed: (panes: Pick<Panes, 'view' | 'split'>) => void,
): SplitView {
  let { view, split } = panes;
  const separator = element('div', { class: 'view-separator', role: 'separator', tabindex: '0' });
  const room = () => separator.parentElement;
  const buttons = views.map((each) => ({
    each,
    button: iconButton(icons[each], strings.views[each], () => show(each)),
  }));
  const isBelow = () => room()?.classList.contains('below') === true;

  const apply = () => {
    const container = room();
    if (!container) return;
    container.dataset.view = view;
    container.style.setProperty('--split', String(split));
    separator.setAttribute('aria-valuenow', String(Math.round(split)));
    for (const { each, button } of buttons) button.element.setAttribute('aria-pressed', String(each === view));
  };
  const show = (next: View) => {
    view = next;
    apply();
    changed({ view, split });
  };
  const resize = (percent: number) => {
    split = Math.max(least, Math.min(100 - least, percent));
    apply();
    changed({ view, split });
  };
  const turn = () => {
    const container = room();
    if (!container || container.clientWidth === 0) return;
    const below = container.clientWidth < narrowest || container.clientWidth < container.clientHeight;
    container.classList.toggle('below', below);
    separator.setAttribute('aria-orientation', below ? 'horizontal' : 'vertical');
  };

  separator.setAttribute('aria-label', strings.splitLabel);
  separator.setAttribute('aria-valuemin', String(least));
  separator.setAttribute('aria-valuemax', String(100 - least));
  separator.title = strings.splitLabel;
  listenToSeparator(separator, { isBelow, split: () => split, resize });
  // The separator is put into the page after this.
  queueMicrotask(() => {
    apply();
    const container = room();
    if (container) new ResizeObserver(turn).observe(container);
    turn();
  });
  return {
    buttons: element(
      'div',
      { class: 'tools view-switch', role: 'group', 'aria-label': strings.viewSwitch },
      ...buttons.map(({ button }) => button.element),
    ),
    elements: [separator, sequence],
    cycle: () => show(views[(views.indexOf(view) + 1) % views.length] ?? 'network'),
  };
}

const icons: Readonly<Record<View, string>> = {
  network: glyphs.viewNetwork,
  both: glyphs.viewBoth,
  sequence: glyphs.viewSequence,
};

interface SeparatorEvents {
  readonly isBelow: () => boolean;
  readonly split: () => number;
  readonly resize: (percent: number) => void;
}

function listenToSeparator(separator: HTMLElement, { isBelow, split, resize }: SeparatorEvents): void {
  separator.addEventListener('keydown', (event) => {
    const [less, more] = isBelow() ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    const wanted: Readonly<Record<string, number>> = {
      [less ?? '']: split() - keyStep,
      [more ?? '']: split() + keyStep,
      Home: 0,
      End: 100,
      Enter: 50,
    };
    const percent = wanted[event.key];
    if (percent === undefined) return;
    resize(percent);
    event.preventDefault();
    event.stopPropagation();
  });
  separator.addEventListener('pointerdown', (event) => {
    separator.setPointerCapture(event.pointerId);
    event.preventDefault();
    separator.focus();
  });
  separator.addEventListener('pointermove', (event) => {
    const box = separator.parentElement?.getBoundingClientRect();
    if (!box || !separator.hasPointerCapture(event.pointerId)) return;
    const part = isBelow() ? (event.clientY - box.top) / box.height : (event.clientX - box.left) / box.width;
    resize(part * 100);
  });
  separator.addEventListener('dblclick', () => resize(50));
}
