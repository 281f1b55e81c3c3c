/**
 * Which way a message takes: least total latency, then fewest hops, then what is declared first. Only switches, routers
 * and clouds forward, so a way is a link into a device, a way among devices, and a link out of one; that keeps a lecture
 * hall of hosts around one switch as cheap as the switch alone. It knows nothing of time or of messages.
 */
import type { Node, Topology } from '../language/topology';
import { addLatency, createDeviceTrees, devicesOf, type Hop, type Reach } from './device-trees';

export interface Route {
  readonly latencyMs: number;
  /** The first hop, those between devices as their end, and the last; all undefined where the file has no physical link. */
  readonly first: Hop | undefined;
  readonly reach: Reach | undefined;
  readonly last: Hop | undefined;
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

const noDevices: readonly string[] = [];
const unlinked: Route = { latencyMs: unlinkedLatencyMs, first: undefined, reach: undefined, last: undefined };
const toItself: Route = { ...unlinked, latencyMs: 0 };

/** `onVisit` is called for each device that a search looks at: what finding ways costs. */
export function createNetwork(topology: Topology, faults: Faults, onVisit: () => void = () => {}): Network {
  const wiring = wiringOf(topology);
  const hopsOf = (node: Node): readonly Hop[] => wiring?.[node.index] ?? [];
  const trees = createDeviceTrees(hopsOf, (hop) => usable(hop) && forwards(hop.to), onVisit);
  let routes = new Map<Node, Map<Node, Route | undefined>>();
  return { route, forget };

  function forget(): void {
    routes = new Map();
    trees.forget();
  }

  function route(from: Node, to: Node): Route | undefined {
    if (from === to) return toItself;
    if (!wiring) return unlinked;
    const [exits, entries] = [hopsOf(from), hopsOf(to)];
    // With one cable each there is nothing to choose, and nothing worth keeping.
    if (exits.length < 2 && entries.length < 2) return search(exits, entries, to);
    const known = routes.get(from) ?? new Map<Node, Route | undefined>();
    routes.set(from, known);
    if (!known.has(to)) known.set(to, search(exits, entries, to));
    return known.get(to);
  }

  function search(exits: readonly Hop[], entries: readonly Hop[], to: Node): Route | undefined {
    let best: Route | undefined;
    for (const first of exits) {
      if (!usable(first)) continue;
      if (first.to === to) best = shorter(direct(first), best);
      else if (forwards(first.to)) best = through(first, entries, to, best);
    }
    return best;
  }

  function through(first: Hop, entries: readonly Hop[], to: Node, known: Route | undefined): Route | undefined {
    const tree = trees.from(first.to);
    let best = known;
    for (const back of entries) {
      const reach = usable(back) ? tree.get(back.to) : undefined;
      if (!reach) continue;
      const latencyMs = addLatency(addLatency(first.link.latencyMs, reach.latencyMs), back.link.latencyMs);
      if (best && !isShorter(latencyMs, reach.hopCount + 2, best)) continue;
      best = { latencyMs, first, reach, last: { link: back.link, to, forward: !back.forward } };
    }
    return best;
  }

  function usable(hop: Hop): boolean {
    return faults.cut.size === 0 || !faults.cut.has(hop.link.index);
  }

  function forwards(node: Node): boolean {
    return node.kind !== 'host' && (faults.offline.size === 0 || !faults.offline.has(node.name));
  }
}

/** All links of a route in the direction in which they are passed. */
export function hopsOf({ first, reach, last }: Route): readonly Hop[] {
  const between: Hop[] = [];
  for (let at = reach; at?.via; at = at.before) between.unshift(at.via);
  return [...(first ? [first] : []), ...between, ...(last ? [last] : [])];
}

/** The names of the devices between the ends; the very same list for all routes with the same devices. */
export function wayOf({ reach }: Route): readonly string[] {
  return reach ? devicesOf(reach) : noDevices;
}

/** The names of all nodes, both ends included. */
export function nodesOf(route: Route, from: Node, to: Node): readonly string[] {
  return from === to ? [from.name] : [from.name, ...wayOf(route), to.name];
}

function direct(first: Hop): Route {
  return { latencyMs: first.link.latencyMs, first, reach: undefined, last: undefined };
}

function shorter(candidate: Route, best: Route | undefined): Route {
  return !best || isShorter(candidate.latencyMs, 1, best) ? candidate : best;
}

function isShorter(latencyMs: number, hopCount: number, best: Route): boolean {
  if (latencyMs !== best.latencyMs) return latencyMs < best.latencyMs;
  return hopCount < (best.reach ? best.reach.hopCount + 2 : 1);
}

/** The physical links at each node, by its place, in declaration order; undefined where the file has none. */
type Wiring = readonly (readonly Hop[])[];

/** Shared by all runs of a file. */
const wirings = new WeakMap<Topology, Wiring | undefined>();

function wiringOf(topology: Topology): Wiring | undefined {
  if (!wirings.has(topology)) wirings.set(topology, wire(topology));
  return wirings.get(topology);
}

function wire(topology: Topology): Wiring | undefined {
  const physical = topology.links.filter((link) => link.service === undefined);
  if (physical.length === 0) return undefined;
  const hops: Hop[][] = topology.nodes.map(() => []);
  for (const link of physical) {
    hops[link.a.index]?.push({ link, to: link.b, forward: true });
    hops[link.b.index]?.push({ link, to: link.a, forward: false });
  }
  return hops;
}
