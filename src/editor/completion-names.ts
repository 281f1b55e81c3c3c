/**
 * Names that make sense where one is being typed: hosts that can do what is asked of them, resources that are where they
 * are looked for. Where none does, all are offered: better a name that a message explains than none.
 */
import type { Compilation } from '../language/compile';
import type { Slot } from '../language/expected';
import { candidatesOf, type Demand, demandOf } from '../language/software';
import type { Reference, Statement } from '../language/syntax';
import { type Host, hasSoftware, isHost, type Message, type Node, type Topology } from '../language/topology';
import type { CompletionPlace } from './completion-place';
import { holdersAt, holdingsAt } from './holdings';
import { type NameKind, namesOfKind } from './names';

export interface Candidate {
  readonly name: string;
  readonly kind: 'host' | 'device' | 'service' | 'resource' | 'flow' | 'scenario';
  readonly detail?: string | undefined;
  /** As it is written: with its quotes, where it has some. */
  readonly written: string;
}

/** The best first. */
export function candidatesFor(
  file: Compilation,
  place: CompletionPlace,
  line: number,
  slot: Slot,
): readonly Candidate[] {
  const { topology } = file;
  switch (slot) {
    case 'host':
    case 'host or any':
    case 'host or nothing':
      return hostsFor(file, place, line).map(nodeCandidate);
    case 'node':
      return nodesFor(topology, place).map(nodeCandidate);
    case 'host or service':
      return [...namedNodes(topology).filter(isHost).map(nodeCandidate), ...servicesFor(topology, undefined, false)];
    case 'service':
      return servicesFor(topology, place.statement, place.tokens.at(-1)?.text === 'runs');
    case 'resource':
    case 'listed':
    case 'shared':
      return resourcesFor(file, place, line);
    case 'flow':
    case 'scenario':
      return (slot === 'flow' ? topology.flows : topology.scenarios).map(({ name }) => quoted(name, slot));
    case 'new host':
    case 'new switch':
    case 'new router':
    case 'new cloud':
      return undeclared(file, 'node', new Set(topology.nodes.map(({ group, name }) => group ?? name)));
    case 'new service':
      return undeclared(file, 'service', new Set());
    case 'new flow':
      return undeclared(file, 'flow', new Set(topology.flows.map(({ name }) => name)));
    case 'new scenario':
      return undeclared(file, 'scenario', new Set(topology.scenarios.map(({ name }) => name)));
    default:
      return [];
  }
}

/** Names that are used, but not declared. */
function undeclared({ tree }: Compilation, kind: NameKind, known: ReadonlySet<string>): readonly Candidate[] {
  const uses = namesOfKind(tree, kind);
  const declared = new Set(uses.flatMap(({ name, isDeclaration }) => (isDeclaration ? [name] : [])));
  const missing = new Set(uses.flatMap(({ name }) => (declared.has(name) || known.has(name) ? [] : [name])));
  const detail = 'used, but not declared yet';
  return [...missing].map((name) =>
    kind === 'flow' || kind === 'scenario'
      ? { ...quoted(name, kind), detail }
      : { name, kind: kind === 'service' ? kind : 'host', detail, written: name },
  );
}

/** One of each group stands for all of it. */
function namedNodes({ nodes }: Topology): readonly Node[] {
  const first: Node[] = [];
  let group: string | undefined;
  for (const node of nodes) {
    if (node.group === undefined || node.group !== group) first.push(node);
    group = node.group;
  }
  return first;
}

function nodeCandidate(node: Node): Candidate {
  const name = node.group ?? node.name;
  return { name, kind: isHost(node) ? 'host' : 'device', detail: summaryOf(node), written: name };
}

/** `music peer · song.mp3` */
function summaryOf(node: Node): string {
  if (!isHost(node)) return node.kind;
  const software = node.software.map(({ service, kind }) => `${service.name} ${kind}`).join(', ');
  const shares = node.shares.map(({ resource }) => resource).join(', ');
  return [node.group === undefined ? '' : 'group', software, shares].filter((part) => part !== '').join(' · ');
}

function hostsFor(file: Compilation, { statement, rest, tokens }: CompletionPlace, line: number): readonly Node[] {
  const { topology } = file;
  const others = notWritten(namedNodes(topology).filter(isHost), tokens);
  switch (statement.kind) {
    case 'message':
      return orAll(others, answering(file, statement, rest, others, line));
    case 'nothing':
    case 'action':
    case 'call':
      return orAll(others, hasSoftware(topology) ? others.filter(({ software }) => software.length > 0) : others);
    case 'expect':
      return statement.claim ? others : preferring(others, sharing(tokens.filter(isText).at(-1)?.text));
    default:
      return preferring(others, sharing(tokens.filter(isText).at(-1)?.text));
  }
}

/** Without those that the line names already; of a group others may be meant. */
function notWritten<T extends Node>(nodes: readonly T[], tokens: CompletionPlace['tokens']): readonly T[] {
  const written = new Set(tokens.flatMap(({ kind, text }) => (kind === 'name' ? [text] : [])));
  return nodes.filter(({ name, group }) => group !== undefined || !written.has(name));
}

const isText = ({ kind }: { readonly kind: string }): boolean => kind === 'string';

function orAll<T>(all: readonly T[], fitting: readonly T[]): readonly T[] {
  return fitting.length > 0 ? fitting : all;
}

function preferring<T>(all: readonly T[], isPreferred: (one: T) => boolean): readonly T[] {
  const preferred = new Set(all.filter(isPreferred));
  return [...preferred, ...all.filter((one) => !preferred.has(one))];
}

function sharing(resource: string | undefined): (host: Host) => boolean {
  return (host) => resource !== undefined && host.shares.some((shared) => shared.resource === resource);
}

