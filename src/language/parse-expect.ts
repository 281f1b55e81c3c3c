/** Parses what a file expects of itself: a claim, then `in` a flow and `when` a scenario. */
import type { Cursor } from './cursor';
import { otherArchitectures, otherRoles } from './misnomers';
import { parseReference, parseReferences } from './parse-references';
import type { Amount, Claim, Reference, Statement, Word } from './syntax';
import type { Comparison } from './topology';
import { listWords, quote, shorten } from './wording';

/** Its word `expect` has been read; `points` are those before it. */
export function parseExpect(cursor: Cursor, points?: Amount): Statement {
  const start = cursor.reached - 'expect'.length;
  const claim = parseClaim(cursor);
  let flow: Word | undefined;
  let scenario: Word | undefined;
  const namesFlow = claim !== undefined && 'flow' in claim;
  if (namesFlow) reportSecondFlow(cursor);
  while (!cursor.done) {
    if (!namesFlow && flow === undefined && cursor.takeWord('in')) flow = cursor.expectString('flow', 'Find and fetch');
    else if (scenario === undefined && cursor.takeWord('when'))
      scenario = cursor.expectString('scenario', 'index is down');
    else break;
  }
  if (claim?.kind === 'transfers' && flow === undefined) {
    cursor.fail('unexpected-token', 'Say in which flow, such as: in "Find and fetch"');
  }
  const expectation = { start, end: cursor.reached };
  if (claim) reportPointsBehind(cursor, start);
  const advises = claim !== undefined && cursor.takeWord('otherwise');
  const otherwise = advises ? cursor.expectString('advice', 'Has bob registered his song?', 'rest') : undefined;
  return { kind: 'expect', points, claim, flow, scenario, otherwise, expectation };
}

/** `expect alice is client points 3` */
function reportPointsBehind(cursor: Cursor, start: number): void {
  const word = cursor.isWord('points') ? cursor.peek() : undefined;
  const count = cursor.peek(1);
  if (!word || count?.kind !== 'number') return;
  const text = `points ${count.text} ${cursor.line.slice(start, word.start).trim()}`;
  const message = `Points stand before what they are given for: points ${shorten(count.text)} expect …`;
  cursor.failAt('unexpected-token', { start, end: count.end }, message, { title: 'Put them before it', text });
}

const subjects = ['lookup', 'architecture'];

/** `expect "Find" succeeds in "Find"` */
function reportSecondFlow(cursor: Cursor): void {
  const word = cursor.isWord('in') ? cursor.peek() : undefined;
  const message = 'This expectation names its flow at the start: remove “in” and the name behind it.';
  if (word) cursor.failAt('unexpected-token', word, message);
}

function parseClaim(cursor: Cursor): Claim | undefined {
  cursor.offerSlot('host');
  cursor.offerWords(subjects);
  cursor.offerSlot('flow');
  const first = cursor.peek();
  if (first?.kind === 'string') return parseFlowClaim(cursor);
  if (cursor.isWord('lookup') && !isAboutHost(cursor, hostVerbs)) return parseLookupClaim(cursor);
  if (cursor.isWord('architecture') && !isAboutHost(cursor, hostVerbsButIs)) return parseArchitectureClaim(cursor);
  if (first?.kind === 'name') return parseHostClaim(cursor);
  cursor.fail(
    'unexpected-token',
    'Expected what should hold, such as: alice is client, or: lookup "song.mp3" finds bob.',
  );
  return undefined;
}

/** A host may be called “lookup” or “architecture”: `expect architecture is client` speaks of it. */
function isAboutHost(cursor: Cursor, verbs: readonly string[]): boolean {
  const isRole = cursor.isWord('is', 1) && roles.some((role) => cursor.isWord(role, 2));
  const isTwoRoles = cursor.isWord('client', 2) && cursor.isWord('server', 3);
  return cursor.isSymbol('[', 1) || (isRole && !isTwoRoles) || verbs.some((verb) => cursor.isWord(verb, 1));
}

