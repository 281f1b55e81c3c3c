/** From the statements of flows and scenarios to steps: hosts are found, services settled, paths checked. */
import type { Cabling } from './cabling';
import { letRun } from './host-fixes';
import { linkFault } from './link-faults';
import { Questions } from './link-questions';
import { checkCount } from './link-services';
import { checkNeighbours } from './neighbours';
import type { Reachability } from './reachability';
import type { Scope } from './scope';
import { settleTalk } from './settle-talk';
import { demandOf, kindToAsk, reportAmbiguous, settleService } from './software';
import { type Span, spanOf } from './source';
import { addFirstStep, likelyTraits } from './step-fixes';
import type { Item, MessageSyntax, Reference, Statement, StatementKind, Word } from './syntax';
import type { Flow, Host, Link, Message, Service, Step } from './topology';
import { quote, shorten } from './wording';

/** What steps are linked against: the finished network. */
export interface Network {
  readonly hosts: readonly Host[];
  readonly links: readonly Link[];
  readonly reachability: Reachability;
  /** Every link could be read: what is not linked is not linked. */
  readonly isComplete: boolean;
  /** Some host runs something, so software decides what is possible. */
  readonly hasSoftware: boolean;
  /** Every resource that the file brings into being: shared, uploaded or published. */
  readonly resources: ReadonlySet<string>;
  /** The services that a resource is shared `in`, by resource. */
  readonly sharedIn: ReadonlyMap<string, ReadonlySet<Service>>;
  /** The hosts that share a resource from the start, by resource. */
  readonly holders: () => ReadonlyMap<string, readonly Host[]>;
  /** How it would be completed. */
  readonly cabling: () => Cabling;
}

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

export function linkFlow(scope: Scope, network: Network, item: Item, statement: Of<'flow'>): Flow | undefined {
  const name = statement.name;
  if (!name) return undefined;
  const span = spanOf(name, item.lineNumber);
  const steps = linkSteps(scope, network, item.body ?? []);
  if (!hasAction(item.body ?? [])) {
    const message = `Nothing happens in ${quote(name.text)} yet. Add a step, such as: alice -> bob : get "song.mp3"`;
    scope.report('empty-flow', span, message, { fixes: addFirstStep(item, scope.exampleStep()) });
  }
  return { name: name.text, steps, isWhole: network.isComplete && !scope.lacksSteps, span };
}

/** Counts lines that could not be read as well: they are reported already, and somebody is typing there. */
function hasAction(items: readonly Item[]): boolean {
  return items.some(
    ({ line, body }) =>
      line.problem !== undefined ||
      (!remarks.has(line.statement.kind) && (body?.length !== 0 || line.statement.kind === 'message')),
  );
}

const remarks: ReadonlySet<StatementKind> = new Set(['note', 'ask']);

function linkSteps(scope: Scope, network: Network, items: readonly Item[]): readonly Step[] {
  const steps: Step[] = [];
  const questions = new Questions(scope);
  for (const item of items) {
    if (questions.takes(item)) continue;
    const step = linkStep(scope, network, item);
    const asks = questions.before(step);
    if (step) steps.push(asks ? { ...step, asks } : step);
    if (!step || item.line.problem) scope.lacksSteps = true;
  }
  questions.end();
  return steps;
}

function linkStep(scope: Scope, network: Network, item: Item): Step | undefined {
  const { line, lineNumber, body } = item;
  const statement = line.statement;
  const span: Span = { line: lineNumber, start: line.start, end: line.end };
  switch (statement.kind) {
    case 'message':
      return linkMessage(scope, network, item, statement, span);
    case 'action':
      return linkAction(scope, network, statement, span);
    case 'call': {
      const hosts = scope.resolveHosts(statement.hosts, lineNumber);
      const service = serviceNamed(scope, statement.over, lineNumber) ?? settleTalk(scope, 'call', hosts, span);
      if (service) checkRuns(scope, network, hosts, service, span);
      return { kind: 'call', hosts, service, span };
    }
    case 'offline':
    case 'online':
    case 'cut':
    case 'restore':
      return linkFault(scope, network, statement, span);
    case 'wait':
      return statement.duration && { kind: 'wait', durationMs: statement.duration.value, span };
    case 'note':
      return statement.text && { kind: 'note', text: statement.text.text, span };
    case 'together':
      return { kind: 'together', body: linkSteps(scope, network, body ?? []), span };
    case 'repeat':
      checkCount(scope, statement.count, 'repeat', lineNumber);
      return { kind: 'repeat', count: statement.count?.value ?? 1, body: linkSteps(scope, network, body ?? []), span };
    default:
      return undefined;
  }
}

