/** Parses what a network consists of: services, hosts, devices and links. */
import type { Cursor } from './cursor';
import { otherPropertyWords, otherRoles } from './misnomers';
import { parsePlace, parseProperties } from './parse-properties';
import { parseDeclarators, parseReferences, reportReserved } from './parse-references';
import { closest } from './suggest';
import type { Amount, Declarator, Reference, Statement, Word } from './syntax';
import { patternNames, type Role } from './topology';
import { quote, shorten } from './wording';
import { propertyWords, statementWords } from './words';

/** `service NAME [uses PATTERN { OPTION INT }]` */
export function parseService(cursor: Cursor): Statement {
  const name = cursor.expectName('new service');
  if (name) reportReserved(cursor, name, 'new service');
  const options: { name: Word; value: Amount }[] = [];
  let pattern: Word | undefined;
  if (!cursor.done) {
    reportPatternWithoutUses(cursor);
    cursor.expectWord('uses', 'Expected “uses” and a pattern, such as uses index');
    pattern = cursor.expectOneOf(patternNames, 'a pattern');
    while (!cursor.done) {
      const option = cursor.expectOneOf(serviceOptions, 'an option');
      const value = option && cursor.expectInteger(`the value of “${option.text}”`, '7');
      if (option && value) options.push({ name: option, value });
    }
  }
  return { kind: 'service', name, pattern, options };
}

/** `service music index` */
function reportPatternWithoutUses(cursor: Cursor): void {
  const token = cursor.peek();
  if (!token || !patternNames.some((pattern) => pattern === token.text)) return;
  const text = `uses ${token.text}`;
  const message = `The word “uses” stands before the pattern: write ${text}`;
  cursor.failAt('unexpected-token', token, message, { title: `Write ${text}`, text });
}

const serviceOptions = ['ttl', 'pieces', 'slots', 'bucket', 'parallel'];

const roles: readonly Role[] = ['client', 'server', 'both'];

/** `host NAMES [":" ROLE] { property }`, with or without a block of properties. */
export function parseHost(cursor: Cursor): Statement {
  const names = parseDeclarators(cursor, 'new host');
  const role = cursor.takeSymbol(':') ? cursor.expectOneOf(roles, 'a role', otherRoles) : undefined;
  if (role) reportSecondRole(cursor, role);
  else reportRoleWithoutColon(cursor, names);
  return { kind: 'host', names, role, properties: parseProperties(cursor) };
}

/** `: client server` or `: client, server` */
function reportSecondRole(cursor: Cursor, role: Word): void {
  const second = cursor.peek(cursor.isSymbol(',') ? 1 : 0);
  if (!second || !roles.some((word) => word === second.text)) return;
  const fix = { title: 'Change to “both”', text: 'both' };
  cursor.failAt(
    'unexpected-token',
    { start: role.start, end: second.end },
    'A host that is client and server is declared as: both',
    fix,
  );
}

/** `host alice client`, `host alice is client`, `host alice = client`, `host my computer` */
function reportRoleWithoutColon(cursor: Cursor, names: readonly Declarator[]): void {
  const first = cursor.peek();
  if (!first || propertyWords.includes(first.text) || (first.kind !== 'name' && !cursor.isSymbol('='))) return;
  const word = ['is', 'as', '='].includes(first.text) ? cursor.peek(1) : first;
  const role = roles.find((known) => known === word?.text.toLowerCase());
  if (word && role) {
    const fix = { title: 'Write a colon', text: `: ${role}` };
    cursor.failAt(
      'unexpected-token',
      { start: first.start, end: word.end },
      `A colon stands before the role: write : ${role}`,
      fix,
    );
  } else if (
    first.kind === 'name' &&
    closest(first.text, propertyWords) === undefined &&
    !otherPropertyWords.has(first.text)
  ) {
    const joined = `${names[names.length - 1]?.name.text}-${first.text}`;
    const message = `${quote(first.text)} is not a property of a host. If it belongs to the name, write ${joined}: a name has no spaces.`;
    cursor.failAt('unknown-word', first, message);
  }
}

/** `switch NAMES ["at" place]` */
export function parseDevice(cursor: Cursor, device: 'switch' | 'router' | 'cloud'): Statement {
  const names: readonly Declarator[] = parseDeclarators(cursor, `new ${device}`);
  const at = cursor.takeWord('at') ? parsePlace(cursor) : undefined;
  return { kind: 'device', device, names, at };
}

const shapes = ['line', 'ring', 'star', 'mesh', 'grid', 'tree', 'random'];

type LinkStatement = Extract<Statement, { kind: 'link' }>;
type LinkAttributes = Pick<LinkStatement, 'over' | 'rate' | 'latency' | 'loss' | 'repeated'>;

