/** What a host can give to those that ask: the files that it holds, by the software that answers for them, and its lookups. */
import { type Host, hasSoftware, type Software } from '../language/topology';
import { hostsRunning, sharesIn } from '../simulation/services';
import type { World } from '../simulation/world';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { compared, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';

const answering: ReadonlySet<string> = new Set(['server', 'peer', 'edge', 'origin']);
const pointing: ReadonlySet<string> = new Set(['index', 'tracker']);

/** Undefined in a file that speaks of roles alone. */
export function servesSection(host: Host, at: Inspected): InspectorSection | undefined {
  if (!hasSoftware(at.topology)) return undefined;
  const can = host.software.some(({ kind }) => answering.has(kind) || pointing.has(kind));
  const rowsIn = (world: World) => host.software.flatMap((software) => rowsFor(host, software, world, at));
  const rows = compared(rowsIn(at.before), rowsIn(at.state));
  const { serves, servesNothing, servesNothingYet } = at.words.inspect;
  return { id: 'serves', title: serves, rows, empty: can ? servesNothingYet : servesNothing };
}

function rowsFor(host: Host, software: Software, world: World, at: Inspected): InspectorRow[] {
  const { service, kind, span } = software;
  const { inspect: say } = at.words;
  const name = isolate(service.name);
  if (pointing.has(kind)) return [plain(say.lookups(name), say.whoAsks, span.line)];
  if (!answering.has(kind) || world.offline.has(host.name)) return [];
  const isMeant = (resource: string) => {
    const declared = host.shares.find((shared) => shared.resource === resource);
    return !declared || sharesIn(host, service).includes(declared);
  };
  const held = [...world.holds(host.name).keys()].filter(isMeant);
  if (held.length === 0 && kind === 'server') return [plain(say.requests(name), say.whoAsks, span.line)];
  return held.map((resource) => ({ ...servedRow(host, software, resource, world, at), line: span.line }));
}

/** Where an index says who has what, it matters whether it lists this host. */
function servedRow(
  host: Host,
  { service }: Software,
  resource: string,
  world: World,
  { topology, words: { inspect: say } }: Inspected,
): InspectorRow {
  const name = isolate(service.name);
  const row = (detail: string) => plain(isolate(resource), detail, undefined);
  const indexes = service.pattern === 'index' ? hostsRunning(topology, service, 'index') : [];
  const [first] = indexes;
  if (!first) return row(say.over(name));
  const listing = indexes.find((index) => world.table(index.name).get(resource)?.has(host.name));
  return listing
    ? row(say.listedBy(name, isolate(listing.name)))
    : { ...row(say.unlisted(name, isolate(first.name))), mark: 'bad' };
}
