/**
 * The three architectures as recipes: which services there are, what each part in them runs, and what the flow does. Hybrid
 * and peer-to-peer differ in nothing but how peers find each other. Runs nothing.
 */
import type { Architecture, Host, PatternName, Service, SoftwareKind, Step, Topology } from '../../language/topology';
import { runsService } from '../../simulation/services';
import type { Centre } from './comparison';
import type { Job } from './job';

export interface Recipe {
  readonly architecture: Architecture;
  /** The first is the service in which the resource is shared and fetched; in the others peers find each other. */
  readonly patterns: readonly PatternName[];
  /** What holders and fetching hosts run of each service. */
  readonly holder: SoftwareKind;
  readonly fetcher: SoftwareKind;
  readonly centre: Centre['kind'] | undefined;
  /** Everybody asks the first holder; the others have no part. */
  readonly hasOneServer?: boolean;
  /** Peers have neighbours in the application. */
  readonly hasOverlay?: boolean;
  /** So many peers, the first, do for the others what a tracker would. */
  readonly trackingPeers?: number;
}

const clientServer: Recipe = {
  architecture: 'client-server',
  patterns: ['request'],
  holder: 'server',
  fetcher: 'client',
  centre: undefined,
  hasOneServer: true,
};

const hybrid = { architecture: 'hybrid', holder: 'peer', fetcher: 'peer' } as const;
const peerToPeer = { architecture: 'peer-to-peer', holder: 'peer', fetcher: 'peer', centre: undefined } as const;

/** Whole files. An index says who has them (Napster); or peers ask each other (Gnutella), or look them up (Kademlia). */
const indexed: Recipe = { ...hybrid, patterns: ['index'], centre: 'index' };
const flooded: Recipe = { ...peerToPeer, patterns: ['flooding'], hasOverlay: true };
const lookedUp: Recipe = { ...peerToPeer, patterns: ['dht'] };

/**
 * Pieces. A tracker introduces peers to each other (BEP 3); or they look each other up, and the few that are nearest to the
 * key do what a tracker would (BEP 5: "each peer becomes a tracker"), so many as Kademlia keeps copies.
 */
const tracked: Recipe = { ...hybrid, patterns: ['swarm'], centre: 'tracker' };
const trackerless: Recipe = { ...peerToPeer, patterns: ['swarm', 'dht'], trackingPeers: 8 };

/** Client-server, hybrid, peer-to-peer. A file that shares whole files among peers is compared with whole files. */
export function recipesFor(job: Job): readonly Recipe[] {
  const own = patternsOf(job);
  if (own.has('swarm')) return [clientServer, tracked, trackerless];
  if (own.has('dht')) return [clientServer, indexed, lookedUp];
  if (own.has('index') || own.has('flooding')) return [clientServer, indexed, flooded];
  return [clientServer, tracked, trackerless];
}

/** Those in which the file itself shares the resource. */
function patternsOf({ resource, holders }: Job): ReadonlySet<PatternName> {
  return new Set(
    holders.flatMap(({ shares, software }) => {
      const own = shares.flatMap(({ resource: shared, service }) => (shared === resource && service ? [service] : []));
      return (own.length > 0 ? own : software.map(({ service }) => service)).map(({ pattern }) => pattern);
    }),
  );
}

/** All fetch at the same moment; where peers have to find each other first, they do that. */
export function stepsOf(fetchers: readonly Host[], resource: string, services: readonly Service[]): readonly Step[] {
  const span = fetchers[0]?.span ?? { line: 0, start: 0, end: 0 };
  const [service, ...finding] = services;
  const searches = finding.map((where): Step => ({ kind: 'search', hosts: fetchers, resource, service: where, span }));
  return [...searches, { kind: 'fetch', hosts: fetchers, resource, service, span }];
}

/** The services of a recipe, with the options of a service with the same pattern that those run who have the resource. */
export function servicesOf(
  { patterns }: Recipe,
  { sizeBytes, holders }: Job,
  topology: Topology,
  options: Options,
): readonly Service[] {
  return patterns.map((pattern) => {
    const isOwn = (service: Service) =>
      service.pattern === pattern && holders.some((host) => runsService(host, service));
    const own = topology.services.find(isOwn);
    const span = own?.span ?? { line: 0, start: 0, end: 0 };
    const chosen = own ? options.get(own.name) : undefined;
    return { name: own?.name ?? pattern, pattern, options: chosen ?? usualOptions(pattern, sizeBytes), span };
  });
}

type Options = ReadonlyMap<string, ReadonlyMap<string, number>>;

const usualPieces = 100;

/** What peers usually ask for at once (BEP 3): smaller pieces would be nothing but requests. */
const leastPieceBytes = 2 ** 14;

function usualOptions(pattern: PatternName, sizeBytes: number): ReadonlyMap<string, number> {
  if (pattern !== 'swarm') return new Map();
  return new Map([['pieces', Math.min(usualPieces, Math.ceil(sizeBytes / leastPieceBytes))]]);
}
