/**
 * Where everything in a sequence diagram is, in pixels: life lines from left to right, one row a step from top to bottom.
 * A message leaves in its own row and arrives at the end of the last row that begins before it does, so that a slant says
 * what overlaps in time. Only how wide a text is has to be asked. Knows no page, no theme and no position in the run.
 */
import type { Fragment } from './fragments';
import type { StepSummary } from './scene';
import type { LifeLine } from './sequence';
import { type Column, placeColumns, type Room } from './sequence-columns';
import { framedRows, placeFrames, roomAbove, type SequenceFrame } from './sequence-frames';

/** Somebody is busy with a request, from its arrival until the answer sets out. */
export interface Activation {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  /** How many others it lies upon. */
  readonly depth: number;
}

export interface SequenceLayout {
  readonly rows: readonly StepSummary[];
  readonly columns: readonly Column[];
  readonly columnOf: ReadonlyMap<string, Column>;
  readonly width: number;
  /** Where notes are, from left to right. */
  readonly notes: { readonly left: number; readonly width: number };
  /** Room for the words of each message, of which there are at most two lines. */
  readonly labelWidths: Float64Array;
  /** Of the rows, and where the last one ends; between a row and the next there may be heads and feet of frames. */
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  /** Where the message of each row leaves and arrives. */
  readonly leaves: Float64Array;
  readonly arrives: Float64Array;
  readonly activations: readonly Activation[];
  readonly frames: readonly SequenceFrame[];
  /** Places of the rows whose messages are under way beyond their own row. */
  readonly slow: readonly number[];
  /** For each slow message that is drawn along its receiver's life line, how far beside it. */
  readonly lanes: ReadonlyMap<number, number>;
}

export const lineHeight = 16;
/** A message needs room for one line of text, the arrow and some air. */
const messageHeight = 38;
const labelBase = 21;
/** Between a label and the life lines beside it, which may have activations. */
export const labelMargin = 12;
const arrivalGap = 7;
/** What is done by one alone or to the network. */
const eventHeight = 32;
const eventMiddle = 16;
const noteMargin = 6;
const notePadding = { x: 12, y: 6 };
const widestNote = 460;
/** A message that is under way for more rows than this goes down beside its receiver's life line. */
const steepest = 6;

export function layoutSequence(
  rows: readonly StepSummary[],
  lifeLines: readonly LifeLine[],
  room: Room,
  fragments: readonly Fragment[] = [],
): SequenceLayout {
  const { columns, width } = placeColumns(rows, lifeLines, room);
  const columnOf = new Map(columns.map((column) => [column.line.id, column]));
  const notes = placeNotes(columns, width, room);
  const framed = framedRows(rows, fragments);
  const above = roomAbove(framed, rows.length);
  const tops = new Float64Array(rows.length + 1);
  tops[0] = at(above, 0);
  const bottoms = new Float64Array(rows.length);
  const leaves = new Float64Array(rows.length);
  const labelWidths = new Float64Array(rows.length);
  for (const [place, row] of rows.entries()) {
    const top = tops[place] ?? 0;
    const label = isMessage(row) ? labelBox(row, columnOf, room) : undefined;
    const labelLines = label?.lines ?? 1;
    if (label) labelWidths[place] = label.width;
    leaves[place] = top + (isMessage(row) ? labelBase + (labelLines - 1) * lineHeight : eventMiddle);
    const bottom = top + heightOf(row, labelLines, notes.width, room);
    bottoms[place] = bottom;
    tops[place + 1] = bottom + at(above, place + 1);
  }
  const arrives = rows.map((row, place) => arrival(rows, row, place, bottoms, leaves));
  const slow = rows.flatMap((row, place) =>
    isMessage(row) && !isOwn(row) && (arrives[place] ?? 0) > at(bottoms, place) ? [place] : [],
  );
  const found = {
    rows,
    columns,
    columnOf,
    width,
    notes,
    labelWidths,
    tops,
    bottoms,
    leaves,
    arrives: Float64Array.from(arrives),
    slow,
  };
  const frames = placeFrames(framed, found, room.gutter);
  return { ...found, activations: activationsOf(found), lanes: lanesOf(found), frames };
}

