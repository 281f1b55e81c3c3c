/**
 * Connections come about by a handshake, in which both sides learn what the other has, and end when somebody leaves or
 * cannot be reached.
 */
import type { Undelivered } from '../../delivery';
import { createSender, type Send } from '../../messages';
import type { Run } from '../../run';
import { areConnected, type Connection, createConnection, disconnect, open, type Peer } from './peer';
import type { Roster } from './roster';
import type { Contents } from './torrent';

/** A peer opens connections until it has so many; others may connect to it beyond that. */
export const enoughConnections = 20;

export interface Connecting {
  /** Opens connections to some of these peers; `cause` is the step that told of them. */
  connect(peer: Peer, others: readonly Peer[], contents: Contents, cause: number): void;
}

export interface Watch {
  peerAt(node: number): Peer;
  /** A handshake sets out, or has come to its end. */
  begun(): void;
  ended(): void;
  /** Something may be different for this peer. */
  look(peer: Peer): void;
}

export function createConnecting(run: Run, roster: Roster, watch: Watch): Connecting {
  const { recorder, chance } = run;
  const senders = new Map<Contents, Send>();
  return { connect };

  function connect(peer: Peer, others: readonly Peer[], contents: Contents, cause: number): void {
    const shakeHands = senders.get(contents) ?? createHandshake(contents);
    senders.set(contents, shakeHands);
    for (const other of shuffled(others)) {
      if (peer.hasLeft || peer.connections.length + peer.opening.length >= enoughConnections) break;
      if (other === peer || other.hasLeft || areConnected(peer, other)) continue;
      createConnection(peer, other);
      watch.begun();
      shakeHands(peer.host, other.host, peer.host, cause);
    }
    watch.look(peer);
  }

  function createHandshake({ handshake, welcome }: Contents): Send {
    const answer = createSender(run, welcome, (step, lost) => {
      settle(opening(recorder.to(step), recorder.from(step)), step, lost);
    });
    return createSender(run, handshake, (step, lost) => {
      const connection = opening(recorder.from(step), recorder.to(step));
      const { own, peer } = connection;
      if (lost) settle(connection, step, lost);
      else answer(peer.host, own.host, own.host, step);
    });
  }

  function opening(from: number, to: number): Connection {
    const { opening } = watch.peerAt(from);
    return opening.find(({ peer }) => peer.host.index === to) as Connection;
  }

  function settle(connection: Connection, step: number, lost: Undelivered | undefined): void {
    const { own, peer } = connection;
    watch.ended();
    if (lost || own.hasLeft || peer.hasLeft) disconnect(roster, connection);
    else {
      open(roster, connection, step);
      watch.look(peer);
    }
    watch.look(own);
  }

  function shuffled(others: readonly Peer[]): readonly Peer[] {
    if (others.length <= enoughConnections) return others;
    const order = [...others];
    for (let place = order.length - 1; place > 0; place -= 1) {
      const other = chance.below(place + 1);
      [order[place], order[other]] = [order[other] as Peer, order[place] as Peer];
    }
    return order;
  }
}
