/**
 * All who trade one resource in a run: who they are, and what becomes of those who cannot go on. A peer is kept after it has
 * fetched, so that it serves others in the later steps of a flow.
 */
import type { Host, Service } from '../../../language/topology';
import { shorten } from '../../../language/wording';
import type { Answer } from '../../exchange';
import { actionFailed } from '../../findings';
import { optionOf } from '../../options';
import { find, type Run } from '../../run';
import { hostsRunning } from '../../services';
import { quoted } from '../../words';
import { absentSharer } from '../nobody';
import type { Doing, ResourceAction } from '../pattern';
import { type Nobody, withOthersToAsk } from '../peers';
import { hasPiece } from './bitfields';
import { createPeer, type Fetching, type Peer, take } from './peer';
import { ratesOf } from './rates';
import { createRoster, isComplete } from './roster';
import { torrentOf } from './torrent';
import { announce, listing } from './tracker';
import { createTrading, mostAsked } from './trading';

export interface Swarm {
  /** Some of its peers are still getting pieces. */
  isBusy(): boolean;
  /** Whether the host has anybody to trade with, or needs nobody. */
  knows(host: Host, answer: Answer): boolean;
  /** Connects to those that the tracker has named, and trades until the host has all pieces. */
  trade(action: ResourceAction, answer: Answer): Doing;
  /** Serves from now on; offers itself to those that the tracker has named. */
  seed(action: ResourceAction, answer: Answer): void;
  leave(host: Host): void;
}

/** What a peer costs for each piece, in units of work: it keeps account of all of them. */
const workPerPiece = 20;

export function createSwarm(run: Run, service: Service | undefined, resource: string): Swarm {
  const { topology, budget, world } = run;
  const torrent = torrentOf(run, service, resource);
  const peers: Peer[] = [];
  /** By the places of the hosts among the nodes. */
  const byNode = new Map<number, Peer>();
  const roster = createRoster(torrent.pieces);
  const rates = ratesOf(run);
  const fetching = new Set<Peer>();
  const slots = Math.max(1, optionOf(run, service, 'slots'));
  const trading = createTrading(run, torrent, roster, slots, { peerAt, isOnline, announceAgain, stuck, goneBefore });
  return { isBusy: () => fetching.size > 0, knows, trade, seed, leave };

  function knows(host: Host, { hosts }: Answer): boolean {
    const peer = peerOf(host);
    return hosts.length > 0 || peer.connections.length > 0 || isComplete(roster, peer.row);
  }

  function* trade(action: ResourceAction, answer: Answer): Doing {
    const { host, scope, line } = action;
    const peer = peerOf(host);
    const contents = torrent.contentsAt(line);
    if (isComplete(roster, peer.row)) return undefined;
    let trouble: Nobody | undefined;
    yield (resume) => {
      fetching.add(peer);
      const finish = (reason: Nobody | undefined) => {
        fetching.delete(peer);
        trouble = reason;
        run.engine.after(0, resume);
      };
      trading.fetch(peer, { action, contents, finish });
      trading.connect(peer, named(answer), contents, answer.step);
    };
    if (trouble) find(scope, { ...actionFailed({ line, step: undefined }, trouble.why, trouble.remedy), resource });
    return trouble;
  }

  function seed(action: ResourceAction, answer: Answer): void {
    const peer = peerOf(action.host);
    peer.hasLeft = false;
    const others = named(answer).filter((other) => fetching.has(other));
    if (others.length > 0) trading.connect(peer, others, torrent.contentsAt(action.line), answer.step);
  }

  function leave(host: Host): void {
    const peer = byNode.get(host.index);
    if (peer) trading.leave(peer);
  }

  /** Somebody of whom the swarm has not heard yet has what its host holds: all or nothing. */
  function peerOf(host: Host): Peer {
    const known = byNode.get(host.index);
    const holds = world.state.holds.get(host.name)?.has(resource) ?? false;
    if (known) {
      if (holds && !isComplete(roster, known.row)) takeAll(known);
      return known;
    }
    budget.spendWork(torrent.pieces * workPerPiece);
    const peer = createPeer(roster, host, holds, rates(host));
    peers.push(peer);
    byNode.set(host.index, peer);
    return peer;
  }

  function peerAt(node: number): Peer {
    return byNode.get(node) as Peer;
  }

  function takeAll(peer: Peer): void {
    for (let piece = 0; piece < torrent.pieces; piece += 1) take(roster, peer, piece);
  }

  function named({ hosts }: Answer): readonly Peer[] {
    return hosts.flatMap((name) => {
      const host = topology.nodeByName.get(name);
      return host?.kind === 'host' ? [peerOf(host)] : [];
    });
  }

  function announceAgain({ action }: Fetching, done: (others: readonly Peer[], step: number) => void): void {
    const again = { ...action, scope: withOthersToAsk(action.scope) };
    run.engine.start(announce(again, 'started'), (answer) => done(named(answer), answer.step));
  }

  /** Nothing is under way any more: whoever can still hope for something asks the tracker again, the others give up. */
  function stuck(): void {
    for (const tracker of hostsRunning(topology, service, 'tracker')) {
      const hosts = [...listing(run, tracker, resource)];
      budget.spendWork(hosts.length);
      named({ hosts, failure: undefined, step: -1 });
    }
    const around = piecesAround();
    for (const peer of [...fetching]) {
      const lacks = (piece: number) => !hasPiece(roster.have, peer.row, piece);
      const isHopeful = peer.timesAsked < mostAsked && around.some((isThere, piece) => isThere === 1 && lacks(piece));
      if (isComplete(roster, peerOf(peer.host).row)) trading.finish(peer, undefined);
      else if (!isOnline(peer)) trading.finish(peer, goneBefore(peer));
      else if (isHopeful) trading.askAgain(peer);
      else trading.finish(peer, lack(peer, around));
    }
  }

  /** 1 for each piece that somebody has who is there. */
  function piecesAround(): Uint8Array {
    const around = new Uint8Array(torrent.pieces);
    budget.spendWork(torrent.pieces * peers.length);
    for (const peer of peers) {
      if (peer.hasLeft || !isOnline(peer)) continue;
      for (let piece = 0; piece < torrent.pieces; piece += 1) {
        if (hasPiece(roster.have, peer.row, piece)) around[piece] = 1;
      }
    }
    return around;
  }

  function lack({ host, row }: Peer, around: Uint8Array): Nobody {
    const remedy = 'Let a host that has all of it take part until the others have it together.';
    const missing = around.indexOf(0);
    if (!around.includes(1)) {
      const why = `nobody who is there has anything of ${quoted(resource)}`;
      return absentSharer({ run, service, resource }) ?? { why, remedy };
    }
    if (missing >= 0) return { why: `nobody in the swarm has piece ${missing + 1} of ${quoted(resource)}`, remedy };
    const piece = around.findIndex((_, place) => !hasPiece(roster.have, row, place));
    return { why: `${shorten(host.name)} reaches nobody who has piece ${piece + 1} of ${quoted(resource)}`, remedy };
  }

  function goneBefore({ host }: Peer): Nobody {
    const name = shorten(host.name);
    return {
      why: `${name} went away before it had all of ${quoted(resource)}`,
      remedy: `Let ${name} stay until it has everything.`,
    };
  }

  function isOnline({ host }: Peer): boolean {
    const { offline } = world.state;
    return offline.size === 0 || !offline.has(host.name);
  }
}
