/**
 * What each kind of message does, as a table by verb: what it carries, what it changes where it arrives, and what the
 * answer is. A verb knows its two ends and the state of the world, not how messages travel.
 */
import type { Host, Message, Service } from '../../language/topology';
import type { Failure, Scope } from '../run';
import type { Change } from '../trace';
import { lookup, register, unregister } from './indexing';
import { get, put } from './transfer';

export interface Exchange<M extends Message = Message> {
  readonly scope: Scope;
  readonly client: Host;
  readonly server: Host;
  readonly message: M;
  readonly service: Service | undefined;
  readonly line: number;
}

export interface Reply {
  readonly failure?: Failure | undefined;
  /** `response` if left out. */
  readonly kind?: 'response' | 'data' | 'hit' | 'piece' | undefined;
  readonly text?: string | undefined;
  readonly sizeBytes?: number | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly stale?: readonly string[] | undefined;
  /** What is different once the reply has arrived. */
  readonly changes?: readonly Change[];
}

export interface Verb<M extends Message> {
  requestBytes?(exchange: Exchange<M>): number | undefined;
  /** What the arrival of the request changes, before the server does anything. */
  arrive?(exchange: Exchange<M>, step: number): readonly Change[];
  /** Worked out when the server is done; an empty reply says "done". */
  answer?(exchange: Exchange<M>, step: number): Reply;
  /** Why the server has nothing to push. */
  pushFailure?(exchange: Exchange<M>, step: number): Failure | undefined;
  pushBytes?(exchange: Exchange<M>): number | undefined;
  pushed?(exchange: Exchange<M>): readonly Change[];
}

const verbs: { readonly [V in Message['verb']]: Verb<Extract<Message, { readonly verb: V }>> } = {
  get,
  put,
  lookup,
  register,
  unregister,
  login: {},
  send: {
    requestBytes: ({ message }) => message.sizeBytes,
    answer: ({ message }) => ({ text: message.reply?.text, sizeBytes: message.reply?.sizeBytes }),
    pushBytes: ({ message }) => message.sizeBytes,
  },
};

/** The table is keyed by the verb of the very message that it is then used for. */
export function verbFor(message: Message): Verb<Message> {
  return verbs[message.verb] as Verb<Message>;
}
