/**
 * The rows of the list of steps under a filter: only what is shown has a row, and of a long list only those around the
 * position are handed over.
 */
import type { Trace } from '../simulation/trace';
import type { StepSummary } from './scene';
import { type IdOf, stepSummaries, stepSummary, stepsAround } from './steps';
import { english } from './words';

const stretch = 1000;

/** `place` counts the rows, whether they are handed over or not. */
export function stepRows(
  trace: Trace | undefined,
  visible: Uint8Array | undefined,
  position: number,
  idOf: IdOf,
  words = english,
): StepSummary[] {
  const { from, to } = rowsAround(trace, visible, position);
  if (!trace || !visible) return stepSummaries(trace, from, to, idOf, words);
  return [...placesOf(visible).subarray(from, to)].flatMap((index, row) => {
    const step = trace.steps.at(index);
    return step ? [{ ...stepSummary(step, trace, idOf, words), place: from + row }] : [];
  });
}

/** The index of the first step that has a row at this position. */
export function firstRow(
  trace: Trace | undefined,
  visible: Uint8Array | undefined,
  position: number,
): number | undefined {
  const { from, to } = rowsAround(trace, visible, position);
  if (from === to) return undefined;
  return visible ? placesOf(visible)[from] : from;
}

function rowsAround(trace: Trace | undefined, visible: Uint8Array | undefined, position: number) {
  if (!visible) return stepsAround(trace, position);
  const places = placesOf(visible);
  if (places.length <= 2 * stretch) return { from: 0, to: places.length };
  const from = Math.max(0, (Math.round(rowAt(places, position) / stretch) - 1) * stretch);
  return { from, to: Math.min(places.length, from + 2 * stretch) };
}

const known = new WeakMap<Uint8Array, Int32Array>();

function placesOf(visible: Uint8Array): Int32Array {
  const places = known.get(visible) ?? Int32Array.from(visibleIn(visible));
  known.set(visible, places);
  return places;
}

function* visibleIn(visible: Uint8Array): Generator<number> {
  for (let step = 0; step < visible.length; step += 1) if (visible[step]) yield step;
}

/** How many rows come before the position. */
function rowAt(places: Int32Array, position: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