function parseLookupClaim(cursor: Cursor): Claim | undefined {
  cursor.next();
  const resource = cursor.expectString('resource', 'song.mp3');
  cursor.expectWord('finds', 'Expected “finds” and the hosts, or “finds nothing”');
  if (!resource || cursor.problem) return undefined;
  const isHost = cursor.isSymbol(',', 1) || cursor.isSymbol('[', 1);
  const hosts = !isHost && cursor.takeWord('nothing') ? [] : parseReferences(cursor, 'host or nothing');
  return cursor.problem ? undefined : { kind: 'lookup', resource, hosts };
}

const architectures = ['client-server', 'peer-to-peer', 'hybrid'];

function parseArchitectureClaim(cursor: Cursor): Claim | undefined {
  cursor.next();
  if (cursor.isSymbol('=')) {
    const message = 'The word “is” stands before the architecture, as in: architecture is hybrid';
    cursor.fail('unexpected-token', message, { title: 'Change to is', text: 'is' });
  }
  cursor.expectWord('is', 'Expected “is” and an architecture, such as: architecture is hybrid');
  reportSpaces(cursor);
  const architecture = cursor.expectOneOf(architectures, 'an architecture', otherArchitectures);
  const service = cursor.takeWord('of') ? cursor.expectName('service') : undefined;
  return architecture && { kind: 'architecture', architecture, service };
}

/** `architecture is client server`, `architecture is peer to peer` */
function reportSpaces(cursor: Cursor): void {
  const first = cursor.peek();
  const [written] = /^(?:client\s+server|peer\s+to\s+peer)\b/.exec(cursor.rest) ?? [];
  if (!first || !written) return;
  const text = written.replace(/\s+/g, '-');
  const place = { start: first.start, end: first.start + written.length };
  cursor.failAt('unexpected-token', place, `An architecture is one word: write ${text}`, {
    title: `Write ${text}`,
    text,
  });
}

const hostVerbsButIs = ['uploads', 'downloads', 'carries'];
const hostVerbs = ['is', ...hostVerbsButIs];

/** `expect hybrid`, `expect client alice` */
function reportNoSubject(cursor: Cursor): void {
  const [first, second] = [cursor.peek(), cursor.peek(1)];
  if (!first) return;
  const architecture = second ? undefined : architectures.find((each) => each === first.text);
  const isTurned = second?.kind === 'name' && roles.includes(first.text) && !hostVerbs.includes(second.text);
  const text = architecture
    ? `architecture is ${architecture}`
    : isTurned
      ? `${second.text} is ${first.text}`
      : undefined;
  if (text === undefined) return;
  const message = `First say of what, then what you expect of it: write ${text}`;
  const place = { start: first.start, end: (second ?? first).end };
  cursor.failAt('unexpected-token', place, message, { title: `Write ${text}`, text });
}

function parseHostClaim(cursor: Cursor): Claim | undefined {
  reportNoSubject(cursor);
  const host = parseReference(cursor);
  if (host) reportNoIs(cursor);
  const verb = host && cursor.expectOneOf(hostVerbs, 'something to expect of a host');
  switch (host && verb?.text) {
    case 'is':
      return host && parseRoleClaim(cursor, host);
    case 'uploads':
    case 'downloads':
      return host && parseTransferClaim(cursor, host, verb?.text as 'uploads' | 'downloads');
    case 'carries':
      cursor.expectWord('no', 'Expected “carries no data”');
      return cursor.expectWord('data', 'Expected “carries no data”') && host
        ? { kind: 'carries-no-data', host }
        : undefined;
    default:
      return undefined;
  }
}

/** `expect alice client`, `expect alice = client` */
function reportNoIs(cursor: Cursor): void {
  const token = cursor.peek();
  if (!token) return;
  const role = cursor.isSymbol('=') ? cursor.peek(1) : token;
  if (!role || !roles.includes(role.text)) return;
  const text = `is ${role.text}`;
  const place = { start: token.start, end: role.end };
  cursor.failAt('unexpected-token', place, `The word “is” stands before a role: write ${text}`, {
    title: `Write ${text}`,
    text,
  });
}

