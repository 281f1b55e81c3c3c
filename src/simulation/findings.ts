/**
 * The sentences about what goes wrong in a run: what it is, in the author's own names, and what to do about it. One
 * function for each; nothing else in the simulation words a finding.
 */
import type { Undelivered } from './delivery';
import type { FoundFact } from './recorder';
import { listed, quoted, saying } from './words';

/** What every finding about a message knows of it. */
export interface Place {
  readonly line: number;
  readonly step: number | undefined;
}

/** `isRequest`: the line is a request that is written as such, so that it may have an `otherwise` block. */
export function undelivered(
  place: Place,
  from: string,
  to: string,
  { code, why }: Undelivered,
  isRequest: boolean,
): FoundFact {
  const remedy = (isRequest ? remediesOfRequests : remedies)[code];
  return { ...place, code, message: `${capitalised(why)}, so ${saying`${from} does not reach ${to}`}. ${remedy}` };
}

const remedies = {
  'host-offline': 'Bring it back with “online” before this line.',
  'no-path': 'Add or restore a link, or bring back what is offline on the way.',
  'request-failed': 'Give the links on the way a rate, and less loss.',
} as const;

const remediesOfRequests = {
  ...remedies,
  'host-offline': 'Bring it back with “online” before this line, or say in an “otherwise” block what happens instead.',
  'request-failed': 'Say in an “otherwise” block what happens then.',
} as const;

/** `deed` is worded: “ask bob”. */
export function actsWhileOffline(place: Place, host: string, deed: string): FoundFact {
  const remedy = saying`Bring it back with “online ${host}” before this line.`;
  return { ...place, code: 'host-offline', message: `${saying`${host} is offline`}, so it cannot ${deed}. ${remedy}` };
}

export function notHeld(place: Place, server: string, resource: string, holders: readonly string[]): FoundFact {
  const remedy =
    holders.length > 0
      ? `Get it from ${listed(holders)}, or ${saying`let ${server} share it.`}`
      : saying`Let a host share it: shares "${resource}".`;
  return {
    ...place,
    code: 'not-held',
    message: `${saying`${server} does not hold “${resource}”.`} ${remedy}`,
    resource,
  };
}

export function registerNotHeld(place: Place, client: string, index: string, resource: string): FoundFact {
  const message =
    saying`${client} tells ${index} that it has “${resource}”, but ${client} does not hold it: ${index} will send others ` +
    saying`to ${client} in vain. Let ${client} share it first.`;
  return { ...place, code: 'register-not-held', message, resource, hosts: [client] };
}

export function lookupFindsNothing(place: Place, index: string, resource: string): FoundFact {
  const message =
    saying`${index} knows nobody who has “${resource}”, so this lookup finds nothing. ` +
    saying`Let a host that holds it register it at ${index} before.`;
  return { ...place, code: 'lookup-finds-nothing', message, resource, hosts: [] };
}

/** `why` lacks its full stop, `remedy` is a whole sentence. */
export function searchFindsNothing(place: Place, why: string, remedy: string, resource: string): FoundFact {
  return { ...place, code: 'lookup-finds-nothing', message: `${capitalised(why)}. ${remedy}`, resource, hosts: [] };
}

export function staleEntry(place: Place, index: string, resource: string, stale: readonly string[]): FoundFact {
  const are = stale.length === 1 ? 'is' : 'are';
  const message =
    `${saying`What ${index} lists for “${resource}” is stale:`} nobody has told it that ${listed(stale)} ${are} offline. ` +
    `Let ${listed(stale)} unregister first.`;
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
    saying`${client} gets “${resource}” from ${server} without having asked ${index} who has it. ` +
    saying`Look it up first: ${client} -> ${index} : lookup "${resource}".`;
  return { ...place, code: 'transfer-without-lookup', message, resource, hosts: [server] };
}

export function notRegistered(place: Place, server: string, resource: string, index: string): FoundFact {
  const message =
    saying`${server} is not registered at ${index} for “${resource}”, so nobody can have learnt of it there. ` +
    saying`Register it first: ${server} -> ${index} : register "${resource}".`;
  return { ...place, code: 'not-registered', message, resource, hosts: [server] };
}

export function payloadThroughIndex(place: Place, index: string, resource: string, service: string): FoundFact {
  const message =
    saying`“${resource}” itself passes through ${index}, the index of ${service}. An index only says who has something: ` +
    'let it go directly from peer to peer.';
  return { ...place, code: 'payload-through-index', message, resource, hosts: [index] };
}

export function notJoined(place: Place, host: string, service: string): FoundFact {
  const message = saying`${host} has not joined ${service}, so it takes no part. Let it join before: ${host} joins ${service}.`;
  return { ...place, code: 'request-failed', message, hosts: [host] };
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
