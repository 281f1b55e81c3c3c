/**
 * The rows of the sequence diagram as options of a list box: the words of each step with its number and time. They lie
 * above the lines, so they can be marked, searched and read aloud. Only those in view are in the document.
 */
import type { StepSummary } from '../../src/scene/scene';
import {
  isMessage,
  isOwn,
  labelMargin,
  labelOf,
  lineHeight,
  type SequenceLayout,
} from '../../src/scene/sequence-layout';
import { element, name } from '../dom';
import { strings } from '../strings';
import { stateOf } from './drawing';

export interface RowState {
  readonly position: number;
  readonly cause: number | undefined;
  /** All rows of the run. */
  readonly count: number;
}

export function rowElement(layout: SequenceLayout, place: number, { count }: RowState): HTMLElement | undefined {
  const row = layout.rows[place];
  if (!row) return undefined;
  const top = layout.tops[place] ?? 0;
  const result = element(
    'div',
    {
      class: 'sequence-row',
      role: 'option',
      id: `sequence-step-${row.index}`,
      'data-index': String(row.index),
      'aria-selected': 'false',
      'aria-setsize': String(count),
      'aria-posinset': String(row.place + 1),
    },
    when(layout, place, row),
    label(layout, place, row),
    // What is drawn, in the order of a sentence.
    element('span', { class: 'unseen' }, inWords(row)),
  );
  result.title = inWords(row);
  result.style.top = `${top}px`;
  result.style.height = `${(layout.bottoms[place] ?? top) - top}px`;
  return result;
}

/** What changes with the position. */
export function markRow(layout: SequenceLayout, place: number, element: HTMLElement, state: RowState): void {
  const row = layout.rows[place];
  if (!row) return;
  const name = `sequence-row shape-${row.shape}${row.failed ? ' failed' : ''}${stateOf(row, state)}`;
  if (element.className === name) return;
  element.className = name;
  element.setAttribute('aria-selected', String(row.index === state.position - 1));
  for (const old of element.querySelectorAll('.row-tag, .row-arrival')) old.remove();
  if (row.index === state.cause) element.querySelector('.row-when')?.append(tag());
  const arrival = row.index === state.position - 1 ? arrivalOf(layout, place, row) : undefined;
  if (arrival) element.append(arrival);
}

function tag(): HTMLElement {
  return element('span', { class: 'row-tag' }, strings.causeOfThis);
}

/** When the message of the current step arrives, behind its head. */
function arrivalOf(layout: SequenceLayout, place: number, row: StepSummary): HTMLElement | undefined {
  const [from, to] = [layout.columnOf.get(row.from ?? ''), layout.columnOf.get(row.to ?? '')];
  if (!from || !to || from === to || row.fate !== 'arrived' || row.endMs <= row.startMs) return undefined;
  const result = element('span', { class: 'row-arrival', 'aria-hidden': 'true' }, strings.duration(row.endMs));
  const top = (layout.arrives[place] ?? 0) - (layout.tops[place] ?? 0);
  result.classList.toggle('on-left', to.x < from.x);
  result.style.left = `${to.x}px`;
  result.style.top = `${top - lineHeight / 2}px`;
  return result;
}

/** The number of the step, and the time where it differs from that of the row above. */
function when({ rows }: SequenceLayout, place: number, row: StepSummary): HTMLElement {
  const before = rows[place - 1];
  const time = strings.duration(row.startMs);
  const isSame = before !== undefined && strings.duration(before.startMs) === time;
  return element(
    'span',
    { class: 'row-when', 'aria-hidden': 'true' },
    element('span', { class: 'row-number' }, strings.count(row.index + 1)),
    element('span', { class: 'row-time' }, isSame ? '' : time),
  );
}

function label(layout: SequenceLayout, place: number, row: StepSummary): HTMLElement {
  const leaving = (layout.leaves[place] ?? 0) - (layout.tops[place] ?? 0);
  const from = layout.columnOf.get(row.from ?? '');
  const to = layout.columnOf.get(row.to ?? '');
  const result = element(
    'span',
    { class: 'row-label', 'aria-hidden': 'true' },
    name(row.from === undefined ? row.what : labelOf(row), 'row-words'),
  );
  const put = (kind: string, left: number, width: number, top: number) => {
    result.classList.add(kind);
    result.style.left = `${left}px`;
    result.style.width = `${width}px`;
    result.style.top = `${top}px`;
    return result;
  };
  const { left, width } = layout.notes;
  if (row.shape === 'note') return put('on-note', left, width, 6);
  if (from && to && from !== to && (isMessage(row) || row.shape === 'fault')) {
    const wide = layout.labelWidths[place] || Math.abs(to.x - from.x) - 2 * labelMargin;
    // Beside its beginning: a slow one is somewhere else by the middle.
    const isSlow = (layout.arrives[place] ?? 0) > (layout.bottoms[place] ?? 0);
    const [leftmost, rightmost] = [Math.min(from.x, to.x) + labelMargin, Math.max(from.x, to.x) - labelMargin - wide];
    if (isSlow) result.classList.add(from.x < to.x ? 'at-left' : 'at-right');
    const wanted = !isSlow ? (leftmost + rightmost) / 2 : from.x < to.x ? leftmost : rightmost;
    return put('on-arrow', Math.max(4, Math.min(wanted, layout.width - wide - 4)), wide, leaving - 2);
  }
  if (from && isOwn(row)) {
    const indent = row.shape === 'fault' ? 14 : 34;
    return put('on-line', from.x + indent, layout.width - from.x - indent - 4, leaving - lineHeight / 2);
  }
  if (row.who !== '') result.prepend(element('bdi', { class: 'row-who', dir: 'ltr' }, row.who), ' ');
  return put('across', left, width, leaving - lineHeight / 2 - 3);
}

function inWords(row: StepSummary): string {
  const words = row.who === '' ? row.what : `${row.who}: ${row.what}`;
  const failed = row.failed ? `, ${strings.failed}` : '';
  const [leaves, arrives] = [strings.duration(row.startMs), strings.duration(row.endMs)];
  return strings.stepInTime(row.index + 1, `${words}${failed}`, leaves, row.endMs > row.startMs ? arrives : undefined);
}
