/**
 * Which nodes and edges are drawn: the topology's own, except that in a large file a large group becomes one node. All
 * of the scene speaks of drawn ids, so that layout, diagram and frame agree. Knows nothing of places or of time.
 */
import type { Host, Link, Node, Step, Topology } from '../language/topology';
import { formatCount } from '../language/wording';
import { partakersOf, serviceOf, sharersOf } from '../simulation/services';
import type { EdgeKind } from './scene';

/** Above this many nodes, groups are drawn as one node each, the largest first, until no more is needed. */
const drawnNodeLimit = 300;

export interface DrawnNode {
  /** The node's name, or `peer[*]` for a whole group. */
  readonly id: string;
  readonly label: string;
  /** What it stands for: one node, or the members of a group. */
  readonly members: readonly Node[];
  /** The node, or the group's first member, which speaks for it. */
  readonly first: Node;
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
  /** Pairs that send each other something in a flow, in the order of the file, each once: who asks or pushes first. */
  readonly talks: readonly Talk[];
  readonly omitted: string | undefined;
}

export interface Talk {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

// A topology never changes, so what is drawn of it is worked out once, however many frames are made of it.
const cache = new WeakMap<Topology, Drawn>();

export function drawn(topology: Topology): Drawn {
  let result = cache.get(topology);
  if (!result) {
    result = select(topology);
    cache.set(topology, result);
  }
  return result;
}

function select(topology: Topology): Drawn {
  const collapsed = groupsToCollapse(topology);
  const idOf = (name: string) => {
    const group = collapsed.size > 0 ? topology.nodeByName.get(name)?.group : undefined;
    return group !== undefined && collapsed.has(group) ? groupId(group) : name;
  };
  const nodes = drawnNodes(topology, collapsed);
  const talks = whoTalks(topology, idOf);
  return {
    nodes,
    edges: drawnEdges(topology, idOf, talks),
    nodeById: new Map(nodes.map((node) => [node.id, node])),
    idOf,
    talks,
    omitted: omission(topology, collapsed),
  };
}

function groupId(group: string): string {
  return `${group}[*]`;
}

function groupsToCollapse(topology: Topology): ReadonlySet<string> {
  const collapsed = new Set<string>();
  if (topology.nodes.length <= drawnNodeLimit) return collapsed;
  const sizes = new Map<string, number>();
  for (const { group } of topology.nodes) {
    if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  let remaining = topology.nodes.length;
  for (const [group, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    if (remaining <= drawnNodeLimit || size < 2) break;
    collapsed.add(group);
    remaining -= size - 1;
  }
  return collapsed;
}

function drawnNodes(topology: Topology, collapsed: ReadonlySet<string>): DrawnNode[] {
  const members = new Map<string, Node[]>();
  for (const node of topology.nodes) {
    const id = node.group !== undefined && collapsed.has(node.group) ? groupId(node.group) : node.name;
    const list = members.get(id);
    if (list) list.push(node);
    else members.set(id, [node]);
  }
  return [...members].map(([id, list]) => {
    const first = list[0] as Node;
    const isGroup = first.name !== id;
    return { id, label: isGroup ? `${first.group} ×${formatCount(list.length)}` : id, members: list, first };
  });
}

function omission(topology: Topology, collapsed: ReadonlySet<string>): string | undefined {
  if (collapsed.size === 0) return undefined;
  const names = [...collapsed].join(', ');
  const groups = collapsed.size === 1 ? 'this group is drawn as one node' : 'these groups are drawn as one node each';
  return `The file has ${formatCount(topology.nodes.length)} nodes. To keep the picture readable, ${groups}: ${names}.`;
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

function pairKey(a: string, b: string): string {
  return a < b ? JSON.stringify([a, b]) : JSON.stringify([b, a]);
}

function whoTalks(topology: Topology, idOf: (name: string) => string): Talk[] {
  const talks = new Map<string, Talk>();
  const add = (from: Iterable<string>, to: readonly string[], line: number) => {
    for (const a of from) {
      for (const b of to) {
        const key = pairKey(a, b);
        if (a !== b && !talks.has(key)) talks.set(key, { from: a, to: b, line });
      }
    }
  };
  const ids = (hosts: readonly Host[]) => [...new Set(hosts.map((host) => idOf(host.name)))];
  const visit = (step: Step): void => {
    const partners = partnersIn(step, topology);
    if (partners) add(ids(partners.from), ids(partners.to), step.span.line);
    for (const inner of innerSteps(step)) visit(inner);
  };
  for (const flow of topology.flows) flow.steps.forEach(visit);
  return [...talks.values()];
}

/** Who a step makes talk. */
function partnersIn(step: Step, topology: Topology): { from: readonly Host[]; to: readonly Host[] } | undefined {
  switch (step.kind) {
    case 'request':
    case 'push':
      return { from: step.from, to: step.to };
    case 'call':
      return { from: step.hosts, to: partnersInCall(step, topology) };
    case 'join':
    case 'leave':
    case 'fetch':
    case 'search':
    case 'publish':
    case 'send':
      return { from: step.hosts, to: partnersInAction(step, topology) };
    default:
      return undefined;
  }
}

/** Lines to more hosts than this would be a tangle. */
const tangle = 8;

/**
 * The central hosts of the service, and who has from the start what the action is about; where peers trade with each other or
 * ask each other by chance, all of them, as long as they are few.
 */
function partnersInAction(step: ActionStep, topology: Topology): readonly Host[] {
  const service = 'resource' in step ? serviceOf(topology, step) : step.service;
  const central = topology.hosts.filter((host) => isCentral(host, service?.name));
  const sharers = 'resource' in step ? sharersOf(topology, step.resource) : [];
  const trade = service?.pattern === 'swarm' || service?.pattern === 'dht';
  const peers = service && trade ? partakersOf(topology, service) : [];
  return [...central, ...fewOf(sharers), ...fewOf(peers)];
}

function fewOf(hosts: readonly Host[]): readonly Host[] {
  return hosts.length > tangle ? [] : hosts;
}

type ActionStep = Extract<Step, { readonly kind: 'join' | 'leave' | 'fetch' | 'search' | 'publish' | 'send' }>;

/** A server that forwards streams is the only partner; one that brings the others together is one more. */
function partnersInCall({ hosts, service }: Extract<Step, { readonly kind: 'call' }>, topology: Topology) {
  const servers = topology.hosts.filter((host) => isCentral(host, service?.name));
  return service?.pattern === 'sfu' ? servers : [...hosts, ...servers];
}

function isCentral(host: Host, service: string | undefined): boolean {
  return host.software.some(
    (software) =>
      software.kind !== 'client' &&
      software.kind !== 'peer' &&
      (service === undefined || software.service.name === service),
  );
}

function innerSteps(step: Step): readonly Step[] {
  switch (step.kind) {
    case 'request':
      return step.otherwise ? [...step.body, ...step.otherwise] : step.body;
    case 'together':
    case 'repeat':
      return step.body;
    default:
      return [];
  }
}
