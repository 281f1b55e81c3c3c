/**
 * What the others lose when one host is lost: each that takes part is taken offline in a run of its own. Where there are
 * too many, all that do more than fetch are tried, and fetching hosts evenly from first to last.
 */
import { type Budget, leastLosses } from './budget';
import type { FatalLoss, Losses, Measures } from './comparison';
import type { Attempt } from './growth';
import { measuring, type Progress } from './measure';
import type { Plan } from './plan';

/** At most `share` steps. */
export function* losing({ plan, measures }: Attempt, budget: Budget, share: number): Generator<Progress, Losses> {
  const { fetchers } = plan.job;
  const all = candidates(plan);
  const chosen = spread(all, Math.max(leastLosses, Math.floor(share / Math.max(1, measures.steps))));
  const fatal: FatalLoss[] = [];
  for (const host of chosen) {
    const others = fetchers.filter(({ name }) => name !== host);
    const run = yield* measuring(plan, { fetchers: others, without: host, maxSteps: budget.runSteps });
    budget.spend(run.steps);
    if (run.outcome !== 'completed') fatal.push(fatalLoss(plan, host, others.length, run));
  }
  return { tried: chosen.length, of: all.length, fatal };
}

function fatalLoss({ parts }: Plan, host: string, others: number, { served, why }: Measures): FatalLoss {
  return { host, parts: parts.get(host) ?? [], unserved: others - served, why };
}

/** Those that do more than fetch come first. Who fetches alone leaves nobody who could go without. */
function candidates({ parts, job: { fetchers } }: Plan): readonly string[] {
  const fetching = new Set(fetchers.map(({ name }) => name));
  const others = [...parts.keys()].filter((name) => !fetching.has(name));
  return fetchers.length > 1 ? [...others, ...fetching] : others;
}

function spread(all: readonly string[], limit: number): readonly string[] {
  if (all.length <= limit) return all;
  const first = Math.ceil(limit / 2);
  const step = (all.length - first) / (limit - first);
  const rest = Array.from({ length: limit - first }, (_, place) => all[first + Math.floor(place * step)] ?? '');
  return [...all.slice(0, first), ...rest];
}
