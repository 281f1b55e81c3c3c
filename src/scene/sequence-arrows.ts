/**
 * The arrows of a sequence diagram as lines with a head, in the conventions of UML 2.5 (17.4): a request is solid with a
 * full head, an answer dashed, what expects no answer has an open head, and what is lost ends in a cross. Knows no page.
 */
import type { StepSummary } from './scene';
import type { Column } from './sequence-columns';
import { type Activation, isMessage, isOwn, type SequenceLayout } from './sequence-layout';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Arrow {
  readonly points: readonly Point[];
  readonly head: 'full' | 'open' | 'cross' | 'none';
  readonly isDashed: boolean;
}

const barHalf = 5;
const barShift = 4;
const loop = { out: 22, half: 7 };
/** How far a message gets that does not arrive. */
const reach = { lost: 0.66, unsent: 0.16 } as const;
const laneWidth = 5;

/** Undefined where there is nothing to draw between life lines, or they are not shown. */
export function arrowOf(layout: SequenceLayout, place: number, active: readonly Activation[]): Arrow | undefined {
  const row = layout.rows[place];
  const from = layout.columnOf.get(row?.from ?? '');
  if (!row || !from) return undefined;
  const leaving = layout.leaves[place] ?? 0;
  const to = layout.columnOf.get(row.to ?? '');
  if (row.shape === 'fault' && !row.isReply) return to && to !== from ? severed(from, to, leaving) : undefined;
  if (isOwn(row)) return ownArrow(row, from.x + edge(active, from, leaving, 1), leaving);
  return to && isMessage(row) ? between(layout, place, row, { from, to }, active) : undefined;
}

function between(
  layout: SequenceLayout,
  place: number,
  row: StepSummary,
  { from, to }: { readonly from: Column; readonly to: Column },
  active: readonly Activation[],
): Arrow {
  const [leaving, arriving] = [layout.leaves[place] ?? 0, layout.arrives[place] ?? 0];
  const side = from.x < to.x ? 1 : -1;
  const start = { x: from.x + side * edge(active, from, leaving, side), y: leaving };
  const end = { x: to.x - side * edge(active, to, arriving, -side), y: arriving };
  const isDashed = row.isReply;
  if (row.fate !== 'arrived') {
    const part = reach[row.fate];
    const stop = { x: start.x + (end.x - start.x) * part, y: start.y + Math.min(8, (end.y - start.y) * part) };
    return { points: [start, stop], head: 'cross', isDashed };
  }
  const head = row.isReply || oneWay.has(row.shape) ? 'open' : 'full';
  const lane = layout.lanes.get(place);
  if (lane === undefined) return { points: [start, end], head, isDashed };
  const beside = to.x - side * (14 + laneWidth * lane);
  const points = [start, { x: beside, y: start.y + 10 }, { x: beside, y: end.y - 6 }, end];
  return { points, head, isDashed };
}

const oneWay: ReadonlySet<StepSummary['shape']> = new Set(['push', 'query']);

function ownArrow(row: StepSummary, x: number, y: number): Arrow {
  const points = [
    { x, y: y - loop.half },
    { x: x + loop.out, y: y - loop.half },
    { x: x + loop.out, y: y + loop.half },
    { x, y: y + loop.half },
  ];
  return { points, head: row.to === undefined ? 'open' : 'full', isDashed: false };
}

/** A link that is cut or mended, between its ends. */
function severed(from: Column, to: Column, y: number): Arrow {
  return {
    points: [
      { x: from.x, y },
      { x: to.x, y },
    ],
    head: 'none',
    isDashed: true,
  };
}

/** How far the edge of what is active on a life line is from its middle, on the right (1) or the left (-1). */
function edge(active: readonly Activation[], { line: { id } }: Column, y: number, side: number): number {
  let reached = 0;
  for (const { id: on, top, bottom, depth } of active) {
    if (on !== id || y < top - 1 || y > bottom + 1) continue;
    reached = Math.max(reached, side > 0 ? barHalf + depth * barShift : barHalf);
  }
  return reached;
}

/** Where an activation is. */
export function barOf({ top, bottom, depth }: Activation, x: number) {
  return { x: x - barHalf + depth * barShift, y: top, width: 2 * barHalf, height: bottom - top };
}
