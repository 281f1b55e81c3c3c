/** One run of a plan, reduced to the figures that architectures are compared by. */
import type { Host } from '../../language/topology';
import { arrived, isMessage } from '../../simulation/roles';
import { type Simulation, startSimulation } from '../../simulation/simulate';
import type { HostMetrics, Trace, TraceStep } from '../../simulation/trace';
import type { Measures } from './comparison';
import { flowOf, type Plan } from './plan';

export interface Conditions {
  /** Who fetches: all fetching hosts of the job, or all but one that is lost. */
  readonly fetchers: readonly Host[];
  /** Offline from the start. */
  readonly without?: string;
  readonly maxSteps: number;
}

/** A run that is being made: with how many fetching hosts, and who is lost. */
export interface Progress {
  readonly fetchers: number;
  readonly without: string | undefined;
}

/** So many events take a few milliseconds. */
const eventsAtOnce = 1000;

/** Yields again and again while it runs. */
export function* measuring(plan: Plan, conditions: Conditions): Generator<Progress, Measures> {
  const simulation = startRun(plan, conditions);
  const progress = { fetchers: conditions.fetchers.length, without: conditions.without };
  do yield progress;
  while (simulation.advance(eventsAtOnce));
  return measuresOf(plan, conditions, simulation.end());
}

function measuresOf(plan: Plan, conditions: Conditions, trace: Trace): Measures {
  const { messages, streams, receivedMs } = readSteps(trace, plan.job.resource);
  const times = conditions.fetchers.flatMap(({ name }) => receivedMs.get(name) ?? []);
  const isServed = times.length === conditions.fetchers.length;
  const busiest = busiestOf(trace.metrics);
  return {
    outcome: trace.truncated !== undefined ? 'cut short' : isServed ? 'completed' : 'failed',
    why: isServed ? undefined : trace.why,
    served: times.length,
    timeMs: isServed ? Math.max(...times) : undefined,
    messages,
    bytesSent: trace.metrics.reduce((sum, { bytesSent }) => sum + bytesSent, 0),
    busiest: busiest && { host: busiest.host, bytesSent: busiest.bytesSent },
    operatorBytes: operatorBytes(plan, trace.metrics),
    streams,
    steps: trace.steps.length,
  };
}

function startRun(plan: Plan, { fetchers, without, maxSteps }: Conditions): Simulation {
  const { topology, scenario } = plan.stage;
  const lost = without === undefined ? undefined : topology.nodeByName.get(without);
  const loss = lost && ({ kind: 'offline', nodes: [lost], span: lost.span } as const);
  const changed = loss && { name: '', changes: [...(scenario?.changes ?? []), loss], span: loss.span };
  return startSimulation(topology, flowOf(plan, fetchers), { scenario: changed ?? scenario, maxSteps });
}

function readSteps({ steps }: Trace, resource: string) {
  const receivedMs = new Map<string, number>();
  const pairs = new Set<string>();
  let messages = 0;
  for (const step of steps) {
    if (!isMessage(step)) continue;
    messages += 1;
    if (carries(step, resource)) pairs.add(JSON.stringify([step.from, step.to]));
    for (const change of step.changes) {
      if (change.kind !== 'holds' || change.resource !== resource || receivedMs.has(change.host)) continue;
      receivedMs.set(change.host, step.endMs);
    }
  }
  return { messages, streams: pairs.size, receivedMs };
}

/** Some of the resource got to the other end. */
function carries(step: TraceStep, resource: string): boolean {
  return step.resource === resource && (step.kind === 'data' || step.kind === 'piece') && isDelivered(step);
}

function isDelivered(step: TraceStep): boolean {
  return step.outcome === 'ok' && arrived(step);
}

function busiestOf(metrics: readonly HostMetrics[]): HostMetrics | undefined {
  let best: HostMetrics | undefined;
  for (const each of metrics) if (each.bytesSent > (best?.bytesSent ?? 0)) best = each;
  return best;
}

/** Whoever offers the resource pays for what holders and centre send; what peers send is free. */
function operatorBytes({ parts, job }: Plan, metrics: readonly HostMetrics[]): number {
  const fetching = new Set(job.fetchers.map(({ name }) => name));
  return metrics.reduce(
    (sum, { host, bytesSent }) => (parts.has(host) && !fetching.has(host) ? sum + bytesSent : sum),
    0,
  );
}
