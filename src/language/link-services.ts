/** From declarations to services: those that are declared, and those that are there because somebody runs them. */
import type { Scope } from './scope';
import { isPeerToPeer } from './software';
import { type Span, spanOf } from './source';
import { closest } from './suggest';
import type { Amount, Item, Statement, Word } from './syntax';
import type { PatternName, Service, SoftwareKind } from './topology';
import { listWords, quote, shorten } from './wording';

type ServiceStatement = Extract<Statement, { kind: 'service' }>;

export function linkService(scope: Scope, statement: ServiceStatement, line: number): void {
  if (!statement.name) return;
  const { text: name } = statement.name;
  const span = spanOf(statement.name, line);
  if (scope.reportDuplicate(scope.services.get(name), 'service', name, span)) return;
  const pattern = (statement.pattern?.text ?? 'request') as PatternName;
  const options = new Map(statement.options.map((option) => [option.name.text, option.value.value]));
  const service = { name, pattern, options, span };
  scope.services.set(name, service);
  for (const option of statement.options) {
    checkOption(scope, service, option.name, line);
    checkCount(scope, option.value, option.name.text, line);
  }
}

/** A whole number of which at least one must be there for the statement to mean anything. */
export function checkCount(scope: Scope, count: Amount | undefined, what: string, line: number): void {
  if (count && count.value < 1)
    scope.report('bad-quantity', spanOf(count, line), `${quote(`${what} 0`)} means nothing: write 1 or more.`);
}

export const patternOptions: Partial<Record<PatternName, readonly string[]>> = {
  flooding: ['ttl'],
  swarm: ['pieces', 'slots'],
  dht: ['bucket', 'parallel'],
};

export function checkOption(scope: Scope, service: Service, option: Word, line: number): void {
  const options = patternOptions[service.pattern] ?? [];
  if (options.includes(option.text)) return;
  const wayOut = options.length === 0 ? 'It has none: remove it.' : `Use ${listWords(options)}.`;
  const message = `${quote(option.text)} is not an option of the pattern ${service.pattern}. ${wayOut}`;
  scope.report('unknown-word', spanOf(option, line), message);
}

export const softwareOf: Readonly<Record<PatternName, readonly SoftwareKind[]>> = {
  request: ['client', 'server', 'peer'],
  index: ['peer', 'index'],
  flooding: ['peer'],
  swarm: ['peer', 'tracker'],
  dht: ['peer'],
  gossip: ['peer'],
  relay: ['client', 'server', 'peer'],
  mesh: ['peer', 'server'],
  sfu: ['client', 'server', 'peer'],
  cache: ['client', 'edge', 'origin'],
};

/** What is meant by software that a pattern does not have: the first of these that it has. */
const insteadOf: Readonly<Record<SoftwareKind, readonly SoftwareKind[]>> = {
  client: ['peer'],
  server: ['origin', 'peer'],
  peer: ['client'],
  index: ['tracker', 'server'],
  tracker: ['index', 'server'],
  edge: ['server', 'peer'],
  origin: ['server', 'peer'],
};

/**
 * Software that the pattern of its service does not have; says whether it fits. A client or a server where each device is
 * a peer is half of one, which `peer-needs-both` is about.
 */
export function checkKind(scope: Scope, service: Service, word: Word, span: Span): boolean {
  const kind = word.text as SoftwareKind;
  const kinds = softwareOf[service.pattern];
  if (kinds.includes(kind) || (isPeerToPeer(service) && (kind === 'client' || kind === 'server'))) return true;
  const better = insteadOf[kind].find((other) => kinds.includes(other)) ?? 'peer';
  const text = `${service.name} ${better}`;
  const name = shorten(service.name);
  const pattern = service.pattern === 'request' ? patternsOf.get(kind) : undefined;
  const other = pattern ? `, or declare: service ${name} uses ${pattern}` : '';
  const message = `${quote(service.name)} uses the pattern ${service.pattern}, whose software is ${listWords(kinds)}. Write: ${name} ${better}${other}`;
  scope.report('unknown-word', spanOf(word, span.line), message, {
    fixes: [{ title: `Write ${name} ${better}`, edits: [{ span, text }] }],
  });
  return false;
}

/**
 * `runs web client` alone is enough for a service of the default pattern: it is there because somebody runs it. A name
 * close to a declared one is taken for a slip of the pen, and kinds of the other patterns need the declaration.
 */
export function linkUndeclaredServices(scope: Scope, items: readonly Item[]): void {
  const declared = [...scope.services.keys()];
  const undeclared: { readonly service: Word; readonly line: number }[] = [];
  eachSoftware(items, (service, kind, line) => {
    if (scope.services.has(service.text)) return;
    undeclared.push({ service, line });
    const pattern = patternsOf.get(kind.text);
    if (pattern) scope.likelyPatterns.set(service.text, pattern);
  });
  for (const { service, line } of undeclared) {
    const name = service.text;
    if (scope.services.has(name) || scope.likelyPatterns.has(name) || closest(name, declared) !== undefined) continue;
    scope.services.set(name, { name, pattern: 'request', options: new Map(), span: spanOf(service, line) });
  }
}

/** Kinds of software that only one pattern has. */
const patternsOf: ReadonlyMap<string, PatternName> = new Map<string, PatternName>([
  ['index', 'index'],
  ['tracker', 'swarm'],
  ['edge', 'cache'],
  ['origin', 'cache'],
]);

function eachSoftware(items: readonly Item[], visit: (service: Word, kind: Word, line: number) => void): void {
  for (const { line, lineNumber, body } of items) {
    const { kind } = line.statement;
    if (kind !== 'host' && kind !== 'properties') continue;
    for (const property of line.statement.properties) {
      if (property.kind !== 'runs') continue;
      for (const { service, kind } of property.software) visit(service, kind, lineNumber);
    }
    if (body) eachSoftware(body, visit);
  }
}
