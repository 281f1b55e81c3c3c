/** Where the steps of a flow are in the file: a trace knows lines only, and there is one statement on a line. */
import type { Span } from '../language/source';
import type { Flow, Step } from '../language/topology';

/** The statement on each 0-based line of the flow, blocks and `otherwise` blocks included. */
export function stepSpans(flow: Flow): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  for (const { span } of allSteps(flow)) spans.set(span.line, span);
  return spans;
}

/** All steps of a flow, in no particular order; without recursion, because blocks may be nested to any depth. */
export function* allSteps(flow: Flow): Generator<Step> {
  const pending = [...flow.steps];
  for (let step = pending.pop(); step; step = pending.pop()) {
    yield step;
    if ('body' in step) for (const inner of step.body) pending.push(inner);
    if (step.kind === 'request') for (const inner of step.otherwise ?? []) pending.push(inner);
  }
}
