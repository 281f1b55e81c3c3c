/**
 * A run as a strip: where its steps are on each axis, how many messages are under way where, and where something happens
 * that is worth a mark. A place is between 0 (the start) and 1 (the end). The same functions place marks in the scene
 * and the pointer in the picture. Runs nothing.
 */
import { messageKinds } from '../simulation/roles';
import { stepFlags, wasSent } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import { stepRow } from './steps';
import { english, type Words } from './words';

/** `nonlinear` is by time, with the long silent stretches shortened. */
export type TimelineAxis = 'steps' | 'time' | 'nonlinear';

export const timelineAxes: readonly TimelineAxis[] = ['steps', 'time', 'nonlinear'];

/** Several of one kind that are close to each other are one mark. */
export interface TimelineMark {
  readonly kind: 'note' | 'fault' | 'failure';
  /** At which the first of them is shown. */
  readonly position: number;
  readonly count: number;
  /** What the first of them says. */
  readonly text: string;
}

export interface Timeline {
  readonly count: number;
  readonly endMs: number;
  /** When the step of every so-maniest position begins: of all where there are few. The first is position 0. */
  readonly startsMs: readonly number[];
  /** How many messages are under way in each stretch, by axis; all stretches of an axis have the same width. */
  readonly activity: Readonly<Record<TimelineAxis, readonly number[]>>;
  readonly marks: readonly TimelineMark[];
}

/** More positions than this are sampled. */
const sampleLimit = 1024;
const stretches = 240;
/** Marks of one kind that would stand closer together are one. */
const markCells = 160;

const cache = new WeakMap<Trace, { readonly words: Words; readonly timeline: Timeline }>();

export function timelineOf(trace: Trace | undefined, words = english): Timeline | undefined {
  if (!trace || trace.steps.length === 0) return undefined;
  const known = cache.get(trace);
  if (known?.words === words) return known.timeline;
  const timeline = createTimeline(trace, words);
  cache.set(trace, { words, timeline });
  return timeline;
}

function createTimeline(trace: Trace, words: Words): Timeline {
  const { endMs, steps } = trace;
  const count = steps.length;
  const samples = Math.min(count, sampleLimit);
  const startsMs = Array.from({ length: samples + 1 }, (_, sample) =>
    sample === 0 ? 0 : (steps.columns.startMs[positionOfSample(sample, samples, count) - 1] ?? 0),
  );
  const outline = { count, endMs, startsMs };
  return { ...outline, activity: activity(outline, trace), marks: marks(trace, words) };
}

type Outline = Pick<Timeline, 'count' | 'endMs' | 'startsMs'>;

function positionOfSample(sample: number, samples: number, count: number): number {
  return Math.round((sample * count) / samples);
}

/** The places of the sampled positions on an axis, never falling. */
export function samplePlaces({ endMs, startsMs }: Outline, axis: TimelineAxis): readonly number[] {
  const last = startsMs.length - 1;
  if (axis === 'steps' || endMs <= 0) return startsMs.map((_, sample) => sample / last);
  if (axis === 'time') return startsMs.map((startMs) => startMs / endMs);
  return shortened(startsMs, endMs);
}

/**
 * As the sequence charts of OMNeT++ do by default: each step takes a little room, and a pause adds to it ever less, the
 * longer it is (there with an arctangent and 0.1 for the little room; eventlog/sequencechartfacade.cc). A pause of the
 * usual length takes half of what an endless one would.
 */
function shortened(startsMs: readonly number[], endMs: number): readonly number[] {
  const times = [...startsMs, endMs];
  const pauses = times.map((timeMs, place) => timeMs - (times[place - 1] ?? 0));
  const usual = middle(pauses.filter((pauseMs) => pauseMs > 0));
  let sum = 0;
  const sums = pauses.map((pauseMs, place) => {
    if (place > 0) sum += leastRoom + (pauseMs <= 0 ? 0 : ((1 - leastRoom) * pauseMs) / (pauseMs + usual));
    return sum;
  });
  return sums.slice(0, -1).map((each) => each / sum);
}

const leastRoom = 0.1;

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1;
}

/** Where a position is: `places` are those of the samples. */
export function placeOfPosition({ count }: Outline, places: readonly number[], position: number): number {
  return between(places, (position * (places.length - 1)) / count);
}

/** The position whose step has begun last at a place. */
export function positionAtPlace({ count }: Outline, places: readonly number[], place: number): number {
  const samples = places.length - 1;
  const sample = lastBelow(places, place + tiny, 0);
  const [here, next] = [places[sample] ?? 0, places[sample + 1]];
  const part = next === undefined || next <= here ? 0 : Math.max(0, Math.min(1, (place - here) / (next - here)));
  return Math.floor(((sample + part) * count) / samples + tiny);
}

/** What a division may lose. */
const tiny = 1e-9;

/** Where a moment is, given the sample after which it comes. */
function placeOfMoment(
  { startsMs, endMs, count }: Outline,
  places: readonly number[],
  timeMs: number,
  sample: number,
): number {
  const last = startsMs.length - 1;
  const [here, next] = [startsMs[sample] ?? 0, sample < last ? (startsMs[sample + 1] ?? 0) : endMs];
  const [from, to] = [places[sample] ?? 0, sample < last ? (places[sample + 1] ?? 1) : 1];
  const part = next <= here ? 0 : Math.min(1, (timeMs - here) / (next - here));
  return count === 0 ? 0 : from + part * (to - from);
}

