/**
 * Fixes that write what is missing: a host, a switch, a service, a flow, a scenario, or a name that is still free. They only
 * say how it would be written; whether it is missing is known to whoever reports it.
 */
import { insertion, type Places } from './places';
import type { Fix, Span } from './source';
import { asString } from './stray-characters';
import type { Line, Reference } from './syntax';
import type { Node } from './topology';
import { quote, shorten } from './wording';
import { statementWords } from './words';

/** The largest group that a reference may ask for. */
const maximumGroup = 100_000;

/** `traits` is what else is known of the host, such as ` : server runs web server`. */
export function declareNode(
  places: Places,
  { name, range }: Reference,
  likely: 'host' | 'switch',
  traits: string,
): readonly Fix[] {
  if (statementWords.has(name.text) || range === 'all') return [];
  if (range && (range.first < 1 || range.first > range.last || range.last > maximumGroup)) return [];
  const declared = range ? `${name.text}[${range.last}]` : name.text;
  const host: Fix = {
    title: `Declare host ${shorten(declared)}`,
    edits: [places.declare('host', `host ${declared}${traits}`)],
  };
  if (likely === 'host' || range) return [host];
  const edits = [places.declare('device', `switch ${declared}`)];
  return [{ title: `Declare switch ${shorten(declared)}`, edits }, host];
}

export function declareService(places: Places, name: string, pattern: string): readonly Fix[] {
  if (statementWords.has(name)) return [];
  const edits = [places.declare('service', `service ${name} uses ${pattern}`)];
  return [{ title: `Declare service ${shorten(name)} uses ${pattern}`, edits }];
}

/** Before the statement that speaks of it, which must stand outside of all blocks; with a blank line on either side. */
export function writeBlock(
  what: 'flow' | 'scenario',
  name: string,
  first: string | undefined,
  before: Span,
  isApart: boolean,
): readonly Fix[] {
  if (before.start > 0) return [];
  const body = first === undefined ? '' : `  ${first}\n`;
  const text = `${isApart ? '' : '\n'}${what} ${asString(`"${name}"`)} {\n${body}}\n\n`;
  return [{ title: `Write the ${what} ${quote(name)}`, edits: [insertion(before.line, 0, text)] }];
}

/** As many members as a reference to a group asks for. */
export function enlargeGroup(
  lines: readonly Line[],
  name: string,
  member: Node | undefined,
  { first, last }: { readonly first: number; readonly last: number },
): readonly Fix[] {
  if (!member || first < 1 || last > maximumGroup) return [];
  const { statement } = lines[member.span.line] ?? {};
  const names = statement?.kind === 'host' || statement?.kind === 'device' ? statement.names : [];
  const count = names.find((declarator) => declarator.name.start === member.span.start)?.count;
  if (!count) return [];
  const span = { line: member.span.line, start: count.start, end: count.end };
  return [{ title: `Let ${quote(name)} have ${last} members`, edits: [{ span, text: String(last) }] }];
}

/** What the name of a scenario speaks of, else what others depend on. */
export function likelyFault(
  title: string,
  named: (word: string) => Node | undefined,
  needed: () => Node | undefined,
): string | undefined {
  const words = title.match(/[\p{L}\p{N}\p{M}_-]+/gu) ?? [];
  const node = words.map(named).find((found) => found !== undefined) ?? needed();
  return node && `offline ${node.name}`;
}

/** `alice2`, or "Ask 2" for what is named in quotes. `given` counts how often each name has been given anew. */
export function rename(
  name: string,
  span: Span,
  isQuoted: boolean,
  isTaken: (name: string) => boolean,
  given: Map<string, number>,
): readonly Fix[] {
  const joint = isQuoted ? ' ' : /\p{N}$/u.test(name) ? '-' : '';
  let number = (given.get(name) ?? 1) + 1;
  while (isTaken(name + joint + number)) number++;
  given.set(name, number);
  const free = name + joint + number;
  const text = isQuoted ? asString(`"${free}"`) : free;
  return [{ title: `Rename it to ${shorten(free)}`, edits: [{ span, text }] }];
}
