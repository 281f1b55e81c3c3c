/** Times that can be compared: the median of many runs, after enough of them that the code is compiled. */

/** At least so many runs, and at least so long. */
const minimumRuns = 30;
const minimumMs = 600;
const warmUpMs = 400;

/** In milliseconds. `run` gets the number of the run, so that each can be given something new. */
export function medianMs(run: (number: number) => unknown): number {
  let number = 0;
  for (const startMs = performance.now(); performance.now() - startMs < warmUpMs; ) run(number++);
  const times: number[] = [];
  for (const startMs = performance.now(); times.length < minimumRuns || performance.now() - startMs < minimumMs; ) {
    const before = performance.now();
    run(number++);
    times.push(performance.now() - before);
  }
  return median(times);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
