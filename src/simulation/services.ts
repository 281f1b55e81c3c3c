/** Questions about services that several parts of the simulation ask: who runs what, and which service an action means. */
import { type Host, hasSoftware, type Service, type SoftwareKind, type Topology } from '../language/topology';

export function runs(host: Host, service: Service, ...kinds: readonly SoftwareKind[]): boolean {
  return host.software.some((software) => software.service === service && kinds.includes(software.kind));
}

export function runsService(host: Host, service: Service): boolean {
  return host.software.some((software) => software.service === service);
}

/** Who may join, in declaration order. First lessons speak of roles only: where no host runs anything, everybody takes part in everything. */
export function partakersOf(topology: Topology, service: Service): readonly Host[] {
  return hasSoftware(topology) ? topology.hosts.filter((host) => runsService(host, service)) : topology.hosts;
}

/** The hosts that run this kind of software of a service, in declaration order. Asked for again and again, so it is remembered. */
export function hostsRunning({ hosts }: Topology, service: Service | undefined, kind: SoftwareKind): readonly Host[] {
  if (!service) return [];
  const ofHosts = running.get(hosts) ?? new Map<Service, Map<SoftwareKind, readonly Host[]>>();
  running.set(hosts, ofHosts);
  const ofService = ofHosts.get(service) ?? new Map<SoftwareKind, readonly Host[]>();
  ofHosts.set(service, ofService);
  const found = ofService.get(kind) ?? hosts.filter((host) => runs(host, service, kind));
  ofService.set(kind, found);
  return found;
}

/** The hosts of a file stay the same for as long as no declaration changes. */
const running = new WeakMap<readonly Host[], Map<Service, Map<SoftwareKind, readonly Host[]>>>();

/** What a host shares in a service: what names it, and what names no service. */
export function sharesIn(host: Host, service: Service | undefined): Host['shares'] {
  return host.shares.filter((shared) => !shared.service || !service || shared.service === service);
}

/** The hosts that share a resource from the start, in declaration order. Asked for at every action, so it is remembered. */
export function sharersOf({ hosts }: Topology, resource: string): readonly Host[] {
  const known = sharers.get(hosts) ?? byResource(hosts);
  sharers.set(hosts, known);
  return known.get(resource) ?? [];
}

const sharers = new WeakMap<readonly Host[], ReadonlyMap<string, readonly Host[]>>();

function byResource(hosts: readonly Host[]): ReadonlyMap<string, readonly Host[]> {
  const found = new Map<string, Host[]>();
  for (const host of hosts) {
    for (const resource of new Set(host.shares.map((shared) => shared.resource))) {
      const others = found.get(resource);
      if (others) others.push(host);
      else found.set(resource, [host]);
    }
  }
  return found;
}

/**
 * The service of an action on a resource: the one it names; else the one that a host shares the resource in; else the
 * first that a host with the resource and a host that acts both run; else the only one there is.
 */
export function serviceOf(
  topology: Topology,
  action: { readonly service: Service | undefined; readonly resource: string; readonly hosts: readonly Host[] },
): Service | undefined {
  if (action.service) return action.service;
  const isIt = (shared: Host['shares'][number]) => shared.resource === action.resource;
  const sharing = sharersOf(topology, action.resource);
  for (const host of sharing) {
    const service = host.shares.find((shared) => isIt(shared) && shared.service)?.service;
    if (service) return service;
  }
  const common = topology.services.find(
    (service) =>
      action.hosts.some((host) => runsService(host, service)) && sharing.some((host) => runsService(host, service)),
  );
  return common ?? (topology.services.length === 1 ? topology.services[0] : undefined);
}
