/** Parses what happens in a flow or a scenario: messages, actions, faults and the words that order them. */
import type { Cursor } from './cursor';
import { otherMessages, speaking } from './misnomers';
import { reportNoArrow } from './parse-mistakes';
import { parseReference, parseReferences } from './parse-references';
import { units } from './quantities';
import { closest } from './suggest';
import type { ActionVerb, MessageSyntax, Reference, Statement, Word } from './syntax';
import { listWords, quote, shorten } from './wording';

/** `A joins S`; the bare verb reads better behind several subjects (`alice, bob join music`). */
export const actionVerbs: ReadonlyMap<string, ActionVerb> = new Map<string, ActionVerb>([
  ['joins', 'joins'],
  ['join', 'joins'],
  ['leaves', 'leaves'],
  ['leave', 'leaves'],
  ['fetches', 'fetches'],
  ['fetch', 'fetches'],
  ['searches', 'searches'],
  ['search', 'searches'],
  ['publishes', 'publishes'],
  ['publish', 'publishes'],
  ['sends', 'sends'],
  ['send', 'sends'],
]);

const arrows = ['->', '~>'];
const actionWords = [...actionVerbs.keys()];

/** A line that starts with hosts: a message or an action. */
export function parseHostStep(cursor: Cursor): Statement {
  const first = cursor.peek();
  const hosts = parseReferences(cursor);
  if (!first || cursor.problem) return { kind: 'nothing' };
  cursor.offerWords(arrows, 'symbol');
  cursor.offerWords(actionWords);
  const word = cursor.peek();
  const verb = word?.kind === 'name' ? actionVerbs.get(word.text) : undefined;
  if (word && verb) {
    cursor.next();
    return parseAction(cursor, hosts, verb, word);
  }
  const oneWay = cursor.takeSymbol('~>') !== undefined;
  if (!oneWay && !cursor.takeSymbol('->')) {
    reportNoArrow(cursor, first);
    return { kind: 'nothing' };
  }
  const to = parseReferences(cursor);
  if (!cursor.takeSymbol(':')) reportNoColon(cursor, oneWay);
  const message = parseMessage(cursor);
  return { kind: 'message', from: hosts, to, oneWay, message, over: parseOver(cursor) };
}

function reportNoColon(cursor: Cursor, oneWay: boolean): void {
  const token = cursor.peek();
  if (token?.kind === 'string' || (token?.kind === 'name' && messageVerbs.includes(token.text))) {
    const written = cursor.line.slice(token.start, token.end);
    const fix = { title: 'Write a colon', text: `: ${written}` };
    const message = `Put a colon before ${shorten(written)}: it stands between who is asked and what.`;
    cursor.failAt('unexpected-token', token, message, fix);
  }
  const what = oneWay ? 'sent, such as : "news"' : 'asked, such as : get "song.mp3"';
  cursor.fail('unexpected-token', `Expected a colon and what is ${what}${cursor.insteadOf()}.`);
}

const messageVerbs = ['get', 'put', 'lookup', 'register', 'unregister', 'login'];

function parseMessage(cursor: Cursor): MessageSyntax | undefined {
  cursor.offerWords(messageVerbs);
  cursor.offerSlot('message');
  if (cursor.peek()?.kind === 'string') return parseOwnWords(cursor);
  const word = parseMessageVerb(cursor);
  if (!word) return undefined;
  switch (word.text) {
    case 'login':
      return { verb: 'login', word, account: cursor.takeString() };
    case 'put': {
      const resource = cursor.expectString('uploaded', 'photo.jpg');
      return resource && { verb: 'put', word, resource, size: cursor.takeQuantity('size') };
    }
    default: {
      const resource = cursor.expectString('resource', 'song.mp3');
      if (resource) reportSizeOfResource(cursor, resource);
      return resource && { verb: word.text as 'get' | 'lookup' | 'register' | 'unregister', word, resource };
    }
  }
}

function parseMessageVerb(cursor: Cursor): Word | undefined {
  const token = cursor.peek();
  const isKnown = token?.kind === 'name' && messageVerbs.includes(token.text);
  if (isKnown || token?.kind !== 'name') {
    if (!isKnown && token?.kind !== 'unknown')
      cursor.fail(
        'unexpected-token',
        `Expected a message, such as get "song.mp3", or your own words in double quotes${cursor.insteadOf()}.`,
      );
    return cursor.expectOneOf(messageVerbs, 'a message');
  }
  const better = closest(token.text, messageVerbs) ?? otherMessages.get(token.text.toLowerCase());
  reportOwnWords(cursor, token, better);
  const hint =
    better === undefined
      ? `Put your own words in double quotes, or use ${listWords(messageVerbs)}.`
      : `Did you mean ${quote(better)}?`;
  const text = better ?? `"${token.text}"`;
  cursor.failAt('unknown-word', token, `${quote(token.text)} is not a message. ${hint}`, {
    title: `Change to ${shorten(text)}`,
    text,
  });
  return undefined;
}

