/** What an index does: it writes down who has what, strikes it out, and answers who is on its list. It never checks. */
import type { Message } from '../../language/topology';
import { lookupFindsNothing, registerNotHeld, staleEntry } from '../findings';
import { find, held, isOffline, listedAt } from '../run';
import type { Change } from '../trace';
import { rememberLookup } from './index-rules';
import type { Exchange, Verb } from './verb-table';

type Indexing = Extract<Message, { readonly verb: 'lookup' | 'register' | 'unregister' }>;

export const register: Verb<Indexing> = {
  arrive(exchange, step) {
    const { scope, client, server, message, line } = exchange;
    if (!held(scope, client, message.resource)) {
      find(scope, registerNotHeld({ line, step }, client.name, server.name, message.resource));
    }
    return [entry('lists', exchange)];
  },
};

export const unregister: Verb<Indexing> = {
  arrive: (exchange) => [entry('unlists', exchange)],
};

export const lookup: Verb<Indexing> = {
  answer({ scope, client, server, message, line }, step) {
    const answer = listedAt(scope, server, message.resource);
    scope.run.budget.spendWork(answer.length);
    const stale = answer.filter((host) => isOffline(scope, host));
    rememberLookup(scope, client, message.resource);
    const place = { line, step };
    if (answer.length === 0) find(scope, lookupFindsNothing(place, server.name, message.resource));
    if (stale.length > 0) find(scope, staleEntry(place, server.name, message.resource, stale));
    return { answer, stale };
  },
};

function entry(kind: 'lists' | 'unlists', { client, server, message, service }: Exchange<Indexing>): Change {
  return { kind, index: server.name, service: service?.name, resource: message.resource, host: client.name };
}
