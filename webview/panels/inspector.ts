/**
 * All facts about the selected node, in sections that can be closed and stay so; while none is selected, those that take
 * part in the step side by side, in short. A fact with a line goes there when it is clicked.
 */
import type { Frame, Inspector, InspectorSection } from '../../src/scene/scene';
import { element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { factRows } from './fact-rows';
import { pieceBars } from './piece-bar';

export interface InspectorEvents {
  readonly reveal: (line: number) => void;
  readonly choose: (node: string) => void;
  /** Asks what can be tried out with the node. */
  readonly aim: (node: string, at: Element) => void;
}

/** Which sections the user has closed, by their ids. */
export interface ClosedSections {
  readonly closed: () => ReadonlySet<string>;
  readonly rememberClosed: (closed: ReadonlySet<string>) => void;
}

export function createInspector(events: InspectorEvents, { closed, rememberClosed }: ClosedSections) {
  const content = element('div', { class: 'facts' });
  const result = element('section', { class: 'inspector', 'aria-label': strings.inspector, tabindex: '0' }, content);
  let shown = '';

  const toggle = (id: string, section: HTMLElement) => {
    const next = new Set(closed());
    if (!next.delete(id)) next.add(id);
    rememberClosed(next);
    open(section, !next.has(id));
  };
  const sectionOf = (facts: InspectorSection) => {
    const section = foldable(facts, events.reveal, () => toggle(facts.id, section));
    open(section, !closed().has(facts.id));
    return section;
  };
  const whole = (inspector: Inspector) => [head(inspector, events), ...inspector.sections.map(sectionOf)];

  return {
    element: result,
    showFrame({ inspector, participants }: Frame): void {
      const next = JSON.stringify([inspector ?? null, participants]);
      if (next === shown) return;
      shown = next;
      const focused = keyOf(document.activeElement);
      result.classList.toggle('brief', !inspector);
      if (inspector) content.replaceChildren(...whole(inspector));
      else content.replaceChildren(...(participants.length > 0 ? [sideBySide(participants, events)] : [invitation()]));
      if (focused !== undefined) focusAgain(content, focused);
    },
  };
}

function open(section: HTMLElement, isOpen: boolean): void {
  section.classList.toggle('closed', !isOpen);
  section.querySelector('.section-toggle')?.setAttribute('aria-expanded', String(isOpen));
}

/** Rows are made anew at each step; who was at one of them stays there. */
function keyOf(target: Element | null): string | undefined {
  return target instanceof HTMLElement ? target.dataset.key : undefined;
}

function focusAgain(content: HTMLElement, key: string): void {
  const same = [...content.querySelectorAll<HTMLElement>('[data-key]')].find((each) => each.dataset.key === key);
  same?.focus({ preventScroll: true });
}

function head({ node, title, description, line }: Inspector, { aim, reveal }: InspectorEvents): HTMLElement {
  const what = button('what-if small-button', 'what-if', glyph(glyphs.experiment), strings.whatIf.open);
  what.setAttribute('aria-haspopup', 'menu');
  what.addEventListener('click', () => aim(node, what));
  const goThere = button('to-line small-button', 'to-line', strings.line(line));
  goThere.addEventListener('click', () => reveal(line));
  goThere.title = strings.goToLine(line);
  return element(
    'div',
    { class: 'title' },
    element('h2', {}, name(title)),
    name(description, 'description'),
    element('div', { class: 'title-buttons' }, goThere, what),
  );
}

function button(className: string, key: string, ...children: (Node | string)[]): HTMLElement {
  return element('button', { class: className, type: 'button', 'data-key': key }, ...children);
}

function foldable(section: InspectorSection, reveal: (line: number) => void, toggle: () => void): HTMLElement {
  const { id, title, rows, empty, hint, pieces } = section;
  const changes = rows.filter(({ change }) => change !== undefined).length;
  const header = element(
    'button',
    { class: 'section-toggle', type: 'button', 'data-key': `section ${id}` },
    glyph(glyphs.unfolded, 'glyph arrow'),
    name(title),
    changes > 0 ? element('span', { class: 'new' }, strings.changes(changes)) : undefined,
  );
  header.addEventListener('click', toggle);
  return element(
    'div',
    { class: 'facts-section' },
    element('h3', {}, header),
    element(
      'div',
      { class: 'section-content' },
      hint === undefined ? undefined : element('p', { class: 'section-hint' }, hint),
      pieces ? pieceBars(pieces) : undefined,
      rows.length === 0 && empty !== '' ? element('p', { class: 'nothing' }, empty) : undefined,
      rows.length > 0 ? factRows(rows, id, reveal) : undefined,
    ),
  );
}

function sideBySide(participants: readonly Inspector[], { choose, reveal }: InspectorEvents): HTMLElement {
  return element('div', { class: 'participants' }, ...participants.map(card));

  function card({ node, title, description, sections }: Inspector): HTMLElement {
    const to = button('participant-name', `card ${node}`, name(title));
    to.addEventListener('click', () => choose(node));
    to.title = strings.showEverything(title);
    return element(
      'div',
      { class: 'participant' },
      element('h2', {}, to),
      name(description, 'description'),
      ...sections.flatMap(({ id, rows, empty, pieces }) => [
        rows.length > 0 ? factRows(rows, `${node} ${id}`, reveal) : element('p', { class: 'nothing' }, empty),
        ...(pieces ? [pieceBars(pieces)] : []),
      ]),
    );
  }
}

function invitation(): HTMLElement {
  return element('p', { class: 'hint' }, glyph(glyphs.information), strings.nothingSelected);
}
