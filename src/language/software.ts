/**
 * Software decides what a host can do: which kinds ask, which answer what, and which service a message therefore belongs
 * to. Section by section this is the rule that "there must be client software for every service required".
 */
import { letRun } from './host-fixes';
import type { Scope } from './scope';
import type { Fix, Span } from './source';
import type { Host, Message, Service, Software, SoftwareKind } from './topology';
import { article, listWords, quote, shorten } from './wording';

/** What a message asks of the one who answers it. */
export type Demand = 'index' | 'login' | 'other';

export function demandOf(message: Pick<Message, 'verb'>): Demand {
  switch (message.verb) {
    case 'lookup':
    case 'register':
    case 'unregister':
      return 'index';
    case 'login':
      return 'login';
    default:
      return 'other';
  }
}

const asking: ReadonlySet<SoftwareKind> = new Set(['client', 'peer', 'edge']);
const answering: Readonly<Record<Demand, ReadonlySet<SoftwareKind>>> = {
  index: new Set(['index', 'tracker']),
  login: new Set(['server', 'peer', 'index', 'tracker', 'edge', 'origin']),
  other: new Set(['server', 'peer', 'edge', 'origin']),
};

/** A message as far as its service is concerned: who asks, who answers, what. */
export interface Exchange {
  readonly askers: readonly Host[];
  readonly answerers: readonly Host[];
  readonly demand: Demand;
  /** The services in which somebody shares the resource that this is about. */
  readonly sharedIn: ReadonlySet<Service>;
  /** The service named by `over`. */
  readonly over: Service | undefined;
  /** The name of the one who is asked, where there is one alone. */
  readonly askedAt: Span | undefined;
  /** The hosts that have a resource, by resource. */
  readonly holders: () => ReadonlyMap<string, readonly Host[]>;
  /** What this is about, if it is a resource. */
  readonly resource: string | undefined;
  readonly span: Span;
}

/** The service that a message belongs to; where it cannot be settled that is reported, and the answer is undefined. */
export function settleService(scope: Scope, exchange: Exchange): Service | undefined {
  const candidates = candidatesOf(exchange);
  const named = exchange.over ? candidates.filter((service) => service === exchange.over) : candidates;
  if (named.length === 0) {
    reportMissing(scope, exchange);
    return exchange.over;
  }
  if (named.length === 1) return named[0];
  const sharing = candidates.filter((service) => exchange.sharedIn.has(service));
  if (sharing.length === 1) return sharing[0];
  reportAmbiguous(scope, exchange.span, candidates);
  return undefined;
}

/** Services that every asker asks in and every answerer answers in, in the order of the first asker's software. */
export function candidatesOf({
  askers,
  answerers,
  demand,
}: Pick<Exchange, 'askers' | 'answerers' | 'demand'>): readonly Service[] {
  const candidates: Service[] = [];
  for (const { service } of askers[0]?.software ?? []) {
    const fits = allRun(askers, service, asking) && allRun(answerers, service, answering[demand]);
    if (fits && !candidates.includes(service)) candidates.push(service);
  }
  return candidates;
}

/** Services for which every one of the hosts runs one of the kinds. */
function common(hosts: readonly Host[], kinds: ReadonlySet<SoftwareKind>): readonly Service[] {
  const services = new Set(hosts[0]?.software.map(({ service }) => service));
  return [...services].filter((service) => allRun(hosts, service, kinds));
}

/** The members of a group share one list, so that a large group costs no more than a host. */
function allRun(hosts: readonly Host[], service: Service, kinds: ReadonlySet<SoftwareKind>): boolean {
  let last: readonly Software[] | undefined;
  for (const { software } of hosts) {
    if (software !== last && !runsOne(software, service, kinds)) return false;
    last = software;
  }
  return true;
}

/** `span` is the statement that `over` can be added to. */
export function reportAmbiguous(scope: Scope, span: Span, candidates: readonly Service[]): void {
  const names = candidates.map((service) => service.name);
  const message = `This can belong to ${listWords(names.map(quote))}. Say which: write over ${shorten(names[0] ?? '')} behind it.`;
  const { line, end } = span;
  const fixes = names.map((name) => ({
    title: `Send it over ${shorten(name)}`,
    edits: [{ span: { line, start: end, end }, text: ` over ${name}` }],
  }));
  scope.report('ambiguous-service', span, message, { fixes });
}

