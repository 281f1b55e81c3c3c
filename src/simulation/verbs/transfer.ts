/** Downloads and uploads: `get` leaves a copy with the asker, `put` one with the server. */
import type { Host, Message } from '../../language/topology';
import { shorten } from '../../language/wording';
import { notHeld } from '../findings';
import { type Failure, find, held } from '../run';
import type { Change } from '../trace';
import { quoted } from '../words';
import { checkDownload, checkPayload } from './index-rules';
import type { Exchange, Verb } from './verb-table';

type Get = Extract<Message, { readonly verb: 'get' }>;
type Put = Extract<Message, { readonly verb: 'put' }>;

export const get: Verb<Get> = {
  answer(exchange, step) {
    const { scope, client, server, message } = exchange;
    const { resource } = message;
    const copy = held(scope, server, resource);
    if (!copy) return { failure: lack(exchange, step) };
    checkDownload(exchange, step);
    return { kind: 'data', sizeBytes: copy.sizeBytes, changes: [holds(client, resource, copy.sizeBytes)] };
  },
  pushFailure: (exchange, step) =>
    held(exchange.scope, exchange.server, exchange.message.resource) ? undefined : lack(exchange, step),
  pushBytes: ({ scope, server, message }) => held(scope, server, message.resource)?.sizeBytes,
  pushed({ scope, client, server, message }) {
    const copy = held(scope, server, message.resource);
    return copy ? [holds(client, message.resource, copy.sizeBytes)] : [];
  },
};

export const put: Verb<Put> = {
  requestBytes: (exchange) => sizeOf(exchange, exchange.client),
  arrive(exchange, step) {
    checkPayload(exchange, step);
    return [holds(exchange.server, exchange.message.resource, sizeOf(exchange, exchange.client))];
  },
  pushBytes: (exchange) => sizeOf(exchange, exchange.server),
  pushed: (exchange) => [holds(exchange.client, exchange.message.resource, sizeOf(exchange, exchange.server))],
};

/** As large as the message says, else as large as the sender's own copy. */
function sizeOf({ scope, message }: Exchange<Put>, sender: Host): number | undefined {
  return message.sizeBytes ?? held(scope, sender, message.resource)?.sizeBytes;
}

function lack(exchange: Exchange<Get>, step: number): Failure {
  const { scope, server, message, line } = exchange;
  find(scope, notHeld({ line, step }, server.name, message.resource, holdersOf(exchange)));
  return { why: `${shorten(server.name)} does not hold ${quoted(message.resource)}` };
}

function holdersOf({ scope, client, message }: Exchange<Get>): readonly string[] {
  const { topology, budget } = scope.run;
  budget.spendWork(topology.hosts.length);
  return topology.hosts
    .filter((host) => host !== client && held(scope, host, message.resource))
    .map((host) => host.name);
}

function holds(host: Host, resource: string, sizeBytes: number | undefined): Change {
  return { kind: 'holds', host: host.name, resource, sizeBytes };
}
