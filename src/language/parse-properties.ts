/** Parses the properties of a host, with what beginners write instead of them. */
import type { Cursor } from './cursor';
import { otherKinds, otherPropertyWords } from './misnomers';
import { parseReferences, reportAnd, reportReserved } from './parse-references';
import type { Place, Property, Word } from './syntax';
import { softwareKinds } from './topology';
import { quote, shorten } from './wording';
import { propertyWords } from './words';

const properties: Readonly<Record<string, (cursor: Cursor) => Property | undefined>> = {
  runs: parseRuns,
  shares: parseShares,
  lists: parseLists,
  up: (cursor) => parseRate(cursor, 'up'),
  down: (cursor) => parseRate(cursor, 'down'),
  at: parseAt,
  note: (cursor) => {
    const text = cursor.expectString('note', 'Bob’s laptop', 'rest');
    return text && { kind: 'note', text };
  },
};

/** Any properties up to the end of the line; behind one that is wrong the others still count. */
export function parseProperties(cursor: Cursor): readonly Property[] {
  const found: Property[] = [];
  cursor.resumeAt(propertyWords);
  while (!cursor.done && !cursor.isSymbol('}') && !cursor.isSymbol('{')) {
    reportComma(cursor);
    if (found.at(-1)?.kind === 'shares') reportSecondResource(cursor);
    const word = cursor.expectOneOf(propertyWords, 'a property of a host', otherPropertyWords);
    const property = word && properties[word.text]?.(cursor);
    if (property) found.push(property);
    cursor.resumeAt(propertyWords);
  }
  return found;
}

/** `: server, runs web server`, `runs web server, shares "index.html"` */
function reportComma(cursor: Cursor): void {
  const comma = cursor.isSymbol(',') ? cursor.peek() : undefined;
  const property = cursor.peek(1);
  const isService = softwareKinds.some((kind) => cursor.isWord(kind, 2));
  if (!comma || !property || !propertyWords.includes(property.text) || isService) return;
  const message = `No comma stands before ${quote(property.text)}: remove it.`;
  cursor.failAt('unexpected-token', comma, message, { title: 'Remove it', text: '' });
}

/** `shares "a" "b"`, `shares "a", "b"`, `shares "a" and "b"` */
function reportSecondResource(cursor: Cursor): void {
  const first = cursor.peek();
  const resource = cursor.isSymbol(',') || cursor.isWord('and') ? cursor.peek(1) : first;
  if (!first || resource?.kind !== 'string' || resource.open) return;
  const text = `shares ${cursor.line.slice(resource.start, resource.end)}`;
  const message = `The word “shares” stands before each resource: write ${shorten(text)}`;
  cursor.failAt('unexpected-token', { start: first.start, end: resource.end }, message, {
    title: `Write ${shorten(text)}`,
    text,
  });
}

function parseRuns(cursor: Cursor): Property | undefined {
  const software: { service: Word; kind: Word }[] = [];
  do {
    reportQuotedSoftware(cursor);
    const service = cursor.expectName('service');
    if (service) reportReserved(cursor, service, 'service');
    const kind = service && parseKind(cursor, service);
    if (service && kind) software.push({ service, kind });
    reportAnd(cursor);
    reportComma(cursor);
  } while (cursor.takeSymbol(','));
  return software.length === 0 ? undefined : { kind: 'runs', software };
}

/** `runs "web server"` */
function reportQuotedSoftware(cursor: Cursor): void {
  const token = cursor.peek();
  if (token?.kind !== 'string' || token.open) return;
  const [, text] = /^\s*([\p{L}\p{N}_-]+ (?:client|server|peer|index))\s*$/u.exec(token.text) ?? [];
  if (text === undefined) return;
  const message = `What a host runs stands without quotes: write ${text}`;
  cursor.failAt('unexpected-token', token, message, { title: 'Remove the quotes', text });
}

/** The kinds that beginners need. All of them make too long a list. */
const commonKinds = 'client, server, peer or index';

function parseKind(cursor: Cursor, service: Word): Word | undefined {
  cursor.offerWords(softwareKinds);
  const token = cursor.peek();
  const isSwapped = softwareKinds.some((kind) => kind === service.text) && token?.kind === 'name';
  if (isSwapped && !softwareKinds.some((kind) => kind === token.text)) {
    const last = token.text === 'of' && cursor.peek(1)?.kind === 'name' ? (cursor.peek(1) ?? token) : token;
    const text = `${last.text} ${service.text}`;
    const message = `First the service, then what the host runs of it: write ${text}`;
    cursor.failAt('unexpected-token', { start: service.start, end: last.end }, message, {
      title: `Write ${text}`,
      text,
    });
  } else if (token === undefined || cursor.isSymbol(',') || propertyWords.includes(token.text)) {
    reportHalfSoftware(cursor, service);
    const message = `Say what the host runs of ${quote(service.text)}: ${commonKinds}, such as ${shorten(service.text)} client.`;
    cursor.failAt('unexpected-token', service, message);
  }
  return cursor.expectOneOf(softwareKinds, 'a kind of software', otherKinds);
}

/** `runs webserver`, `runs web-server`, `runs browser`, `runs index` */
function reportHalfSoftware(cursor: Cursor, service: Word): void {
  const [, name, kind] = /^(.*?)[-_]?(client|server|peer|index)$/.exec(service.text) ?? [];
  const text = service.text === 'browser' ? 'web client' : name && `${name} ${kind}`;
  if (text) {
    const message = `Software is written as the service and what the host runs of it: write ${shorten(text)}`;
    cursor.failAt('unexpected-token', service, message, { title: `Write ${shorten(text)}`, text });
  } else if (kind !== undefined) {
    const message = `Say of which service the host runs the ${kind}, such as: runs music ${kind}`;
    cursor.failAt('unexpected-token', service, message);
  }
}

function parseShares(cursor: Cursor): Property | undefined {
  const resource = cursor.expectString('shared', 'song.mp3');
  if (!resource) return undefined;
  const size = cursor.takeQuantity('size');
  const service = cursor.takeWord('in') ? cursor.expectName('service') : undefined;
  return { kind: 'shares', resource, size, service };
}

function parseLists(cursor: Cursor): Property | undefined {
  const resource = cursor.expectString('listed', 'song.mp3');
  if (!resource) return undefined;
  cursor.expectWord('at', 'Expected “at” and the hosts that have it, such as: lists "song.mp3" at bob');
  return { kind: 'lists', resource, hosts: parseReferences(cursor) };
}

function parseRate(cursor: Cursor, kind: 'up' | 'down'): Property | undefined {
  const rate = cursor.expectQuantity('rate', kind === 'up' ? 'the rate of its upload' : 'the rate of its download');
  return rate && { kind, rate };
}

function parseAt(cursor: Cursor): Property | undefined {
  const at = parsePlace(cursor);
  return at && { kind: 'at', at };
}

/** `"(" NUMBER "," NUMBER ")"` */
export function parsePlace(cursor: Cursor): Place | undefined {
  if (!cursor.expectSymbol('(', 'Expected a place in the diagram, such as (120, 40)')) return undefined;
  const x = cursor.expectNumber('how far to the right');
  cursor.expectSymbol(',', 'Expected a comma between the two numbers of a place, as in (120, 40)');
  const y = cursor.expectNumber('how far down');
  cursor.expectSymbol(')', 'Close the place with ), as in (120, 40)');
  return x && y && { x: x.value, y: y.value };
}
