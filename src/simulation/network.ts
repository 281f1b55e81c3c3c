/**
 * Which way a message takes: least total latency, then fewest hops, then what is declared first. Only switches, routers
 * and clouds forward, so a way is a link into a device, a way among devices, and a link out of one; that keeps a lecture
 * hall of hosts around one switch as cheap as the switch alone. It knows nothing of time or of messages.
 */
import type { Node, Topology } from '../language/topology';
import { addLatency, createDeviceTrees, type Hop, type Reach } from './device-trees';

export interface Route {
  /** Both ends included. */
  readonly nodes: readonly string[];
  /** Empty where the file has no physical link. */
  readonly hops: readonly Hop[];
  readonly latencyMs: number;
}

export interface Network {
  /** Undefined where no way leads there. The ends themselves are not asked whether they are online. */
  route(from: Node, to: Node): Route | undefined;
  /** To be called when a fault comes or goes. */
  forget(): void;
}

export interface Faults {
  readonly offline: ReadonlySet<string>;
  readonly cut: ReadonlySet<number>;
}

export const noFaults: Faults = { offline: new Set(), cut: new Set() };

/** Latency between any two hosts of a file that has no physical link. */
const unlinkedLatencyMs = 10;

/** `onVisit` is called for each device that a search looks at: what finding ways costs. */
export function createNetwork(topology: Topology, faults: Faults, onVisit: () => void = () => {}): Network {
  const hopsOf = wiringOf(topology);
  const trees = createDeviceTrees(hopsOf, (hop) => usable(hop) && forwards(hop.to), onVisit);
  let routes = new Map<Node, Map<Node, Route | undefined>>();
  return { route, forget };

  function forget(): void {
    routes = new Map();
    trees.forget();
  }

  function route(from: Node, to: Node): Route | undefined {
    const known = routes.get(from) ?? new Map<Node, Route | undefined>();
    routes.set(from, known);
    if (!known.has(to)) known.set(to, search(from, to));
    return known.get(to);
  }

  function search(from: Node, to: Node): Route | undefined {
    if (from === to) return { nodes: [from.name], hops: [], latencyMs: 0 };
    if (!hopsOf) return { nodes: [from.name, to.name], hops: [], latencyMs: unlinkedLatencyMs };
    let best: Candidate | undefined;
    for (const candidate of candidates(from, to)) if (!best || shorter(candidate, best)) best = candidate;
    return best && routeOf(from, best);
  }

  function* candidates(from: Node, to: Node): Generator<Candidate> {
    for (const first of hopsOf?.(from) ?? []) {
      if (!usable(first)) continue;
      if (first.to === to) yield { first, latencyMs: first.link.latencyMs, hopCount: 1 };
      else if (forwards(first.to)) yield* candidatesThrough(first, to);
    }
  }

  function* candidatesThrough(first: Hop, to: Node): Generator<Candidate> {
    const tree = trees.from(first.to);
    for (const back of hopsOf?.(to) ?? []) {
      const reach = usable(back) ? tree.get(back.to) : undefined;
      if (!reach) continue;
      const last: Hop = { link: back.link, to, forward: !back.forward };
      const latencyMs = addLatency(addLatency(first.link.latencyMs, reach.latencyMs), last.link.latencyMs);
      yield { first, reach, last, latencyMs, hopCount: reach.hopCount + 2 };
    }
  }

  function usable(hop: Hop): boolean {
    return !faults.cut.has(hop.link.index);
  }

  function forwards(node: Node): boolean {
    return node.kind !== 'host' && !faults.offline.has(node.name);
  }
}

interface Candidate {
  readonly first: Hop;
  readonly reach?: Reach;
  readonly last?: Hop;
  readonly latencyMs: number;
  readonly hopCount: number;
}

function shorter(a: Candidate, b: Candidate): boolean {
  return a.latencyMs < b.latencyMs || (a.latencyMs === b.latencyMs && a.hopCount < b.hopCount);
}

function routeOf(from: Node, { first, reach, last, latencyMs }: Candidate): Route {
  const between: Hop[] = [];
  for (let at = reach; at?.via; at = at.before) between.unshift(at.via);
  const hops = [first, ...between, ...(last ? [last] : [])];
  return { nodes: [from.name, ...hops.map((hop) => hop.to.name)], hops, latencyMs };
}

type HopsOf = (node: Node) => readonly Hop[];

/** The physical links at each node, in declaration order; undefined where the file has none. Shared by all runs of a file. */
const wirings = new WeakMap<Topology, HopsOf | undefined>();

function wiringOf(topology: Topology): HopsOf | undefined {
  if (!wirings.has(topology)) wirings.set(topology, wire(topology));
  return wirings.get(topology);
}

function wire(topology: Topology): HopsOf | undefined {
  const physical = topology.links.filter((link) => link.service === undefined);
  if (physical.length === 0) return undefined;
  const hops = new Map<Node, Hop[]>();
  const add = (at: Node, hop: Hop) => {
    const there = hops.get(at);
    if (there) there.push(hop);
    else hops.set(at, [hop]);
  };
  for (const link of physical) {
    add(link.a, { link, to: link.b, forward: true });
    add(link.b, { link, to: link.a, forward: false });
  }
  return (node) => hops.get(node) ?? [];
}
