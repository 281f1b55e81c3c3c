/** Where the steps of a flow are in the file: a trace knows lines only, and there is one statement on a line. */
import type { Span } from '../language/source';
import { allSteps, type Flow } from '../language/topology';

/** The statement on each 0-based line of the flow, blocks and `otherwise` blocks included. */
export function stepSpans(flow: Flow): ReadonlyMap<number, Span> {
  const spans = new Map<number, Span>();
  for (const { span } of allSteps(flow)) spans.set(span.line, span);
  return spans;
}
