/**
 * Whether hosts can reach each other at all when everything works: only switches, routers and clouds forward. Answers in
 * constant time after one pass over the links (union-find), so that every message of a file can be asked about.
 */
import type { Link, Node } from './topology';

export interface Reachability {
  /** `false` in a file without physical links, where everybody reaches everybody. */
  readonly hasNetwork: boolean;
  /** A physical link ends at this node. */
  isLinked(node: Node): boolean;
  canReach(a: Node, b: Node): boolean;
  /** They could if hosts forwarded: what is missing is a switch, not a cable. */
  couldThroughHosts(a: Node, b: Node): boolean;
}

export function reachabilityOf(nodes: readonly Node[], links: readonly Link[]): Reachability {
  const physical = links.filter((link) => link.service === undefined);
  const forwarding = new Groups(nodes.length);
  const all = new Groups(nodes.length);
  const attached: (number[] | undefined)[] = new Array(nodes.length);
  for (const { a, b } of physical) {
    all.unite(a.index, b.index);
    if (a.kind !== 'host' && b.kind !== 'host') forwarding.unite(a.index, b.index);
    attach(attached, a, b);
    attach(attached, b, a);
  }
  /** Where a node comes to with one hop: hosts as themselves, devices as the group of devices that they belong to. */
  const places = (node: Node): readonly number[] => (attached[node.index] ?? []).map((index) => forwarding.of(index));
  const canReach = (a: Node, b: Node): boolean => {
    if (a === b) return true;
    const [few, other] = (attached[a.index]?.length ?? 0) <= (attached[b.index]?.length ?? 0) ? [a, b] : [b, a];
    const near = places(few);
    if (near.includes(other.kind === 'host' ? other.index : forwarding.of(other.index))) return true;
    const far = places(other);
    return near.some((place) => nodes[place]?.kind !== 'host' && far.includes(place));
  };
  return {
    hasNetwork: physical.length > 0,
    isLinked: (node) => attached[node.index] !== undefined,
    canReach,
    couldThroughHosts: (a, b) => all.of(a.index) === all.of(b.index),
  };
}

function attach(attached: (number[] | undefined)[], node: Node, neighbour: Node): void {
  const list = attached[node.index];
  if (list) list.push(neighbour.index);
  else attached[node.index] = [neighbour.index];
}

/** Disjoint sets with path halving. */
class Groups {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = Int32Array.from({ length: count }, (_, index) => index);
  }

  of(index: number): number {
    let at = index;
    for (;;) {
      const parent = this.parent[at] ?? at;
      if (parent === at) return at;
      const grandparent = this.parent[parent] ?? parent;
      this.parent[at] = grandparent;
      at = grandparent;
    }
  }

  unite(a: number, b: number): void {
    this.parent[this.of(a)] = this.of(b);
  }
}