/** Nobody fits: find the end that lacks the software, and say which. */
function reportMissing(scope: Scope, exchange: Exchange): void {
  const { askers, answerers, demand, over } = exchange;
  if ([...askers, ...answerers].some(({ software }) => scope.doubtfulSoftware.has(software))) return;
  const wanted = (services: readonly Service[]): readonly Service[] =>
    over ? services.filter((service) => service === over) : services;
  const asked = wanted(common(askers, asking));
  const answered = wanted(common(answerers, answering[demand]));
  const asker = askers.find((host) => !runsOne(host.software, answered[0] ?? over, asking)) ?? askers[0];
  if (!asker) return;
  if (answered[0]) reportNoClient(scope, exchange, asker, answered[0]);
  else reportNoServer(scope, exchange, asked);
}

function runsOne(
  software: readonly Software[],
  service: Service | undefined,
  kinds: ReadonlySet<SoftwareKind>,
): boolean {
  for (const entry of software) if (entry.service === service && kinds.has(entry.kind)) return true;
  return false;
}

function reportNoClient(scope: Scope, exchange: Exchange, asker: Host, service: Service): void {
  const answerer = exchange.answerers[0]?.name ?? '';
  const kind = kindToAsk(service);
  const message =
    `${quote(asker.name)} has no client software for ${quote(service.name)}, which ${quote(answerer)} offers, so it cannot ask. ` +
    `Add to ${shorten(asker.name)}: runs ${shorten(service.name)} ${kind}`;
  const fixes = letRun(scope.places.lines, asker, service, kind);
  scope.report('missing-client-software', exchange.span, message, { related: declared(asker), fixes });
}

function reportNoServer(scope: Scope, exchange: Exchange, asked: readonly Service[]): void {
  const isLookup = exchange.demand === 'index';
  const fitting = (services: readonly Service[]): Service | undefined =>
    services.find((service) => !isLookup || hasIndex(service));
  const service = exchange.over ?? fitting(asked) ?? fitting([...scope.services.values()]) ?? asked[0];
  const answerer =
    exchange.answerers.find((host) => !runsOne(host.software, service, answering[exchange.demand])) ??
    exchange.answerers[0];
  if (!answerer) return;
  const { name } = answerer;
  const related = declared(answerer);
  const entry = answerer.software.find(
    (software) => software.service === service && answering.login.has(software.kind),
  );
  if (entry) {
    const runs = `${quote(name)} runs ${quote(entry.service.name)} as ${article(entry.kind)}`;
    if (isLookup) {
      const wayOut = hasIndex(entry.service)
        ? 'Ask the host that runs the index.'
        : `Nobody does in the pattern ${entry.service.pattern}: let a host search by itself, as in alice searches "song.mp3"`;
      const message = `${runs}, not as an index, so it keeps no list to ask. ${wayOut}`;
      const fixes = askTheIndex(scope, exchange, entry.service, answerer);
      scope.report('not-an-index', exchange.span, message, { related, fixes });
    } else {
      const message = `${runs}: it says who has what, but holds nothing itself. Ask a host that has it.`;
      scope.report('missing-server-software', exchange.span, message, { related, fixes: askHolder(exchange) });
    }
    return;
  }
  const kind = kindToAnswer(exchange.demand, service);
  const missing = service ? `no ${kind} software for ${quote(service.name)}` : `no ${kind} software`;
  const wayOut = service ? ` Add to ${shorten(name)}: runs ${shorten(service.name)} ${kind}` : '';
  const message = `${quote(name)} has ${missing}, so nobody answers there.${wayOut}${isAnswerBack(exchange, service, answerer) ? answersComeAlone : ''}`;
  const fixes = service ? letRun(scope.places.lines, answerer, service, kind) : [];
  scope.report('missing-server-software', exchange.span, message, { related, fixes });
}

