/**
 * The network of a file with other software on it: the same hosts, rates and physical links, but only those hosts that
 * take part, and what they run and share is given. Hosts do not forward, so the others change nothing. Runs nothing.
 */
import type {
  Device,
  Host,
  Link,
  Node,
  Scenario,
  ScenarioChange,
  SharedResource,
  Software,
  Topology,
} from '../../language/topology';
import { isHost } from '../../language/topology';

/** What a host has to do here. */
export interface Equipment {
  readonly software: readonly Software[];
  readonly shares: readonly SharedResource[];
}

export interface Stage {
  readonly topology: Topology;
  /** The scenario in terms of this topology. */
  readonly scenario: Scenario | undefined;
  /** A host of the file as it is here. */
  hostOf(host: Host): Host;
}

/** `overlay` are neighbours in the application of the first service. */
export function stageOf(
  topology: Topology,
  scenario: Scenario | undefined,
  equipment: ReadonlyMap<Host, Equipment>,
  overlay: readonly (readonly [Host, Host])[] = [],
): Stage {
  const nodes = topology.nodes.filter((node) => !isHost(node) || equipment.has(node));
  const staged = new Map<Node, Node>(nodes.map((node, index) => [node, stagedNode(node, index, equipment)]));
  const links = stagedLinks(topology.links, staged);
  const hosts = [...staged.values()].filter(isHost);
  const service = hosts[0]?.software[0]?.service;
  const hostOf = (host: Host) => (staged.get(host) ?? host) as Host;
  const neighbours = overlay.map(([a, b], place): Link => {
    const unlimited = { rateBps: Number.POSITIVE_INFINITY, latencyMs: 0, loss: 0 };
    return { index: links.size + place, a: hostOf(a), b: hostOf(b), ...unlimited, service, span: a.span };
  });
  const services = [...new Set(hosts.flatMap(({ software }) => software.map((each) => each.service)))];
  return {
    topology: {
      ...{ title: topology.title, services, hosts, nodes: [...staged.values()] },
      nodeByName: new Map([...staged.values()].map((node) => [node.name, node])),
      links: [...links.values(), ...neighbours],
      ...{ flows: [], scenarios: [], expectations: [], exercises: [] },
    },
    scenario: scenario && stagedScenario(scenario, staged, links),
    hostOf,
  };
}

/** The file's network with these hosts alone: what many stages are made of, where the file is large. All names stay taken. */
export function reducedTo(topology: Topology, hosts: ReadonlySet<Host>): Topology {
  const isKept = (node: Node) => !isHost(node) || hosts.has(node);
  const nodes = topology.nodes.filter(isKept);
  return {
    ...topology,
    nodes,
    hosts: nodes.filter(isHost),
    links: topology.links.filter(({ a, b }) => isKept(a) && isKept(b)),
  };
}

function stagedNode(node: Node, index: number, equipment: ReadonlyMap<Host, Equipment>): Host | Device {
  if (!isHost(node)) return { ...node, index };
  return { ...node, index, lists: [], ...(equipment.get(node) ?? { software: [], shares: [] }) };
}

/** Both ends have to be there. */
function stagedLinks(links: readonly Link[], staged: ReadonlyMap<Node, Node>): ReadonlyMap<Link, Link> {
  const kept = new Map<Link, Link>();
  for (const link of links) {
    const [a, b] = [staged.get(link.a), staged.get(link.b)];
    if (a && b && !link.service) kept.set(link, { ...link, index: kept.size, a, b });
  }
  return kept;
}

/** Options are those of the file's own services, so they are not set here. */
function stagedScenario(scenario: Scenario, staged: ReadonlyMap<Node, Node>, links: ReadonlyMap<Link, Link>): Scenario {
  const changes = scenario.changes.flatMap((change): readonly ScenarioChange[] => {
    if (change.kind === 'set-option') return [];
    if (change.kind === 'set-rate') return [{ ...change, hosts: present<Node>(change.hosts, staged).filter(isHost) }];
    if ('links' in change) return [{ ...change, links: present(change.links, links) }];
    return [{ ...change, nodes: present(change.nodes, staged) }];
  });
  return { ...scenario, changes };
}

function present<T>(all: readonly T[], staged: ReadonlyMap<T, T>): readonly T[] {
  return all.flatMap((one) => staged.get(one) ?? []);
}
