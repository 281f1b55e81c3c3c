/** Facts as rows of a list: what it is, what is said of it, what has become of it in this step. */
import type { FactChange, InspectorRow } from '../../src/scene/scene';
import { element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';

/** `key` tells the rows of one list from those of others. */
export function factRows(rows: readonly InspectorRow[], key: string, reveal: (line: number) => void): HTMLElement {
  return element('ul', {}, ...rows.flatMap((row) => [...headingOf(row), item(row, key, reveal)]));
}

function headingOf({ heading }: InspectorRow): HTMLElement[] {
  return heading === undefined ? [] : [element('li', { class: 'row-heading' }, name(heading))];
}

function item(row: InspectorRow, key: string, reveal: (line: number) => void): HTMLElement {
  const { change, mark } = row;
  return element(
    'li',
    { class: [change, mark].filter((part) => part !== undefined).join(' ') },
    fact(row, key, reveal),
  );
}

const marks = { good: glyphs.check, bad: glyphs.cross, stale: glyphs.warning } as const;

function fact(
  { text, detail, line, change, before, mark, software }: InspectorRow,
  key: string,
  reveal: (line: number) => void,
): HTMLElement {
  const detailClass = text === '' ? (mark === undefined ? 'evidence' : 'sentence-row') : 'detail';
  const children = [
    ...(mark === undefined ? [] : [glyph(marks[mark], 'glyph mark')]),
    ...(software === undefined ? [] : [glyph(glyphs[`${software}Software`], 'glyph software')]),
    ...(text === '' ? [] : [changedName(text, change === 'removed', 'text')]),
    ...(before === undefined || before === '' ? [] : [struck(before)]),
    ...(detail === '' ? [] : [changedName(detail, change === 'removed', detailClass)]),
    ...(change === undefined ? [] : [sign(change)]),
  ];
  if (line === undefined) return element('span', { class: 'fact' }, ...children);
  const title = strings.goToLine(line);
  const button = element('button', { class: 'fact', type: 'button', title, 'data-key': `${key} ${text}` }, ...children);
  button.addEventListener('click', () => reveal(line));
  return button;
}

function sign(change: FactChange): HTMLElement {
  return element('span', { class: `new ${change}` }, strings.factChange[change]);
}

function changedName(text: string, isGone: boolean, className: string): HTMLElement {
  return isGone ? element('del', { class: className }, name(text)) : name(text, className);
}

function struck(text: string): HTMLElement {
  return element('del', { class: 'detail' }, name(text));
}