/** The time at a place, or the step on the axis of steps. */
export function valueAtPlace(outline: Outline, axis: TimelineAxis, places: readonly number[], place: number): number {
  const { startsMs, endMs, count } = outline;
  if (axis === 'steps') return Math.round(place * count);
  const sample = lastBelow(places, place + tiny, 0);
  const [here, next] = [places[sample] ?? 0, places[sample + 1] ?? 1];
  const part = next <= here ? 0 : Math.max(0, Math.min(1, (place - here) / (next - here)));
  const [from, to] = [startsMs[sample] ?? 0, startsMs[sample + 1] ?? endMs];
  return from + part * (to - from);
}

/** From where to where a step's message is under way on an axis. By steps, it takes the room of its step at the least. */
export function placesOfSpan(
  outline: Outline,
  axis: TimelineAxis,
  places: readonly number[],
  position: number,
  endMs: number,
): { readonly from: number; readonly to: number } {
  const samples = places.length - 1;
  const before = position - 1;
  const last = lastBelow(outline.startsMs, endMs, Math.floor((before * samples) / outline.count));
  if (axis === 'steps') {
    return { from: before / outline.count, to: Math.max(position / outline.count, places[last] ?? 0) };
  }
  const from = placeOfPosition(outline, places, position);
  return { from, to: Math.max(from, placeOfMoment(outline, places, endMs, last)) };
}

/** The last value below a limit, looked for from one that is: what is near is found soon. */
function lastBelow(values: readonly number[], limit: number, from: number): number {
  let low = from;
  let reach = 1;
  while (low + reach < values.length && (values[low + reach] ?? 0) < limit) {
    low += reach;
    reach *= 2;
  }
  for (; reach >= 1; reach /= 2) {
    if (low + reach < values.length && (values[low + reach] ?? 0) < limit) low += reach;
  }
  return low;
}

function between(values: readonly number[], at: number): number {
  const below = Math.floor(at);
  const [here, next] = [values[below] ?? 1, values[below + 1] ?? 1];
  return here + (at - below) * (next - here);
}

/** Of a run with more steps only every so-maniest is looked at: the heights stay what they are. */
const lookedAt = 40_000;

/** Each message counts in the stretch in which it sets out and in those that it is under way all through. */
function activity(outline: Outline, { steps: { columns } }: Trace): Timeline['activity'] {
  const axes = timelineAxes.map((axis) => ({
    axis,
    places: samplePlaces(outline, axis),
    changes: new Int32Array(stretches + 1),
  }));
  const isMessage = columns.contents.map(({ kind }) => messageKinds.has(kind));
  const stride = Math.ceil(outline.count / lookedAt);
  for (let step = 0; step < outline.count; step += stride) {
    if (!isMessage[columns.content[step] ?? 0] || !wasSent(columns, step)) continue;
    const endMs = columns.endMs[step] ?? 0;
    for (const { axis, places, changes } of axes) {
      const { from, to } = placesOfSpan(outline, axis, places, step + 1, endMs);
      const first = stretchOf(from);
      const last = Math.max(first, stretchOf(to + tiny - 1 / stretches));
      changes[first] = (changes[first] ?? 0) + stride;
      changes[last + 1] = (changes[last + 1] ?? 0) - stride;
    }
  }
  const [bySteps = [], byTime = [], nonlinear = []] = axes.map(({ changes }) => runningSums(changes));
  return { steps: bySteps, time: byTime, nonlinear };
}

function stretchOf(place: number): number {
  return Math.max(0, Math.min(stretches - 1, Math.floor(place * stretches)));
}

function runningSums(changes: Int32Array): readonly number[] {
  let sum = 0;
  return Array.from(changes.subarray(0, stretches), (change) => {
    sum += change;
    return sum;
  });
}

const markKinds: readonly TimelineMark['kind'][] = ['note', 'fault', 'failure'];

function marks(trace: Trace, words: Words): TimelineMark[] {
  const { columns, length } = trace.steps;
  const { content, contents, flags } = columns;
  const kinds = Int8Array.from(contents, ({ kind }) => (markKinds as readonly string[]).indexOf(kind));
  const failure = markKinds.indexOf('failure');
  const cells = Math.min(length, markCells);
  const counts = new Int32Array(markKinds.length * cells);
  const firsts = new Int32Array(counts.length);
  for (let step = 0; step < length; step += 1) {
    const kind = (flags[step] ?? 0) & stepFlags.failed ? failure : (kinds[content[step] ?? 0] ?? -1);
    if (kind < 0) continue;
    const cell = kind * cells + Math.floor((step * cells) / length);
    if (counts[cell] === 0) firsts[cell] = step;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return [...counts].flatMap((count, cell) => {
    const step = firsts[cell] ?? 0;
    const kind = markKinds[Math.floor(cell / cells)];
    return count === 0 || !kind ? [] : [{ kind, position: step + 1, count, text: textOf(trace, step, words) }];
  });
}

function textOf({ steps }: Trace, place: number, words: Words): string {
  const step = steps.at(place);
  if (!step) return '';
  const { who, what } = stepRow(step, words);
  return who === '' ? what : `${who}: ${what}`;
}
