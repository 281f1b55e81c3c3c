/**
 * The three architectures as recipes: which services there are, what each part in them runs, and what the flow does. One
 * row an architecture; hybrid and peer-to-peer differ in nothing but how peers find each other. Runs nothing.
 */
import type { Architecture, Host, PatternName, Service, SoftwareKind, Step, Topology } from '../../language/topology';
import type { Centre } from './comparison';
import type { Job } from './job';

export interface Recipe {
  readonly architecture: Architecture;
  /** The first is the service in which the resource is shared and fetched. */
  readonly patterns: readonly PatternName[];
  /** What holders and fetching hosts run of each service. */
  readonly holder: SoftwareKind;
  readonly fetcher: SoftwareKind;
  readonly centre: Centre['kind'] | undefined;
  /** Everybody asks the first holder; the others have no part. */
  readonly hasOneServer: boolean;
  /** Peers have neighbours in the application. */
  readonly hasOverlay: boolean;
  /** Written for the services, in the order of the patterns. */
  steps(fetchers: readonly Host[], resource: string, services: readonly Service[]): readonly Step[];
}

const clientServer: Recipe = {
  architecture: 'client-server',
  patterns: ['request'],
  ...{ holder: 'server', fetcher: 'client', centre: undefined, hasOneServer: true, hasOverlay: false },
  steps: fetchAll,
};

const amongPeers = { holder: 'peer', fetcher: 'peer', hasOneServer: false } as const;

/** Whole files: an index says who has it, or the peers ask each other. */
const indexed: Recipe = {
  architecture: 'hybrid',
  patterns: ['index'],
  ...{ ...amongPeers, centre: 'index', hasOverlay: false },
  steps: fetchAll,
};
const flooded: Recipe = {
  architecture: 'peer-to-peer',
  patterns: ['flooding'],
  ...{ ...amongPeers, centre: undefined, hasOverlay: true },
  steps: fetchAll,
};

/** Client-server, hybrid, peer-to-peer. A file that shares whole files among peers is compared with whole files. */
export function recipesFor(_topology: Topology, _job: Job): readonly Recipe[] {
  return [clientServer, indexed, flooded];
}

/** The services of a recipe, with the options that the file gives to a service of the same pattern. */
export function servicesOf({ patterns }: Recipe, topology: Topology, options: Options): readonly Service[] {
  return patterns.map((pattern) => {
    const own = topology.services.find((service) => service.pattern === pattern);
    const span = own?.span ?? { line: 0, start: 0, end: 0 };
    return { name: own?.name ?? pattern, pattern, options: (own && options.get(own.name)) ?? new Map(), span };
  });
}

type Options = ReadonlyMap<string, ReadonlyMap<string, number>>;

function fetchAll(hosts: readonly Host[], resource: string, [service]: readonly Service[]): readonly Step[] {
  const span = hosts[0]?.span ?? { line: 0, start: 0, end: 0 };
  return [{ kind: 'fetch', hosts, resource, service, span }];
}
