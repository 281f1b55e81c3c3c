/** `needs`: the flow fails without a node. `survives loss of`: it does not. Each node is taken offline in a run of its own. */
import type { Flow, Host, Node, Scenario } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Trace } from '../../simulation/trace';
import { listed, quoted } from '../../simulation/words';
import { failuresIn, howItCompletes, idle, isIdle } from './flow';
import { type Context, type ExpectationOf, firstThatFails, unknown, type Verdict, when } from './verdict';

export function checkNeeds(context: Context, { flow, scenario, nodes }: ExpectationOf<'needs'>): Verdict {
  const whole = context.runs.trace(flow, { scenario });
  if (!whole) return unknown(context, flow);
  if (whole.outcome === 'failed') {
    const because = `Nothing has to be lost for that: ${whole.why ?? ''}`;
    return { holds: false, actual: 'it fails anyway', because, related: failuresIn(flow, whole) };
  }
  const verdict = firstThatFails(nodes, (node) => checkNeed(context, flow, scenario, node));
  return nodes.length === 1 ? verdict : { ...verdict, instead: undefined };
}

function checkNeed(context: Context, flow: Flow, scenario: Scenario | undefined, node: Node): Verdict {
  const trace = context.runs.trace(flow, { scenario, without: node });
  if (!trace) return unknown(context, flow);
  if (trace.outcome === 'failed') {
    return { holds: true, actual: `it fails without ${shorten(node.name)}`, because: `Because ${trace.why ?? ''}` };
  }
  const because = `With ${shorten(node.name)} offline${when(scenario)}: ${howItCompletes(flow, trace)}.`;
  return {
    holds: false,
    actual: `it succeeds without ${shorten(node.name)}`,
    instead: `survives loss of ${node.name}`,
    because,
  };
}

/**
 * A host that is named is taken at its word: the flow runs as it is written. For `any host` what the lost host would have
 * done of its own accord is left out; otherwise no flow in which somebody acts could survive the loss of that host.
 */
export function checkSurvives(context: Context, expectation: ExpectationOf<'survives'>): Verdict {
  const { flow, scenario } = expectation;
  const whole = context.runs.trace(flow, { scenario });
  if (!whole) return unknown(context, flow);
  if (whole.outcome === 'failed') {
    const because = `Nothing has to be lost for that: ${whole.why ?? ''}`;
    return { holds: false, actual: 'it fails anyway', because, related: failuresIn(flow, whole) };
  }
  if (isIdle(whole)) return idle(flow, scenario);
  const nodes = expectation.nodes ?? concernedBy(context, whole);
  for (const node of nodes) {
    const trace = context.runs.trace(flow, { scenario, without: node, isAbsent: !expectation.nodes });
    if (!trace) return unknown(context, flow);
    if (trace.outcome === 'completed') continue;
    const because = `With ${shorten(node.name)} offline${when(scenario)}, ${quoted(flow.name)} fails: ${trace.why ?? ''}`;
    const instead = `needs ${node.name}`;
    const related = failuresIn(flow, trace);
    return { holds: false, actual: `it fails without ${shorten(node.name)}`, instead, because, related };
  }
  const names = listed(nodes.map((node) => node.name));
  const apart = nodes.length > 1 ? ', each lost on its own' : '';
  return { holds: true, actual: 'it survives', because: `It succeeds without ${names}${apart}.` };
}

/** Hosts that no message concerns cannot be missed, so they need no run. */
function concernedBy({ runs }: Context, { steps }: Trace): readonly Host[] {
  const { from, to } = steps.columns;
  const concerned = new Set([...new Set(from), ...new Set(to)]);
  return runs.topology.hosts.filter((host) => concerned.has(host.index));
}
