/**
 * How a transfer should come about where an index says who has what: asked for first, from a host on the list, and past
 * the index itself. A breach is a finding, not a failure: the network would let it happen.
 */
import type { Host, Message } from '../../language/topology';
import { notRegistered, payloadThroughIndex, transferWithoutLookup } from '../findings';
import { find, listedAt, type Scope } from '../run';
import { hostsRunning, runs } from '../services';
import { listed } from '../words';
import type { Exchange } from './verb-table';

type Transfer = Exchange<Extract<Message, { readonly resource: string }>>;

export function rememberLookup(scope: Scope, client: Host, resource: string): void {
  scope.run.lookups.add(lookupKey(client, resource));
}

/** To be called for a `get` that is about to be answered with the resource. */
export function checkDownload(exchange: Transfer, step: number): void {
  const { scope, client, server, message, service, line } = exchange;
  checkPayload(exchange, step);
  if (service?.pattern !== 'index' || !runs(server, service, 'peer')) return;
  const indexes = hostsRunning(scope.run.topology, service, 'index');
  if (indexes.length === 0 || indexes.includes(server)) return;
  const place = { line, step };
  const index = listed(indexes.map((host) => host.name));
  if (!scope.run.lookups.has(lookupKey(client, message.resource))) {
    find(scope, transferWithoutLookup(place, client.name, server.name, message.resource, index));
  }
  if (!indexes.some((host) => listedAt(scope, host, message.resource).includes(server.name))) {
    find(scope, notRegistered(place, server.name, message.resource, index));
  }
}

/** To be called for anything that carries a resource from one end to the other. */
export function checkPayload({ scope, client, server, message, service, line }: Transfer, step: number): void {
  if (service?.pattern !== 'index') return;
  const index = [server, client].find((host) => runs(host, service, 'index'));
  if (index) find(scope, payloadThroughIndex({ line, step }, index.name, message.resource, service.name));
}

function lookupKey(client: Host, resource: string): string {
  return `${client.name} ${resource}`;
}
