/**
 * Times of several who do the same in one process. They take turns; in a turn each runs many times in a row, as one that
 * is used on its own would, and the first runs do not count. The calmest turn counts: the machine may have more to do.
 */
import { median } from '../measure';

const turns = 5;
const warmUpMs = 150;
const measuredMs = 400;
const fewestRuns = 6;

/** For each runner the least of the medians of its turns, in milliseconds. It gets the number of its run. */
export async function race(runners: readonly ((run: number) => unknown)[]): Promise<readonly number[]> {
  const contestants = runners.map((run) => ({ run, runs: 0, medians: [] as number[] }));
  for (let turn = 0; turn < turns; turn++) {
    for (const contestant of contestants) {
      await repeat(contestant, warmUpMs * (turn === 0 ? 4 : 1));
      contestant.medians.push(median(await repeat(contestant, measuredMs)));
    }
  }
  return contestants.map(({ medians }) => Math.min(...medians));
}

interface Contestant {
  readonly run: (run: number) => unknown;
  runs: number;
}

/** For so long, and at least so often. */
async function repeat(contestant: Contestant, durationMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (const startMs = performance.now(); performance.now() - startMs < durationMs || times.length < fewestRuns; ) {
    const before = performance.now();
    const result = contestant.run(contestant.runs++);
    if (result instanceof Promise) await result;
    times.push(performance.now() - before);
  }
  return times;
}
