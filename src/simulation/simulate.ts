/**
 * Runs a flow once and records it. Deterministic to the byte: the same topology, flow, scenario and seed give the same
 * trace; there is no clock, and chance comes from the seed alone.
 */
import { allSteps, type Flow, type Scenario, type Step, type Topology } from '../language/topology';
import { createBudget, OutOfBudget } from './budget';
import { createChance } from './chance';
import { createDelivering } from './delivery';
import { createEngine } from './engine';
import { tooLarge } from './findings';
import { createRecorder, type FoundFact } from './recorder';
import type { Failure, Run } from './run';
import { initialWorld, settingsOf } from './start';
import { createDraft, type State } from './state';
import { runSteps } from './steps';
import type { Trace } from './trace';
import { quoted } from './words';

export interface SimulationOptions {
  readonly scenario?: Scenario | undefined;
  /** An integer; 1 if left out. */
  readonly seed?: number | undefined;
  /** The run ends, and says so, where the trace would become longer. */
  readonly maxSteps?: number | undefined;
  readonly untilMs?: number | undefined;
}

/** What an editor can afford while somebody types: a call of a hundred people, each to each, is just within it. */
export const defaultMaxSteps = 40_000;

/** A run that goes on only when it is told to, so that a long one can be watched, or left. */
export interface Simulation {
  /** Works on, for so many events at most; false once there is nothing left to do. */
  advance(maximumEvents: number): boolean;
  /** How many steps have been recorded, and how far the simulated clock has come. */
  progress(): { readonly steps: number; readonly timeMs: number };
  /** What has been recorded. If it is not over yet it is over now: what is under way counts as cut short. */
  end(): Trace;
}

export function simulate(topology: Topology, flow: Flow, options: SimulationOptions = {}): Trace {
  const simulation = startSimulation(topology, flow, options);
  simulation.advance(Number.POSITIVE_INFINITY);
  return simulation.end();
}

export function startSimulation(topology: Topology, flow: Flow, options: SimulationOptions = {}): Simulation {
  const { scenario, seed = 1, maxSteps = defaultMaxSteps, untilMs = Number.POSITIVE_INFINITY } = options;
  const initial = initialWorld(topology, flow, scenario);
  const run = createRun(topology, flow, initial, scenario, seed, maxSteps);
  const { engine, recorder } = run;
  let isStarted = false;
  // The engine may go on after the flow has ended: to the end that a transfer would have had, had nothing stopped it.
  let result: Ending | undefined;
  let ending: Ending | undefined;
  return { advance, progress: () => ({ steps: recorder.count, timeMs: engine.nowMs }), end };

  function advance(maximumEvents: number): boolean {
    if (ending) return false;
    try {
      if (!isStarted) start();
      const state = engine.run(untilMs, maximumEvents);
      if (state === 'paused') return true;
      ending = result ?? stopped(flow, engine.nowMs, `at ${untilMs} ms`);
    } catch (error) {
      if (!(error instanceof OutOfBudget)) throw error;
      const fact = tooLarge(flow.span.line, flow.name, error.message);
      ending = { ...stopped(flow, engine.nowMs, error.message), fact };
    }
    return false;
  }

  function start(): void {
    isStarted = true;
    const scope = { run, cause: undefined, handling: undefined, depth: 0 };
    engine.start(runSteps(scope, flow.steps), (failure) => {
      result = finished(failure, engine.nowMs);
    });
  }

  function end(): Trace {
    ending ??= stopped(flow, engine.nowMs, 'before its end');
    const { endMs, why, truncated, fact } = ending;
    if (fact) recorder.find(fact, undefined);
    const outcome = why === undefined ? 'completed' : 'failed';
    const about = { flow: flow.name, scenario: scenario?.name, seed, outcome, why, endMs, initial, truncated } as const;
    return { ...about, ...recorder.finish(endMs) };
  }
}

function createRun(
  topology: Topology,
  flow: Flow,
  initial: State,
  scenario: Scenario | undefined,
  seed: number,
  maxSteps: number,
): Run {
  const engine = createEngine();
  const budget = createBudget(maxSteps);
  const world = createDraft(initial);
  const settings = settingsOf(topology, scenario);
  const chance = createChance(seed);
  const recorder = createRecorder(topology, engine, budget, world);
  const parts = { topology, initial, engine, budget, recorder, settings, chance };
  const delivering = createDelivering({ ...parts, world: world.state, mayChange: hasFaults(flow) });
  return { ...parts, world, delivering, lookups: new Set(), requestLines: requestLinesOf(flow) };
}

function requestLinesOf(flow: Flow): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const { kind, span } of allSteps(flow)) if (kind === 'request') lines.add(span.line);
  return lines;
}

function hasFaults(flow: Flow): boolean {
  for (const { kind } of allSteps(flow)) if (faults.has(kind)) return true;
  return false;
}

const faults: ReadonlySet<Step['kind']> = new Set<Step['kind']>(['offline', 'online', 'cut', 'restore']);

interface Ending {
  readonly endMs: number;
  readonly why: string | undefined;
  readonly truncated: string | undefined;
  readonly fact?: FoundFact | undefined;
}

function finished(failure: Failure | undefined, endMs: number): Ending {
  return { endMs, why: failure && `${failure.why}.`, truncated: undefined };
}

function stopped(flow: Flow, endMs: number, where: string): Ending {
  const truncated = `${quoted(flow.name)} was stopped ${where}; what comes after is left out.`;
  return { endMs, why: truncated, truncated };
}
