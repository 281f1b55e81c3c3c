/**
 * Which hosts are drawn together as one: the groups of the file, if they are large or the user says so, and in a file of
 * very many hosts those that are alike. Nothing is folded in silence. Knows nothing of places or of time.
 */
import { allSteps, type Host, isHost, type Link, type Node, type Topology } from '../language/topology';
import { isolate } from './formats';
import { english } from './words';

/** The user's decisions, by `Bundle.key`: true is folded. */
export type Folding = ReadonlyMap<string, boolean>;

/** Hosts that can be drawn as one. */
export interface Bundle {
  /** The group's name, or that of the first of those that are alike. */
  readonly key: string;
  /** The id under which it is drawn as one. */
  readonly id: string;
  /** How it is called. */
  readonly name: string;
  readonly members: readonly Node[];
  readonly isFolded: boolean;
  /** It is a group of the file; the others are hosts that were found to be alike. */
  readonly isGroup: boolean;
}

/** A group of more than this is folded unless the user unfolds it. */
export const largeGroup = 12;

/** Above this many nodes, more is folded, the largest first, until no more is needed. */
const drawnNodeLimit = 300;

/** What the user unfolds must not bring the picture above this. */
const unfoldedLimit = 1200;

export function bundlesIn(topology: Topology, folding: Folding): Bundle[] {
  const usual = usually(topology);
  const wanted = usual.map((bundle) => ({ ...bundle, isFolded: folding.get(bundle.key) ?? bundle.isFolded }));
  return foldLargest(wanted, topology.nodes.length, unfoldedLimit);
}

/** What is folded as long as the user has not decided anything. */
function usually(topology: Topology): Bundle[] {
  const all = topology.nodes.length;
  const bySize = groupsOf(topology).map(([name, members]) => bundleOf(name, members, members.length > largeGroup));
  const groups = foldLargest(bySize, all, drawnNodeLimit);
  if (drawnCount(all, groups) <= drawnNodeLimit) return groups;
  return foldLargest([...groups, ...alikeIn(topology, drawnCount(all, groups))], all, drawnNodeLimit);
}

function bundleOf(name: string, members: readonly Node[], isFolded: boolean, isGroup = true): Bundle {
  return { key: name, id: `${name}[*]`, name, members, isFolded, isGroup };
}

function groupsOf({ nodes }: Topology): [string, Node[]][] {
  return inClasses(nodes, ({ group }) => group).filter(([, members]) => members.length > 1);
}

function inClasses(nodes: readonly Node[], classOf: (node: Node) => string | undefined): [string, Node[]][] {
  const classes = new Map<string, Node[]>();
  for (const node of nodes) {
    const name = classOf(node);
    if (name === undefined) continue;
    const members = classes.get(name);
    if (members) members.push(node);
    else classes.set(name, [node]);
  }
  return [...classes];
}

function drawnCount(all: number, bundles: readonly Bundle[]): number {
  return bundles.reduce((count, { members, isFolded }) => count - (isFolded ? members.length - 1 : 0), all);
}

function foldLargest(bundles: readonly Bundle[], all: number, limit: number): Bundle[] {
  let count = drawnCount(all, bundles);
  const more = new Set<Bundle>();
  for (const bundle of [...bundles].sort((a, b) => b.members.length - a.members.length)) {
    if (count <= limit) break;
    if (bundle.isFolded) continue;
    more.add(bundle);
    count -= bundle.members.length - 1;
  }
  return bundles.map((bundle) => (more.has(bundle) ? { ...bundle, isFolded: true } : bundle));
}

/**
 * Hosts without a group that run the same and have the same neighbours; if that does not make few enough of them, the
 * same devices as neighbours, or only the same software. Who is named alone in a flow stays alone.
 */
function alikeIn(topology: Topology, count: number): Bundle[] {
  const alone = namedAlone(topology);
  const hosts = topology.hosts.filter(({ name, group }) => group === undefined && !alone.has(name));
  const neighbours = neighboursIn(topology.links);
  const likenesses: ((host: Host) => string)[] = [
    (host) => `${softwareOf(host)} ${(neighbours.get(host) ?? []).map(({ index }) => index).join()}`,
    (host) =>
      `${softwareOf(host)} ${(neighbours.get(host) ?? []).flatMap((node) => (isHost(node) ? [] : node.index)).join()}`,
    softwareOf,
  ];
  let classes: [string, Node[]][] = [];
  for (const likeness of likenesses) {
    classes = inClasses(hosts, (node) => (isHost(node) ? likeness(node) : undefined));
    if (count - hosts.length + classes.length <= drawnNodeLimit) break;
  }
  return classes
    .filter(([, members]) => members.length > 1)
    .map(([, members]) => bundleOf((members[0] as Node).name, members, false, false));
}

function softwareOf({ software, declaredRole }: Host): string {
  return JSON.stringify([declaredRole, ...software.map(({ service, kind }) => `${service.name} ${kind}`).sort()]);
}

function neighboursIn(links: readonly Link[]): ReadonlyMap<Node, readonly Node[]> {
  const sets = new Map<Node, Set<Node>>();
  const add = (a: Node, b: Node) => sets.set(a, (sets.get(a) ?? new Set()).add(b));
  for (const { a, b } of links) {
    add(a, b);
    add(b, a);
  }
  return new Map([...sets].map(([node, set]) => [node, [...set].sort((a, b) => a.index - b.index)]));
}

/** More than these would be a crowd themselves. */
const mostAlone = 40;

function namedAlone({ flows }: Topology): ReadonlySet<string> {
  const names = new Set<string>();
  for (const flow of flows) {
    for (const step of allSteps(flow)) {
      const named = 'hosts' in step ? [step.hosts] : 'from' in step ? [step.from, step.to] : [];
      for (const hosts of named) if (hosts.length === 1 && names.size < mostAlone) names.add((hosts[0] as Host).name);
    }
  }
  return names;
}

/** What was folded only because there is so much of it. The user sees what he folded himself. */
export function omission(topology: Topology, bundles: readonly Bundle[], { picture } = english): string | undefined {
  if (topology.nodes.length <= drawnNodeLimit) return undefined;
  const folded = bundles.filter(({ isFolded }) => isFolded);
  if (folded.length === 0) return undefined;
  const names = (wanted: boolean) =>
    folded.filter(({ isGroup }) => isGroup === wanted).map(({ name }) => isolate(name));
  return picture.omitted(topology.nodes.length, names(true), names(false));
}
