/**
 * Who asks whom, as the runs show it: the raw material of roles and architecture. A flow that was too large to run is
 * read instead, step by step, as if everything in it worked.
 */
import type { Span } from '../language/source';
import { allSteps, type Flow, type Scenario, type Step } from '../language/topology';
import { acts, isMessage } from '../simulation/roles';
import type { Trace, TraceStep } from '../simulation/trace';
import type { Runs } from './runs';
import { stepSpans } from './step-spans';

export interface Exchange {
  readonly flow: string;
  readonly span: Span;
  readonly isPush: boolean;
  readonly verb: string | undefined;
  readonly service: string | undefined;
  readonly client: string;
  readonly server: string;
  /** Whether each end acted in its role: an unreachable server did not serve. */
  readonly clientActs: boolean;
  readonly serverActs: boolean;
  /** The client asks only because somebody else asked it, in order to answer. */
  readonly isOnBehalf: boolean;
}

export function exchangesOf(runs: Runs, flows: readonly Flow[], scenario: Scenario | undefined): readonly Exchange[] {
  return flows.flatMap((flow) => {
    const trace = runs.trace(flow, { scenario });
    return trace ? remembered(flow, trace) : written(flow);
  });
}

/** Each of many expectations asks for the same. */
const exchangesByTrace = new WeakMap<Trace, readonly Exchange[]>();

function remembered(flow: Flow, trace: Trace): readonly Exchange[] {
  const exchanges = exchangesByTrace.get(trace) ?? recorded(flow, trace);
  exchangesByTrace.set(trace, exchanges);
  return exchanges;
}

function recorded(flow: Flow, trace: Trace): readonly Exchange[] {
  const spans = stepSpans(flow);
  return trace.steps.flatMap((step): readonly Exchange[] => {
    // An answer says nothing about roles that its request has not said.
    if (!isMessage(step) || step.kind === 'response' || step.kind === 'data') return [];
    if (step.client === undefined || step.server === undefined) return [];
    return [
      {
        flow: flow.name,
        span: spans.get(step.line) ?? flow.span,
        isPush: step.kind === 'push',
        verb: step.verb,
        service: step.service,
        client: step.client,
        server: step.server,
        clientActs: acts(step, 'client'),
        serverActs: acts(step, 'server'),
        isOnBehalf: isOnBehalf(trace, step),
      },
    ];
  });
}

/** The client of this message asks only because somebody else asked it. */
export function isOnBehalf({ steps }: Trace, step: TraceStep): boolean {
  for (let cause = steps.at(step.cause ?? -1); cause; cause = steps.at(cause.cause ?? -1)) {
    if (cause.kind === 'request' && cause.server === step.client) return true;
  }
  return false;
}

function written(flow: Flow): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  for (const step of allSteps(flow)) {
    if (step.kind !== 'request' && step.kind !== 'push') continue;
    for (const [from, to] of somePairs(step)) {
      const [client, server] = step.kind === 'push' ? [to, from] : [from, to];
      exchanges.push({
        flow: flow.name,
        span: step.span,
        isPush: step.kind === 'push',
        verb: step.message.verb,
        service: step.service?.name,
        client,
        server,
        clientActs: true,
        serverActs: true,
        isOnBehalf: false,
      });
    }
  }
  return exchanges.reverse();
}

/** Of each side of a step this many hosts are named: enough to see who does what in a flow too large to run. */
const maximumNamed = 1000;

/** Pairs that name each host once, instead of all of what may be ten thousand million. */
function somePairs({
  from,
  to,
}: Extract<Step, { readonly kind: 'request' | 'push' }>): readonly (readonly [string, string])[] {
  const [one] = from;
  const [other] = to;
  if (!one || !other) return [];
  return [
    ...to.slice(0, maximumNamed).map((host) => [one.name, host.name] as const),
    ...from.slice(1, maximumNamed).map((host) => [host.name, other.name] as const),
  ].filter(([a, b]) => a !== b);
}
