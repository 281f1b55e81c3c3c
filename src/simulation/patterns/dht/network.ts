/**
 * The peers of one service in one run: who takes part, and whom each of them knows. Where all had joined before the run,
 * they know each other as in a network that has run for long; else nobody knows anybody until messages have come.
 */
import type { Host, Service, Topology } from '../../../language/topology';
import { optionOf } from '../../options';
import type { Run } from '../../run';
import { partakersOf } from '../../services';
import { perService } from '../peers';
import { contactOf, type Roster, rosterOf } from './roster';
import { createRoutingTable, type RoutingTable } from './routing-table';

export interface Network {
  /** Kademlia's k: contacts in a bucket, contacts in an answer, and peers that keep a record. */
  readonly size: number;
  /** Kademlia's alpha: how many queries of a lookup are under way at the same time. */
  readonly parallel: number;
  /** Those that have left: their machine is on, but the application is closed. */
  readonly left: Set<Host>;
  takesPart(host: Host): boolean;
  tableOf(host: Host): RoutingTable;
  /** Whom a host may turn to that knows nobody yet: those that have joined, the first of them first. */
  others(host: Host): Iterable<Host>;
  /** Those of the providers of a resource that the host neither lists nor has been asked for here before. */
  untold(host: Host, resource: string, providers: Iterable<string>): readonly string[];
}

export const networkOf = perService(createNetwork);

function createNetwork(run: Run, service: Service | undefined): Network {
  const { tables: listings, joined: joinedNow } = run.world.state;
  const size = optionOf(run, service, 'bucket');
  const roster = service && run.initial.joined.get(service.name)?.size ? rosterFor(run.topology, service) : [];
  const tables: RoutingTable[] = [];
  const told = new Set<string>();
  const joined = () => service && joinedNow.get(service.name);
  return {
    size,
    parallel: optionOf(run, service, 'parallel'),
    left: new Set(),
    takesPart: (host) => joined()?.has(host.name) ?? false,
    tableOf(host) {
      const table = tables[host.index] ?? createRoutingTable(contactOf(host), size, roster);
      tables[host.index] = table;
      return table;
    },
    *others(host) {
      for (const name of joined() ?? []) {
        const other = run.topology.nodeByName.get(name);
        if (other?.kind === 'host' && other !== host) yield other;
      }
    },
    untold: (host, resource, providers) =>
      [...providers].filter((provider) => {
        const record = JSON.stringify([host.name, resource, provider]);
        if (told.has(record) || listings.get(host.name)?.get(resource)?.has(provider)) return false;
        told.add(record);
        return true;
      }),
  };
}

/** All that run the service; the hosts of a file stay the same for as long as no declaration changes. */
export function rosterFor(topology: Topology, service: Service): Roster {
  const { hosts } = topology;
  const known = rosters.get(hosts) ?? new Map<Service, Roster>();
  rosters.set(hosts, known);
  const roster = known.get(service) ?? rosterOf(partakersOf(topology, service));
  known.set(service, roster);
  return roster;
}

const rosters = new WeakMap<readonly Host[], Map<Service, Roster>>();