/** `send "Hello"`, or `buy "book"`: an own message is one text. What looks like a file is rather put than said. */
function reportOwnWords(cursor: Cursor, word: Word, better: string | undefined): void {
  const object = cursor.peek(1);
  if (object?.kind !== 'string' || object.open) return;
  const isSaid = speaking.test(word.text) && !/\.[\p{L}\p{N}]{2,5}$/u.test(object.text);
  if (better !== undefined && !isSaid) return;
  const written = cursor.line.slice(object.start, object.end);
  const text = isSaid ? written : `"${word.text} ${written.slice(1)}`;
  const message = isSaid
    ? `What is said stands alone behind the colon: write ${shorten(text)}`
    : `${quote(word.text)} is not a message. Put your own words in one pair of double quotes: ${shorten(text)}`;
  const fix = { title: `Write ${shorten(text)}`, text };
  cursor.failAt('unknown-word', { start: word.start, end: object.end }, message, fix);
}

/** `get "song.mp3" 4MB`, or with a blank: `4 MB` */
function reportSizeOfResource(cursor: Cursor, resource: Word): void {
  const token = cursor.peek();
  if (!token || !cursor.isAtNumber) return;
  const unit = token.kind === 'number' && units.has(cursor.peek(1)?.text ?? '') ? cursor.peek(1) : undefined;
  const place = { start: token.start, end: unit?.end ?? token.end };
  const text = shorten(resource.text);
  const size = shorten(token.text) + (unit?.text ?? '');
  const message = `The size of “${text}” stands where it is shared: write ${size} behind shares "${text}".`;
  cursor.failAt('unexpected-token', place, message, { title: 'Remove it', text: '' });
}

/** `STRING [SIZE] ["takes" DURATION] ["replies" STRING [SIZE]]` */
function parseOwnWords(cursor: Cursor): MessageSyntax | undefined {
  const word = cursor.takeString();
  if (!word) return undefined;
  const size = cursor.takeQuantity('size');
  const takes = cursor.takeWord('takes') ? cursor.expectQuantity('duration', 'how long it takes') : undefined;
  if (!cursor.takeWord('replies')) return { verb: 'send', word, size, takes, reply: undefined };
  const text = cursor.expectString('reply', '200 OK');
  const reply = text && { text, size: cursor.takeQuantity('size') };
  return { verb: 'send', word, size, takes, reply };
}

function parseOver(cursor: Cursor): Word | undefined {
  return cursor.takeWord('over') ? cursor.expectName('service') : undefined;
}

function parseAction(cursor: Cursor, hosts: readonly Reference[], verb: ActionVerb, word: Word): Statement {
  if (verb === 'sends') reportSendToOne(cursor, word);
  const object = parseActionObject(cursor, verb);
  return { kind: 'action', hosts, verb, object, over: parseOver(cursor) };
}

function parseActionObject(cursor: Cursor, verb: ActionVerb): Word | undefined {
  if (verb === 'joins' || verb === 'leaves') return cursor.expectName('service');
  if (verb === 'sends') return cursor.expectString('text', 'Hello');
  return cursor.expectString('resource', 'song.mp3');
}

/** `alice sends bob "Hello"` */
function reportSendToOne(cursor: Cursor, verb: Word): void {
  const name = cursor.peek();
  const text = cursor.peek(1);
  if (name?.kind !== 'name' || text?.kind !== 'string') return;
  const arrow = `-> ${name.text} :`;
  const message = `“sends” speaks to everybody who joined. To speak to ${quote(name.text)} alone, write ${arrow} instead.`;
  const place = { start: verb.start, end: name.end };
  cursor.failAt('unexpected-token', place, message, { title: `Write ${arrow}`, text: arrow });
}

/** `call HOSTS ["over" NAME]` */
export function parseCall(cursor: Cursor): Statement {
  return { kind: 'call', hosts: parseReferences(cursor), over: parseOver(cursor) };
}

/** `offline HOSTS`, `online HOSTS`, `cut HOSTS "--" HOSTS`, `restore HOSTS "--" HOSTS` */
export function parseFaultStep(cursor: Cursor, kind: 'offline' | 'online' | 'cut' | 'restore'): Statement {
  const hosts = parseReferences(cursor, 'node');
  if (kind === 'offline' || kind === 'online') return { kind, hosts };
  cursor.expectSymbol('--', `Expected -- and the other end of the link, as in: ${kind} alice -- lan`);
  return { kind, left: hosts, right: parseReferences(cursor, 'node') };
}

export function parseWait(cursor: Cursor): Statement {
  return { kind: 'wait', duration: cursor.expectQuantity('duration', 'how long to wait') };
}

export function parseRepeat(cursor: Cursor): Statement {
  return { kind: 'repeat', count: cursor.expectInteger('how often to repeat', '10') };
}

/** `set HOST ("up"|"down") RATE` or `set SERVICE OPTION INT` */
export function parseSet(cursor: Cursor): Statement {
  const target = parseReference(cursor, 'host or service');
  const name = cursor.expectOneOf(['up', 'down', 'ttl', 'pieces', 'slots', 'bucket', 'parallel'], 'something to set');
  if (!name) return { kind: 'set', target, name, value: undefined };
  const isRate = name.text === 'up' || name.text === 'down';
  const value = isRate ? cursor.expectQuantity('rate', 'the new rate') : cursor.expectInteger('the new value', '3');
  return { kind: 'set', target, name, value };
}