/** `link HOSTS "--" HOSTS …` or `link HOSTS … "as" SHAPE …` */
export function parseLink(cursor: Cursor): Statement {
  const left = parseReferences(cursor, 'node');
  const right = cursor.takeSymbol('--') ? parseReferences(cursor, 'node') : undefined;
  const over = cursor.takeWord('over') ? cursor.expectName('service') : undefined;
  const shape = right === undefined && cursor.takeWord('as') ? parseShape(cursor) : undefined;
  if (right === undefined && shape === undefined && left.length > 0) reportNoOtherEnd(cursor, left);
  const attributes = parseLinkAttributes(cursor);
  return { kind: 'link', left, right, shape, ...attributes, over: attributes.over ?? over };
}

const insteadOfDashes = /^(?:-+>|-|–|—|−|=+>?|<-+>?|~>|to\b|with\b)/u;

/** `link a to b`, `link a -> b`, `link a b`, `link a, b` */
function reportNoOtherEnd(cursor: Cursor, left: readonly Reference[]): void {
  const token = cursor.peek();
  if (token === undefined && left.length > 1) reportListAlone(cursor, left);
  const found = insteadOfDashes.exec(cursor.rest)?.[0];
  if (token && found) {
    const place = { start: token.start, end: token.start + found.length };
    const message = `The two ends of a link are joined by --, not by ${quote(found)}.`;
    cursor.failAt('unexpected-token', place, message, { title: 'Change to --', text: '--' });
  } else if (token?.kind === 'name') {
    const fix = { title: 'Write -- between the ends', text: `-- ${token.text}` };
    cursor.failAt('unexpected-token', token, `Put -- between the two ends of a link: -- ${token.text}`, fix);
  }
  const example = 'as in: link alice, bob -- lan';
  cursor.fail('unexpected-token', `Expected -- and what it is linked to, ${example}${cursor.insteadOf()}.`);
}

/** Two are the ends of a cable; more of them need something between. */
function reportListAlone(cursor: Cursor, left: readonly Reference[]): void {
  const [first, last] = [left[0], left[left.length - 1]];
  if (!first || !last) return;
  const place = { start: first.start, end: last.end };
  const written = ({ start, end }: Reference): string => cursor.line.slice(start, end);
  const two = `${written(first)} -- ${written(last)}`;
  const many = `${cursor.line.slice(place.start, place.end)} -- lan`;
  const [text, message] =
    left.length === 2
      ? [two, `Put -- between the two ends of a cable: link ${shorten(two)}`]
      : [many, 'Say behind -- what they are linked to, such as a switch: -- lan'];
  cursor.failAt('unexpected-token', place, message, { title: `Write ${shorten(text)}`, text });
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
  const attributes: { -readonly [Key in keyof LinkAttributes]: LinkAttributes[Key] } = {
    over: undefined,
    rate: undefined,
    latency: undefined,
    loss: undefined,
    repeated: undefined,
  };
  const give = (name: 'rate' | 'latency' | 'loss', amount: Amount | undefined): void => {
    if (attributes[name]) attributes.repeated ??= amount;
    attributes[name] = amount;
  };
  while (!cursor.done) {
    if (cursor.takeWord('over')) attributes.over = cursor.expectName('service');
    else if (cursor.takeWord('loss')) give('loss', cursor.expectQuantity('percent', 'how much is lost'));
    else if (cursor.isAtNumber) {
      reportLoneLoss(cursor);
      const quantity = cursor.takeQuantityOf('rate', 'duration');
      if (quantity) give(quantity.kind === 'rate' ? 'rate' : 'latency', quantity.amount);
    } else {
      cursor.offerQuantities(['rate', 'duration']);
      reportNoAttribute(cursor);
      break;
    }
  }
  return attributes;
}

/** `link a -- b 1%` */
function reportLoneLoss(cursor: Cursor): void {
  const token = cursor.peek();
  if (!token?.text.endsWith('%')) return;
  const text = `loss ${token.text}`;
  cursor.failAt('unexpected-token', token, `Say what the percentage is of: write ${text}`, {
    title: `Write ${text}`,
    text,
  });
}

function reportNoAttribute(cursor: Cursor): void {
  const token = cursor.peek();
  if (cursor.isSymbol('--')) {
    cursor.fail(
      'unexpected-token',
      'A link has two ends: write one link a line, or a chain like: link a, b, c as line',
    );
  } else if (token?.kind === 'name' && !statementWords.has(token.text)) {
    const message = `${quote(token.text)} says nothing about a link. Write a rate (100Mbps), a latency (2ms), a loss (loss 1%) or over and a service.`;
    cursor.failAt('unknown-word', token, message);
  }
}