function linkMessage(
  scope: Scope,
  network: Network,
  item: Item,
  statement: Of<'message'>,
  span: Span,
): Step | undefined {
  const traits = (missing: Reference): string => likelyTraits(scope, network, statement, missing);
  const from = scope.resolveHosts(statement.from, span.line, traits);
  const to = scope.resolveHosts(statement.to, span.line, traits);
  const body = item.body ? linkSteps(scope, network, item.body) : [];
  const otherwise = item.otherwise && linkSteps(scope, network, item.otherwise);
  if (!statement.message) return undefined;
  const message = messageOf(statement.message);
  const over = serviceNamed(scope, statement.over, span.line);
  if (from.length === 0 || to.length === 0) return undefined;
  checkResource(scope, network, statement, [from, to], span.line);
  if (!checkPaths(scope, network, from, to, span)) return undefined;
  const askers = statement.oneWay ? to : from;
  const answerers = statement.oneWay ? from : to;
  const [asked, ...more] = statement.to;
  const askedAt = asked && more.length === 0 && !statement.oneWay ? spanOf(asked, span.line) : undefined;
  const resource = 'resource' in message ? message.resource : undefined;
  const sharedIn = (resource !== undefined && network.sharedIn.get(resource)) || nowhere;
  const { holders } = network;
  const service =
    network.hasSoftware && !(statement.over && !over)
      ? settleService(scope, {
          askers,
          answerers,
          demand: demandOf(message),
          sharedIn,
          over,
          span,
          askedAt,
          resource,
          holders,
        })
      : over;
  return statement.oneWay
    ? { kind: 'push', from, to, message, service, span }
    : { kind: 'request', from, to, message, service, body, otherwise, span };
}

const nowhere: ReadonlySet<Service> = new Set();

function serviceNamed(scope: Scope, over: Word | undefined, line: number): Service | undefined {
  return over && scope.service(over, line);
}

function messageOf(syntax: MessageSyntax): Message {
  switch (syntax.verb) {
    case 'put':
      return { verb: 'put', resource: syntax.resource.text, sizeBytes: syntax.size?.value };
    case 'login':
      return { verb: 'login', account: syntax.account?.text };
    case 'send': {
      const reply = syntax.reply && { text: syntax.reply.text.text, sizeBytes: syntax.reply.size?.value };
      return {
        verb: 'send',
        text: syntax.word.text,
        sizeBytes: syntax.size?.value,
        takesMs: syntax.takes?.value,
        reply,
      };
    }
    default:
      return { verb: syntax.verb, resource: syntax.resource.text };
  }
}

/** A name that no host brings in is most likely misspelt. Looking up what nobody has is allowed: it finds nothing. */
function checkResource(
  scope: Scope,
  network: Network,
  { message, oneWay }: Of<'message'>,
  [senders, receivers]: readonly [readonly Host[], readonly Host[]],
  line: number,
): void {
  if (message?.verb !== 'get' && message?.verb !== 'register') return;
  const holders = message.verb === 'get' && !oneWay ? receivers : senders;
  scope.resource(message.resource, line, network.resources, holders.length === 1 ? holders[0] : undefined);
}

/** Of a step between large groups this many pairs are looked at; the run finds the rest. */
const maximumPairs = 2_000;

/** Reports the first pair that cannot reach each other. */
function checkPaths(scope: Scope, network: Network, from: readonly Host[], to: readonly Host[], span: Span): boolean {
  const [first] = from;
  if (first === to[0] && from.length === 1 && to.length === 1) {
    scope.report('no-path', span, `“${first?.name}” asks itself here: name another host on one side.`);
    return false;
  }
  if (!network.reachability.hasNetwork || !network.isComplete) return true;
  let pairs = 0;
  for (const a of from) {
    for (const b of to) {
      if (++pairs > maximumPairs) return true;
      if (network.reachability.canReach(a, b)) continue;
      reportNoPath(scope, network, a, b, span);
      return true;
    }
  }
  return true;
}

