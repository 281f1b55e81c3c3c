/**
 * The messages under way at a step as they are drawn: along which drawn nodes, how far each is when the step begins and when
 * it ends, what it carries, where it is lost, and which are too many to be drawn one by one. A pure function of the
 * recording; it knows nothing of pixels or of the clock on a screen.
 */
import type { Link, Topology } from '../language/topology';
import { createNetwork, type Network, nodesOf, noFaults } from '../simulation/network';
import type { Trace, TraceStep } from '../simulation/trace';
import { bundled } from './bundles';
import type { Drawn } from './drawn';
import { isolate, scaledRate, scaledSize } from './formats';
import type { MovingMessage, TransferFacts } from './scene';
import { messageLabel, messageShape } from './steps';
import { english, type Words } from './words';

/** So many messages at one time are looked at one by one; the sentence counts all. */
const lookedAtMost = 1000;

export interface UnderWay {
  readonly messages: readonly MovingMessage[];
  /** How many others are under way when the step's message sets out. */
  readonly others: number;
  /** How many of them `messages` stand for. */
  readonly drawn: number;
}

const nothing: UnderWay = { messages: [], others: 0, drawn: 0 };

/** The step's own message first; of the others those that are `visible`, or all. */
export function underWay(
  topology: Topology,
  network: Drawn,
  trace: Trace,
  step: TraceStep | undefined,
  visible?: Uint8Array,
  words = english,
): UnderWay {
  if (!step || step.path.length === 0) return nothing;
  const ways = waysOf(topology);
  const isUnderWay = step.endMs > step.startMs && step.path.length > 1;
  const { count, first } = isUnderWay ? trace.steps.underWayWith(step.index, lookedAtMost) : { count: 0, first: [] };
  const span = { startMs: step.startMs, endMs: travelEnd(ways, step) };
  const shown = first.filter(({ index }) => visible?.[index] !== 0);
  const others = bundled(shown.map((other) => moving(network, ways, other, span, words)));
  const stoodFor = others.reduce((sum, message) => sum + message.count, 0);
  return { messages: [moving(network, ways, step, span, words, true), ...others], others: count, drawn: stoodFor };
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

function moving(network: Drawn, ways: Ways, step: TraceStep, span: Span, words: Words, current = false): MovingMessage {
  const lost = isLost(step);
  const names = lost ? [...step.path, ...ways.next(step)] : step.path;
  return {
    id: `step-${step.index}`,
    shape: messageShape(step),
    path: drawnPath(network, names),
    label: `${unseenEnds(network, step)}${messageLabel(step, words)}`,
    lost,
    current,
    count: 1,
    isStream: step.kind === 'stream',
    ...(current ? wholeWay : partOfWay(step, travelEnd(ways, step), span)),
    transfer: lost ? undefined : transferOf(ways, step),
  };
}

/** Nobody gets it: it went astray after the last node of its path. */
function isLost({ outcome, path, to }: TraceStep): boolean {
  return outcome === 'failed' && path.at(-1) !== to;
}

const wholeWay = { startsAt: 0, endsAt: 1 };

/** When it sets out and arrives, in parts of the time that the step takes. */
function partOfWay({ startMs }: TraceStep, endMs: number, span: Span) {
  const lengthMs = span.endMs - span.startMs;
  if (lengthMs <= 0) return wholeWay;
  return { startsAt: rounded((startMs - span.startMs) / lengthMs), endsAt: rounded((endMs - span.startMs) / lengthMs) };
}

/** Enough for a screen, and short in a message. */
function rounded(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}

/** A lost message is given up long after it was lost; it moves no longer than it would have taken so far. */
function travelEnd(ways: Ways, step: TraceStep): number {
  return isLost(step) ? Math.min(step.endMs, step.startMs + Math.max(1, ways.latencyMs(step.path))) : step.endMs;
}

/** Who of a folded group it is: the picture does not show it. */
function unseenEnds({ idOf }: Drawn, { from, to }: TraceStep): string {
  const [sender, receiver] = [from, to].map((name) =>
    name !== undefined && idOf(name) !== name ? isolate(name) : undefined,
  );
  if (sender && receiver) return `${sender} → ${receiver}: `;
  if (sender) return `${sender}: `;
  return receiver ? `→ ${receiver}: ` : '';
}

/** Two members of a collapsed group talk within one node: the path is that node alone. */
function drawnPath({ idOf }: Drawn, path: readonly string[]): string[] {
  return path.map(idOf).filter((id, place, ids) => id !== ids[place - 1]);
}

/** What comes in large parts, or was asked for as a file, has a rate that is worth a look. */
const largeBytes = 100_000;

/** The rate is the mean over the transfer: what has come after the time that the first bit takes. */
function transferOf(ways: Ways, step: TraceStep): TransferFacts | undefined {
  const { sizeBytes = 0, startMs, endMs, path } = step;
  if (sizeBytes <= 0 || (messageShape(step) !== 'data' && sizeBytes < largeBytes)) return undefined;
  const transferMs = endMs - startMs - ways.latencyMs(path);
  const rate = transferMs > 1e-6 ? scaledRate((8000 * sizeBytes) / transferMs) : undefined;
  return { size: scaledSize(sizeBytes), rate };
}

interface Ways {
  latencyMs(path: readonly string[]): number;
  /** The node that a lost message would have come to next, if any way leads on. */
  next(step: TraceStep): readonly string[];
}

const known = new WeakMap<Topology, Ways>();

function waysOf(topology: Topology): Ways {
  let ways = known.get(topology);
  if (!ways) {
    ways = createWays(topology);
    known.set(topology, ways);
  }
  return ways;
}

function createWays(topology: Topology): Ways {
  const network: Network = createNetwork(topology, noFaults);
  const links = new Map<string, Link>();
  for (const link of topology.links) if (!link.service) keepFaster(links, link);
  const hasCables = links.size > 0;
  return {
    latencyMs(path) {
      if (!hasCables) return unlinkedLatencyMs(network, topology, path);
      return path.reduce((sum, name, place) => sum + (links.get(pair(path[place - 1] ?? '', name))?.latencyMs ?? 0), 0);
    },
    next({ path, to }) {
      const from = topology.nodeByName.get(path.at(-1) ?? '');
      const target = topology.nodeByName.get(to ?? '');
      const route = from && target && network.route(from, target);
      return route ? nodesOf(route, from, target).slice(1, 2) : [];
    },
  };
}

function unlinkedLatencyMs(network: Network, { nodeByName }: Topology, path: readonly string[]): number {
  const [from, to] = [nodeByName.get(path[0] ?? ''), nodeByName.get(path.at(-1) ?? '')];
  return (from && to && path.length > 1 && network.route(from, to)?.latencyMs) || 0;
}

function keepFaster(links: Map<string, Link>, link: Link): void {
  const key = pair(link.a.name, link.b.name);
  const other = links.get(key);
  if (!other || link.latencyMs < other.latencyMs) links.set(key, link);
}

function pair(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
