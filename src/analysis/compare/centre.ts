/**
 * Which host is the index or the tracker where an architecture needs one: the file's own, else one of its servers, else one
 * that is added to the file's network. It only points, so it is never one that has the resource. Runs nothing.
 */
import type { Device, Host, Link, Node, SoftwareKind, Topology } from '../../language/topology';
import type { Centre } from './comparison';
import type { Job } from './job';

export interface ChosenCentre {
  readonly host: Host;
  readonly isAdded: boolean;
  /** With the host in it, and whatever links it. */
  readonly topology: Topology;
}

export function chooseCentre(topology: Topology, job: Job, kind: Centre['kind']): ChosenCentre {
  const host = ownCentre(topology, job);
  return host ? { host, isAdded: false, topology } : added(topology, job, kind);
}

export function ownCentre({ hosts }: Topology, { holders, fetchers }: Job): Host | undefined {
  const taken = new Set([...holders, ...fetchers]);
  const others = hosts.filter((host) => !taken.has(host));
  return others.find((host) => runs(host, 'index', 'tracker')) ?? others.find(isServer);
}

function isServer(host: Host): boolean {
  return host.declaredRole === 'server' || runs(host, 'server', 'origin', 'edge');
}

function runs({ software }: Host, ...kinds: readonly SoftwareKind[]): boolean {
  return software.some(({ kind }) => kinds.includes(kind));
}

function added(topology: Topology, { holders, fetchers }: Job, kind: Centre['kind']): ChosenCentre {
  const host: Host = {
    ...{ kind: 'host', index: topology.nodes.length, name: freeName(topology, kind), group: undefined, at: undefined },
    ...{ declaredRole: undefined, roleSpan: undefined, software: [], shares: [], lists: [], note: undefined },
    ...{
      upBps: undefined,
      downBps: undefined,
      span: (holders[0] ?? fetchers[0])?.span ?? { line: 0, start: 0, end: 0 },
    },
  };
  const device = busiestDevice(topology);
  const ends = device ? [device] : [...holders, ...fetchers];
  const isLinked = topology.links.some(({ service }) => !service);
  const links = isLinked ? ends.map((end, place) => linkTo(host, end, topology.links.length + place)) : [];
  const nodes = [...topology.nodes, host];
  const nodeByName = new Map([...topology.nodeByName, [host.name, host]]);
  const hosts = [...topology.hosts, host];
  return {
    host,
    isAdded: true,
    topology: { ...topology, nodes, nodeByName, hosts, links: [...topology.links, ...links] },
  };
}

function freeName({ nodeByName }: Topology, wanted: string): string {
  let name = wanted;
  for (let count = 2; nodeByName.has(name); count++) name = `${wanted}-${count}`;
  return name;
}

/** The device with most links, of several the first: the middle of the network. */
function busiestDevice({ nodes, links }: Topology): Device | undefined {
  const linked = new Map<Node, number>();
  for (const { a, b, service } of links) {
    if (!service) for (const end of [a, b]) linked.set(end, (linked.get(end) ?? 0) + 1);
  }
  let best: Device | undefined;
  for (const node of nodes) {
    if (node.kind !== 'host' && (linked.get(node) ?? 0) > ((best && linked.get(best)) ?? 0)) best = node;
  }
  return best;
}

/** As the language has it where nothing else is said: 100 Mbps, 1 ms, no loss. */
function linkTo(a: Host, b: Node, index: number): Link {
  return { index, a, b, rateBps: 100e6, latencyMs: 1, loss: 0, service: undefined, span: a.span };
}
