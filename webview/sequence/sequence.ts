/**
 * The run as a sequence diagram: life lines with heads that stay in view, a row for each step, arrows between them. Rows
 * and lines that are not in view are not in the document; of a long run the host sends what is scrolled to. The rows are
 * a list box (the arrow keys go from step to step), the lines behind them are silent.
 */
import type { Picture } from '../../src/protocol/messages';
import type { Fragment } from '../../src/scene/fragments';
import type { Frame, StepSummary } from '../../src/scene/scene';
import type { LifeLine, Outage, SequenceScene } from '../../src/scene/sequence';
import { layoutSequence, rowsBetween, type SequenceLayout } from '../../src/scene/sequence-layout';
import { svg } from '../comparison/svg';
import { element } from '../dom';
import { strings } from '../strings';
import { prefersReducedMotion } from '../theme';
import { drawSequence } from './drawing';
import { createHeads } from './heads';
import { createTextWidth } from './measure';
import { listenToRows } from './row-events';
import { neighbour, placeOf, topRow } from './row-places';
import { markRow, type RowState, rowElement } from './rows';

export interface SequenceEvents {
  readonly seek: (position: number) => void;
  readonly reveal: (line: number) => void;
  readonly choose: (node: string) => void;
  /** Rows around a step that is scrolled to. */
  readonly wantRows: (around: number) => void;
}

const typeSize = 12;
const headsHeight = 46;
/** Above the first row, and below the last. */
const margin = 10;
const endHeight = 24;
/** Lines are drawn so far beyond what is in view, so that scrolling shows no gap. */
const overscan = 240;
/** With more life lines than this, only those are shown that take part near what is in view. */
const manyLines = 30;
const nearRows = 60;

interface Content {
  readonly lifeLines: readonly LifeLine[];
  readonly outages: readonly Outage[];
  readonly fragments: readonly Fragment[];
  readonly rows: readonly StepSummary[];
  /** How many rows the run has. */
  readonly count: number;
  /** When the run ends. */
  readonly endMs: number | undefined;
}

const nothing: Content = { lifeLines: [], outages: [], fragments: [], rows: [], count: 0, endMs: undefined };

