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
import type { InspectorRow, InspectorSection } from './scene';
import type { Words } from './words';

/** Undefined where there is nothing to explain. */
export function whySection(host: Host, at: Inspected): InspectorSection | undefined {
  const unreachable = reachability(host, at);
  // What it could do otherwise is beside the point while nobody can reach it.
  const abilities = unreachable.length > 0 ? [] : [...aboutResource(host, at), ...aboutRequest(host, at)];
  const rows = [...unreachable, ...failure(host, at), ...abilities];
  return rows.length > 0 ? { id: 'why', title: at.words.inspect.why, rows, empty: '' } : undefined;
}

function good(text: string): InspectorRow {
  return { ...plain('', text, undefined), mark: 'good' };
}

function bad(text: string, mark: 'bad' | 'stale' = 'bad'): InspectorRow {
  return { ...plain('', text, undefined), mark };
}

function reachability(host: Host, { topology, state, words }: Inspected): InspectorRow[] {
  const { inspect: say } = words;
  const name = isolate(host.name);
  if (state.offline.has(host.name)) {
    const stale = staleEntries(host, topology, state, words);
    return stale.length > 0 ? stale : [bad(say.isOffline(name))];
  }
  const cables = topology.links.filter(({ a, b, service }) => !service && (a === host || b === host));
  const isCutOff = cables.length > 0 && cables.every(({ index }) => state.cut.has(index));
  return isCutOff ? [bad(say.cutOff(name))] : [];
}

/** Who lists it although it is offline: an index, a tracker; of peers that keep records, the first few. */
function staleEntries(host: Host, topology: Topology, state: World, words: Words): InspectorRow[] {
  const { inspect: say, formats } = words;
  const keepers = topology.hosts.filter((keeper) => keeper !== host && keepsTable(keeper));
  const rows: InspectorRow[] = [];
  for (const keeper of keepers) {
    if (rows.length === 3) break;
    const listing = [...state.table(keeper.name)].filter(([, hosts]) => hosts.has(host.name));
    const things = listing.map(([resource]) => formats.named(resource));
    if (things.length > 0) rows.push(bad(say.staleEntry(isolate(host.name), isolate(keeper.name), things), 'stale'));
  }
  return rows;
}

function keepsTable({ software, lists }: Host): boolean {
  return (
    lists.length > 0 ||
    software.some(({ kind, service }) => kind === 'index' || kind === 'tracker' || service.pattern === 'dht')
  );
}

function failure(host: Host, { step, words }: Inspected): InspectorRow[] {
  const takesPart = [step?.from, step?.to, step?.client, step?.server].includes(host.name);
  if (step?.outcome !== 'failed' || step.why === undefined || !takesPart) return [];
  return [bad(words.inspect.stepFailed(words.reason(step.why)))];
}

function aboutResource(host: Host, at: Inspected): InspectorRow[] {
  const { topology, step } = at;
  if (step?.resource === undefined) return [];
  const service = topology.services.find(({ name }) => name === step.service);
  return [...serving(host, service, step.resource, at), ...listing(host, service, step.resource, at)];
}

/** A request in the author's own words: whoever runs the server's software can answer it. */
function aboutRequest(host: Host, { topology, step, words }: Inspected): InspectorRow[] {
  const { inspect: say, picture } = words;
  const service = topology.services.find(({ name }) => name === step?.service);
  if (step?.kind !== 'request' || step.resource !== undefined || !service || !hasSoftware(topology)) return [];
  const [name, called] = [isolate(host.name), isolate(service.name)];
  const server = host.software.find((own) => own.service === service && own.kind !== 'client');
  // In a service of peers, who answers depends on what is asked.
  const isSure = service.pattern === 'request' || step.server !== host.name;
  if (!server)
    return isSure ? [bad(say.cannotAnswer(name, called, picture.software(called, serverKind(service))))] : [];
  return [good(say.canAnswer(name, called, picture.software(called, server.kind)))];
}

const servingKinds: ReadonlySet<string> = new Set(['server', 'peer', 'edge', 'origin']);

function serving(
  host: Host,
  service: Service | undefined,
  resource: string,
  { topology, state, words }: Inspected,
): InspectorRow[] {
  const { inspect: say, picture } = words;
  const [name, thing] = [isolate(host.name), words.formats.named(resource)];
  const holds = state.holds(host.name).has(resource);
  if (!service || !hasSoftware(topology))
    return [holds ? good(say.canServeAnyway(name, thing)) : bad(say.doesNotHold(name, thing))];
  const own = host.software.filter((software) => software.service === service);
  if (own.length === 0) return [bad(say.noSoftware(name, thing, isolate(service.name)))];
  const server = own.find(({ kind }) => servingKinds.has(kind));
  const software = picture.software(isolate(service.name), server?.kind ?? serverKind(service));
  if (!server && own.some(({ kind }) => kind === 'index' || kind === 'tracker'))
    return pointer(host, resource, state, words);
  if (!server) return [bad(say.lacksSoftware(name, thing, software))];
  if (holds) return [good(say.canServe(name, thing, software))];
  if (server.kind === 'edge') return [good(say.asksOriginFirst(name, thing))];
  const had = state.pieces(host.name).get(resource)?.size ?? 0;
  return [had > 0 ? good(say.servesPieces(name, thing, had)) : bad(say.doesNotHold(name, thing))];
}

/** The kind of software that answers in such a service. */
function serverKind({ pattern }: Service): 'server' | 'peer' | 'edge' {
  if (pattern === 'cache') return 'edge';
  return pattern === 'request' || pattern === 'relay' || pattern === 'sfu' ? 'server' : 'peer';
}

function pointer(host: Host, resource: string, state: World, { inspect: say, formats }: Words): InspectorRow[] {
  const [name, thing] = [isolate(host.name), formats.named(resource)];
  const listed = [...(state.table(host.name).get(resource) ?? [])].map(isolate);
  const knows = listed.length > 0 ? good(say.knowsWho(name, thing, listed)) : bad(say.knowsNoOne(name, thing));
  return [knows, good(say.onlyPoints(name, thing))];
}

/** What an index says of it, where one says who has what. */
function listing(
  host: Host,
  service: Service | undefined,
  resource: string,
  { topology, state, words }: Inspected,
): InspectorRow[] {
  if (service?.pattern !== 'index' || state.offline.has(host.name)) return [];
  if (!host.software.some((own) => own.service === service && servingKinds.has(own.kind))) return [];
  const { inspect: say, formats } = words;
  const [name, thing] = [isolate(host.name), formats.named(resource)];
  const holds = state.holds(host.name).has(resource);
  return hostsRunning(topology, service, 'index').flatMap((index) => {
    const isListed = state.table(index.name).get(resource)?.has(host.name) ?? false;
    if (holds)
      return isListed
        ? good(say.isListed(isolate(index.name), name, thing))
        : bad(say.isNotListed(isolate(index.name), name));
    return isListed ? bad(say.listedWithout(isolate(index.name), name, thing), 'stale') : [];
  });
}
