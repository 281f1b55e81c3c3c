/** Parses what a network consists of: services, hosts with their properties, devices and links. */
import type { Cursor } from './cursor';
import { parseDeclarators, parseReferences } from './parse-references';
import type { Amount, Declarator, Place, Property, Statement, Word } from './syntax';
import { patternNames, type Role, softwareKinds } from './topology';
import { propertyWords } from './words';

/** `service NAME [uses PATTERN { OPTION INT }]` */
export function parseService(cursor: Cursor): Statement {
  const name = cursor.expectName('the name of the service');
  const options: { name: Word; value: Amount }[] = [];
  let pattern: Word | undefined;
  if (!cursor.done) {
    if (!cursor.takeWord('uses'))
      cursor.fail('unexpected-token', `Expected “uses” and a pattern, such as: uses index${cursor.insteadOf()}.`);
    pattern = cursor.expectOneOf(patternNames, 'a pattern of the language');
    while (!cursor.done) {
      const option = cursor.expectOneOf(serviceOptions, 'an option');
      const value = option && cursor.expectInteger(`the value of “${option.text}”`, '7');
      if (option && value) options.push({ name: option, value });
    }
  }
  return { kind: 'service', name, pattern, options };
}

const serviceOptions = ['ttl', 'pieces', 'slots', 'bucket', 'parallel'];

const roles: readonly Role[] = ['client', 'server', 'both'];

/** `host NAMES [":" ROLE] { property }`, with or without a block of properties. */
export function parseHost(cursor: Cursor): Statement {
  const names = parseDeclarators(cursor, 'the name of a host');
  const role = cursor.takeSymbol(':') ? cursor.expectOneOf(roles, 'a role') : undefined;
  return { kind: 'host', names, role, properties: cursor.done ? [] : parseProperties(cursor) };
}

const properties: Readonly<Record<string, (cursor: Cursor) => Property | undefined>> = {
  runs: parseRuns,
  shares: parseShares,
  lists: parseLists,
  up: (cursor) => parseRate(cursor, 'up'),
  down: (cursor) => parseRate(cursor, 'down'),
  at: parseAt,
  note: (cursor) => {
    const text = cursor.expectString('the note', 'Bob’s laptop');
    return text && { kind: 'note', text };
  },
};

/** One or more properties up to the end of the line. */
export function parseProperties(cursor: Cursor): readonly Property[] {
  const found: Property[] = [];
  while (!cursor.done) {
    const word = cursor.expectOneOf(propertyWords, 'a property of a host');
    const property = word && properties[word.text]?.(cursor);
    if (property) found.push(property);
  }
  return found;
}

function parseRuns(cursor: Cursor): Property | undefined {
  const software: { service: Word; kind: Word }[] = [];
  do {
    const service = cursor.expectName('the name of a service');
    const kind = service && cursor.expectOneOf(softwareKinds, `what it runs of ${service.text}`);
    if (service && kind) software.push({ service, kind });
  } while (cursor.takeSymbol(','));
  return software.length === 0 ? undefined : { kind: 'runs', software };
}

function parseShares(cursor: Cursor): Property | undefined {
  const resource = cursor.expectString('what it shares', 'song.mp3');
  if (!resource) return undefined;
  const size = cursor.takeQuantity('size');
  const service = cursor.takeWord('in') ? cursor.expectName('the name of a service') : undefined;
  return { kind: 'shares', resource, size, service };
}

function parseLists(cursor: Cursor): Property | undefined {
  const resource = cursor.expectString('what it lists', 'song.mp3');
  if (!resource) return undefined;
  if (!cursor.takeWord('at'))
    cursor.fail('unexpected-token', `Expected “at” and the hosts that have it${cursor.insteadOf()}.`);
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
function parsePlace(cursor: Cursor): Place | undefined {
  if (!cursor.expectSymbol('(', 'Expected a place in the diagram, such as (120, 40).')) return undefined;
  const x = cursor.expectNumber('how far to the right');
  cursor.expectSymbol(',', 'Expected a comma between the two numbers of a place, as in (120, 40)');
  const y = cursor.expectNumber('how far down');
  cursor.expectSymbol(')', 'Close the place with ), as in (120, 40).');
  return x && y && { x: x.value, y: y.value };
}

/** `switch NAMES ["at" place]` */
export function parseDevice(cursor: Cursor, device: 'switch' | 'router' | 'cloud'): Statement {
  const names: readonly Declarator[] = parseDeclarators(cursor, `the name of a ${device}`);
  const at = cursor.takeWord('at') ? parsePlace(cursor) : undefined;
  return { kind: 'device', device, names, at };
}

const shapes = ['line', 'ring', 'star', 'mesh', 'grid', 'tree', 'random'];

type LinkStatement = Extract<Statement, { kind: 'link' }>;
type LinkAttributes = Pick<LinkStatement, 'over' | 'rate' | 'latency' | 'loss'>;

/** `link HOSTS "--" HOSTS …` or `link HOSTS … "as" SHAPE …` */
export function parseLink(cursor: Cursor): Statement {
  const left = parseReferences(cursor, 'the name of a host or switch');
  const right = cursor.takeSymbol('--') ? parseReferences(cursor, 'the name of a host or switch') : undefined;
  let over = cursor.takeWord('over') ? cursor.expectName('the name of a service') : undefined;
  const shape = right === undefined && cursor.takeWord('as') ? parseShape(cursor) : undefined;
  if (right === undefined && shape === undefined && left.length > 0) {
    cursor.fail(
      'unexpected-token',
      `Expected -- and what it is linked to, as in: link alice, bob -- lan${cursor.insteadOf()}.`,
    );
  }
  const attributes = parseLinkAttributes(cursor);
  over = attributes.over ?? over;
  return { kind: 'link', left, right, shape, ...attributes, over };
}

function parseShape(cursor: Cursor): LinkStatement['shape'] {
  const word = cursor.expectOneOf(shapes, 'a shape');
  if (!word) return undefined;
  const needsDegree = word.text === 'tree' || word.text === 'random';
  const degree = needsDegree
    ? cursor.expectInteger(word.text === 'tree' ? 'how many children' : 'how many neighbours', '3')
    : undefined;
  return { word, degree };
}

/** Rate, latency and loss, in any order. */
function parseLinkAttributes(cursor: Cursor): LinkAttributes {
  let attributes: LinkAttributes = { over: undefined, rate: undefined, latency: undefined, loss: undefined };
  while (!cursor.done) {
    if (cursor.takeWord('over')) attributes = { ...attributes, over: cursor.expectName('the name of a service') };
    else if (cursor.takeWord('loss'))
      attributes = { ...attributes, loss: cursor.expectQuantity('percent', 'how much is lost') };
    else if (isDuration(cursor)) attributes = { ...attributes, latency: cursor.takeQuantity('duration') };
    else if (isNumeric(cursor)) attributes = { ...attributes, rate: cursor.takeQuantity('rate') };
    else break;
  }
  return attributes;
}

function isNumeric(cursor: Cursor): boolean {
  const kind = cursor.peek()?.kind;
  return kind === 'quantity' || kind === 'number';
}

/** A number whose unit looks like one of time: `2ms`, `2 ms`, `2sec`. */
function isDuration(cursor: Cursor): boolean {
  const token = cursor.peek();
  if (token?.kind !== 'quantity')
    return token?.kind === 'number' && /^(us|ms|s|min|h|sec)$/i.test(cursor.peek(1)?.text ?? '');
  return /^-?[\d.]+(us|µs|ms|s|sec|seconds?|min|h|hours?)$/i.test(token.text);
}
