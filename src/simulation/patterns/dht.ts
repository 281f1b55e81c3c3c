/**
 * A distributed hash table: who has a resource is written down at the k peers whose keys are nearest to that of the
 * resource, and whoever looks for it asks peers ever nearer to the key; the resource itself then goes directly from who
 * has it. The rules are those of Kademlia (Maymounkov and Mazières 2002: XOR metric, k-buckets, lookups with alpha
 * queries at a time); that what is stored are records of providers is IPFS's way (libp2p Kademlia DHT specification,
 * ADD_PROVIDER and GET_PROVIDERS) and BitTorrent's (BEP 5, announce_peer and get_peers). Freenet's routing by key rests
 * on the same idea, but passes requests on from node to node and keeps copies on the way.
 *
 * Simplified: keys are made of names, with 64 bits instead of 160 or 256. Nothing happens by the clock: buckets are not
 * refreshed, records neither published again nor forgotten, so a record of who has gone stays, stale. Nobody is pinged: a
 * full bucket keeps whom it knows, and who does not answer within the timeout is struck out. Values that were found are
 * not kept on the way, and a lookup of a value ends with the first record. Who leaves says nothing: it only answers no
 * more. An answer that says who has the value is a `find-value`, one that says who is nearer to the key a `find-node`.
 */
import type { Host } from '../../language/topology';
import { shorten } from '../../language/wording';
import { type Process, sleep } from '../engine';
import { actionFailed, notHeld } from '../findings';
import { carry, timeoutMs } from '../messages';
import { usualOption } from '../options';
import { type Failure, find, held, listedAt } from '../run';
import { sharersOf, sharesIn } from '../services';
import type { StepContent } from '../step-list';
import { quoted } from '../words';
import { keyOf } from './dht/keys';
import { lookUp } from './dht/lookup';
import { enter, publish } from './dht/membership';
import { networkOf, rosterFor } from './dht/network';
import { entries } from './dht/records';
import { type Contact, nearestOf } from './dht/roster';
import { silence, startTalk, type Talk } from './dht/talk';
import { nobodyHas } from './nobody';
import type { Doing, Pattern, ResourceAction } from './pattern';
import { getDirectly, getFromFirst, recordFound, reportSearch } from './peers';

export const dht: Pattern = {
  joinedByAll(topology, service) {
    const roster = rosterFor(topology, service);
    const size = service.options.get('bucket') ?? usualOption('bucket');
    const keepers = new Map<string, readonly Contact[]>();
    return [...roster]
      .sort((a, b) => a.host.index - b.host.index)
      .flatMap(({ host }) => sharesIn(host, service).map(({ resource }) => ({ resource, provider: host.name })))
      .flatMap(({ resource, provider }) => {
        const nearest = keepers.get(resource) ?? nearestOf(roster, keyOf(resource), size);
        keepers.set(resource, nearest);
        return nearest.flatMap(({ host }) => entries(service, host, resource, [provider]));
      });
  },
  *join(action) {
    const { scope, service, host } = action;
    const talk = startTalk(action);
    talk.network.left.delete(host);
    yield* enter(talk);
    for (const { resource } of sharesIn(host, service)) {
      if (held(scope, host, resource)) yield* publish(talk, resource);
    }
    yield* talk.quiet();
    return undefined;
  },
  leave(action) {
    networkOf(action).left.add(action.host);
    return undefined;
  },
  *publish(action) {
    const { scope, host, resource } = action;
    if (!held(scope, host, resource)) return lack(action);
    const talk = startTalk(action);
    const isKept = yield* publish(talk, resource);
    yield* talk.quiet();
    return isKept ? undefined : nobodyThere(action);
  },
  *search(action) {
    const talk = startTalk(action);
    const { providers, cause } = yield* findProviders(talk, action);
    reportSearch(action, cause, providers);
    yield* talk.quiet();
    return undefined;
  },
  *fetch(action) {
    const talk = startTalk(action);
    const { providers, cause } = yield* findProviders(talk, action);
    const step = recordFound(action, cause, providers);
    const nobody = nobodyHas(action, {
      why: `no peer knows who has ${quoted(action.resource)}`,
      remedy: 'Let a peer that takes part share it, or publish it.',
    });
    const failure = yield* getFromFirst(action, providers, step, nobody, getFrom);
    yield* talk.quiet();
    return failure;
  },
};

interface Providers {
  readonly providers: readonly string[];
  readonly cause: number | undefined;
}

/** The asker may keep a record itself, but what the others know may be newer. */
function* findProviders(talk: Talk, { scope, host, resource }: ResourceAction): Process<Providers> {
  const { providers, cause } = yield* lookUp(talk, { verb: 'find-value', key: keyOf(resource), resource });
  const found = providers.length > 0 ? providers : listedAt(scope, host, resource);
  return { providers: found, cause: cause ?? scope.cause };
}

/** A record does not tell that its provider has left. */
function* getFrom(action: ResourceAction, peer: Host): Doing {
  if (!networkOf(action).left.has(peer)) return yield* getDirectly(action, peer);
  const { scope, host, service, resource, line } = action;
  const { run } = scope;
  const content: StepContent = { kind: 'request', verb: 'get', line, service: service?.name, resource };
  const parcel = { content, from: host, to: peer, client: host, cause: scope.cause };
  const step = run.recorder.begin(content, parcel);
  const lost = yield* carry(run, parcel, step);
  const why = lost?.why ?? silence(action, peer);
  if (!lost) run.recorder.markFailed(step, `${why}.`);
  yield* sleep(run.engine, run.recorder.startMs(step) + timeoutMs - run.engine.nowMs);
  find(scope, actionFailed({ line, step }, why, 'Let it join again before, or let another peer share the same.'));
  return { why };
}

function lack({ scope, host, resource, line }: ResourceAction): Failure {
  const holders = sharersOf(scope.run.topology, resource).map(({ name }) => name);
  scope.run.budget.spendWork(holders.length);
  find(scope, notHeld({ line, step: undefined }, host.name, resource, holders));
  return { why: `${shorten(host.name)} does not hold ${quoted(resource)}` };
}

function nobodyThere({ scope, service, line }: ResourceAction): Failure {
  const why = `nobody takes part in ${shorten(service?.name ?? 'the service')} who could keep a record`;
  find(scope, actionFailed({ line, step: undefined }, why, 'Let some peers join before.'));
  return { why };
}
