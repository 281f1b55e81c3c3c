/** Axes: round numbers to label them with, and labels that do not run into each other. Times are milliseconds, unless a unit is given. */

export interface Axis {
  readonly end: number;
  /** From 0 to the end. */
  readonly ticks: readonly number[];
}

const steps = [1, 2, 5, 10];

/** Three to six round ticks, the last at or above the largest value. */
export function axisTo(largest: number, unit = unitFor(largest)): Axis {
  const rough = largest / unit / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (steps.find((each) => each * power >= rough) ?? 10) * power * unit;
  if (!(step > 0) || !Number.isFinite(step)) return { end: 1, ticks: [0, 1] };
  const count = Math.ceil(largest / step - 1e-9);
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, place) => place * step) };
}

/** Round numbers of what people count in: milliseconds and seconds are decimal, minutes and hours are not. */
function unitFor(largestMs: number): number {
  if (largestMs >= 2 * 3600e3) return 3600e3;
  if (largestMs >= 2 * 60e3) return 60e3;
  return largestMs >= 60e3 ? 15e3 : 1;
}

/** Those of the values whose labels have so many pixels to themselves; the last always. */
export function placed(values: readonly number[], at: (value: number) => number, room: number): readonly number[] {
  const shown: number[] = [];
  let next = Number.POSITIVE_INFINITY;
  for (const value of [...values].reverse()) {
    if (next - at(value) < room) continue;
    shown.unshift(value);
    next = at(value);
  }
  return shown;
}