type Rows = Pick<SequenceLayout, 'rows' | 'columns' | 'columnOf' | 'tops' | 'leaves' | 'arrives' | 'slow'>;

/** From one to another, or within one drawn node. */
export function isMessage({ from, to, shape, isReply }: StepSummary): boolean {
  return from !== undefined && to !== undefined && (shape !== 'fault' || isReply);
}

/** A message whose ends have the same life line, and what somebody does alone. */
export function isOwn(row: StepSummary): boolean {
  return row.from !== undefined && (row.to === undefined || row.to === row.from);
}

function heightOf(row: StepSummary, labelLines: number, noteWidth: number, { textWidth }: Room): number {
  if (row.shape === 'note') {
    const lines = countLines(row.what, noteWidth - 2 * notePadding.x, textWidth);
    return lines * (lineHeight + 1) + 2 * (notePadding.y + noteMargin);
  }
  return isMessage(row) ? messageHeight + (labelLines - 1) * lineHeight : eventHeight;
}

/** The words on a message. Of a folded group they say whose message it is. */
export function labelOf({ members, what }: StepSummary): string {
  return members === '' ? what : `${members}: ${what}`;
}

const widestBox = 260;
const labelPadding = 8;

/**
 * The words of a message stand between its ends, in two lines if need be. What does not fit goes beyond them: nobody else
 * writes in this row.
 */
function labelBox(row: StepSummary, columnOf: ReadonlyMap<string, Column>, { textWidth }: Room) {
  const [from, to] = [columnOf.get(row.from ?? ''), columnOf.get(row.to ?? '')];
  if (!from || !to || from === to) return { width: 0, lines: 1 };
  const words = labelOf(row);
  let width = Math.abs(to.x - from.x) - 2 * labelMargin;
  const linesAt = (box: number) => countLines(words, box - labelPadding, textWidth);
  while (width < widestBox && linesAt(width) > 2) width += 8;
  return { width, lines: Math.min(2, linesAt(width)) };
}

/** How many lines a text takes where words are kept whole as long as they fit. */
export function countLines(text: string, width: number, textWidth: Room['textWidth']): number {
  if (textWidth(text) <= width) return 1;
  const space = textWidth(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wide = textWidth(word);
    if (used > 0 && used + space + wide > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(wide / Math.max(1, width)) - 1);
    used += (used > 0 ? space : 0) + Math.min(wide, width);
  }
  return lines;
}

function arrival(
  rows: readonly StepSummary[],
  row: StepSummary,
  place: number,
  bottoms: Float64Array,
  leaves: Float64Array,
): number {
  const leaving = at(leaves, place);
  if (!isMessage(row) || row.endMs <= row.startMs) return leaving;
  return Math.max(leaving, at(bottoms, firstRowFrom(rows, row.begunByEnd, place + 1) - 1) - arrivalGap);
}

/** The first row of a step that is not before `index`; under a filter not every step has one. */
function firstRowFrom(rows: readonly StepSummary[], index: number, from: number): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((rows[half]?.index ?? 0) < index) low = half + 1;
    else high = half;
  }
  return low;
}

function placeNotes(columns: readonly Column[], width: number, { gutter }: Room): SequenceLayout['notes'] {
  const [first, last] = [columns[0]?.x ?? gutter, columns.at(-1)?.x ?? width];
  const noteWidth = Math.min(widestNote, Math.max(220, last - first + 60), width - gutter - 16);
  const left = Math.max(gutter + 8, Math.min((first + last - noteWidth) / 2, width - noteWidth - 8));
  return { left, width: noteWidth };
}

