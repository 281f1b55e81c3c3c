/**
 * Writes the trace while the run goes on. A step is begun when its message is sent and completed when it has arrived or
 * is given up, so the steps are in the order of their starts and a cause always comes before its effect.
 */
import type { Topology } from '../language/topology';
import type { Budget } from './budget';
import type { Engine } from './engine';
import { arrived } from './roles';
import type { Draft } from './state';
import type { Change, Finding, HostMetrics, TraceKind, TraceStep } from './trace';

/** A step that is still being written. */
export type OpenStep = { -readonly [Key in keyof TraceStep]: TraceStep[Key] } & { readonly changes: Change[] };

export type StepStart = {
  readonly [Key in keyof Omit<TraceStep, 'index' | 'startMs' | 'endMs' | 'changes'>]?: TraceStep[Key] | undefined;
} & { readonly kind: TraceKind; readonly line: number };

/** An `otherwise` block that is waiting, or another second chance: it deals with the findings made under it. */
export interface Handling {
  readonly outer: Handling | undefined;
  isNeeded: boolean;
}

export type FoundFact = Omit<Finding, 'handled'>;

export interface Recorder {
  begin(start: StepStart): OpenStep;
  change(step: OpenStep, change: Change): void;
  /** Ends the step now. */
  complete(step: OpenStep): void;
  find(fact: FoundFact, handling: Handling | undefined): void;
  /** Steps that were still under way are closed at `endMs`. */
  finish(endMs: number): Recording;
}

export interface Recording {
  readonly steps: readonly TraceStep[];
  readonly findings: readonly Finding[];
}

export function createRecorder(engine: Engine, budget: Budget, world: Draft): Recorder {
  const steps: OpenStep[] = [];
  const facts: { readonly fact: FoundFact; readonly handling: Handling | undefined }[] = [];
  return {
    begin(start) {
      budget.spendStep();
      const step = openStep(start, steps.length, engine.nowMs);
      steps.push(step);
      return step;
    },
    change(step, change) {
      world.apply(change);
      step.changes.push(change);
    },
    complete(step) {
      step.endMs = engine.nowMs;
    },
    find(fact, handling) {
      facts.push({ fact, handling });
    },
    finish(endMs) {
      for (const step of steps) if (step.endMs > endMs) stopShort(step, endMs);
      return { steps, findings: facts.map(({ fact, handling }) => ({ ...fact, handled: isHandled(handling) })) };
    },
  };
}

/** Written out field by field: a run makes thousands of these, and spreading defaults took most of its time. */
function openStep(start: StepStart, index: number, startMs: number): OpenStep {
  return {
    index,
    startMs,
    endMs: Number.POSITIVE_INFINITY,
    kind: start.kind,
    from: start.from,
    to: start.to,
    client: start.client,
    server: start.server,
    path: start.path ?? [],
    service: start.service,
    verb: start.verb,
    resource: start.resource,
    text: start.text,
    sizeBytes: start.sizeBytes,
    line: start.line,
    cause: start.cause,
    outcome: start.outcome ?? 'ok',
    why: start.why,
    answer: start.answer,
    stale: start.stale ?? [],
    changes: [],
  };
}

function stopShort(step: OpenStep, endMs: number): void {
  step.endMs = endMs;
  step.outcome = 'failed';
  step.why = 'It was still under way when the run was stopped.';
}

function isHandled(handling: Handling | undefined): boolean {
  for (let at = handling; at; at = at.outer) if (at.isNeeded) return true;
  return false;
}

/** The counters of each host. Bytes count where they have arrived; an answer counts once it is sent. */
export function metricsOf({ hosts }: Topology, steps: readonly TraceStep[]): readonly HostMetrics[] {
  const byHost = new Map(hosts.map(({ name }) => [name, { host: name, ...noMetrics }]));
  for (const step of steps) {
    const from = byHost.get(step.from ?? '');
    const to = byHost.get(step.to ?? '');
    if (!from || !to) continue;
    if ((step.kind === 'response' || step.kind === 'data') && step.path.length > 0) from.requestsServed += 1;
    if (step.outcome !== 'ok' || !arrived(step)) continue;
    from.bytesSent += step.sizeBytes ?? 0;
    to.bytesReceived += step.sizeBytes ?? 0;
    if (step.kind !== 'stream') continue;
    from.streamsOut += 1;
    to.streamsIn += 1;
  }
  return [...byHost.values()];
}

const noMetrics = { bytesSent: 0, bytesReceived: 0, requestsServed: 0, streamsOut: 0, streamsIn: 0 };
