/**
 * Sentences about what the applications of the patterns say to each other of their own accord: queries that are passed
 * on, pieces of a swarm, the search by key, inventories, offers, streams, copies nearby.
 */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import type { Sentences } from '../sentence';
import { from, have, names, pieceOf, quoted, size, to, what } from './terms';

export const patternRequests = {
  get: asksFor,
  query: passesQuery,
  announce: (step) =>
    step.text === 'stopped'
      ? `${from(step)} tells ${to(step)}: I no longer share ${what(step)}.`
      : `${from(step)} tells ${to(step)}: I take part in sharing ${what(step)}.`,
  handshake: (step) =>
    step.outcome === 'failed'
      ? `${from(step)} tries to connect to ${to(step)} (a handshake).`
      : `${from(step)} connects to ${to(step)} (a handshake). Each tells the other which pieces of ${what(step)} it has.`,
  'find-node': (step) =>
    `${from(step)} asks ${to(step)}: which peers do you know whose keys are nearest to ${keyOf(step)}?`,
  'find-value': (step) =>
    `${from(step)} asks ${to(step)}: who has ${what(step)}? If you do not know, which peers are nearer to its key?`,
  store: handsOver,
  getdata: (step) => `${from(step)} asks ${to(step)} for ${what(step)}, because it does not have it yet.`,
  offer: (step, wording) =>
    `${handsTo(step, 'an offer', wording)}: what it wants to send and receive, and where it can be reached.`,
  answer: (step, wording) => `${handsTo(step, 'its answer', wording)}: what it accepts, and where it can be reached.`,
} satisfies Sentences;

export const patternAnswers = {
  'query-hit': passesHit,
  announce: namesPeers,
  handshake: (step) =>
    `${from(step)} accepts the connection and tells ${to(step)} which pieces of ${what(step)} it has (a bitfield).`,
  'find-node': (step) => nearest(step),
  'find-value': (step) =>
    `${from(step)} answers ${to(step)}: ${have(step.answer ?? [])} ${what(step)}.${staleRecord(step)}`,
  store: (step) => `${from(step)} confirms that it keeps the record.`,
  offer: (step) => `${from(step)} confirms to ${to(step)} that it passes the offer on.`,
  // Without a server in between the one who is asked answers for itself; `text` then says so.
  answer: (step) =>
    step.text === undefined
      ? `${from(step)} confirms to ${to(step)} that it passes the answer on.`
      : `${from(step)} answers the offer of ${to(step)}: what it accepts, and where it can be reached.`,
} satisfies Sentences;

export const patternPushes = {
  inv: announces,
  send: passesOn,
  offer: (step, wording) =>
    `${from(step)} passes ${whose(step, 'offer', wording)} on to ${to(step)}, so that the two can find each other.`,
  answer: (step, wording) =>
    `${from(step)} passes ${whose(step, 'answer', wording)} on to ${to(step)}. Now the two can reach each other directly.`,
  stream: streams,
} satisfies Sentences;

/** What a copy nearby is for: an edge that has kept one need not ask the origin. */
export function whereFrom(step: TraceStep, { cache }: Wording): string {
  return cache(step) === 'hit' ? `${from(step)} has kept a copy, so nobody else is asked: a cache hit.` : '';
}

function asksFor(step: TraceStep, wording: Wording): string {
  const thing = step.piece === undefined ? what(step) : pieceOf(step, wording);
  const ask = `${from(step)} asks ${to(step)} for ${thing}`;
  return wording.cache(step) === 'miss'
    ? `${from(step)} has no copy of ${thing} yet, so it asks ${to(step)}: a cache miss.`
    : `${ask}.`;
}

/** Who has it, or is waiting for it, does not ask. */
function announces(step: TraceStep, { leadsOn }: Wording): string {
  const tells = `${from(step)} tells its neighbour ${to(step)}: I have ${what(step)}.`;
  if (step.outcome === 'failed') return tells;
  return leadsOn(step)
    ? `${tells} Whoever lacks it asks for it.`
    : `${tells} ${to(step)} has it or has asked another for it, so it does not ask.`;
}

function passesQuery(step: TraceStep, { queries }: Wording): string {
  const known = queries();
  const origin = known?.origin(step.index);
  const query =
    origin === undefined || origin === step.from
      ? `${from(step)} asks ${to(step)} who has ${what(step)}.`
      : `${from(step)} passes ${isolate(origin)}’s query for ${what(step)} on to ${to(step)}.`;
  if (known?.isRepeated(step.index)) return `${query} ${repeated(step, origin)}`;
  return [query, reach(step)].join(' ').trim();
}

