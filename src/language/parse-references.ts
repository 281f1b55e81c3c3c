/** Names of hosts as they are declared and referred to: `peer[100]`, `alice, bob`, `peer[1..10]`, `peer[*]`. */
import type { Cursor } from './cursor';
import { type Slot, slots } from './expected';
import type { Declarator, Reference, Word } from './syntax';
import { quote } from './wording';
import { statementWords } from './words';

/** `NAME ["[" INT "]"] { "," … }` */
export function parseDeclarators(cursor: Cursor, slot: Slot): readonly Declarator[] {
  const names: Declarator[] = [];
  do {
    const name = cursor.expectName(slot);
    if (!name) break;
    if (reportReserved(cursor, name, slot)) break;
    if (!cursor.takeSymbol('[')) {
      names.push({ name, count: undefined });
      reportAnd(cursor);
      continue;
    }
    const count = cursor.expectInteger('how many there are', '10');
    if (count) cursor.expectSymbol(']', `Close the number of members with ], as in ${name.text}[${count.value}]`);
    if (count) names.push({ name, count });
    reportAnd(cursor);
  } while (cursor.takeSymbol(','));
  return names;
}

/** Says whether a name that is declared is a word that starts statements. */
export function reportReserved(cursor: Cursor, name: Word, slot: Slot): boolean {
  if (!statementWords.has(name.text)) return false;
  const message = `“${name.text}” is a word of the language, so it cannot be ${slots[slot]}. Choose another one, such as ${name.text}1.`;
  cursor.failAt('unexpected-token', name, message, { title: `Rename to ${name.text}1`, text: `${name.text}1` });
  return true;
}

/** `HOSTS`: at least one reference; empty only with a problem. */
export function parseReferences(cursor: Cursor, slot: Slot = 'host'): readonly Reference[] {
  const first = parseReference(cursor, slot);
  if (!first) return [];
  // A list of exactly one, as most are: one that grows would reserve room for many.
  const references = [first];
  reportSeparator(cursor);
  while (cursor.takeSymbol(',')) {
    const reference = parseReference(cursor, slot);
    if (!reference) break;
    references.push(reference);
    reportSeparator(cursor);
  }
  return references;
}

function reportSeparator(cursor: Cursor): void {
  reportAnd(cursor);
  reportCommaBeforeNumber(cursor);
}

/** `alice and bob` */
export function reportAnd(cursor: Cursor): void {
  const and = cursor.peek();
  if (and?.text !== 'and' || cursor.peek(1)?.kind !== 'name') return;
  cursor.failAt('unexpected-token', and, 'A comma stands between them, not “and”.', {
    title: 'Write a comma',
    text: ',',
  });
}

/** `link alice -- lan, 100Mbps` */
function reportCommaBeforeNumber(cursor: Cursor): void {
  const comma = cursor.isSymbol(',') ? cursor.peek() : undefined;
  const next = cursor.peek(1);
  if (!comma || (next?.kind !== 'quantity' && next?.kind !== 'number')) return;
  const message = `No comma stands before ${quote(next.text)}: remove it.`;
  cursor.failAt('unexpected-token', comma, message, { title: 'Remove it', text: '' });
}

export function parseReference(cursor: Cursor, slot: Slot = 'host'): Reference | undefined {
  const name = cursor.expectName(slot);
  if (!name) return undefined;
  if (!cursor.takeSymbol('[')) return { name, range: undefined, start: name.start, end: name.end };
  const range = parseRange(cursor);
  const close = cursor.peek();
  if (
    !range ||
    !cursor.expectSymbol(']', 'Close the member of the group with ], as in peer[7], peer[1..10] or peer[*]')
  ) {
    return undefined;
  }
  return { name, range, start: name.start, end: close?.end ?? name.end };
}

function parseRange(cursor: Cursor): Reference['range'] {
  if (cursor.takeSymbol('*')) return 'all';
  const first = cursor.expectInteger('which member', '7');
  if (!first) return undefined;
  if (!cursor.takeSymbol('..')) return { first: first.value, last: first.value };
  const last = cursor.expectInteger('the last member', '10');
  return last && { first: first.value, last: last.value };
}