const answersComeAlone = '. Or, if this is meant as an answer, remove it: every request is answered by itself.';

/** A server speaks to its client: beginners write a step for what is the answer to the one before. */
function isAnswerBack({ askers }: Exchange, service: Service | undefined, answerer: Host): boolean {
  const runs = (host: Host, kind: string): boolean =>
    host.software.some((software) => software.service === service && software.kind === kind);
  return runs(answerer, 'client') && askers.every((host) => runs(host, 'server'));
}

function askHolder({ askers, holders, resource = '', demand, askedAt }: Exchange): readonly Fix[] {
  const canAnswer = (host: Host): boolean => candidatesOf({ askers, answerers: [host], demand }).length > 0;
  const holder =
    askedAt &&
    holders()
      .get(resource)
      ?.find((host) => !askers.includes(host) && canAnswer(host));
  return holder ? [{ title: `Ask ${shorten(holder.name)}`, edits: [{ span: askedAt, text: holder.name }] }] : [];
}

/** If there is one host alone that runs it; else the host could run it. */
function askTheIndex(scope: Scope, { askedAt, demand }: Exchange, service: Service, asked: Host): readonly Fix[] {
  const kind = kindToAnswer(demand, service);
  const index = scope.likely.provider(service, [kind]);
  if (!index) return hasIndex(service) ? letRun(scope.places.lines, asked, service, kind) : [];
  return askedAt ? [{ title: `Ask ${shorten(index.name)}`, edits: [{ span: askedAt, text: index.name }] }] : [];
}

/** What a host has to run of the service in order to ask. */
export function kindToAsk(service: Service): SoftwareKind {
  return isPeerToPeer(service) || service.pattern === 'mesh' ? 'peer' : 'client';
}

/** The kinds that ask, or that answer such a demand. */
export function kindsFor(role: 'asks' | 'answers', demand: Demand): ReadonlySet<SoftwareKind> {
  return role === 'asks' ? asking : answering[demand];
}

/** What a host has to run of the service in order to answer. */
export function kindToAnswer(demand: Demand, service: Service | undefined): SoftwareKind {
  if (demand === 'index') return service?.pattern === 'swarm' ? 'tracker' : 'index';
  if (service?.pattern === 'cache') return 'origin';
  return service && isPeerToPeer(service) ? 'peer' : 'server';
}

export function hasIndex(service: Service): boolean {
  return service.pattern === 'index' || service.pattern === 'swarm';
}

function declared(host: Host): readonly { readonly message: string; readonly span: Span }[] {
  return [{ message: `${shorten(host.name)} is declared here`, span: host.span }];
}

const peerToPeerPatterns: ReadonlySet<string> = new Set(['index', 'flooding', 'swarm', 'dht', 'gossip']);

export function isPeerToPeer(service: Service): boolean {
  return peerToPeerPatterns.has(service.pattern);
}

/** In a peer-to-peer application each device has a user interface and a background service: a client or a server alone is half of it. */
export function checkPeers(scope: Scope, hosts: readonly Host[]): void {
  for (const software of new Set(hosts.map((host) => host.software))) {
    for (const entry of software) {
      if (!isPeerToPeer(entry.service)) continue;
      const kinds = software.filter(({ service }) => service === entry.service).map(({ kind }) => kind);
      const half = entry.kind === 'client' ? 'server' : entry.kind === 'server' ? 'client' : undefined;
      if (half === undefined || kinds.includes(half) || kinds.includes('peer')) continue;
      const lacking =
        half === 'server' ? 'the background service that answers others' : 'the user interface that asks others';
      const message = `${quote(entry.service.name)} is a peer-to-peer application, so each device runs both halves; this one lacks ${lacking}. Write: ${shorten(entry.service.name)} peer`;
      const fixes = [
        {
          title: `Run ${shorten(entry.service.name)} as a peer`,
          edits: [{ span: entry.span, text: `${entry.service.name} peer` }],
        },
      ];
      scope.report('peer-needs-both', entry.span, message, { fixes });
    }
  }
}
