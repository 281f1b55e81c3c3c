/**
 * The runs that the analysis rests on: each flow, under each scenario and loss that somebody asks for, at most once, and
 * never more than the budget. What was too large to run is missing, and the asker says so.
 */
import type { Flow, Node, Scenario, Topology } from '../language/topology';
import { type Simulation, type SimulationOptions, simulate, startSimulation } from '../simulation/simulate';
import type { Trace } from '../simulation/trace';
import { quoted } from '../simulation/words';
import { withoutActor } from './absence';
import type { RunMemory } from './run-memory';

/** Under which circumstances a flow runs. */
export interface Circumstances {
  readonly scenario?: Scenario | undefined;
  /** Offline from the start, besides what the scenario says. */
  readonly without?: Node | undefined;
  /** What that node would do of its own accord is left out of the flow. */
  readonly isAbsent?: boolean;
}

/** A run that takes too long to wait for: somebody makes it meanwhile, and puts it into the memory. */
export interface LongRun {
  readonly flow: Flow;
  readonly circumstances: Circumstances;
  /** What it may take. */
  readonly maxSteps: number;
}

/** Runs of more steps than `above` are not made here but handed on, and count as missing until they are in the memory. */
export interface Elsewhere {
  readonly above: number;
  want(run: LongRun): void;
}

export interface Runs {
  readonly topology: Topology;
  /** Undefined where the flow is too large to run within the budget. */
  trace(flow: Flow, circumstances?: Circumstances): Trace | undefined;
  /** Why a flow was not run to its end: a sentence. */
  whyMissing(flow: Flow): string;
}

/** Every run keeps something for each host, so that many short runs of a large network add up, too. */
const hostsPerStep = 100;

/**
 * `maxSteps` is what one flow may take. A flow too large must not keep the others from running, nor may many such flows
 * add up: each may take half of what is left of twice that. Runs that are `known` or in the memory are not made again;
 * the latter count for the budget all the same, so that it does not depend on what was typed before.
 */
export function createRuns(
  topology: Topology,
  maxSteps: number,
  memory: RunMemory,
  known?: Runs,
  elsewhere?: Elsewhere,
): Runs {
  const traces = new Map<string, Trace | undefined>();
  const reasons = new Map<Flow, string>();
  const leastCost = 1 + Math.floor(topology.hosts.length / hostsPerStep);
  let left = maxSteps * 2;
  return { topology, trace, whyMissing };

  function trace(flow: Flow, circumstances: Circumstances = {}): Trace | undefined {
    if (known && !circumstances.scenario && !circumstances.without) return known.trace(flow);
    const key = keyOf(flow, circumstances);
    if (!traces.has(key)) traces.set(key, run(flow, circumstances));
    return traces.get(key);
  }

  function run(flow: Flow, circumstances: Circumstances): Trace | undefined {
    const limit = Math.min(maxSteps, Math.floor(left / 2));
    if (limit < 1) return missing(flow, `${quoted(flow.name)} was not run, because what was run before is too large.`);
    const kept = memory.recall(flow, circumstances);
    if (kept && kept.steps.length <= limit) {
      left -= Math.max(kept.steps.length, leastCost);
      return kept.truncated === undefined ? kept : missing(flow, whyStopped(kept));
    }
    const here = Math.min(limit, elsewhere?.above ?? limit);
    const result = simulate(topology, ...runOf({ flow, circumstances, maxSteps: here }));
    if (result.truncated !== undefined && here < limit) {
      elsewhere?.want({ flow, circumstances, maxSteps: limit });
      left -= limit;
      return missing(flow, `${quoted(flow.name)} is still to be run.`);
    }
    // A run that was stopped has used up its share, also where it spent it on something other than steps.
    left -= Math.max(result.truncated === undefined ? result.steps.length : limit, leastCost);
    if (result.truncated === undefined) {
      memory.remember(flow, circumstances, result);
      return result;
    }
    return missing(flow, whyStopped(result));
  }

  function missing(flow: Flow, reason: string): undefined {
    if (!reasons.has(flow)) reasons.set(flow, reason);
  }

  function whyMissing(flow: Flow): string {
    return reasons.get(flow) ?? known?.whyMissing(flow) ?? '';
  }

  function keyOf(flow: Flow, { scenario, without, isAbsent }: Circumstances): string {
    const places = [
      topology.flows.indexOf(flow),
      scenario && topology.scenarios.indexOf(scenario),
      without?.index,
      isAbsent,
    ];
    return places.join(' ');
  }
}

function whyStopped({ findings, truncated }: Trace): string {
  return findings.find(({ code }) => code === 'too-large')?.message ?? truncated ?? '';
}

/** The same run, to be gone through bit by bit. */
export function startRun(topology: Topology, run: LongRun): Simulation {
  return startSimulation(topology, ...runOf(run));
}

function runOf({ flow, circumstances, maxSteps }: LongRun): [Flow, SimulationOptions] {
  const { without, isAbsent } = circumstances;
  const whatRuns = without && isAbsent ? withoutActor(flow, without) : flow;
  return [whatRuns, { scenario: scenarioOf(circumstances), maxSteps }];
}

function scenarioOf({ scenario, without }: Circumstances): Scenario | undefined {
  if (!without) return scenario;
  const span = without.span;
  const loss = { kind: 'offline', nodes: [without], span } as const;
  return { name: `without ${without.name}`, changes: [...(scenario?.changes ?? []), loss], span };
}
