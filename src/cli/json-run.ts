/** A run as JSON: the contract of `topo run`. A step's `index` counts from 0; `cause` is the index of another step. */
import type { StepList } from '../simulation/step-list';
import type { TraceStep } from '../simulation/trace';
import type { RunResult } from './run-result';

export function runAsJson({ trace, messages, hosts, index }: RunResult) {
  const { flow, scenario, seed, outcome, why, endMs, steps } = trace;
  return {
    flow,
    scenario: scenario ?? null,
    seed,
    outcome,
    why: why ?? null,
    endTime: endMs,
    messages,
    steps: stepsAsJson(steps),
    hosts: hosts.map(({ host, role, ...counters }) => ({ host, role: role ?? null, ...counters })),
    index,
  };
}

function* stepsAsJson(steps: StepList) {
  for (const step of steps) yield stepAsJson(step);
}

function stepAsJson(step: TraceStep) {
  return {
    index: step.index,
    start: step.startMs,
    end: step.endMs,
    kind: step.kind,
    from: step.from ?? null,
    to: step.to ?? null,
    service: step.service ?? null,
    verb: step.verb ?? null,
    resource: step.resource ?? null,
    text: step.text ?? null,
    size: step.sizeBytes ?? null,
    piece: step.piece ?? null,
    ttl: step.ttl ?? null,
    answer: step.answer ?? null,
    line: step.line + 1,
    cause: step.cause ?? null,
    outcome: step.outcome,
    why: step.why ?? null,
  };
}
