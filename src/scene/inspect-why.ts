/**
 * Why a host can do what this step is about, and why not, as sentences: whether it can be reached, whether it can serve
 * the resource, whether others find it there, whether it can ask at all.
 */
import { type Host, hasSoftware, type Service, type Topology } from '../language/topology';
import { hostsRunning } from '../simulation/services';
import type { World } from '../simulation/world';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { plain } from './inspect-rows';
import { inspectWords as words } from './inspect-words';
import type { InspectorRow, InspectorSection } from './scene';
import { formats } from './words/formats';

const { named } = formats.en;

/** Undefined where there is nothing to explain. */
export function whySection(host: Host, at: Inspected): InspectorSection | undefined {
  const rows = [...reachability(host, at), ...failure(host, at), ...aboutResource(host, at)];
  return rows.length > 0 ? { id: 'why', title: words.why, rows, empty: '' } : undefined;
}

function good(text: string): InspectorRow {
  return { ...plain('', text, undefined), mark: 'good' };
}

function bad(text: string, mark: 'bad' | 'stale' = 'bad'): InspectorRow {
  return { ...plain('', text, undefined), mark };
}

function reachability(host: Host, { topology, state }: Inspected): InspectorRow[] {
  const name = isolate(host.name);
  if (state.offline.has(host.name)) {
    const stale = staleEntries(host, topology, state);
    return stale.length > 0 ? stale : [bad(words.isOffline(name))];
  }
  const cables = topology.links.filter(({ a, b, service }) => !service && (a === host || b === host));
  const isCutOff = cables.length > 0 && cables.every(({ index }) => state.cut.has(index));
  return isCutOff ? [bad(words.cutOff(name))] : [];
}

/** Who lists it although it is offline: an index, a tracker; of peers that keep records, the first few. */
function staleEntries(host: Host, topology: Topology, state: World): InspectorRow[] {
  const keepers = topology.hosts.filter((keeper) => keeper !== host && keepsTable(keeper));
  const rows: InspectorRow[] = [];
  for (const keeper of keepers) {
    if (rows.length === 3) break;
    const listing = [...state.table(keeper.name)].filter(([, hosts]) => hosts.has(host.name));
    const things = listing.map(([resource]) => named(resource));
    if (things.length > 0) rows.push(bad(words.staleEntry(isolate(host.name), isolate(keeper.name), things), 'stale'));
  }
  return rows;
}

function keepsTable({ software, lists }: Host): boolean {
  return (
    lists.length > 0 ||
    software.some(({ kind, service }) => kind === 'index' || kind === 'tracker' || service.pattern === 'dht')
  );
}

function failure(host: Host, { step }: Inspected): InspectorRow[] {
  const takesPart = [step?.from, step?.to, step?.client, step?.server].includes(host.name);
  if (step?.outcome !== 'failed' || step.why === undefined || !takesPart) return [];
  return [bad(words.stepFailed(step.why))];
}

function aboutResource(host: Host, at: Inspected): InspectorRow[] {
  const { topology, step } = at;
  if (step?.resource === undefined) return [];
  const service = topology.services.find(({ name }) => name === step.service);
  return [...serving(host, service, step.resource, at), ...listing(host, service, step.resource, at)];
}

const servingKinds: ReadonlySet<string> = new Set(['server', 'peer', 'edge', 'origin']);

function serving(
  host: Host,
  service: Service | undefined,
  resource: string,
  { topology, state }: Inspected,
): InspectorRow[] {
  const [name, thing] = [isolate(host.name), named(resource)];
  const holds = state.holds(host.name).has(resource);
  if (!service || !hasSoftware(topology))
    return [holds ? good(words.canServeAnyway(name, thing)) : bad(words.doesNotHold(name, thing))];
  const own = host.software.filter((software) => software.service === service);
  if (own.length === 0) return [bad(words.noSoftware(name, thing, isolate(service.name)))];
  const server = own.find(({ kind }) => servingKinds.has(kind));
  const software = `${isolate(service.name)} ${server?.kind ?? (service.pattern === 'request' || service.pattern === 'cache' ? 'server' : 'peer')}`;
  if (!server && own.some(({ kind }) => kind === 'index' || kind === 'tracker')) return pointer(host, resource, state);
  if (!server) return [bad(words.lacksSoftware(name, thing, software))];
  if (holds) return [good(words.canServe(name, thing, software))];
  const had = state.pieces(host.name).get(resource)?.size ?? 0;
  return [had > 0 ? good(words.servesPieces(name, thing, had)) : bad(words.doesNotHold(name, thing))];
}

function pointer(host: Host, resource: string, state: World): InspectorRow[] {
  const [name, thing] = [isolate(host.name), named(resource)];
  const listed = [...(state.table(host.name).get(resource) ?? [])].map(isolate);
  const knows = listed.length > 0 ? good(words.knowsWho(name, thing, listed)) : bad(words.knowsNoOne(name, thing));
  return [knows, good(words.onlyPoints(name, thing))];
}

/** What an index says of it, where one says who has what. */
function listing(
  host: Host,
  service: Service | undefined,
  resource: string,
  { topology, state }: Inspected,
): InspectorRow[] {
  if (service?.pattern !== 'index' || state.offline.has(host.name)) return [];
  if (!host.software.some((own) => own.service === service && servingKinds.has(own.kind))) return [];
  const [name, thing] = [isolate(host.name), named(resource)];
  const holds = state.holds(host.name).has(resource);
  return hostsRunning(topology, service, 'index').flatMap((index) => {
    const isListed = state.table(index.name).get(resource)?.has(host.name) ?? false;
    if (holds)
      return isListed
        ? good(words.isListed(isolate(index.name), name, thing))
        : bad(words.isNotListed(isolate(index.name), name));
    return isListed ? bad(words.listedWithout(isolate(index.name), name, thing), 'stale') : [];
  });
}
