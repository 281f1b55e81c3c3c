/**
 * What a user tries out without writing it into the file: a lookup as a flow of its own, an ordinary part of a topology,
 * so that it runs like everything else; and what can be chosen for that. Changes on top of a scenario are the scene's
 * (`what-if.ts`). Pure.
 */
import type { Flow, Host, Link, Node, Topology } from '../language/topology';

/** `host` fetches `resource`, in whatever way its software has for that. */
export interface LookupTrial {
  readonly host: string;
  readonly resource: string;
}

/** The trial as a flow; undefined where the file no longer has the host. */
export function lookupFlow(topology: Topology, { host: name, resource }: LookupTrial): Flow | undefined {
  const host = topology.nodeByName.get(name);
  if (host?.kind !== 'host') return undefined;
  const { span } = host;
  return {
    name: `${name} fetches “${resource}” (not saved)`,
    steps: [{ kind: 'fetch', hosts: [host], resource, service: undefined, span }],
    isWhole: true,
    span,
  };
}

/** Hosts that can ask for something. Where nothing runs anything, every host can. */
export function canLookUp(host: Host): boolean {
  return host.software.length === 0 || host.software.some(asks);
}

/** Everything that the file speaks of as something to get, in the order of the file, each once. */
export function resourcesOf({ hosts }: Topology): readonly string[] {
  return [...new Set(hosts.flatMap(({ shares, lists }) => [...shares, ...lists].map(({ resource }) => resource)))];
}

function asks({ kind }: Host['software'][number]): boolean {
  return kind === 'client' || kind === 'peer';
}

/** Hosts and devices in the order of the file, hosts first: what can be taken offline. */
export function canFail({ nodes, hosts }: Topology): readonly Node[] {
  return [...hosts, ...nodes.filter(({ kind }) => kind !== 'host')];
}

/** Links that can be cut, each pair of nodes once: cables before those of an application, in the order of the file. */
export function canBeCut({ links }: Topology, node?: string): readonly Link[] {
  const pairs = new Map<string, Link>();
  for (const link of [...links].sort((a, b) => Number(a.service !== undefined) - Number(b.service !== undefined))) {
    const key = JSON.stringify([link.a.name, link.b.name].sort());
    const isMeant = node === undefined || link.a.name === node || link.b.name === node;
    if (isMeant && !pairs.has(key)) pairs.set(key, link);
  }
  return [...pairs.values()];
}
