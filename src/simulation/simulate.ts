/**
 * Runs a flow once and records it. Deterministic to the byte: the same topology, flow, scenario and seed give the same
 * trace; there is no clock, and chance comes from the seed alone.
 */
import type { Flow, Scenario, Topology } from '../language/topology';
import { type Budget, createBudget, OutOfBudget } from './budget';
import { createDelivering } from './delivery';
import { createEngine } from './engine';
import { tooLarge } from './findings';
import { createRecorder, type FoundFact, metricsOf } from './recorder';
import type { Failure, Run } from './run';
import { initialWorld, settingsOf } from './start';
import { createDraft } from './state';
import { runSteps } from './steps';
import type { Trace, WorldState } from './trace';
import { quoted } from './words';

export interface SimulationOptions {
  readonly scenario?: Scenario | undefined;
  /** An integer; 1 if left out. */
  readonly seed?: number | undefined;
  /** The run ends, and says so, where the trace would become longer. */
  readonly maxSteps?: number | undefined;
  readonly untilMs?: number | undefined;
}

/** What an editor can afford while somebody types. */
export const defaultMaxSteps = 10_000;

export function simulate(topology: Topology, flow: Flow, options: SimulationOptions = {}): Trace {
  const { scenario, seed = 1, maxSteps = defaultMaxSteps, untilMs = Number.POSITIVE_INFINITY } = options;
  const initial = initialWorld(topology, flow, scenario);
  const run = createRun(topology, initial, scenario, seed, createBudget(maxSteps));
  const ending = play(run, flow, untilMs);
  if (ending.fact) run.recorder.find(ending.fact, undefined);
  const { endMs } = ending;
  const { steps, findings } = run.recorder.finish(endMs);
  return {
    flow: flow.name,
    scenario: scenario?.name,
    seed,
    outcome: ending.why === undefined ? 'completed' : 'failed',
    why: ending.why,
    endMs,
    steps,
    initial,
    metrics: metricsOf(topology, steps),
    findings,
    truncated: ending.truncated,
  };
}

function createRun(
  topology: Topology,
  initial: WorldState,
  scenario: Scenario | undefined,
  seed: number,
  budget: Budget,
): Run {
  const engine = createEngine();
  const world = createDraft(initial);
  const settings = settingsOf(topology, scenario);
  return {
    topology,
    settings,
    engine,
    budget,
    world,
    recorder: createRecorder(engine, budget, world),
    delivering: createDelivering(topology, engine, budget, world, settings, seed),
    lookups: new Set(),
  };
}

interface Ending {
  readonly endMs: number;
  readonly why: string | undefined;
  readonly truncated: string | undefined;
  readonly fact: FoundFact | undefined;
}

function play(run: Run, flow: Flow, untilMs: number): Ending {
  const { engine } = run;
  // The engine may go on after the flow has ended: to the end that a transfer would have had, had nothing stopped it.
  let result: { readonly failure: Failure | undefined; readonly endMs: number } | undefined;
  try {
    const scope = { run, cause: undefined, handling: undefined, depth: 0 };
    engine.start(runSteps(scope, flow.steps), (failure) => {
      result = { failure, endMs: engine.nowMs };
    });
    engine.run(untilMs);
  } catch (error) {
    if (!(error instanceof OutOfBudget)) throw error;
    const truncated = `${quoted(flow.name)} was stopped ${error.message}; what comes after is left out.`;
    return { endMs: engine.nowMs, why: truncated, truncated, fact: tooLarge(flow.span.line, flow.name, error.message) };
  }
  if (result) {
    const why = result.failure && `${result.failure.why}.`;
    return { endMs: result.endMs, why, truncated: undefined, fact: undefined };
  }
  const truncated = `${quoted(flow.name)} was stopped at ${untilMs} ms; what comes after is left out.`;
  return { endMs: engine.nowMs, why: truncated, truncated, fact: undefined };
}
