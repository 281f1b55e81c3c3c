/**
 * The lines of the sequence diagram between two heights: life lines, activations, arrows, notes. Everything that can be
 * read is text in the rows above; this is silent for screen readers. Colours come from the style sheet.
 */
import type { StepSummary } from '../../src/scene/scene';
import type { Outage } from '../../src/scene/sequence';
import { type Arrow, arrowOf, barOf, type Point } from '../../src/scene/sequence-arrows';
import { frameHead, type SequenceFrame } from '../../src/scene/sequence-frames';
import { rowsBetween, type SequenceLayout } from '../../src/scene/sequence-layout';
import { svg } from '../comparison/svg';

export interface DrawnWindow {
  readonly top: number;
  readonly bottom: number;
  /** How many steps have been played. */
  readonly position: number;
  /** The index of the step that led to the current one. */
  readonly cause: number | undefined;
}

export function drawSequence(layout: SequenceLayout, outages: readonly Outage[], view: DrawnWindow): SVGElement[] {
  const { top, bottom } = view;
  const { first, last, passing } = rowsBetween(layout, top, bottom);
  const played = playedUntil(layout, view.position);
  const active = layout.activations.filter((bar) => bar.top < bottom && bar.bottom > top);
  const places = [
    ...seenApart(layout, passing),
    ...Array.from({ length: Math.max(0, last - first) }, (_, each) => first + each),
  ];
  return [
    ...lifeLines(layout, outages, view),
    ...layout.frames
      .filter((frame) => frame.top < bottom && frame.bottom > top)
      .map((frame) => frameAround(layout, frame, view)),
    ...active.flatMap((bar) => activation(layout, bar, played)),
    ...places.flatMap((place) => stepMarks(layout, place, active, view)),
  ];
}

/** Of many that pass in the same lane, one is drawn. */
function seenApart({ rows, lanes }: SequenceLayout, passing: readonly number[]): readonly number[] {
  const byLane = new Map<string, number>();
  for (const place of passing) {
    const { from, to } = rows[place] ?? {};
    const lane = lanes.get(place);
    byLane.set(lane === undefined ? String(place) : `${from} ${to} ${lane}`, place);
  }
  return [...byLane.values()];
}

function lifeLines(layout: SequenceLayout, outages: readonly Outage[], { top, bottom }: DrawnWindow): SVGElement[] {
  return layout.columns.flatMap(({ line, x }) => {
    const own = outages.filter(({ id }) => id === line.id).map((outage) => between(layout, outage));
    const away = own.map(({ from, to }) => ({ from: Math.max(from, top), to: Math.min(to, bottom) }));
    const seen = away.filter(({ from, to }) => from < to);
    let y = top;
    const here: { from: number; to: number }[] = [];
    for (const { from, to } of seen) {
      here.push({ from: y, to: from });
      y = to;
    }
    here.push({ from: y, to: bottom });
    return [
      ...here.filter(({ from, to }) => from < to).map((part) => upright(x, part, 'life-line')),
      ...seen.map((part) => upright(x, part, 'life-line away')),
      ...own.flatMap(({ from, to }) => [
        ...(from >= top && from <= bottom ? [cross({ x, y: from }, 'fault-mark')] : []),
        ...(to > top && to < bottom ? [svg('circle', { cx: x, cy: to, r: 4.5, class: 'back-mark' })] : []),
      ]),
    ];
  });
}

/** The heights of an outage; one that began before the rows that are here began above them. */
function between(layout: SequenceLayout, { from, until }: Outage): { from: number; to: number } {
  const heightOf = (index: number) => {
    const place = layout.rows.findIndex((row) => row.index >= index);
    return place < 0 ? Number.POSITIVE_INFINITY : (layout.leaves[place] ?? 0);
  };
  const isAbove = from < (layout.rows[0]?.index ?? 0);
  return {
    from: from < 0 ? 0 : isAbove ? -1 : heightOf(from),
    to: until === undefined ? Number.POSITIVE_INFINITY : heightOf(until),
  };
}

function upright(x: number, { from, to }: { readonly from: number; readonly to: number }, name: string): SVGElement {
  // From a multiple of the pattern on, so that it does not jump while scrolling.
  const start = Math.floor(from / dashes) * dashes;
  return svg('path', { d: `M${x} ${Math.min(start, from)}V${to}`, class: name });
}

const dashes = 12;

function activation(layout: SequenceLayout, bar: SequenceLayout['activations'][number], played: number): SVGElement[] {
  const column = layout.columnOf.get(bar.id);
  if (!column) return [];
  const isAhead = bar.top >= played;
  return [svg('rect', { ...barOf(bar, column.x), class: `activation${isAhead ? ' is-ahead' : ''}` })];
}

