/** From declarations to services: those that are declared, and those that are there because somebody runs them. */
import type { Scope } from './scope';
import { spanOf } from './source';
import { closest } from './suggest';
import type { Item, Statement, Word } from './syntax';
import type { PatternName, Service } from './topology';
import { listWords, quote } from './wording';

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
  for (const option of statement.options) checkOption(scope, service, option.name, line);
}

const patternOptions: Partial<Record<PatternName, readonly string[]>> = {
  flooding: ['ttl'],
  swarm: ['pieces', 'slots'],
  dht: ['bucket', 'parallel'],
};

export function checkOption(scope: Scope, service: Service, option: Word, line: number): void {
  const options = patternOptions[service.pattern] ?? [];
  if (options.includes(option.text)) return;
  const wayOut = options.length === 0 ? 'It has none.' : `Use ${listWords(options)}.`;
  const message = `${quote(option.text)} is not an option of the pattern ${service.pattern}. ${wayOut}`;
  scope.report('unknown-word', spanOf(option, line), message);
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
    const pattern = tellingKinds.get(kind.text);
    if (pattern) scope.likelyPatterns.set(service.text, pattern);
  });
  for (const { service, line } of undeclared) {
    const name = service.text;
    if (scope.services.has(name) || scope.likelyPatterns.has(name) || closest(name, declared) !== undefined) continue;
    scope.services.set(name, { name, pattern: 'request', options: new Map(), span: spanOf(service, line) });
  }
}

/** Kinds of software that only one pattern has. */
const tellingKinds: ReadonlyMap<string, PatternName> = new Map([
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
