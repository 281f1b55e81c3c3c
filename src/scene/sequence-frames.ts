/** Where the frames around blocks of a flow are in a sequence diagram. Knows no page. */
import type { Fragment } from './fragments';
import type { StepSummary } from './scene';
import type { Column } from './sequence-columns';

/** Rows of one block, without others between them. */
export interface FramedRows {
  readonly word: string;
  /** The places of the first row and the last. */
  readonly first: number;
  readonly last: number;
  /** How many others lie around it. */
  readonly depth: number;
}

export interface SequenceFrame extends FramedRows {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The word of a frame stands above its first row; below its last is some air. */
export const frameHead = 20;
export const frameFoot = 7;
/** More than these would be frames of frames that nobody can read. */
const fragmentsAtMost = 300;

export function framedRows(rows: readonly StepSummary[], fragments: readonly Fragment[]): readonly FramedRows[] {
  const found: FramedRows[] = [];
  for (const { word, from, to } of fragments.slice(0, fragmentsAtMost)) {
    let first = -1;
    for (let place = 0; place <= rows.length; place += 1) {
      const line = rows[place]?.line;
      const isInside = line !== undefined && line >= from && line <= to;
      if (isInside && first < 0) first = place;
      if (isInside || first < 0) continue;
      const own = { first, last: place - 1 };
      const depth = found.filter((other) => other.first <= own.first && other.last >= own.last).length;
      found.push({ word, ...own, depth });
      first = -1;
    }
  }
  return found;
}

/** How much room a row needs above it for what begins there, and what has ended before. */
export function roomAbove(framed: readonly FramedRows[], count: number): Float64Array {
  const room = new Float64Array(count + 1);
  for (const { first, last } of framed) {
    room[first] = (room[first] ?? 0) + frameHead;
    room[last + 1] = (room[last + 1] ?? 0) + frameFoot;
  }
  return room;
}

interface Laid {
  readonly rows: readonly StepSummary[];
  readonly columnOf: ReadonlyMap<string, Column>;
  readonly width: number;
  readonly notes: { readonly left: number; readonly width: number };
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
}

const beside = 34;
const nested = 7;

/** An inner frame lies within the outer ones, whoever takes part in it. */
export function placeFrames(framed: readonly FramedRows[], laid: Laid, gutter: number): readonly SequenceFrame[] {
  const deepest = Math.max(0, ...framed.map(({ depth }) => depth));
  return framed.map((frame) => {
    const { first, last, depth } = frame;
    const isAtPlace = ({ first: from }: FramedRows) => from === first;
    const above = framed.filter((other) => isAtPlace(other) && other.depth > depth).length;
    const below = framed.filter((other) => other.last === last && other.depth > depth).length;
    const xs = laid.rows.slice(first, last + 1).flatMap((row) => reachOf(row, laid));
    const air = beside + nested * (deepest - depth);
    return {
      ...frame,
      left: Math.max(gutter + 2 + nested * depth, Math.min(...xs) - air),
      right: Math.min(laid.width - 2 - nested * depth, Math.max(...xs) + air),
      top: (laid.tops[first] ?? 0) - frameHead * (above + 1) + 2,
      bottom: (laid.bottoms[last] ?? 0) + frameFoot * below + 3,
    };
  });
}

function reachOf({ shape, from, to }: StepSummary, { columnOf, notes, width }: Laid): number[] {
  if (shape === 'note') return [notes.left + 20, notes.left + notes.width - 20];
  const ends = [from, to].flatMap((id) => columnOf.get(id ?? '')?.x ?? []);
  return ends.length > 0 ? ends : [width / 2];
}
