/**
 * The sentences about what goes wrong in a run: what it is, in the author's own names, and what to do about it. One
 * function for each; nothing else in the simulation words a finding.
 */
import type { Undelivered } from './delivery';
import type { FoundFact } from './recorder';
import { listed, quoted } from './words';

/** What every finding about a message knows of it. */
export interface Place {
  readonly line: number;
  readonly step: number | undefined;
}

export function undelivered(place: Place, from: string, to: string, { code, why }: Undelivered): FoundFact {
  return { ...place, code, message: `${capitalised(why)}, so ${from} does not reach ${to}. ${remedies[code]}` };
}

const remedies = {
  'host-offline': 'Bring it back with “online” before this line, or say in an “otherwise” block what happens instead.',
  'no-path': 'Add or restore a link, or bring back what is offline on the way.',
  'request-failed': 'Say in an “otherwise” block what happens then, or remove the loss or the rate of 0 from the link.',
} as const;

export function actsWhileOffline(place: Place, host: string, deed: string): FoundFact {
  const message = `${host} is offline, so it cannot ${deed}. Bring it back with “online ${host}” before this line.`;
  return { ...place, code: 'host-offline', message };
}

export function notHeld(place: Place, server: string, resource: string, holders: readonly string[]): FoundFact {
  const remedy =
    holders.length > 0
      ? `Get it from ${listed(holders)}, or let ${server} share it.`
      : `Let a host share it: shares "${resource}".`;
  return { ...place, code: 'not-held', message: `${server} does not hold ${quoted(resource)}. ${remedy}`, resource };
}

export function registerNotHeld(place: Place, client: string, index: string, resource: string): FoundFact {
  const message =
    `${client} tells ${index} that it has ${quoted(resource)}, but ${client} does not hold it: ${index} will send others ` +
    `to ${client} in vain. Let ${client} share it first.`;
  return { ...place, code: 'register-not-held', message, resource, hosts: [client] };
}

export function lookupFindsNothing(place: Place, index: string, resource: string): FoundFact {
  const message =
    `${index} knows nobody who has ${quoted(resource)}, so this lookup finds nothing. ` +
    `Let a host that holds it register it at ${index} before.`;
  return { ...place, code: 'lookup-finds-nothing', message, resource, hosts: [] };
}

export function staleEntry(place: Place, index: string, resource: string, stale: readonly string[]): FoundFact {
  const isOne = stale.length === 1;
  const message =
    `${index} still lists ${listed(stale)} for ${quoted(resource)}, but ${listed(stale)} ${isOne ? 'is' : 'are'} offline: ` +
    `${isOne ? 'this entry is' : 'these entries are'} stale, because nobody has told ${index}. ` +
    `Let ${listed(stale)} unregister or leave before going offline.`;
  return { ...place, code: 'stale-entry', message, resource, hosts: stale };
}

export function transferWithoutLookup(
  place: Place,
  client: string,
  server: string,
  resource: string,
  index: string,
): FoundFact {
  const message =
    `${client} gets ${quoted(resource)} from ${server} without having asked ${index} who has it. ` +
    `Look it up first: ${client} -> ${index} : lookup "${resource}".`;
  return { ...place, code: 'transfer-without-lookup', message, resource, hosts: [server] };
}

export function notRegistered(place: Place, server: string, resource: string, index: string): FoundFact {
  const message =
    `${server} is not registered at ${index} for ${quoted(resource)}, so nobody could have learnt there that ${server} ` +
    `has it. Register it first: ${server} -> ${index} : register "${resource}".`;
  return { ...place, code: 'not-registered', message, resource, hosts: [server] };
}

export function payloadThroughIndex(place: Place, index: string, resource: string, service: string): FoundFact {
  const message =
    `${quoted(resource)} itself passes through ${index}, the index of ${service}. An index only says who has something: ` +
    'let it go directly from peer to peer.';
  return { ...place, code: 'payload-through-index', message, resource, hosts: [index] };
}

/** An action that cannot be carried out; `why` and `remedy` are whole sentences. */
export function actionFailed(place: Place, why: string, remedy: string): FoundFact {
  return { ...place, code: 'request-failed', message: `${capitalised(why)}. ${remedy}` };
}

export function tooLarge(line: number, flow: string, reason: string): FoundFact {
  const message =
    `${quoted(flow)} was stopped ${reason}, so as not to keep you waiting. ` +
    'Make its groups or its “repeat” smaller, or run it on its own.';
  return { code: 'too-large', line, step: undefined, message };
}

/** Names keep their own case: a sentence that begins with one begins as the name does. */
function capitalised(sentence: string): string {
  return /^(the|no|nobody) /.test(sentence) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}
