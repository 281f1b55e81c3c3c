/** What a host holds where a line of a flow is about to be written, as far as the text tells without running it. */
import type { Flow, Host, Step, Topology } from '../language/topology';
import { flowAround } from './flow-summary';

/** A place in a flow: what its steps before that line have done counts. */
export interface Moment {
  readonly flow: Flow | undefined;
  readonly line: number;
}

export function momentAt(topology: Topology, line: number): Moment {
  return { flow: flowAround(topology, line), line };
}

/** What it shares from the start, and what the steps so far have brought it. */
export function heldAt(host: Host, { flow, line }: Moment): ReadonlySet<string> {
  const held = new Set(host.shares.map(({ resource }) => resource));
  if (flow) collect(flow.steps, host, line, held);
  return held;
}

function collect(steps: readonly Step[], host: Host, line: number, held: Set<string>): void {
  for (const step of steps) {
    if (step.span.line >= line) return;
    if (step.kind === 'request') {
      const { message } = step;
      if (message.verb === 'get' && step.from.includes(host)) held.add(message.resource);
      if (message.verb === 'put' && step.to.includes(host)) held.add(message.resource);
      collect(step.body, host, line, held);
      collect(step.otherwise ?? [], host, line, held);
    } else if (step.kind === 'fetch' || step.kind === 'publish') {
      if (step.hosts.includes(host)) held.add(step.resource);
    } else if (step.kind === 'together' || step.kind === 'repeat') collect(step.body, host, line, held);
  }
}
