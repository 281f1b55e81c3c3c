/**
 * Which nodes and edges are drawn: the topology's own, except that in a large file a large group becomes one node. All
 * of the scene speaks of drawn ids, so that layout, diagram and frame agree. Knows nothing of places or of time.
 */
import type { Link, Node, Topology } from '../language/topology';
import { formatCount } from '../language/wording';
import { type Bundle, bundlesIn, type Folding } from './folding';
import type { EdgeKind } from './scene';
import { pairKey, type Talk, whoTalks } from './talks';

export interface DrawnNode {
  /** The node's name, or `peer[*]` for what is folded into one. */
  readonly id: string;
  readonly label: string;
  /** What it stands for: one node, or the members of a group. */
  readonly members: readonly Node[];
  /** The node, or the group's first member, which speaks for it. */
  readonly first: Node;
  /** What it belongs to or stands for, if that can be folded and unfolded. */
  readonly bundle: Bundle | undefined;
  /** Its place in the file. That of a group is the place of the group as one. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
}

export interface DrawnEdge {
  readonly id: string;
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  /** The links it stands for; empty where it is implied. */
  readonly links: readonly Link[];
  readonly line: number;
}

export interface Drawn {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly nodeById: ReadonlyMap<string, DrawnNode>;
  /** The id under which a node of the file is drawn. */
  readonly idOf: (name: string) => string;
  readonly talks: readonly Talk[];
  readonly bundles: readonly Bundle[];
}

// A topology never changes, so what is drawn of it is worked out once, however many frames are made of it.
const cache = new WeakMap<Topology, Map<string, Drawn>>();

/** `folding` is what the user decided; the size of groups decides the rest. */
export function drawn(topology: Topology, folding: Folding = new Map()): Drawn {
  const known = cache.get(topology) ?? new Map<string, Drawn>();
  cache.set(topology, known);
  const key = JSON.stringify([...folding]);
  const result = known.get(key) ?? select(topology, folding);
  known.set(key, result);
  return result;
}

function select(topology: Topology, folding: Folding): Drawn {
  const bundles = bundlesIn(topology, folding);
  const bundleOf = new Map(bundles.flatMap((bundle) => bundle.members.map((member) => [member.name, bundle])));
  const idOf = (name: string) => {
    const bundle = bundleOf.get(name);
    return bundle?.isFolded ? bundle.id : name;
  };
  const nodes = drawnNodes(topology, bundleOf);
  const talks = whoTalks(topology, idOf);
  return {
    nodes,
    edges: drawnEdges(topology, idOf, talks),
    nodeById: new Map(nodes.map((node) => [node.id, node])),
    idOf,
    talks,
    bundles,
  };
}

function drawnNodes({ nodes }: Topology, bundleOf: ReadonlyMap<string, Bundle>): DrawnNode[] {
  const result = new Map<string, DrawnNode>();
  for (const node of nodes) {
    const bundle = bundleOf.get(node.name);
    const drawing = bundle?.isFolded ? foldedNode(bundle) : single(node, bundle);
    if (!result.has(drawing.id)) result.set(drawing.id, drawing);
  }
  return [...result.values()];
}

function single(node: Node, bundle: Bundle | undefined): DrawnNode {
  return { id: node.name, label: node.name, members: [node], first: node, bundle, at: bundle ? undefined : node.at };
}

function foldedNode(bundle: Bundle): DrawnNode {
  const { id, name, members, isGroup } = bundle;
  const first = members[0] as Node;
  const label = `${name} ×${formatCount(members.length)}`;
  return { id, label, members, first, bundle, at: isGroup ? first.at : undefined };
}

/** Links that collapse onto the same two nodes become one edge; a link within a collapsed group is not drawn. */
function drawnEdges(topology: Topology, idOf: (name: string) => string, talks: readonly Talk[]): DrawnEdge[] {
  const edges = new Map<string, DrawnEdge & { links: Link[] }>();
  for (const link of topology.links) {
    const from = idOf(link.a.name);
    const to = idOf(link.b.name);
    if (from === to) continue;
    const isCollapsed = from !== link.a.name || to !== link.b.name;
    const key = isCollapsed ? JSON.stringify([from, to, link.service?.name]) : `link-${link.index}`;
    const known = edges.get(key);
    if (known) known.links.push(link);
    else {
      const kind = link.service ? 'overlay' : 'cable';
      edges.set(key, { id: `link-${link.index}`, kind, from, to, links: [link], line: link.span.line });
    }
  }
  if (topology.links.some((link) => !link.service)) return [...edges.values()];
  const linked = new Set([...edges.values()].map(({ from, to }) => pairKey(from, to)));
  const implied = talks
    .filter(({ from, to }) => !linked.has(pairKey(from, to)))
    .map((talk, index): DrawnEdge => ({ id: `talk-${index}`, kind: 'implied', links: [], ...talk }));
  return [...edges.values(), ...implied];
}
