/** Parses what a file expects of itself: a claim, then `in` a flow and `when` a scenario. */
import { type Cursor, listWords } from './cursor';
import { parseReference, parseReferences } from './parse-references';
import type { Claim, Reference, Statement, Word } from './syntax';
import type { Comparison } from './topology';

export function parseExpect(cursor: Cursor): Statement {
  const claim = parseClaim(cursor);
  let flow: Word | undefined;
  let scenario: Word | undefined;
  while (!cursor.done) {
    if (flow === undefined && cursor.takeWord('in')) flow = cursor.expectString('the name of a flow', 'Find and fetch');
    else if (scenario === undefined && cursor.takeWord('when'))
      scenario = cursor.expectString('the name of a scenario', 'index is down');
    else break;
  }
  if (claim?.kind === 'transfers' && flow === undefined) {
    cursor.fail('unexpected-token', 'Say in which flow, as in: … in "Find and fetch".');
  }
  return { kind: 'expect', claim, flow, scenario };
}

function parseClaim(cursor: Cursor): Claim | undefined {
  const first = cursor.peek();
  if (first?.kind === 'string') return parseFlowClaim(cursor);
  if (cursor.isWord('lookup') && cursor.peek(1)?.kind === 'string') return parseLookupClaim(cursor);
  if (cursor.isWord('architecture') && cursor.isWord('is', 1)) return parseArchitectureClaim(cursor);
  if (first?.kind === 'name') return parseHostClaim(cursor);
  cursor.fail(
    'unexpected-token',
    'Expected what should hold, such as: alice is client, or: lookup "song.mp3" finds bob.',
  );
  return undefined;
}

function parseLookupClaim(cursor: Cursor): Claim | undefined {
  cursor.next();
  const resource = cursor.takeString();
  if (!cursor.takeWord('finds'))
    cursor.fail('unexpected-token', `Expected “finds” and the hosts, or “finds nothing”${cursor.insteadOf()}.`);
  if (!resource || cursor.problem) return undefined;
  const hosts = cursor.takeWord('nothing') ? [] : parseReferences(cursor, 'the name of a host, or “nothing”');
  return cursor.problem ? undefined : { kind: 'lookup', resource, hosts };
}

const architectures = ['client-server', 'peer-to-peer', 'hybrid'];

function parseArchitectureClaim(cursor: Cursor): Claim | undefined {
  cursor.next();
  cursor.next();
  const architecture = cursor.expectOneOf(architectures, 'an architecture');
  const service = cursor.takeWord('of') ? cursor.expectName('the name of a service') : undefined;
  return architecture && { kind: 'architecture', architecture, service };
}

const hostVerbs = ['is', 'uploads', 'downloads', 'carries'];

function parseHostClaim(cursor: Cursor): Claim | undefined {
  const host = parseReference(cursor);
  const verb = host && cursor.expectOneOf(hostVerbs, 'something to expect of a host');
  switch (host && verb?.text) {
    case 'is':
      return host && parseRoleClaim(cursor, host);
    case 'uploads':
    case 'downloads':
      return host && parseTransferClaim(cursor, host, verb?.text as 'uploads' | 'downloads');
    case 'carries':
      if (cursor.takeWord('no') && cursor.takeWord('data')) return host && { kind: 'carries-no-data', host };
      cursor.fail('unexpected-token', `Expected “carries no data”${cursor.insteadOf()}.`);
      return undefined;
    default:
      return undefined;
  }
}

const roles = ['client', 'server', 'both'];

function parseRoleClaim(cursor: Cursor, host: Reference): Claim | undefined {
  const role = cursor.expectOneOf(roles, 'a role');
  const service = cursor.takeWord('of') ? cursor.expectName('the name of a service') : undefined;
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
  if (count && !cursor.takeWord('messages'))
    cursor.fail('unexpected-token', `Expected the word “messages” behind the number${cursor.insteadOf()}.`);
  return comparison && count && { kind: 'sends', flow, comparison, count };
}

function parseSurvives(cursor: Cursor, flow: Word): Claim | undefined {
  if (!cursor.takeWord('loss') || !cursor.takeWord('of')) {
    cursor.fail('unexpected-token', `Expected “survives loss of” and a host${cursor.insteadOf()}.`);
    return undefined;
  }
  if (cursor.isWord('any') && cursor.isWord('host', 1)) {
    cursor.next();
    cursor.next();
    return { kind: 'survives', flow, host: 'any' };
  }
  const host = parseReference(cursor, 'the name of a host, or “any host”');
  return host && { kind: 'survives', flow, host };
}

const comparisons: readonly Comparison[] = ['<', '<=', '=', '>=', '>'];

function parseComparison(cursor: Cursor): Comparison | undefined {
  const comparison = comparisons.find((symbol) => cursor.isSymbol(symbol));
  if (comparison) cursor.next();
  else cursor.fail('unexpected-token', `Expected a comparison: ${listWords(comparisons)}${cursor.insteadOf()}.`);
  return comparison;
}
