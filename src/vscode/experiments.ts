/**
 * What a user tries out without writing it into the file: hosts taken offline on top of the chosen scenario, and a
 * lookup as a flow of its own. Both are ordinary parts of a topology, so that they run like everything else. Pure.
 */
import type { Fault, Flow, Host, Node, Scenario, Topology } from '../language/topology';
import { listOf } from '../scene/formats';

/** Nodes that differ from the scenario, by name. */
export type WhatIf = ReadonlyMap<string, 'offline' | 'online'>;

/** `host` fetches `resource`, in whatever way its software has for that. */
export interface LookupTrial {
  readonly host: string;
  readonly resource: string;
}

/** The scenario with the changes on top, under a name that says that they are not saved. */
export function withWhatIf(topology: Topology, scenario: Scenario | undefined, whatIf: WhatIf): Scenario | undefined {
  const faults = [...whatIf].flatMap(([name, kind]): Fault[] => {
    const node = topology.nodeByName.get(name);
    return node ? [{ kind, nodes: [node], span: node.span }] : [];
  });
  const span = faults[0]?.span;
  if (!span) return scenario;
  const named = (wanted: Fault['kind']) => {
    const names = [...whatIf].filter(([name, kind]) => kind === wanted && topology.nodeByName.has(name));
    return names.length > 0 ? [`${listOf(names.map(([name]) => name))} ${wanted}`] : [];
  };
  const known = tried.get(scenario ?? topology.nodes) ?? new Map<string, Scenario>();
  tried.set(scenario ?? topology.nodes, known);
  const parts = [...(scenario ? [scenario.name] : []), ...named('offline'), ...named('online')];
  const name = `${parts.join(' + ')} (not saved)`;
  const changed = known.get(name) ?? { name, changes: [...(scenario?.changes ?? []), ...faults], span };
  known.set(name, changed);
  return changed;
}

/** The same experiment is the same scenario each time, so that its runs are remembered. */
const tried = new WeakMap<object, Map<string, Scenario>>();

/** Takes the node offline or, if it is, back online. What the scenario says already is not said twice. */
export function toggled(whatIf: WhatIf, scenario: Scenario | undefined, node: string): WhatIf {
  const byScenario = offlineIn(scenario).has(node);
  const isOffline = whatIf.has(node) ? whatIf.get(node) === 'offline' : byScenario;
  const next = new Map(whatIf);
  if (byScenario === isOffline) next.set(node, isOffline ? 'online' : 'offline');
  else next.delete(node);
  return next;
}

/** Names of the nodes that are offline when a run under this scenario starts. */
export function offlineIn(scenario: Scenario | undefined): ReadonlySet<string> {
  const offline = new Set<string>();
  for (const change of scenario?.changes ?? []) {
    if (change.kind === 'offline') for (const { name } of change.nodes) offline.add(name);
    if (change.kind === 'online') for (const { name } of change.nodes) offline.delete(name);
  }
  return offline;
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