/** Who can answer the ones before the arrow; those that hold what is asked for first. */
function answering(
  file: Compilation,
  { from, oneWay }: MessageStatement,
  rest: string,
  others: readonly Host[],
  line: number,
): readonly Host[] {
  const { topology } = file;
  const askers = hostsMeant(topology, from);
  const [, verb, resource] = /^\s*:\s*(\w*)\s*"([^"]*)"/.exec(rest) ?? [];
  const demands: readonly Demand[] = verb === undefined ? ['other', 'index'] : [demandOf({ verb: verb as 'get' })];
  const canAnswer = (host: Host): boolean =>
    demands.some((demand) => {
      const [asking, answering] = oneWay ? [[host], askers] : [askers, [host]];
      return candidatesOf({ askers: asking, answerers: answering, demand }).length > 0;
    });
  const able = hasSoftware(topology) ? others.filter(canAnswer) : others;
  const holders = resource === undefined ? undefined : holdersAt(file, line, resource);
  return holders ? preferring(able, (host) => holders.has(host)) : able;
}

/** One of each group stands for all of it. */
function hostsMeant(topology: Topology, references: readonly Reference[]): readonly Host[] {
  return references.flatMap(({ name }) => {
    const host = topology.hosts.find((known) => (known.group ?? known.name) === name.text);
    return host ? [host] : [];
  });
}

/** Whether software allows a message with this verb; also where none of the verbs is possible. */
export function mayCarry(topology: Topology, { from, to, oneWay }: MessageStatement, verb: Message['verb']): boolean {
  const [asking, answering] = (oneWay ? [to, from] : [from, to]).map((references) => hostsMeant(topology, references));
  if (!asking || !answering || !hasSoftware(topology)) return true;
  const possible = (demand: Demand): boolean =>
    candidatesOf({ askers: asking, answerers: answering, demand }).length > 0;
  return possible(demandOf({ verb })) || !(['index', 'login', 'other'] as const).some(possible);
}

type MessageStatement = Extract<Statement, { kind: 'message' }>;

/** Behind `--` what forwards comes first, before it what has no link yet. */
function nodesFor(topology: Topology, { statement, tokens }: CompletionPlace): readonly Node[] {
  const others = notWritten(namedNodes(topology), tokens);
  if (statement.kind !== 'link') return others;
  if (tokens.some(({ text }) => text === '--')) return preferring(others, (node) => !isHost(node));
  const linked = new Set(topology.links.flatMap(({ a, b, service }) => (service ? [] : [a, b])));
  return preferring(others, (node) => isHost(node) && !linked.has(node));
}

/** Services need no declaration where the pattern is `request`, so a file without any is offered some that are common. */
const common = ['web', 'files', 'mail'];

function servicesFor(topology: Topology, statement: Statement | undefined, isNew: boolean): readonly Candidate[] {
  if (isNew && topology.services.length === 0)
    return common.map((name) => ({ name, kind: 'service', detail: 'a service', written: name }));
  const hosts =
    statement && 'hosts' in statement ? statement.hosts : statement?.kind === 'message' ? statement.from : [];
  const running = new Set(
    hostsMeant(topology, hosts).flatMap(({ software }) => software.map(({ service }) => service)),
  );
  const fitting = topology.services.filter((service) => running.has(service));
  return orAll(topology.services, fitting).map(({ name, pattern }) => ({
    name,
    kind: 'service',
    detail: `uses ${pattern}`,
    written: name,
  }));
}

/** What is where it is looked for: with the one who is asked, with the one who registers it, on the list of an index. */
function resourcesFor(file: Compilation, { tokens }: CompletionPlace, line: number): readonly Candidate[] {
  const { topology } = file;
  const verb = tokens.at(-1)?.text ?? '';
  const isListed = ['lookup', 'searches', 'search', 'unregister'].includes(verb);
  const { all, held, listed } = holdingsAt(file, line, new Set(hostsNamed(topology, tokens, verb)));
  const names = isListed ? preferring([...new Set([...all, ...listed])], (name) => listed.has(name)) : [...all];
  const fitting = names.filter((name) => held.has(name));
  const holders = sharersByResource(topology);
  return orAll(names, fitting).map((name) => ({ ...quoted(name, 'resource'), detail: shownNames(holders.get(name)) }));
}

/** Whose resources are meant: of a `get` those of the one who is asked, of a `register` those of the one who asks. */
function hostsNamed(topology: Topology, tokens: CompletionPlace['tokens'], verb: string): readonly Host[] {
  const arrow = tokens.findIndex(({ text }) => text === '->');
  const side = verb === 'get' ? tokens.slice(arrow) : verb.endsWith('register') ? tokens.slice(0, arrow) : [];
  const names = new Set(side.map(({ text }) => text));
  return topology.hosts.filter(({ name, group }) => names.has(group ?? name));
}

function sharersByResource({ hosts }: Topology): ReadonlyMap<string, ReadonlySet<string>> {
  const sharers = new Map<string, Set<string>>();
  for (const { name, group, shares } of hosts) {
    for (const { resource } of shares) {
      const known = sharers.get(resource) ?? new Set();
      sharers.set(resource, known.add(group ?? name));
    }
  }
  return sharers;
}

function shownNames(names: ReadonlySet<string> = new Set()): string {
  return names.size > 3 ? `${[...names].slice(0, 2).join(', ')} and ${names.size - 2} more` : [...names].join(', ');
}

function quoted(name: string, kind: 'resource' | 'flow' | 'scenario'): Candidate {
  return { name, kind, written: `"${name.replace(/["\\]/g, '\\$&')}"` };
}