function repeated(step: TraceStep, origin: string | undefined): string {
  return origin === step.to
    ? `It is ${to(step)}’s own query, so it ends here.`
    : `${to(step)} has had this query before, so it passes it on no further.`;
}

/** The TTL counts this hop as well. */
function reach({ ttl, outcome }: TraceStep): string {
  if (ttl === undefined || outcome === 'failed') return '';
  if (ttl <= 1) return `It may not be passed on any further (TTL ${ttl}).`;
  return `It may be passed on ${ttl === 2 ? 'once more' : `${ttl - 1} more times`} (TTL ${ttl}).`;
}

function passesHit(step: TraceStep): string {
  const holders = step.answer ?? [];
  const isOwn = holders.length === 1 && holders[0] === step.from;
  return isOwn
    ? `${from(step)} answers ${to(step)}: I have ${what(step)}. The answer goes back the way that the query came.`
    : `${from(step)} passes an answer back to ${to(step)}: ${have(holders)} ${what(step)}.`;
}

function namesPeers(step: TraceStep): string {
  const peers = step.answer;
  if (!peers) return `${from(step)} confirms to ${to(step)} that it has noted this.`;
  if (peers.length === 0) return `${from(step)} answers ${to(step)}: nobody else shares ${what(step)} at the moment.`;
  const answer = `${from(step)} answers ${to(step)}: ask ${names(peers)} for pieces of ${what(step)}.`;
  if (step.stale.length === 0) return answer;
  return `${answer} But ${areOffline(step)}, and nobody has told ${from(step)}.`;
}

function areOffline({ stale }: TraceStep): string {
  return `${names(stale)} ${stale.length === 1 ? 'is' : 'are'} offline`;
}

/** Who answers knows no better than its own table; the nearer ones are asked next. */
function nearest(step: TraceStep): string {
  const { answer = [] } = step;
  return answer.length === 0
    ? `${from(step)} answers ${to(step)} that it knows nobody else.`
    : `${from(step)} answers ${to(step)} with the nearest that it knows: ${names(answer)}.`;
}

function staleRecord(step: TraceStep): string {
  return step.stale.length === 0 ? '' : ` But ${areOffline(step)}: the record is stale.`;
}

/** Most often a peer has its own record kept; to a newcomer it hands those of others. */
function handsOver(step: TraceStep): string {
  const providers = step.changes.flatMap((change) => (change.kind === 'lists' ? [change.host] : []));
  const isOwn = providers.every((host) => host === step.from);
  const record = isOwn ? `I have ${what(step)}` : `${have(providers)} ${what(step)}`;
  return `${from(step)} tells ${to(step)}: ${record}. The key of ${to(step)} is near that of ${what(step)}, so it is to keep the record for those who ask.`;
}

/** Without a resource a host looks for its own place among the keys. */
function keyOf(step: TraceStep): string {
  return step.resource === undefined ? 'mine' : `the key of ${what(step)}`;
}

/** "ann hands meeting an offer for ben", or, without a server between them, "ann makes ben an offer". */
function handsTo(step: TraceStep, thing: string, { passedOn }: Wording): string {
  const other = passedOn(step)?.to;
  return other === undefined
    ? `${from(step)} sends ${to(step)} ${thing}`
    : `${from(step)} hands ${to(step)} ${thing} for ${isolate(other)}`;
}

function whose(step: TraceStep, thing: string, { cause }: Wording): string {
  const sender = cause(step)?.from;
  return sender === undefined ? `the ${thing}` : `${isolate(sender)}’s ${thing}`;
}

/** A server that passes on what somebody else has sent it. */
function passesOn(step: TraceStep, { cause }: Wording): string {
  const asked = cause(step);
  const isPassedOn = asked?.verb === 'send' && asked.kind === 'request' && asked.to === step.from;
  const thing = step.text === undefined ? 'a message' : quoted(step.text);
  return isPassedOn
    ? `${from(step)} passes ${isolate(asked.from ?? '')}’s ${thing}${size(step)} on to ${to(step)} without being asked: a push.`
    : `${from(step)} sends ${thing}${size(step)} to ${to(step)} without being asked: a push.`;
}

/** In a group call a server passes streams on; `text` then says whose it is. */
function streams(step: TraceStep): string {
  if (step.text !== undefined && step.text !== step.from)
    return `${from(step)} passes a stream on to ${to(step)}: what ${isolate(step.text)} says and shows.`;
  return `${from(step)} sends ${to(step)} a stream: what ${from(step)} says and shows.`;
}
