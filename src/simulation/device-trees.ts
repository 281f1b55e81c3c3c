/**
 * Shortest ways among the devices that forward (Dijkstra's algorithm, by latency and then by hops), kept for each device
 * until the network changes. Of two equal ways the one found first stays, and links are looked at in declaration order.
 */
import TinyQueue from 'tinyqueue';
import type { Link, Node } from '../language/topology';

/** One link in the direction in which it is passed. */
export interface Hop {
  readonly link: Link;
  readonly to: Node;
  /** From `a` to `b` of the link. */
  readonly forward: boolean;
}

/** How a device is reached from the root of its tree. */
export interface Reach {
  readonly latencyMs: number;
  readonly hopCount: number;
  /** The last hop of the way, and how its beginning is reached; neither at the root. */
  readonly via: Hop | undefined;
  readonly before: Reach | undefined;
  readonly node: Node;
  /** See `devicesOf`. */
  devices?: readonly string[];
}

export interface DeviceTrees {
  from(device: Node): ReadonlyMap<Node, Reach>;
  forget(): void;
}

interface Visit extends Reach {
  readonly order: number;
}

export function createDeviceTrees(
  hopsOf: (node: Node) => readonly Hop[],
  mayPass: (hop: Hop) => boolean,
  onVisit: () => void,
): DeviceTrees {
  let trees = new Map<Node, ReadonlyMap<Node, Reach>>();
  return {
    from(device) {
      const tree = trees.get(device) ?? grow(device);
      trees.set(device, tree);
      return tree;
    },
    forget() {
      trees = new Map();
    },
  };

  function grow(root: Node): ReadonlyMap<Node, Reach> {
    const tree = new Map<Node, Reach>();
    let order = 0;
    const start: Visit = { node: root, latencyMs: 0, hopCount: 0, via: undefined, before: undefined, order };
    const queue = new TinyQueue<Visit>([start], compareVisits);
    for (let visit = queue.pop(); visit; visit = queue.pop()) {
      onVisit();
      if (tree.has(visit.node)) continue;
      tree.set(visit.node, visit);
      for (const hop of hopsOf(visit.node)) {
        if (tree.has(hop.to) || !mayPass(hop)) continue;
        const latencyMs = addLatency(visit.latencyMs, hop.link.latencyMs);
        order += 1;
        queue.push({ node: hop.to, latencyMs, hopCount: visit.hopCount + 1, via: hop, before: visit, order });
      }
    }
    return tree;
  }
}

/** The names of the devices from the root to this one: the very same list each time. */
export function devicesOf(reach: Reach): readonly string[] {
  if (reach.devices) return reach.devices;
  const names: string[] = [];
  for (let at: Reach | undefined = reach; at; at = at.before) names.push(at.node.name);
  reach.devices = names.reverse();
  return reach.devices;
}

/** Sums are kept to a nanosecond, so that two ways of equal latency stay equal whatever the order of adding. */
export function addLatency(aMs: number, bMs: number): number {
  return Math.round((aMs + bMs) * 1e6) / 1e6;
}

function compareVisits(a: Visit, b: Visit): number {
  return a.latencyMs - b.latencyMs || a.hopCount - b.hopCount || a.order - b.order;
}