/**
 * A reply ends what its request began; several replies to one request are one activation. Those of a folded group would
 * be of many hosts on one life line.
 */
function activationsOf({ rows, leaves, arrives, columnOf }: Rows): Activation[] {
  const placeOf = new Map(rows.map(({ index }, place) => [index, place]));
  const open = new Map<number, { id: string; top: number; bottom: number }>();
  for (const [place, row] of rows.entries()) {
    const asked = row.isReply && row.cause !== undefined ? placeOf.get(row.cause) : undefined;
    const request = asked === undefined ? undefined : rows[asked];
    if (asked === undefined || !request || request.isReply) continue;
    if (row.from === undefined || request.to !== row.from || columnOf.get(row.from)?.line.count !== 1) continue;
    const bottom = at(leaves, place);
    const known = open.get(asked);
    if (known) known.bottom = Math.max(known.bottom, bottom);
    else open.set(asked, { id: row.from, top: Math.min(at(arrives, asked), bottom - 8), bottom });
  }
  return stacked([...open.values()]);
}

const deepest = 4;

/** Those that would lie deeper are one with the deepest, so that many at once are few to draw. */
function stacked(bars: readonly Omit<Activation, 'depth'>[]): Activation[] {
  const onLine = new Map<string, { id: string; top: number; bottom: number; depth: number }[]>();
  const result: Activation[] = [];
  for (const bar of [...bars].sort((a, b) => a.top - b.top)) {
    const last = onLine.get(bar.id) ?? [];
    onLine.set(bar.id, last);
    const depth = freeLane(
      last.map(({ bottom }) => bottom),
      bar.top,
      deepest,
    );
    const covered = last[depth];
    if (covered && covered.bottom >= bar.top) covered.bottom = Math.max(covered.bottom, bar.bottom);
    else {
      const own = { ...bar, depth };
      last[depth] = own;
      result.push(own);
    }
  }
  return result;
}

/** The first lane whose last user has left; where there is none, the last one of as many as there are. */
function freeLane(ends: readonly number[], top: number, lanes: number): number {
  const lane = ends.findIndex((end) => end < top);
  return lane < 0 ? Math.min(ends.length, lanes - 1) : lane;
}

/** More lanes than these lie upon each other. */
export const laneCount = 6;

/** What is under way for long goes down on the sender's side of the receiver's life line, each in a lane of its own. */
function lanesOf({ rows, slow, columnOf, leaves, arrives }: Rows): ReadonlyMap<number, number> {
  const lanes = new Map<number, number>();
  const ends = new Map<string, number[]>();
  for (const place of slow) {
    const row = rows[place];
    const [from, to] = [columnOf.get(row?.from ?? ''), columnOf.get(row?.to ?? '')];
    if (!from || !to || from === to || at(arrives, place) - at(leaves, place) < steepest * messageHeight) continue;
    const key = `${to.line.id} ${from.x < to.x}`;
    const known = ends.get(key) ?? [];
    ends.set(key, known);
    const lane = freeLane(known, at(leaves, place), laneCount);
    known[lane] = Math.max(known[lane] ?? 0, at(arrives, place));
    lanes.set(place, lane);
  }
  return lanes;
}

/** The rows between two heights, and the slow messages from above that are still under way there. */
export function rowsBetween(layout: SequenceLayout, top: number, bottom: number) {
  const first = Math.max(0, firstTopAfter(layout.tops, top) - 1);
  const last = Math.min(layout.rows.length, firstTopAfter(layout.tops, bottom));
  const passing = layout.slow.filter((place) => place < first && at(layout.arrives, place) >= top);
  return { first, last, passing };
}

export function firstTopAfter(tops: Float64Array, height: number): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (at(tops, half) <= height) low = half + 1;
    else high = half;
  }
  return low;
}

function at(numbers: Float64Array, place: number): number {
  return numbers[place] ?? 0;
}
