/**
 * Where the life lines of a sequence diagram are: as far apart as the words between them need, spread over the room, or
 * pushed together as far as they can still be read.
 */
import type { StepSummary } from './scene';
import type { LifeLine } from './sequence';

export interface Room {
  readonly width: number;
  /** On the left, for the times. */
  readonly gutter: number;
  readonly textWidth: (text: string) => number;
  /** Little room: heads without pictures, and words in two lines. */
  readonly isNarrow: boolean;
}

export interface Column {
  readonly line: LifeLine;
  readonly x: number;
  readonly headWidth: number;
}

const widestLabel = 190;
const farthest = 270;
const loopWidth = 34;
/** For a time behind the last life line. */
const leastRight = 72;
/** Names in heads are bold. */
const boldness = 1.12;
/** Measuring more rows than this would take longer than it helps. */
const measured = 1500;

export function placeColumns(rows: readonly StepSummary[], lifeLines: readonly LifeLine[], room: Room) {
  const headWidths = lifeLines.map(({ label }) => headWidth(label, room));
  const { gaps, right } = wantedGaps(rows, lifeLines, headWidths, room);
  const left = (headWidths[0] ?? 0) / 2 + 10;
  const available = room.width - room.gutter - left - right;
  const fitted = spread(gaps, least(headWidths, room), available);
  let x = room.gutter + left;
  const columns = lifeLines.map((line, place): Column => {
    if (place > 0) x += fitted[place - 1] ?? 0;
    return { line, x: Math.round(x), headWidth: headWidths[place] ?? 0 };
  });
  return { columns, width: Math.max(room.width, Math.ceil(x + right)) };
}

function headWidth(label: string, { textWidth, isNarrow }: Room): number {
  const words = textWidth(label) * boldness;
  return isNarrow ? Math.max(66, Math.min(104, words + 20)) : Math.max(90, Math.min(150, words + 48));
}

/** Heads must not touch, and labels of two lines have to fit in between. */
function least(headWidths: readonly number[], { isNarrow }: Room): readonly number[] {
  const closest = isNarrow ? 80 : 104;
  return headWidths.slice(1).map((width, place) => Math.max(closest, (width + (headWidths[place] ?? 0)) / 2 + 8));
}

/** So that the words fit between neighbours; what goes further has room anyway. */
function wantedGaps(
  rows: readonly StepSummary[],
  lifeLines: readonly LifeLine[],
  headWidths: readonly number[],
  room: Room,
) {
  const placeOf = new Map(lifeLines.map(({ id }, place) => [id, place]));
  const last = lifeLines.length - 1;
  const gaps = [...least(headWidths, room)];
  let right = Math.max(leastRight, (headWidths[last] ?? 0) / 2 + 10);
  for (const row of rows.slice(0, measured)) {
    const [from = -1, to = from] = [placeOf.get(row.from ?? ''), placeOf.get(row.to ?? '')];
    if (from < 0 || Math.abs(from - to) > 1) continue;
    const width = Math.min(widestLabel, room.textWidth(row.what)) + (from === to ? loopWidth : 24);
    const gap = Math.min(from, to);
    if (from === to && from === last) right = Math.max(right, width + 8);
    else gaps[gap] = Math.max(gaps[gap] ?? 0, width);
  }
  return { gaps, right };
}

/** Spread over the room, or pushed together as far as can still be read. */
function spread(gaps: readonly number[], least: readonly number[], available: number): readonly number[] {
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  if (sum <= available) {
    const more = (available - sum) / Math.max(1, gaps.length);
    return gaps.map((gap) => Math.max(gap, Math.min(gap + more, farthest)));
  }
  const leastSum = least.reduce((total, gap) => total + gap, 0);
  const part = Math.max(0, Math.min(1, (available - leastSum) / (sum - leastSum)));
  return gaps.map((gap, place) => (least[place] ?? 0) + part * (gap - (least[place] ?? 0)));
}
