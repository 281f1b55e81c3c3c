/**
 * What a host has at one position: whole files, and its table of who has what: an index's, a tracker's, or the records that
 * a peer keeps for a key. Beside a host that uses them, the tables of others are shown as well.
 */
import type { Host, Service, Topology } from '../language/topology';
import { hostsRunning } from '../simulation/services';
import type { World } from '../simulation/world';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { compared, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';
import { shapeOf } from './shapes';
import type { Words } from './words';

export function holdsSection(host: Host, at: Inspected): InspectorSection {
  const { holds, holdsNothing } = at.words.inspect;
  return { id: 'holds', title: holds, rows: heldRows(host, at), empty: holdsNothing };
}

function heldRows(host: Host, { before, state, step, words }: Inspected): InspectorRow[] {
  const rowsIn = (world: World) =>
    [...world.holds(host.name).values()].map(({ resource, sizeBytes }) => {
      const line = host.shares.find((shared) => shared.resource === resource)?.span.line;
      const size = sizeBytes === undefined ? '' : words.formats.size(sizeBytes);
      return plain(isolate(resource), line === undefined ? words.inspect.receivedFile(size) : size, line);
    });
  const rows = compared(rowsIn(before), rowsIn(state));
  return rows.map((row) => (row.change === 'added' ? { ...row, line: row.line ?? step?.line } : row));
}

/** Its own table; undefined where the host keeps none. */
export function tableSection(host: Host, at: Inspected): InspectorSection | undefined {
  const kept = tableOf(host, at.words);
  const rows = tableRows(host, at);
  return kept || rows.length > 0
    ? { ...(kept ?? headings.index(undefined, at.words)), id: kept?.id ?? 'table', rows }
    : undefined;
}

/** The tables of those that tell this host who has what, and what the servers hold that it can ask. */
export function othersSections(host: Host, at: Inspected): InspectorSection[] {
  const services = [...new Set(host.software.map(({ service }) => service))];
  return services.flatMap((service) => [
    ...keepersOf(at.topology, service, host).map((keeper) => besides(keeper, service, at)),
    ...serversFor(host, service, at).map((server) => shelfOf(server, service, at)),
  ]);
}

/** More than these would bury what is said of the host itself. */
const othersShown = 2;

function keepersOf(topology: Topology, service: Service, host: Host): readonly Host[] {
  const keepers = [...hostsRunning(topology, service, 'index'), ...hostsRunning(topology, service, 'tracker')];
  return keepers.filter((keeper) => keeper !== host).slice(0, othersShown);
}

function besides(keeper: Host, service: Service, at: Inspected): InspectorSection {
  const { inspect: say } = at.words;
  const title = say.tableBeside(tableWord(keeper), isolate(service.name), isolate(keeper.name));
  return { id: `beside ${service.name} ${keeper.name}`, title, rows: tableRows(keeper, at), empty: say.tableEmpty };
}

/** The server that this step is about, else the only one. */
function serversFor(host: Host, service: Service, { topology, step }: Inspected): readonly Host[] {
  if (service.pattern !== 'request' || !host.software.some((own) => own.service === service && own.kind === 'client'))
    return [];
  const servers = hostsRunning(topology, service, 'server').filter((server) => server !== host);
  const asked = servers.filter(({ name }) => name === step?.server || name === step?.from || name === step?.to);
  return asked.length > 0 ? asked.slice(0, 1) : servers.length === 1 ? servers : [];
}

function shelfOf(server: Host, service: Service, at: Inspected): InspectorSection {
  const { inspect: say } = at.words;
  const title = say.shelf(isolate(service.name), isolate(server.name));
  return { id: `beside ${service.name} ${server.name}`, title, rows: heldRows(server, at), empty: say.holdsNothing };
}

function tableRows(keeper: Host, { before, state, step, words }: Inspected): InspectorRow[] {
  const rowsIn = (world: World) =>
    [...world.table(keeper.name)].map(([resource, hosts]): InspectorRow => {
      const line = keeper.lists.find((entry) => entry.resource === resource)?.span.line;
      const isStale = [...hosts].some((name) => world.offline.has(name));
      return { ...plain(isolate(resource), listed(hosts, world, words), line), mark: isStale ? 'stale' : undefined };
    });
  return compared(rowsIn(before), rowsIn(state)).map((row) =>
    row.change === undefined ? row : { ...row, line: row.line ?? step?.line },
  );
}

type Heading = Pick<InspectorSection, 'id' | 'title' | 'empty'>;

const headings = {
  index: (service: string | undefined, { inspect: say }: Words): Heading => ({
    id: 'table',
    title: say.table('index', service),
    empty: say.indexEmpty,
  }),
  tracker: (service: string | undefined, { inspect: say }: Words): Heading => ({
    id: 'table',
    title: say.table('tracker', service),
    empty: say.trackerEmpty,
  }),
  records: ({ inspect: say }: Words): Heading => ({ id: 'records', title: say.records, empty: say.recordsEmpty }),
} as const;

/** Peers keep their records besides; for all others their table is what they are there for. */
export function isMainThing({ id }: InspectorSection): boolean {
  return id === 'table';
}

function tableOf(host: Host, words: Words): Heading | undefined {
  if (['index', 'tracker'].includes(shapeOf(host))) {
    const keeping = host.software.find(({ kind }) => kind === 'index' || kind === 'tracker');
    return headings[tableWord(host)](keeping && isolate(keeping.service.name), words);
  }
  const isPeer = host.software.some(({ service, kind }) => service.pattern === 'dht' && kind === 'peer');
  return isPeer ? headings.records(words) : undefined;
}

function tableWord(host: Host): 'index' | 'tracker' {
  return host.software.some(({ kind }) => kind === 'index') ? 'index' : 'tracker';
}

function listed(hosts: ReadonlySet<string>, state: World, { inspect: say, formats }: Words): string {
  const names = [...hosts].map((name) => (state.offline.has(name) ? say.stale(isolate(name)) : isolate(name)));
  return names.length === 0 ? say.nobody : formats.list(names, 8);
}