/** The word of a block in a corner that is cut off, as UML draws it. */
function frameAround({ rows }: SequenceLayout, frame: SequenceFrame, { position }: DrawnWindow): SVGElement {
  const { left, right, top, bottom, word, first } = frame;
  const isAhead = (rows[first]?.index ?? 0) >= position;
  const width = 14 + word.length * 7;
  const foot = top + frameHead - 4;
  return svg(
    'g',
    { class: `block-frame${isAhead ? ' is-ahead' : ''}` },
    svg('rect', { x: left, y: top, width: right - left, height: bottom - top, class: 'edge' }),
    svg('path', {
      d: `M${left} ${top}H${left + width}V${foot - 6}L${left + width - 6} ${foot}H${left}Z`,
      class: 'tab',
    }),
    svg('text', { x: left + 6, y: foot - 5 }, word),
  );
}

function playedUntil({ rows, tops }: SequenceLayout, position: number): number {
  const place = rows.findIndex(({ index }) => index >= position);
  return place < 0 ? Number.POSITIVE_INFINITY : (tops[place] ?? 0);
}

function stepMarks(
  layout: SequenceLayout,
  place: number,
  active: SequenceLayout['activations'],
  view: DrawnWindow,
): SVGElement[] {
  const row = layout.rows[place];
  if (!row) return [];
  if (row.shape === 'note') return [noteShape(layout, place, view.position)];
  const arrow = arrowOf(layout, place, active);
  if (!arrow) return [];
  const name = `message-arrow ${row.shape}${row.failed ? ' failed' : ''}${stateOf(row, view)}`;
  return [svg('g', { class: name, 'data-index': row.index }, ...arrowParts(arrow, row))];
}

export function stateOf({ index }: StepSummary, { position, cause }: Pick<DrawnWindow, 'position' | 'cause'>): string {
  if (index === position - 1) return ' is-current';
  if (index === cause) return ' is-cause';
  return index >= position ? ' is-ahead' : '';
}

function arrowParts({ points, head, isDashed }: Arrow, row: StepSummary): SVGElement[] {
  const [beforeLast, last] = points.slice(-2);
  const d = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const line = svg('path', { d, class: isDashed ? 'dashed' : 'solid' });
  if (!beforeLast || !last) return [line];
  if (head === 'cross') return [line, cross(last, 'lost')];
  if (head === 'none') return [line, middleMark(beforeLast, last, row)];
  return [line, arrowHead(beforeLast, last, head)];
}

/** A link is cut between its ends, or whole again. */
function middleMark(a: Point, b: Point, row: StepSummary): SVGElement {
  const middle = { x: (a.x + b.x) / 2, y: a.y };
  return row.isRepair
    ? svg('circle', { cx: middle.x, cy: middle.y, r: 4.5, class: 'back-mark' })
    : cross(middle, 'lost');
}

const headLength = 9;
const headHalf = 4;

function arrowHead(from: Point, to: Point, kind: 'full' | 'open'): SVGElement {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (side: number) =>
    `${round(to.x - ux * headLength - side * uy * headHalf)} ${round(to.y - uy * headLength + side * ux * headHalf)}`;
  const d = `M${corner(1)}L${round(to.x)} ${round(to.y)}L${corner(-1)}${kind === 'full' ? 'Z' : ''}`;
  return svg('path', { d, class: `arrow-head ${kind}` });
}

function cross({ x, y }: Point, name: string): SVGElement {
  const size = 5;
  const d = `M${round(x - size)} ${y - size}l${2 * size} ${2 * size}m0 ${-2 * size}l${-2 * size} ${2 * size}`;
  return svg('path', { d, class: name });
}

const fold = 9;

/** A sheet with a turned-down corner. */
function noteShape({ tops, bottoms, notes, rows }: SequenceLayout, place: number, position: number): SVGElement {
  const top = (tops[place] ?? 0) + 6;
  const bottom = (bottoms[place] ?? 0) - 6;
  const [left, right] = [notes.left, notes.left + notes.width];
  const row = rows[place];
  const isAhead = row !== undefined && row.index >= position;
  return svg(
    'g',
    { class: `note-shape${isAhead ? ' is-ahead' : ''}${row?.index === position - 1 ? ' is-current' : ''}` },
    svg('path', { d: `M${left} ${top}H${right - fold}L${right} ${top + fold}V${bottom}H${left}Z` }),
    svg('path', { d: `M${right - fold} ${top}V${top + fold}H${right}`, class: 'fold' }),
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