const roles = ['client', 'server', 'both'];

function parseRoleClaim(cursor: Cursor, host: Reference): Claim | undefined {
  if (cursor.isWord('a') || cursor.isWord('an')) {
    const article = cursor.peek();
    if (article)
      cursor.failAt('unexpected-token', article, 'The role stands right behind “is”, as in: alice is client', {
        title: 'Remove it',
        text: '',
      });
  }
  const role = cursor.expectOneOf(roles, 'a role', otherRoles);
  const service = cursor.takeWord('of') ? cursor.expectName('service') : undefined;
  return role && { kind: 'role', host, role, service };
}

function parseTransferClaim(cursor: Cursor, host: Reference, direction: 'uploads' | 'downloads'): Claim | undefined {
  const comparison = parseComparison(cursor);
  const size = comparison && cursor.expectQuantity('size', 'a size');
  return comparison && size && { kind: 'transfers', host, direction, comparison, size };
}

const flowVerbs = ['succeeds', 'fails', 'takes', 'sends', 'needs', 'survives'];

function parseFlowClaim(cursor: Cursor): Claim | undefined {
  const flow = cursor.takeString();
  const verb = flow && cursor.expectOneOf(flowVerbs, 'something to expect of a flow');
  if (!flow || !verb) return undefined;
  switch (verb.text) {
    case 'takes':
      return parseTakes(cursor, flow);
    case 'sends':
      return parseSends(cursor, flow);
    case 'needs':
      return { kind: 'needs', flow, hosts: parseReferences(cursor) };
    case 'survives':
      return parseSurvives(cursor, flow);
    default:
      return { kind: 'outcome', flow, succeeds: verb.text === 'succeeds' };
  }
}

function parseTakes(cursor: Cursor, flow: Word): Claim | undefined {
  const comparison = parseComparison(cursor);
  const duration = comparison && cursor.expectQuantity('duration', 'a duration');
  return comparison && duration && { kind: 'takes', flow, comparison, duration };
}

function parseSends(cursor: Cursor, flow: Word): Claim | undefined {
  const comparison = parseComparison(cursor);
  const count = comparison && cursor.expectInteger('how many messages', '12');
  if (count) cursor.expectWord('messages', 'Expected the word “messages” behind the number');
  return comparison && count && { kind: 'sends', flow, comparison, count };
}

function parseSurvives(cursor: Cursor, flow: Word): Claim | undefined {
  cursor.expectWord('loss', 'Expected “survives loss of” and a host');
  cursor.expectWord('of', 'Expected “survives loss of” and a host');
  cursor.offerWords(['any host']);
  if (cursor.isWord('any') && cursor.isWord('host', 1)) {
    cursor.next();
    cursor.next();
    return { kind: 'survives', flow, host: 'any' };
  }
  const host = parseReference(cursor, 'host or any');
  return host && { kind: 'survives', flow, host };
}

const comparisons: readonly Comparison[] = ['<', '<=', '=', '>=', '>'];

/** What other languages write, and what is written here. */
const otherComparisons: ReadonlyMap<string, Comparison> = new Map([
  ['=>', '>='],
  ['=<', '<='],
  ['==', '='],
  ['≥', '>='],
  ['≤', '<='],
]);

function parseComparison(cursor: Cursor): Comparison | undefined {
  const token = cursor.peek();
  const written = [...otherComparisons.keys()].find((symbol) => cursor.rest.startsWith(symbol));
  const better = written && otherComparisons.get(written);
  if (token && written && better) {
    const place = { start: token.start, end: token.start + written.length };
    cursor.failAt('unexpected-token', place, `Write ${better} instead of ${quote(written)}.`, {
      title: `Write ${better}`,
      text: better,
    });
    return undefined;
  }
  const comparison = comparisons.find((symbol) => cursor.takeSymbol(symbol));
  if (!comparison)
    cursor.fail('unexpected-token', `Expected a comparison (${listWords(comparisons)})${cursor.insteadOf()}.`);
  return comparison;
}
