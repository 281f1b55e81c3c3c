/** All facts about the selected node, under headings; a fact with a line goes there when it is clicked. */
import type { Frame, InspectorRow, InspectorSection } from '../../src/scene/scene';
import { element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';

export interface InspectorEvents {
  readonly reveal: (line: number) => void;
  /** Asks what can be tried out with the node. */
  readonly aim: (node: string, at: Element) => void;
}

export function createInspector({ reveal, aim }: InspectorEvents) {
  const content = element('div', { class: 'facts' });
  let shown = '';
  return {
    element: element('section', { class: 'inspector', 'aria-label': strings.inspector, tabindex: '0' }, content),
    show({ inspector }: Frame): void {
      const next = JSON.stringify(inspector ?? null);
      if (next === shown) return;
      shown = next;
      if (!inspector) {
        content.replaceChildren(element('p', { class: 'hint' }, glyph(glyphs.information), strings.nothingSelected));
        return;
      }
      const title = element('h2', {}, name(inspector.node));
      const description = name(inspector.description, 'description');
      content.replaceChildren(
        element('div', { class: 'title' }, title, description, whatIfButton(inspector.node, aim)),
        ...inspector.sections.map((section) => sectionOf(section, reveal)),
      );
    },
  };
}

function whatIfButton(node: string, aim: InspectorEvents['aim']): HTMLElement {
  const button = element(
    'button',
    { class: 'what-if', type: 'button', 'aria-haspopup': 'menu' },
    glyph(glyphs.experiment),
    strings.whatIf.open,
  );
  button.addEventListener('click', () => aim(node, button));
  return button;
}

function sectionOf({ title, rows, empty }: InspectorSection, reveal: (line: number) => void): HTMLElement {
  return element(
    'div',
    { class: 'facts-section' },
    element('h3', {}, title),
    rows.length === 0
      ? element('p', { class: 'nothing' }, empty)
      : element(
          'ul',
          {},
          ...rows.map((row) => element('li', { class: row.changed ? 'changed' : '' }, fact(row, reveal))),
        ),
  );
}

function fact({ text, detail, line, changed }: InspectorRow, reveal: (line: number) => void): HTMLElement {
  const children = [
    ...(text === '' ? [] : [name(text, 'text')]),
    ...(detail === '' ? [] : [name(detail, text === '' ? 'evidence' : 'detail')]),
    ...(changed ? [element('span', { class: 'new' }, strings.changed)] : []),
  ];
  if (line === undefined) return element('span', { class: 'fact' }, ...children);
  const button = element('button', { class: 'fact', type: 'button', title: strings.goToLine(line) }, ...children);
  button.addEventListener('click', () => reveal(line));
  return button;
}
