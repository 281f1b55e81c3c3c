/**
 * A flow as it would be written if a host were not there: it asks nothing and does nothing of its own accord. What others
 * ask of it stays, and fails.
 */
import type { Flow, Host, Node, Step } from '../language/topology';

export function withoutActor(flow: Flow, absent: Node): Flow {
  return { ...flow, steps: without(flow.steps, absent) };
}

/** A step keeps its place even if nobody is left to do it: that a flow joins a service says something about the others. */
function without(steps: readonly Step[], absent: Node): readonly Step[] {
  const others = (hosts: readonly Host[]) => hosts.filter((host) => host !== absent);
  return steps.map((step): Step => {
    if (step.kind === 'push') return { ...step, from: others(step.from) };
    if (step.kind === 'request') {
      const otherwise = step.otherwise && without(step.otherwise, absent);
      return { ...step, from: others(step.from), body: without(step.body, absent), otherwise };
    }
    if (step.kind === 'together' || step.kind === 'repeat') return { ...step, body: without(step.body, absent) };
    return 'hosts' in step ? { ...step, hosts: others(step.hosts) } : step;
  });
}
