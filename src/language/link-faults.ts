/** What can go wrong: faults in flows, and the scenarios that are made of them. */
import type { Cabling } from './cabling';
import { checkCount, checkOption } from './link-services';
import type { Network } from './link-steps';
import type { Scope } from './scope';
import { type Fix, type Span, spanOf } from './source';
import type { Item, Statement } from './syntax';
import type { Fault, Link, Node, Scenario, ScenarioChange } from './topology';
import { shorten } from './wording';

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

export function linkScenario(
  scope: Scope,
  network: Network,
  item: Item,
  statement: Of<'scenario'>,
): Scenario | undefined {
  const name = statement.name;
  if (!name) return undefined;
  const span = spanOf(name, item.lineNumber);
  const changes: ScenarioChange[] = [];
  for (const child of item.body ?? []) {
    const change = linkChange(scope, network, child);
    if (change) changes.push(change);
  }
  return { name: name.text, changes, span };
}

function linkChange(scope: Scope, network: Network, item: Item): ScenarioChange | undefined {
  const { line, lineNumber } = item;
  const statement = line.statement;
  const span: Span = { line: lineNumber, start: line.start, end: line.end };
  switch (statement.kind) {
    case 'offline':
    case 'online':
    case 'cut':
    case 'restore':
      return linkFault(scope, network, statement, span);
    case 'set':
      return linkSet(scope, statement, span);
    default:
      return undefined;
  }
}

function linkSet(scope: Scope, statement: Of<'set'>, span: Span): ScenarioChange | undefined {
  const { target, name, value } = statement;
  if (!target || !name || !value) return undefined;
  if (name.text === 'up' || name.text === 'down') {
    const hosts = scope.resolveHosts([target], span.line);
    return { kind: 'set-rate', hosts, direction: name.text, rateBps: value.value, span };
  }
  const service = scope.service(target.name, span.line);
  if (service) checkOption(scope, service, name, span.line);
  checkCount(scope, value, name.text, span.line);
  return service && { kind: 'set-option', service, option: name.text, value: value.value, span };
}

export function linkFault(
  scope: Scope,
  network: Pick<Network, 'links' | 'cabling'>,
  statement: Of<'offline'> | Of<'online'> | Of<'cut'> | Of<'restore'>,
  span: Span,
): Fault | undefined {
  if (statement.kind === 'offline' || statement.kind === 'online') {
    const nodes = scope.resolveAll(statement.hosts, span.line);
    return nodes.length === 0 ? undefined : { kind: statement.kind, nodes, span };
  }
  const left = scope.resolveAll(statement.left, span.line);
  const right = scope.resolveAll(statement.right, span.line);
  if (left.length === 0 || right.length === 0) return undefined;
  scope.isFarReaching = true;
  const links = linksBetween(network.links, left, right);
  if (links.length === 0) {
    const message = `There is no link between “${left[0]?.name}” and “${right[0]?.name}” to ${statement.kind}. Name the two ends of a link of this file.`;
    scope.report('no-path', span, message, { fixes: fixEnds(scope, network.cabling(), statement, span) });
    return undefined;
  }
  return { kind: statement.kind, links, span };
}

/** Where one end of the link that is meant has only one cable, its other end is known. */
function fixEnds(
  scope: Scope,
  { onlyNeighbour }: Cabling,
  { kind, left, right }: Of<'cut'> | Of<'restore'>,
  { line }: Span,
): readonly Fix[] {
  const [one, ...ones] = left;
  const [other, ...others] = right;
  if (!one || !other || ones.length > 0 || others.length > 0) return [];
  for (const [kept, wrong] of [
    [one, other],
    [other, one],
  ] as const) {
    const [node, ...more] = scope.membersOf(kept);
    const end = node && more.length === 0 ? onlyNeighbour(node) : undefined;
    if (!node || !end) continue;
    const title = `${kind === 'cut' ? 'Cut' : 'Restore'} ${shorten(node.name)} -- ${shorten(end.name)}`;
    return [{ title, edits: [{ span: spanOf(wrong, line), text: end.name }] }];
  }
  return [];
}

/** The physical and overlay links between two sets of nodes, for `cut` and `restore`. */
function linksBetween(links: readonly Link[], left: readonly Node[], right: readonly Node[]): readonly Link[] {
  const leftSet = new Set(left);
  const rightSet = new Set(right);
  return links.filter(({ a, b }) => (leftSet.has(a) && rightSet.has(b)) || (leftSet.has(b) && rightSet.has(a)));
}
