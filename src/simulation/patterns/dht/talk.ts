/**
 * Queries of one action from peer to peer, and their answers. Every message makes its receiver know its sender (section
 * 2.2 of the paper). It knows nothing of lookups.
 */
import type { Host } from '../../../language/topology';
import { shorten } from '../../../language/wording';
import type { Process } from '../../engine';
import { send, timeoutMs } from '../../messages';
import { isOffline } from '../../run';
import type { StepContent } from '../../step-list';
import type { Action } from '../pattern';
import { type Network, networkOf } from './network';
import { handOver } from './records';
import { type Contact, contactOf } from './roster';

export type Verb = 'find-node' | 'find-value' | 'store';

export interface Query {
  readonly from: Host;
  readonly to: Host;
  readonly content: StepContent;
  readonly cause: number | undefined;
}

export interface Hit {
  readonly content: StepContent;
  readonly answer?: readonly string[];
  /** The same, where the answer names peers of the table. */
  readonly contacts?: readonly Contact[];
}

/** Called with the last step of the exchange. */
type Done = (step: number, isAnswered: boolean) => void;

export interface Talk {
  readonly action: Action;
  readonly network: Network;
  readonly contentOf: (kind: 'query' | 'hit', verb: Verb, resource: string | undefined) => StepContent;
  /** `answering` is called when the query has come to its end. */
  readonly ask: (query: Query, answering: (step: number) => Hit, done: Done) => void;
  /** Waits for the answers that are still on their way. Nobody waits for those who are gone. */
  readonly quiet: () => Process<void>;
}

export function startTalk(action: Action): Talk {
  const { scope, service, line } = action;
  const network = networkOf(action);
  const contents = new Map<string, StepContent>();
  let underWay = 0;
  let whenQuiet: (() => void) | undefined;
  const talk: Talk = { action, network, contentOf, ask, quiet };
  return talk;

  /** The very same for all messages that say the same. */
  function contentOf(kind: 'query' | 'hit', verb: Verb, resource: string | undefined): StepContent {
    const key = `${kind} ${verb} ${resource ?? ''}`;
    const content = contents.get(key) ?? { kind, verb, line, service: service?.name, resource };
    contents.set(key, content);
    return content;
  }

  function ask(query: Query, answering: (step: number) => Hit, done: Done): void {
    const isThere = !isOffline(scope, query.to.name) && !network.left.has(query.to);
    if (isThere) underWay += 1;
    exchange(talk, query, answering, (step, isAnswered) => {
      done(step, isAnswered);
      if (isThere) underWay -= 1;
      if (underWay === 0) whenQuiet?.();
    });
  }

  function* quiet(): Process<void> {
    if (underWay === 0) return;
    yield (resume) => {
      whenQuiet = () => {
        whenQuiet = undefined;
        scope.run.engine.after(0, resume);
      };
    };
  }
}

function exchange(talk: Talk, query: Query, answering: (step: number) => Hit, done: Done): void {
  const { action, network } = talk;
  const { engine, recorder } = action.scope.run;
  const { from, to } = query;
  send(action.scope.run, { ...query, client: from }, (step, lost) => {
    if (lost) done(step, false);
    else if (network.left.has(to)) {
      recorder.markFailed(step, `${silence(action, to)}.`);
      engine.at(recorder.startMs(step) + timeoutMs, () => done(step, false));
    } else {
      const hit = answering(step);
      const isNew = meet(talk, to, from);
      respond(talk, query, hit, step, done);
      if (isNew && isJoining(query)) handOver(talk, to, contactOf(from), step);
    }
  });
}

function respond(talk: Talk, { from, to }: Query, { content, answer }: Hit, cause: number, done: Done): void {
  const { scope } = talk.action;
  const { budget, recorder } = scope.run;
  const hit = send(scope.run, { content, from: to, to: from, client: from, cause }, (step, lost) => {
    if (!lost) meet(talk, from, to);
    done(step, !lost);
  });
  if (!answer) return;
  budget.spendWork(answer.length);
  recorder.detail(hit, { answer, stale: answer.filter((name) => isOffline(scope, name)) });
}

/** True if the host has not known the sender. Who only asks, and has not joined, is not to be asked: nobody remembers it. */
function meet({ network }: Talk, host: Host, sender: Host): boolean {
  if (!network.takesPart(host) || !network.takesPart(sender)) return false;
  const table = network.tableOf(host);
  const contact = contactOf(sender);
  if (table.knows(contact)) return false;
  table.learn(contact);
  return true;
}

/** It finds its place among the others. */
function isJoining({ content: { verb, resource } }: Query): boolean {
  return verb === 'find-node' && resource === undefined;
}

/** Why somebody that has left does not answer. */
export function silence({ service }: Action, { name }: Host): string {
  return `${shorten(name)} has left ${shorten(service?.name ?? 'the service')}, so it does not answer`;
}
