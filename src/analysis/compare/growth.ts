/**
 * The job for more and more hosts: 1, 2, 5, 10 … up to all that fetch, each time as every architecture. It ends early where
 * a run was cut short, or where the next would use up what is left.
 */
import { type Budget, leastLosses } from './budget';
import type { Measures } from './comparison';
import type { Job } from './job';
import { measuring, type Progress } from './measure';
import { type Plan, planOf, type Setting } from './plan';
import { recipesFor } from './recipes';

/** One architecture with so many hosts. */
export interface Attempt {
  readonly plan: Plan;
  readonly measures: Measures;
}

/** All architectures with so many hosts. */
export interface Round {
  readonly job: Job;
  readonly attempts: readonly Attempt[];
}

export function* growing(job: Job, setting: Setting, budget: Budget): Generator<Progress, readonly Round[]> {
  const rounds: Round[] = [];
  for (const size of sizesUpTo(job.fetchers.length)) {
    if (!isAffordable(rounds.at(-1), size, budget)) break;
    const round = yield* roundOf({ ...job, fetchers: job.fetchers.slice(0, size) }, setting, budget);
    rounds.push(round);
    if (!isWhole(round)) break;
  }
  return rounds;
}

export function isWhole({ attempts }: Round): boolean {
  return attempts.every(({ measures }) => measures.outcome !== 'cut short');
}

/** The last is the number itself. */
export function sizesUpTo(count: number): readonly number[] {
  const sizes: number[] = [];
  for (let decade = 1; decade < count; decade *= 10) sizes.push(decade, 2 * decade, 5 * decade);
  return [...sizes.filter((size) => size < count), count];
}

function* roundOf(job: Job, setting: Setting, budget: Budget): Generator<Progress, Round> {
  const attempts: Attempt[] = [];
  for (const recipe of recipesFor(job)) {
    const plan = planOf(recipe, job, setting);
    const measures = yield* measuring(plan, { fetchers: job.fetchers, maxSteps: budget.runSteps });
    budget.spend(measures.steps);
    attempts.push({ plan, measures });
  }
  return { job, attempts };
}

/** Together with the losses that are tried in any case. Messages may grow a little faster than the hosts do. */
function isAffordable(last: Round | undefined, size: number, budget: Budget): boolean {
  if (!last) return true;
  const steps = last.attempts.map(({ measures }) => measures.steps);
  const growth = (size / last.job.fetchers.length) ** 1.2;
  const wanted = steps.reduce((sum, each) => sum + each, 0) * growth;
  return wanted * (1 + leastLosses) <= budget.left() && Math.max(...steps) * growth <= budget.runSteps;
}
