/**
 * Client-server, peer-to-peer or hybrid: derived for each service from who asks and who serves in it, with the reasons.
 *
 * Lookups, registrations and logins point the way; everything else is payload. A host that asks only in order to answer
 * (a web server its database) does not count as asking: a chain of servers is still client-server.
 */
import { type Architecture, type Host, hasSoftware, type Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { listed } from '../simulation/words';
import type { ArchitectureFinding, ArchitectureReport } from './analysis';
import type { Exchange } from './exchanges';

export function architectureOf(topology: Topology, exchanges: readonly Exchange[]): ArchitectureReport {
  const serviceless = !hasSoftware(topology) && exchanges.some((exchange) => exchange.service === undefined);
  const names = [...topology.services.map((service) => service.name), ...(serviceless ? [undefined] : [])];
  const services = names.map((service) => {
    const within = exchanges.filter((exchange) => exchange.service === service && exchange.serverActs);
    return { service, ...findingFor(partsOf(topology, service, within)) };
  });
  return { ...summary(topology, services, exchanges), services };
}

interface Parts {
  /** Hosts, in declaration order, that provide payload, and that ask on their own account. */
  readonly providers: readonly Host[];
  readonly askers: readonly Host[];
  /** Those of the providers that ask as well, or that run the same software as those who do. */
  readonly peers: readonly Host[];
  /** Hosts that answer and never ask. */
  readonly central: readonly Host[];
  /** Hosts that ask only in order to answer. */
  readonly between: readonly Host[];
}

/** These bring hosts together; what is asked for does not come with the answer. */
const pointing: ReadonlySet<string | undefined> = new Set([
  'lookup',
  'register',
  'unregister',
  'login',
  'join',
  'leave',
  'announce',
  'offer',
  'answer',
]);

/** What one peer says to another: whoever runs such software does both, even where nobody has asked it yet, or it has asked nobody. */
const amongPeers: ReadonlySet<string | undefined> = new Set([
  'query',
  'handshake',
  'find-node',
  'find-value',
  'store',
  'inv',
  'getdata',
  'stream',
]);

/** `service` undefined: over all services. */
function partsOf(topology: Topology, service: string | undefined, exchanges: readonly Exchange[]): Parts {
  const names = (wanted: readonly Exchange[], end: 'client' | 'server') => new Set(wanted.map((each) => each[end]));
  const providing = names(
    exchanges.filter(({ verb }) => !pointing.has(verb)),
    'server',
  );
  const pointed = names(
    exchanges.filter(({ verb }) => pointing.has(verb)),
    'server',
  );
  const asking = names(
    exchanges.filter(({ isPush, isOnBehalf }) => !isPush && !isOnBehalf),
    'client',
  );
  const relaying = names(
    exchanges.filter(({ isOnBehalf }) => isOnBehalf),
    'client',
  );
  // Where a central host points the way, peer software is a peer even before it has asked for something itself.
  const isPointedTo = [...pointed].some((name) => !providing.has(name) && !asking.has(name));
  const arePeers = isPointedTo || exchanges.some(({ verb }) => amongPeers.has(verb));
  const isPeer = (host: Host) => asking.has(host.name) || (arePeers && runsPeer(host, service));
  const hosts = (names: ReadonlySet<string>) => topology.hosts.filter((host) => names.has(host.name));
  const providers = hosts(providing);
  const peers = providers.filter(isPeer);
  return {
    providers,
    askers: hosts(asking),
    peers,
    central: hosts(new Set([...pointed, ...providing])).filter(
      (host) => !asking.has(host.name) && !peers.includes(host),
    ),
    between: hosts(relaying).filter((host) => !asking.has(host.name)),
  };
}

function runsPeer(host: Host, service: string | undefined): boolean {
  return host.software.some(
    (software) => (service === undefined || software.service.name === service) && software.kind === 'peer',
  );
}

function findingFor(parts: Parts): ArchitectureFinding {
  const { peers, central } = parts;
  if (parts.providers.length === 0 && central.length === 0) {
    return parts.askers.length === 0
      ? { kind: undefined, reasons: ['No flow exchanges anything here.'] }
      : { kind: undefined, reasons: ['Nobody is given anything here yet: hosts only point the way.'] };
  }
  if (peers.length === 0) return { kind: 'client-server', reasons: clientServerReasons(parts) };
  if (central.length === 0) return { kind: 'peer-to-peer', reasons: peerReasons(parts) };
  return { kind: 'hybrid', reasons: hybridReasons(parts) };
}

function clientServerReasons({ providers, central, askers, between }: Parts): readonly string[] {
  const servers = providers.length > 0 ? providers : central;
  const clients = askers.filter((host) => !servers.includes(host));
  return [
    `What is asked for comes from ${named(servers)}, which never ${servers.length === 1 ? 'asks' : 'ask'} on ${own(servers)} account.`,
    ...(clients.length > 0 ? [`${named(clients)} only ${clients.length === 1 ? 'asks' : 'ask'}.`] : []),
    ...(between.length > 0
      ? [`${named(between)} ${between.length === 1 ? 'asks' : 'ask'} others only in order to answer.`]
      : []),
  ];
}

function peerReasons({ peers, askers }: Parts): readonly string[] {
  const asking = new Set(askers);
  const both = peers.filter((host) => asking.has(host));
  const others = peers.filter((host) => !asking.has(host));
  if (others.length === 0) return [`${doBoth(both)}.`, 'No host is asked that would not ask as well.'];
  return [
    ...(both.length > 0 ? [`${doBoth(both)}.`] : []),
    `${named(others)} ${others.length === 1 ? 'only serves here, but is a peer' : 'only serve here, but are peers'} like all others.`,
    'There is no central server.',
  ];
}

function doBoth(hosts: readonly Host[]): string {
  return `${named(hosts)} ${hosts.length === 1 ? 'asks and also serves' : 'ask and also serve'}`;
}

function hybridReasons({ peers, central, providers }: Parts): readonly string[] {
  const giving = central.filter((host) => providers.includes(host));
  const only = central.filter((host) => !providers.includes(host));
  return [
    `${named(peers)} ${peers.length === 1 ? 'is a peer that serves' : 'are peers that serve'} directly.`,
    ...(only.length > 0
      ? [
          `${named(only)} ${only.length === 1 ? 'is' : 'are'} asked on the way, and only ${only.length === 1 ? 'points' : 'point'} to others.`,
        ]
      : []),
    ...(giving.length > 0
      ? [
          `${named(giving)} ${giving.length === 1 ? 'serves' : 'serve'} too, and never ${giving.length === 1 ? 'asks' : 'ask'} on ${own(giving)} account.`,
        ]
      : []),
  ];
}

/**
 * The file as a whole. Where its services differ, or hosts serve each other by different services (one shares files, the
 * other a printer), who asks and who serves is looked at over all services together.
 */
function summary(
  topology: Topology,
  services: ArchitectureReport['services'],
  exchanges: readonly Exchange[],
): ArchitectureFinding {
  const used = services.filter((service) => service.kind !== undefined);
  const kinds = new Set<Architecture | undefined>(used.map((service) => service.kind));
  const [only] = used;
  if (!only) return { kind: undefined, reasons: ['No flow exchanges anything.'] };
  if (used.length === 1) return { kind: only.kind, reasons: only.reasons };
  const reasons = used.map(({ service, kind }) => `${shorten(service ?? 'What belongs to no service')} is ${kind}.`);
  const acting = exchanges.filter((exchange) => exchange.serverActs);
  if (kinds.size === 1 && !serveEachOther(acting)) return { kind: only.kind, reasons };
  const joint = findingFor(partsOf(topology, undefined, acting));
  return { kind: joint.kind ?? only.kind, reasons: [...joint.reasons, ...reasons] };
}

/** Two hosts ask each other, each on its own account. */
function serveEachOther(exchanges: readonly Exchange[]): boolean {
  const asked = new Map<string, Set<string>>();
  for (const { client, server, isPush, isOnBehalf } of exchanges) {
    if (isPush || isOnBehalf) continue;
    if (asked.get(server)?.has(client)) return true;
    const servers = asked.get(client);
    if (servers) servers.add(server);
    else asked.set(client, new Set([server]));
  }
  return false;
}

function named(hosts: readonly Host[]): string {
  return listed(hosts.map((host) => host.name));
}

function own(hosts: readonly Host[]): string {
  return hosts.length === 1 ? 'its own' : 'their own';
}
