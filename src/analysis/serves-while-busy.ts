/**
 * A host that serves others while it moves something of its own in the same direction: both share its line, so its own
 * work takes longer. Read off the traces. A flow whose duration the file states is left alone: its author has measured it.
 */
import { type Diagnostic, diagnostic } from '../language/source';
import type { Host, Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { createNetwork, hopsOf, noFaults } from '../simulation/network';
import { messageKinds } from '../simulation/roles';
import { stepsSaying } from '../simulation/scan';
import { type StepColumns, type StepContent, stepFlags, wasSent } from '../simulation/step-list';
import type { Trace, TraceStep } from '../simulation/trace';
import { quoted } from '../simulation/words';
import { onBehalfIn } from './on-behalf';
import { duration } from './quantities';
import type { Runs } from './runs';
import { stepSpans } from './step-spans';

/** Less than this nobody notices: the limit for the flow of thought (Nielsen, Usability Engineering, 1993). */
const noticeableMs = 1000;

/** Of a host that does the same very often this many transfers are compared. */
const maximumCompared = 200;

export function busyDiagnostics(runs: Runs): readonly Diagnostic[] {
  const { topology } = runs;
  const seen = new Set<string>();
  return topology.flows.flatMap((flow) => {
    const trace = runs.trace(flow);
    const busy = trace ? remembered(topology, trace) : [];
    if (busy.length === 0 || topology.expectations.some((claim) => claim.kind === 'takes' && claim.flow === flow))
      return [];
    const spans = stepSpans(flow);
    return busy.flatMap(({ host, own, other, aloneMs }) => {
      // Where two hosts serve each other, one report is enough.
      const keys = [host, [own.line, other.line].sort().join()];
      if (keys.some((key) => seen.has(key))) return [];
      for (const key of keys) seen.add(key);
      const whileDoing = own.from === host ? 'sends' : 'receives';
      const message =
        `${shorten(host)} serves ${partner(other, host)} while it ${whileDoing} ${named(own)} itself, so that takes ` +
        `${seconds(own.endMs - own.startMs)} instead of ${seconds(aloneMs)}. If this happens often, let a dedicated server serve the others.`;
      const [span, otherSpan] = [own, other].map(({ line }) => spans.get(line) ?? flow.span);
      const related = otherSpan
        ? [{ message: `at the same time, ${shorten(host)} ${whileDoing} ${named(other)}`, span: otherSpan }]
        : [];
      return span ? [diagnostic('serves-while-busy', span, message, { related })] : [];
    });
  });
}

interface Busy {
  readonly host: string;
  /** What the host moves for itself, and for another at the same time. */
  readonly own: TraceStep;
  readonly other: TraceStep;
  /** What its own transfer takes with the way to itself. */
  readonly aloneMs: number;
}

/** A trace is kept for as long as no declaration changes. */
const busyByTrace = new WeakMap<Trace, readonly Busy[]>();

function remembered(topology: Topology, trace: Trace): readonly Busy[] {
  const known = busyByTrace.get(trace) ?? busyIn(topology, trace);
  busyByTrace.set(trace, known);
  return known;
}

function busyIn(topology: Topology, trace: Trace): readonly Busy[] {
  const { columns } = trace.steps;
  const isOnBehalf = onBehalfIn(trace);
  const transfers = transfersIn(trace);
  const own = byNode(
    transfers.filter((step) => tookMs(columns, step) >= noticeableMs && !isOnBehalf(step)),
    (step) => endOf(columns, step, 'client'),
  );
  const served = byNode(transfers, (step) => endOf(columns, step, 'server'));
  return [...own].flatMap(([node, places]) => {
    const host = topology.nodes[node];
    const steps = (list: readonly number[] = []) =>
      list.slice(0, maximumCompared).flatMap((at) => trace.steps.at(at) ?? []);
    return host?.kind === 'host' ? firstBusy(topology, host, steps(places), steps(served.get(node))) : [];
  });
}

function transfersIn({ steps }: Trace): readonly number[] {
  const { columns } = steps;
  const carries = ({ kind, sizeBytes = 0 }: StepContent) => messageKinds.has(kind) && sizeBytes > 0;
  return [...stepsSaying(steps, carries)].filter(
    (step) => ((columns.flags[step] ?? 0) & stepFlags.failed) === 0 && wasSent(columns, step),
  );
}

function tookMs({ startMs, endMs }: StepColumns, step: number): number {
  return (endMs[step] ?? 0) - (startMs[step] ?? 0);
}

/** The node that is client, or server, of a message, by place. */
function endOf({ flags, from, to }: StepColumns, step: number, role: 'client' | 'server'): number {
  const doesClientSend = ((flags[step] ?? 0) & stepFlags.clientSends) !== 0;
  return (doesClientSend === (role === 'client') ? from[step] : to[step]) ?? -1;
}

function byNode(steps: readonly number[], nodeOf: (step: number) => number): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const step of steps) {
    const group = groups.get(nodeOf(step));
    if (group) group.push(step);
    else groups.set(nodeOf(step), [step]);
  }
  return groups;
}

function firstBusy(
  topology: Topology,
  host: Host,
  own: readonly TraceStep[],
  others: readonly TraceStep[],
): readonly Busy[] {
  for (const step of own) {
    const other = others.find((candidate) => overlap(step, candidate) && shareLine(host, step, candidate));
    const aloneMs = other && timeAlone(topology, step);
    if (!other || aloneMs === undefined) continue;
    if (step.endMs - step.startMs - aloneMs >= noticeableMs) return [{ host: host.name, own: step, other, aloneMs }];
  }
  return [];
}

function overlap(a: TraceStep, b: TraceStep): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs;
}

/** In the same direction, through the same link at the host or within its own rate. */
function shareLine({ name, upBps, downBps }: Host, a: TraceStep, b: TraceStep): boolean {
  if (a.from === name && b.from === name) return upBps !== undefined || isLink(a, b, (path) => path[1]);
  if (a.to === name && b.to === name) return downBps !== undefined || isLink(a, b, (path) => path[path.length - 2]);
  return false;
}

function isLink(a: TraceStep, b: TraceStep, neighbour: (path: readonly string[]) => string | undefined): boolean {
  return neighbour(a.path) === neighbour(b.path);
}

/** Latency, then all bytes at the lowest rate on the way. */
function timeAlone(topology: Topology, { from, to, sizeBytes = 0 }: TraceStep): number | undefined {
  const sender = topology.nodeByName.get(from ?? '');
  const receiver = topology.nodeByName.get(to ?? '');
  if (sender?.kind !== 'host' || receiver?.kind !== 'host') return undefined;
  const route = createNetwork(topology, noFaults).route(sender, receiver);
  if (!route) return undefined;
  const rates = [...hopsOf(route).map(({ link }) => link.rateBps), sender.upBps, receiver.downBps];
  const bps = Math.min(...rates.map((rate) => rate ?? Number.POSITIVE_INFINITY));
  return route.latencyMs + (sizeBytes * 8 * 1000) / bps;
}

/** To a tenth of a second: what is reported is at least a second. */
function seconds(timeMs: number): string {
  return duration(Math.round(timeMs / 100) * 100);
}

function named({ resource, text }: TraceStep): string {
  return quoted(resource ?? text ?? '');
}

function partner({ from, to }: TraceStep, host: string): string {
  return shorten((from === host ? to : from) ?? '');
}
