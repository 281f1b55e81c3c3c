/**
 * The same job as client-server, hybrid and peer-to-peer: for more and more fetching hosts, and without each host in turn.
 * A generator, so that whoever has other things to do can do them meanwhile. It stays within a budget, and the result says
 * how far it came. The same file gives the same figures.
 */
import type { Scenario, Topology } from '../../language/topology';
import { settingsOf } from '../../simulation/start';
import { type AccessRates, accessRatesOf, distributionBound } from './bounds';
import { type Budget, createBudget, defaultLimits, type Limits } from './budget';
import { ownCentre } from './centre';
import type { Compared, ComparedJob, Comparison, CurvePoint, Losses } from './comparison';
import { type Attempt, growing, isWhole, type Round } from './growth';
import { comparableIn, type Job, jobOf, type Problem } from './job';
import { losing } from './losses';
import type { Progress } from './measure';
import { reducedTo } from './stage';

export interface CompareOptions {
  readonly resource?: string | undefined;
  readonly scenario?: Scenario | undefined;
  readonly limits?: Limits;
}

export function compareArchitectures(topology: Topology, options: CompareOptions = {}): Comparison | Problem {
  const runs = comparing(topology, options);
  for (;;) {
    const next = runs.next();
    if (next.done) return next.value;
  }
}

/** Yields every few milliseconds. */
export function* comparing(
  topology: Topology,
  { resource, scenario, limits = defaultLimits }: CompareOptions = {},
): Generator<Progress, Comparison | Problem> {
  const whole = jobOf(topology, resource);
  if ('problem' in whole) return whole;
  const job = limited(whole, limits);
  const settings = settingsOf(topology, scenario);
  const network = networkFor(job, topology, whole);
  const rates = accessRatesOf(network, settings);
  const budget = createBudget(limits);
  const rounds = yield* growing(job, { topology: network, scenario, options: settings.options }, budget);
  // Where even one host is too many for a run, that is what there is to show.
  const finished = rounds.some(isWhole) ? rounds.filter(isWhole) : rounds;
  const last = finished[finished.length - 1];
  if (!last) return { problem: 'There was nothing to run.' };
  return {
    job: comparedJob(whole, last.job),
    scenario: scenario?.name,
    candidates: comparableIn(topology),
    architectures: yield* withLosses(last, rates, budget),
    curve: finished.map((round) => pointOf(round, rates)),
  };
}

function limited(job: Job, { hosts }: Limits): Job {
  return { ...job, holders: job.holders.slice(0, hosts), fetchers: job.fetchers.slice(0, hosts) };
}

function networkFor({ holders, fetchers }: Job, topology: Topology, whole: Job): Topology {
  const centre = ownCentre(topology, whole);
  return reducedTo(topology, new Set([...holders, ...fetchers, ...(centre ? [centre] : [])]));
}

function comparedJob(whole: Job, { resource, sizeBytes, holders, fetchers }: Job): ComparedJob {
  return {
    ...{ resource, sizeBytes },
    holders: holders.map(({ name }) => name),
    fetchers: fetchers.map(({ name }) => name),
    holdersInFile: whole.holders.length,
    fetchersInFile: whole.fetchers.length,
  };
}

function* withLosses({ attempts }: Round, rates: AccessRates, budget: Budget): Generator<Progress, Compared[]> {
  const compared: Compared[] = [];
  for (const [place, attempt] of attempts.entries()) {
    const share = budget.left() / (attempts.length - place);
    const hasWorked = attempt.measures.outcome === 'completed';
    compared.push(comparedOf(attempt, rates, hasWorked ? yield* losing(attempt, budget, share) : undefined));
  }
  return compared;
}

function comparedOf({ plan, measures }: Attempt, rates: AccessRates, losses: Losses | undefined): Compared {
  const { architecture, patterns } = plan.recipe;
  const boundMs = distributionBound(architecture, plan.job, rates);
  return { architecture, patterns, centre: plan.centre, boundMs, losses, ...measures };
}

function pointOf({ job, attempts }: Round, rates: AccessRates): CurvePoint {
  return {
    fetchers: job.fetchers.length,
    timesMs: attempts.map(({ measures }) => measures.timeMs),
    boundsMs: attempts.map(({ plan }) => distributionBound(plan.recipe.architecture, plan.job, rates)),
  };
}
