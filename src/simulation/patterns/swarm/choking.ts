/**
 * Whom a peer uploads to. It has a few slots: who has one is unchoked, all others are choked (BEP 3). One slot is given
 * optimistically, the others go to those who gave most in the last interval, tit for tat; a seed, to whom nobody gives,
 * serves everybody in turn. The unchoked take turns too. Who has lost interest gives up the slot at once, and all slots are
 * given anew at intervals. Choosing takes no time; what is being sent is never broken off.
 */
import type { Chance } from '../../chance';
import { offersMore } from './bitfields';
import type { Connection, Peer } from './peer';
import { isComplete, type Roster } from './roster';

/** BEP 3: choking is reviewed every 10 seconds, and the optimistic slot moves on every 30. */
const reviewMs = 10_000;
const optimisticMs = 30_000;

export interface Choker {
  /** Who is to be sent a piece now; undefined where nobody wants one, or all slots are taken. */
  next(peer: Peer, nowMs: number): Connection | undefined;
}

export function createChoker(roster: Roster, slots: number, chance: Chance, isOnline: (peer: Peer) => boolean): Choker {
  return { next };

  function next(peer: Peer, nowMs: number): Connection | undefined {
    if (usesItsRate(peer)) return undefined;
    if (isComplete(roster, peer.row)) return longestWaiting(peer.connections);
    if (nowMs >= peer.reviewMs) review(peer, nowMs);
    dropUninterested(peer);
    while (peer.unchoked.length < slots && unchokeAnother(peer)) {}
    return longestWaiting(peer.unchoked);
  }

  function longestWaiting(connections: readonly Connection[]): Connection | undefined {
    let longest: Connection | undefined;
    for (let place = 0; place < connections.length; place += 1) {
      const connection = connections[place] as Connection;
      if (longest && connection.servedAt >= longest.servedAt) continue;
      if (isWaiting(connection)) longest = connection;
    }
    return longest;
  }

  function isWaiting({ own, peer, piece }: Connection): boolean {
    return piece < 0 && wants(own.row, peer.row) && isOnline(peer);
  }

  function wants(sender: number, receiver: number): boolean {
    return roster.asking[receiver] === 1 && offersMore(roster.have, sender, roster.claimed, receiver);
  }

  /** All slots are free again, but for the optimistic one in two reviews out of three. */
  function review(peer: Peer, nowMs: number): void {
    for (const connection of peer.connections) {
      connection.receivedBefore = connection.received;
      connection.received = 0;
      connection.isUnchoked = false;
    }
    peer.reviewMs = nowMs + reviewMs;
    peer.unchoked.length = 0;
    if (nowMs < peer.optimisticMs) {
      if (peer.optimistic) unchoke(peer, peer.optimistic);
    } else {
      peer.optimistic = undefined;
      peer.optimisticMs = nowMs + optimisticMs;
    }
  }

  function dropUninterested({ unchoked }: Peer): void {
    let kept = 0;
    for (let place = 0; place < unchoked.length; place += 1) {
      const connection = unchoked[place] as Connection;
      connection.isUnchoked = connection.piece >= 0 || isWaiting(connection);
      if (!connection.isUnchoked) continue;
      unchoked[kept] = connection;
      kept += 1;
    }
    unchoked.length = kept;
  }

  function unchokeAnother(peer: Peer): boolean {
    const isOptimistic = !peer.optimistic?.isUnchoked;
    const chosen = best(peer, isOptimistic);
    if (!chosen) return false;
    if (isOptimistic) peer.optimistic = chosen;
    unchoke(peer, chosen);
    return true;
  }

  function unchoke(peer: Peer, connection: Connection): void {
    connection.isUnchoked = true;
    peer.unchoked.push(connection);
  }

  /** Among equals whoever comes first, from a place by chance on. */
  function best({ row, connections, neighbours }: Peer, isOptimistic: boolean): Connection | undefined {
    const start = connections.length > 1 ? chance.below(connections.length) : 0;
    let found: Connection | undefined;
    for (let turn = 0; turn < connections.length; turn += 1) {
      const place = start + turn < connections.length ? start + turn : start + turn - connections.length;
      if (!wants(row, neighbours[place] as number)) continue;
      const connection = connections[place] as Connection;
      if (connection.isUnchoked || (found && !isBetter(connection, found, isOptimistic))) continue;
      if (isWaiting(connection)) found = connection;
    }
    return found;
  }

  /**
   * BEP 3 favours newcomers in the optimistic slot, so that they have something to give soon. Here whoever has least
   * comes first there, and among those who gave as much.
   */
  function isBetter(a: Connection, b: Connection, isOptimistic: boolean): boolean {
    const gave = a.received + a.receivedBefore - b.received - b.receivedBefore;
    if (!isOptimistic && gave !== 0) return gave > 0;
    return gained(a.peer) < gained(b.peer);
  }

  function gained({ row }: Peer): number {
    return (roster.counts[row] as number) + (roster.awaited[row] as number);
  }

  /**
   * A piece that gets the whole rate can be passed on sooner, so a further upload begins only where those under way
   * leave some of it: each gets at most its share of what the other side can take. Without a rate all slots are used.
   */
  function usesItsRate({ serving, rates }: Peer): boolean {
    if (serving.length >= slots) return true;
    if (serving.length === 0 || rates.upBps === Number.POSITIVE_INFINITY) return false;
    let takenBps = 0;
    for (const { peer } of serving) takenBps += peer.rates.downBps / (roster.awaited[peer.row] as number);
    return takenBps >= rates.upBps;
  }
}