function reportNoPath(scope: Scope, network: Network, a: Host, b: Host, span: Span): void {
  const related = network.links
    .filter((link) => link.service === undefined && [link.a, link.b].some((node) => node === a || node === b))
    .slice(0, 4)
    .map((link) => ({ message: `${shorten(link.a.name)} -- ${shorten(link.b.name)}`, span: link.span }));
  if (network.reachability.couldThroughHosts(a, b)) {
    const message =
      `${quote(a.name)} cannot reach ${quote(b.name)}: there are only hosts between them, and hosts do not forward. ` +
      'Connect the hosts through a switch: switch lan';
    const inserted = network.cabling().insertSwitch(a);
    const fixes = inserted.length > 0 ? inserted : network.cabling().connect(a, b);
    scope.report('hosts-do-not-forward', span, message, { related, fixes });
  } else {
    const unlinked = [a, b].find((host) => !network.reachability.isLinked(host));
    const why = unlinked ? `${quote(unlinked.name)} has no link` : 'no links lead from one to the other';
    const message = `${quote(a.name)} cannot reach ${quote(b.name)}: ${why}. Link them, directly or through a switch.`;
    scope.report('no-path', span, message, { related, fixes: network.cabling().connect(a, b) });
  }
}

function linkAction(scope: Scope, network: Network, statement: Of<'action'>, span: Span): Step | undefined {
  const object = statement.object;
  const joined = statement.verb === 'joins' || statement.verb === 'leaves' ? object : statement.over;
  const hosts = scope.resolveHosts(statement.hosts, span.line, () => {
    const service = joined && network.hasSoftware ? scope.services.get(joined.text) : undefined;
    return service ? ` runs ${service.name} ${kindToAsk(service)}` : '';
  });
  const over = serviceNamed(scope, statement.over, span.line);
  if (!object || hosts.length === 0) return undefined;
  switch (statement.verb) {
    case 'joins':
    case 'leaves': {
      const service = scope.service(object, span.line);
      if (!service) return undefined;
      checkRuns(scope, network, hosts, service, span);
      return { kind: statement.verb === 'joins' ? 'join' : 'leave', hosts, service, span };
    }
    case 'sends': {
      const service = over ?? settleTalk(scope, 'send', hosts, span);
      if (service) checkRuns(scope, network, hosts, service, span);
      return { kind: 'send', hosts, text: object.text, service, span };
    }
    default: {
      if (statement.verb === 'fetches') scope.resource(object, span.line, network.resources, undefined);
      const kind = statement.verb === 'fetches' ? 'fetch' : statement.verb === 'searches' ? 'search' : 'publish';
      const service = over ?? settleAction(scope, network, hosts, object.text, span);
      if (service) checkRuns(scope, network, hosts, service, span);
      if (service) checkNeighbours(scope, network, hosts, service, span);
      return { kind, hosts, resource: object.text, service, span };
    }
  }
}

/** The service of an action: the only one that its hosts run, else the one that the resource is shared in. */
function settleAction(
  scope: Scope,
  network: Network,
  hosts: readonly Host[],
  resource: string,
  span: Span,
): Service | undefined {
  const first = hosts[0];
  const candidates = [...new Set(first?.software.map((software) => software.service))].filter((service) =>
    hosts.every((host) => host.software.some((software) => software.service === service)),
  );
  if (candidates.length === 1) return candidates[0];
  scope.isFarReaching = true;
  if (candidates.length === 0) return offeredIn(scope, network, resource);
  const shared = candidates.filter((service) => network.sharedIn.get(resource)?.has(service));
  const offered = candidates.filter((service) => network.hosts.some((host) => holdsFor(host, resource, service)));
  const settled = shared.length === 1 ? shared[0] : offered.length === 1 ? offered[0] : undefined;
  if (!settled) reportAmbiguous(scope, span, candidates);
  return settled;
}

/** The service that hosts without fitting software lack: the first in which somebody offers the resource, else the only one. */
function offeredIn(scope: Scope, network: Network, resource: string): Service | undefined {
  const all = [...scope.services.values()];
  const [holder] = network.holders().get(resource) ?? [];
  const [shared] = network.sharedIn.get(resource) ?? [];
  return shared ?? holder?.software[0]?.service ?? (all.length === 1 ? all[0] : undefined);
}

function holdsFor(host: Host, resource: string, service: Service): boolean {
  return (
    host.shares.some((entry) => entry.resource === resource) &&
    host.software.some((software) => software.service === service)
  );
}

function checkRuns(scope: Scope, network: Network, hosts: readonly Host[], service: Service, span: Span): void {
  if (!network.hasSoftware) return;
  const without = hosts.find((host) => !host.software.some((software) => software.service === service));
  if (!without || scope.doubtfulSoftware.has(without.software)) return;
  const { name } = without;
  const kind = kindToAsk(service);
  const message = `${quote(name)} has no software for ${quote(service.name)}. Add to ${shorten(name)}: runs ${shorten(service.name)} ${kind}`;
  scope.report('missing-client-software', span, message, {
    related: [{ message: `${shorten(name)} is declared here`, span: without.span }],
    fixes: letRun(scope.places.lines, without, service, kind),
  });
}
