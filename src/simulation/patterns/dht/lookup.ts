/**
 * The lookup of the peers nearest to a key (section 2.3 of the paper): the asker itself asks, some peers at the same time,
 * each for the nearest that it knows, and goes on with what it is told until the k nearest of all that it has heard of
 * have answered. A lookup of a value ends at once where somebody keeps a record of who has it.
 */
import type { Host } from '../../../language/topology';
import type { Process } from '../../engine';
import { listedAt } from '../../run';
import type { Key } from './keys';
import { type Contact, contactOf } from './roster';
import { type Candidate, createShortlist } from './shortlist';
import type { Hit, Talk } from './talk';

export interface Sought {
  readonly verb: 'find-node' | 'find-value';
  readonly key: Key;
  /** Undefined where a host finds its place among the others. */
  readonly resource: string | undefined;
}

export interface Found {
  /** Those that have answered, the nearest first, k at most; the asker is one of them if it takes part. */
  readonly nearest: readonly Contact[];
  /** The hosts that a record says have the resource. */
  readonly providers: readonly string[];
  /** Whether it has heard of more peers than the nearest: there may be others still. */
  readonly isPartOfMore: boolean;
  /** The answer that ended the lookup, if there was one. */
  readonly cause: number | undefined;
}

export function* lookUp(talk: Talk, sought: Sought): Process<Found> {
  let found: Found = { nearest: [], providers: [], isPartOfMore: false, cause: undefined };
  yield (resume) =>
    startLookup(talk, sought, (result) => {
      found = result;
      talk.action.scope.run.engine.after(0, resume);
    });
  return found;
}

function startLookup(talk: Talk, sought: Sought, done: (found: Found) => void): void {
  const { network, action } = talk;
  const { host, scope } = action;
  const { size, parallel } = network;
  const table = network.tableOf(host);
  const shortlist = createShortlist(sought.key);
  const strangers = network.others(host)[Symbol.iterator]();
  const content = talk.contentOf('query', sought.verb, sought.resource);
  let latest: number | undefined;
  let underWay = 0;
  let isOver = false;
  if (network.takesPart(host)) shortlist.add(contactOf(host), undefined, 'answered');
  for (const contact of table.nearest(sought.key, size)) shortlist.add(contact, scope.cause);
  advance();

  function advance(): void {
    scope.run.budget.spendWork(Math.min(size, shortlist.count));
    while (!isOver && underWay < parallel) {
      const next = shortlist.nearest(size).find(({ state }) => state === 'unasked');
      if (!next) break;
      query(next);
    }
    if (isOver || shortlist.nearest(size).some(({ state }) => state !== 'answered')) return;
    if (latest === undefined && turnToStranger()) advance();
    else finish([]);
  }

  /** Who knows nobody that answers needs to be told of somebody: the way into the network. */
  function turnToStranger(): boolean {
    for (let next = strangers.next(); !next.done; next = strangers.next()) {
      if (shortlist.add(contactOf(next.value), scope.cause)) return true;
    }
    return false;
  }

  function query(candidate: Candidate): void {
    const { contact, cause } = candidate;
    let hit: Hit | undefined;
    const answering = () => {
      hit = answerOf(talk, sought, contact.host);
      return hit;
    };
    candidate.state = 'asked';
    underWay += 1;
    talk.ask({ from: host, to: contact.host, content, cause }, answering, (step, isAnswered) => {
      underWay -= 1;
      if (isAnswered && hit) take(candidate, hit, step);
      else giveUp(candidate);
      advance();
    });
  }

  function take(candidate: Candidate, { content, answer = [], contacts = [] }: Hit, step: number): void {
    candidate.state = 'answered';
    if (isOver) return;
    latest = step;
    for (const contact of contacts) {
      shortlist.add(contact, step);
      if (sought.resource === undefined) table.learn(contact);
    }
    if (content.verb === 'find-value') finish(answer);
  }

  function giveUp(candidate: Candidate): void {
    table.drop(candidate.contact);
    shortlist.remove(candidate);
  }

  function finish(providers: readonly string[]): void {
    isOver = true;
    const nearest = shortlist.answered().slice(0, size);
    done({ nearest, providers, isPartOfMore: shortlist.count > size, cause: latest });
  }
}

/** What a peer says that is asked: who has it, or who is nearer. It does not tell the asker of itself. */
function answerOf({ action, network, contentOf }: Talk, { verb, key, resource }: Sought, asked: Host): Hit {
  const isValue = verb === 'find-value' && resource !== undefined;
  const providers = isValue ? listedAt(action.scope, asked, resource) : [];
  if (providers.length > 0) return { content: contentOf('hit', 'find-value', resource), answer: providers };
  const contacts = network.tableOf(asked).nearest(key, network.size, contactOf(action.host));
  const answer = contacts.map(({ host }) => host.name);
  return { content: contentOf('hit', 'find-node', resource), answer, contacts };
}
