/**
 * Who asks whom, as the runs show it: the raw material of roles and architecture. What is exchanged over and over again,
 * as in a swarm, counts once. A flow that was too large to run is read instead, step by step, as if everything in it worked.
 */
import type { Span } from '../language/source';
import { allSteps, type Flow, type Scenario, type Step } from '../language/topology';
import { hasArrived, type StepColumns, type StepContent, stepFlags, wasSent } from '../simulation/step-list';
import type { Trace, TraceKind } from '../simulation/trace';
import { type OnBehalf, onBehalfIn } from './on-behalf';
import type { Runs } from './runs';
import { stepSpans } from './step-spans';

export interface Exchange {
  readonly flow: string;
  readonly span: Span;
  /** The server sends without being asked: a push, a stream. */
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
  const { columns } = trace.steps;
  const spans = stepSpans(flow);
  const isOnBehalf = onBehalfIn(trace);
  return differentSteps(columns, isOnBehalf).map((step) => {
    const content = columns.contents[columns.content[step] ?? 0] as StepContent;
    const sender = columns.names[columns.from[step] ?? 0] ?? '';
    const receiver = columns.names[columns.to[step] ?? 0] ?? '';
    const clientSends = doesClientSend(columns, step);
    const arrives = hasArrived(columns, step);
    return {
      flow: flow.name,
      span: spans.get(content.line) ?? flow.span,
      isPush: !clientSends,
      verb: content.verb,
      service: content.service,
      client: clientSends ? sender : receiver,
      server: clientSends ? receiver : sender,
      clientActs: clientSends || arrives,
      serverActs: !clientSends || arrives,
      isOnBehalf: isOnBehalf(step),
    };
  });
}

/** An answer says nothing about roles that its request has not said. */
const beginnings: ReadonlySet<TraceKind> = new Set<TraceKind>(['request', 'query', 'push', 'stream']);

/** The first step of each exchange that differs from those before it in more than its time. */
function differentSteps(columns: StepColumns, isOnBehalf: OnBehalf): readonly number[] {
  const { content, contents, from, to, names } = columns;
  const sortOf = sorts(contents);
  const seen = new Set<number>();
  const steps: number[] = [];
  for (let step = 0; step < content.length; step += 1) {
    const sort = sortOf[content[step] ?? 0] ?? -1;
    if (sort < 0 || !wasSent(columns, step) || !hasEnds(columns, step)) continue;
    const ways =
      (hasArrived(columns, step) ? 1 : 0) + (isOnBehalf(step) ? 2 : 0) + (doesClientSend(columns, step) ? 4 : 0);
    const pair = (from[step] ?? 0) * names.length + (to[step] ?? 0);
    const key = (pair * contents.length + sort) * 8 + ways;
    if (seen.has(key)) continue;
    seen.add(key);
    steps.push(step);
  }
  return steps;
}

/** Contents that make the same exchange have the same number: the place of the first of them; -1 is none. */
function sorts(contents: readonly StepContent[]): readonly number[] {
  const first = new Map<string, number>();
  return contents.map(({ kind, verb, line, service }, place) => {
    if (!beginnings.has(kind)) return -1;
    const key = JSON.stringify([kind, verb, line, service]);
    const known = first.get(key) ?? place;
    first.set(key, known);
    return known;
  });
}

function hasEnds({ flags, to }: StepColumns, step: number): boolean {
  return ((flags[step] ?? 0) & (stepFlags.clientSends | stepFlags.serverSends)) !== 0 && (to[step] ?? -1) >= 0;
}

function doesClientSend({ flags }: StepColumns, step: number): boolean {
  return ((flags[step] ?? 0) & stepFlags.clientSends) !== 0;
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