export function createSequence(events: SequenceEvents) {
  const heads = createHeads(events.choose);
  const lines = svg('svg', { class: 'sequence-lines', 'aria-hidden': 'true' });
  const list = element('div', {
    class: 'sequence-rows',
    role: 'listbox',
    tabindex: '0',
    'aria-label': strings.sequence,
  });
  const earlier = element('div', { class: 'sequence-remark' });
  const later = element('div', { class: 'sequence-remark' });
  const end = element('div', { class: 'sequence-end', 'aria-hidden': 'true' });
  const sheet = element('div', { class: 'sequence-sheet' }, heads.element, lines, list, end);
  const scroller = element('div', { class: 'sequence-scroller' }, earlier, sheet, later);
  const pane = element('section', { class: 'sequence', 'aria-label': strings.sequence }, scroller);
  const textWidth = createTextWidth(typeSize);
  const shownRows = new Map<number, HTMLElement>();
  let content = nothing;
  let frame: Frame | undefined;
  let layout: SequenceLayout | undefined;
  let near = '';
  let width = 0;
  let asked: number | undefined;
  let request = 0;

  /** The type grows with that of the panel; everything in here is measured at its own. */
  const scale = () => Math.max(0.8, Number.parseFloat(getComputedStyle(pane).fontSize) / 13 || 1);
  let factor = 1;
  const isVisible = () => scroller.clientWidth > 0;
  const state = (): RowState => ({
    position: frame?.position ?? 0,
    cause: rowAt(frame?.position ?? 0)?.cause,
    count: content.count,
  });
  const rowAt = (position: number) => {
    const place = placeOf(content.rows, position - 1);
    return content.rows[place]?.index === position - 1 ? content.rows[place] : undefined;
  };

  const view = () => {
    const top = scroller.scrollTop / factor - headsHeight - margin;
    return { top, bottom: top + scroller.clientHeight / factor };
  };
  /** Lays everything out afresh, and keeps what is in view where it is. */
  const relayout = () => {
    if (!isVisible()) return;
    const anchor = layout && topRow(layout, view().top);
    factor = scale();
    textWidth.use(getComputedStyle(pane).fontFamily);
    sheet.style.setProperty('zoom', String(factor));
    width = scroller.clientWidth;
    const room = {
      width: Math.floor(width / factor),
      gutter: gutterOf(width / factor),
      textWidth: textWidth.of,
      isNarrow: isNarrow(width / factor),
    };
    layout = layoutSequence(content.rows, linesToShow(), room, content.fragments);
    for (const row of shownRows.values()) row.remove();
    shownRows.clear();
    sheet.classList.toggle('narrow', room.isNarrow);
    sheet.style.setProperty('--gutter', `${room.gutter}px`);
    sheet.style.width = `${layout.width}px`;
    const height = (layout.tops.at(-1) ?? 0) + headsHeight + 2 * margin + endHeight;
    end.style.top = `${height - endHeight - margin}px`;
    sheet.style.height = `${height}px`;
    heads.show(layout.columns, layout.width);
    if (frame) heads.showFrame(frame);
    showRemarks();
    if (anchor) keepInPlace(layout, anchor);
    draw();
  };
  const keepInPlace = (next: SequenceLayout, anchor: { index: number; offset: number }) => {
    const top = next.tops[placeOf(next.rows, anchor.index)] ?? 0;
    scroller.scrollTop = (top + anchor.offset + headsHeight + margin) * factor;
  };
  const linesToShow = (): readonly LifeLine[] => {
    if (content.lifeLines.length <= manyLines) return content.lifeLines;
    const nearby = new Set(rowsNear().flatMap(({ from = '', to = '' }) => [from, to]));
    near = [...nearby].join();
    return content.lifeLines.filter(({ id }) => nearby.has(id));
  };
  /** Around what is in view, in stretches: the life lines must not change with every row. */
  const rowsNear = () => {
    const middle = layout
      ? rowsBetween(layout, view().top, view().bottom).first
      : placeOf(content.rows, (frame?.position ?? 1) - 1);
    const start = Math.max(0, Math.floor(middle / nearRows) - 1) * nearRows;
    return content.rows.slice(start, start + 3 * nearRows);
  };
  const showRemarks = () => {
    const [before, after] = [content.rows[0]?.place ?? 0, content.count - (content.rows.at(-1)?.place ?? -1) - 1];
    earlier.textContent = before > 0 ? strings.earlierSteps(before) : '';
    later.textContent = after > 0 && content.rows.length > 0 ? strings.laterSteps(after) : '';
    end.textContent = after === 0 && content.endMs !== undefined ? strings.duration(content.endMs) : '';
    end.hidden = end.textContent === '';
    if (content.rows.length === 0) later.textContent = strings.noSteps;
  };

  const draw = () => {
    if (!layout || !isVisible()) return;
    const { top, bottom } = view();
    const now = state();
    const span = {
      top: Math.max(-margin, top - overscan),
      bottom: Math.min(bottom + overscan, (layout.tops.at(-1) ?? 0) + margin),
    };
    drawRows(layout, span, now);
    lines.setAttribute('viewBox', `0 ${span.top} ${layout.width} ${Math.max(1, span.bottom - span.top)}`);
    lines.style.top = `${span.top + headsHeight + margin}px`;
    lines.style.width = `${layout.width}px`;
    lines.style.height = `${Math.max(1, span.bottom - span.top)}px`;
    lines.replaceChildren(...drawSequence(layout, content.outages, { ...span, ...now }));
  };
  const drawRows = (laid: SequenceLayout, span: { top: number; bottom: number }, now: RowState) => {
    const { first, last } = rowsBetween(laid, span.top, span.bottom);
    for (const [place, row] of shownRows) {
      if (place >= first && place < last) continue;
      row.remove();
      shownRows.delete(place);
    }
    for (let place = first; place < last; place += 1) {
      const row = shownRows.get(place) ?? rowElement(laid, place, now);
      if (!row) continue;
      if (!shownRows.has(place)) list.append(row);
      shownRows.set(place, row);
      markRow(laid, place, row, now);
    }
    const current = rowAt(now.position);
    if (current && list.querySelector(`#sequence-step-${current.index}`)) {
      list.setAttribute('aria-activedescendant', `sequence-step-${current.index}`);
    } else list.removeAttribute('aria-activedescendant');
  };

  const isCurrentInView = () => {
    const place = placeOf(content.rows, (frame?.position ?? 0) - 1);
    const [top, bottom] = [layout?.tops[place] ?? 0, layout?.tops[place + 1] ?? 0];
    return frame?.position !== 0 && top >= view().top && bottom <= view().bottom + overscan;
  };
  /** The current step comes into view with some of what follows; while it is, nothing moves. */
  const follow = () => {
    if (!layout || !frame || !isVisible()) return;
    const place = placeOf(content.rows, frame.position - 1);
    const top = frame.position === 0 ? 0 : (layout.tops[place] ?? 0) + headsHeight + margin;
    const bottom = (layout.tops[place + 1] ?? 0) + headsHeight + margin;
    const height = scroller.clientHeight / factor;
    const above = scroller.scrollTop / factor;
    const isInView = top >= above + headsHeight && bottom <= above + height - Math.min(60, height / 4);
    const left = horizontally(layout, frame.position);
    if (isInView && left === undefined) return;
    const wanted = isInView ? scroller.scrollTop : Math.max(0, (top - headsHeight - height * 0.3) * factor);
    const isNear = Math.abs(wanted - scroller.scrollTop) < scroller.clientHeight * 1.5;
    const behavior = isNear && !prefersReducedMotion() ? 'smooth' : 'instant';
    scroller.scrollTo({ top: frame.position === 0 ? 0 : wanted, ...(left !== undefined && { left }), behavior });
  };
  /** Where to scroll to sideways, so that both ends of the message are in view. */
  const horizontally = (laid: SequenceLayout, position: number): number | undefined => {
    const row = rowAt(position);
    const ends = [row?.from, row?.to].flatMap((id) => laid.columnOf.get(id ?? '')?.x ?? []);
    if (ends.length === 0 || laid.width * factor <= scroller.clientWidth) return undefined;
    const gutter = gutterOf(width / factor);
    const [left, right] = [Math.min(...ends) - 60, Math.max(...ends) + 60];
    const seen = {
      left: scroller.scrollLeft / factor + gutter,
      right: (scroller.scrollLeft + scroller.clientWidth) / factor,
    };
    if (left >= seen.left && right <= seen.right) return undefined;
    return Math.max(0, (left - gutter) * factor);
  };

  const scheduled = (work: () => void) => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(work);
  };
  const scrolled = () => {
    if (!layout) return;
    wantMore(layout);
    if (content.lifeLines.length > manyLines && nearNow() !== near) relayout();
    else draw();
  };
  const nearNow = () => [...new Set(rowsNear().flatMap(({ from = '', to = '' }) => [from, to]))].join();
  /** Close to an end of what was sent, the next stretch is asked for. */
  const wantMore = (laid: SequenceLayout) => {
    const { top, bottom } = view();
    const [first, last] = [content.rows[0], content.rows.at(-1)];
    const height = laid.tops.at(-1) ?? 0;
    const edge = top < overscan && first && first.place > 0 ? first : undefined;
    const other = bottom > height - overscan && last && last.place < content.count - 1 ? last : undefined;
    const around = (edge ?? other)?.index;
    if (around === undefined || around === asked) return;
    asked = around;
    events.wantRows(around);
  };

  const show = (next: Content) => {
    const isSame =
      next.rows === content.rows &&
      next.lifeLines === content.lifeLines &&
      next.outages === content.outages &&
      next.fragments === content.fragments;
    content = next;
    asked = undefined;
    if (!isSame) relayout();
  };
  scroller.addEventListener('scroll', () => scheduled(scrolled), { passive: true });
  /** What came while nobody saw it is laid out when it is seen; and whoever sees the current step keeps seeing it. */
  const resized = () => {
    const hasAppeared = width === 0;
    if (!isVisible()) {
      width = 0;
      return;
    }
    const follows = hasAppeared || isCurrentInView();
    if (scroller.clientWidth === width) draw();
    else relayout();
    if (follows) follow();
  };
  new ResizeObserver(resized).observe(scroller);
  listenToRows(list, {
    ...events,
    rowOf: (index) => content.rows[placeOf(content.rows, index)],
    position: () => frame?.position ?? 0,
    next: (by) => neighbour(content.rows, frame?.position ?? 0, by),
  });

  /** As the host sent them for the position; what was scrolled to is forgotten when a step is taken out of it. */
  let hostRows: readonly StepSummary[] = [];
  return {
    element: pane,
    showPicture({ sequence, steps, filter, timeline, frame: { count } }: Picture): void {
      hostRows = sameRows(hostRows, steps) ? hostRows : steps;
      const { lifeLines, outages, fragments } = sameScene(content, sequence) ? content : sequence;
      show({ lifeLines, outages, fragments, rows: hostRows, count: filter?.shown ?? count, endMs: timeline?.endMs });
    },
    showFrame(next: Frame, rows?: readonly StepSummary[]): void {
      const isStep = next.position !== frame?.position;
      frame = next;
      if (rows) hostRows = rows;
      const isHere = next.position === 0 || content.rows === hostRows || rowAt(next.position) !== undefined;
      if (isStep && !isHere) show({ ...content, rows: hostRows });
      else if (rows && content.rows !== hostRows) show({ ...content, rows: hostRows });
      heads.showFrame(next);
      draw();
      if (isStep) follow();
    },
    showRows(rows: readonly StepSummary[]): void {
      if (rows.length > 0) show({ ...content, rows });
    },
  };
}

export type SequenceView = ReturnType<typeof createSequence>;

const wideGutter = 98;

function isNarrow(width: number): boolean {
  return width < 440;
}

/** The number goes where there is little room. */
function gutterOf(width: number): number {
  return isNarrow(width) ? 56 : wideGutter;
}

/** Of few rows, so that an edit elsewhere disturbs nothing; to compare many would take longer than to lay them out. */
function sameRows(a: readonly StepSummary[], b: readonly StepSummary[]): boolean {
  return a.length === b.length && a.length < 300 && JSON.stringify(a) === JSON.stringify(b);
}

function sameScene(content: Content, { lifeLines, outages, fragments }: SequenceScene): boolean {
  const before = [content.lifeLines, content.outages, content.fragments];
  return JSON.stringify(before) === JSON.stringify([lifeLines, outages, fragments]);
}
