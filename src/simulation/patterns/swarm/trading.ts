/**
 * What happens in a swarm: peers connect, ask each other for pieces and send them, and go elsewhere when somebody is lost.
 * What a peer is told by `have`, `interested`, `choke` and `unchoke` (BEP 3) it knows at once, and no step shows it: these
 * messages of a few bytes go along with the others. Handshakes, requests and pieces take their way and are recorded.
 */
import type { Undelivered } from '../../delivery';
import { send } from '../../messages';
import type { Run } from '../../run';
import type { StepContent } from '../../step-list';
import type { Nobody } from '../peers';
import { addPiece, hasPiece, offersMore, removePiece } from './bitfields';
import { createChoker } from './choking';
import {
  areConnected,
  type Connection,
  createConnection,
  disconnect,
  type Fetching,
  open,
  type Peer,
  remove,
  take,
} from './peer';
import { rarestPiece } from './rarest-first';
import { isComplete, type Roster } from './roster';
import type { Contents, Torrent } from './torrent';

/** A peer opens connections until it has so many; others may connect to it beyond that. */
export const enoughConnections = 20;

/** After so many messages in a row that got lost, a neighbour is given up. */
const mostLosses = 3;

export interface Trading {
  /** Opens connections to some of these peers; `cause` is the step that told of them. */
  connect(peer: Peer, others: readonly Peer[], contents: Contents, cause: number): void;
  /** From now on the peer asks for what it lacks. */
  fetch(peer: Peer, fetching: Fetching): void;
  askAgain(peer: Peer): void;
  finish(peer: Peer, trouble: Nobody | undefined): void;
  leave(peer: Peer): void;
}

/** What trading leaves to others. */
export interface Surroundings {
  isOnline(peer: Peer): boolean;
  /** Asks the tracker for others. */
  announceAgain(fetching: Fetching, done: (others: readonly Peer[], step: number) => void): void;
  /** Nothing is under way, and some still lack pieces. */
  stuck(): void;
  /** What to say of a peer that went away before it had everything. */
  goneBefore(peer: Peer): Nobody;
}

export function createTrading(
  run: Run,
  torrent: Torrent,
  roster: Roster,
  slots: number,
  surroundings: Surroundings,
): Trading {
  const { engine, recorder, chance, budget } = run;
  const { isOnline } = surroundings;
  const choker = createChoker(roster, slots, chance, isOnline);
  let due: Peer[] = [];
  let underWay = 0;
  let uploads = 0;
  let unfinished = 0;
  return { connect, fetch, askAgain, finish, leave };

  function connect(peer: Peer, others: readonly Peer[], contents: Contents, cause: number): void {
    for (const other of shuffled(others)) {
      if (peer.connections.length >= enoughConnections) break;
      if (other !== peer && !other.hasLeft && !areConnected(peer, other)) shakeHands(peer, other, contents, cause);
    }
    look(peer);
  }

  function shakeHands(peer: Peer, other: Peer, { handshake, welcome }: Contents, cause: number): void {
    const connection = createConnection(peer, other);
    underWay += 1;
    const asking = { content: handshake, from: peer.host, to: other.host, client: peer.host, cause };
    send(run, asking, (asked, lost) => {
      if (lost) return refuse(connection);
      const answering = { content: welcome, from: other.host, to: peer.host, client: peer.host, cause: asked };
      send(run, answering, (answered, lostToo) => (lostToo ? refuse(connection) : accept(connection, answered)));
    });
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

  function refuse(connection: Connection): void {
    underWay -= 1;
    disconnect(roster, connection);
    look(connection.own);
  }

  function accept(connection: Connection, step: number): void {
    underWay -= 1;
    const { own, peer } = connection;
    if (own.hasLeft || peer.hasLeft) disconnect(roster, connection);
    else open(roster, connection, step);
    own.hasAskedAgain = false;
    look(own);
    look(peer);
  }

  function fetch(peer: Peer, fetching: Fetching): void {
    const before = peer.fetching;
    if (before) {
      peer.fetching = { ...before, finish: (trouble) => void [before, fetching].map(({ finish }) => finish(trouble)) };
      return;
    }
    unfinished += 1;
    peer.fetching = fetching;
    roster.asking[peer.row] = 1;
    peer.hasLeft = false;
    peer.hasAskedAgain = false;
    look(peer);
    for (const { peer: neighbour } of peer.connections) look(neighbour);
  }

  function askAgain(peer: Peer): void {
    const { fetching } = peer;
    if (!fetching) return;
    peer.hasAskedAgain = true;
    underWay += 1;
    surroundings.announceAgain(fetching, (others, step) => {
      underWay -= 1;
      connect(peer, others, fetching.contents, step);
    });
  }

  function finish(peer: Peer, trouble: Nobody | undefined): void {
    const { fetching } = peer;
    if (!fetching) return;
    unfinished -= 1;
    peer.fetching = undefined;
    roster.asking[peer.row] = 0;
    fetching.finish(trouble);
  }

  function leave(peer: Peer): void {
    peer.hasLeft = true;
    finish(peer, surroundings.goneBefore(peer));
    for (const connection of [...peer.connections]) drop(connection);
  }

  /** Whoever has lost its last neighbour asks for others. */
  function drop(connection: Connection): void {
    disconnect(roster, connection);
    for (const peer of [connection.own, connection.peer]) {
      if (peer.fetching && peer.connections.length === 0 && !peer.hasAskedAgain && isOnline(peer)) askAgain(peer);
      look(peer);
    }
  }

  /** All that comes about at this instant is known before anybody decides what to do next. */
  function look(peer: Peer): void {
    if (peer.isDue) return;
    peer.isDue = true;
    due.push(peer);
    if (due.length === 1) engine.after(0, decide);
  }

  function decide(): void {
    const peers = due;
    due = [];
    for (const peer of peers) {
      peer.isDue = false;
      if (isOnline(peer)) upload(peer);
      else if (roster.awaited[peer.row] === 0) finish(peer, surroundings.goneBefore(peer));
    }
    if (underWay === 0 && unfinished > 0 && due.length === 0) surroundings.stuck();
  }

  function upload(peer: Peer): void {
    for (;;) {
      const connection = choker.next(peer, engine.nowMs);
      if (!connection?.peer.fetching) return;
      ask(connection, connection.peer.fetching);
    }
  }

  /** The neighbour is unchoked, and asks for a piece. */
  function ask(connection: Connection, { contents }: Fetching): void {
    const { own, peer, step } = connection;
    const piece = choose(own, peer);
    uploads += 1;
    connection.servedAt = uploads;
    connection.isServed = true;
    own.serving.push(connection);
    if (own.unsent) removePiece(own.unsent, 0, piece);
    addPiece(roster.claimed, peer.row, piece);
    roster.awaited[peer.row] = (roster.awaited[peer.row] as number) + 1;
    underWay += 1;
    const content = contents.get;
    const asking = { content, from: peer.host, to: own.host, client: peer.host, cause: step, count: piece };
    send(run, asking, (asked, lost) => {
      if (lost) over(connection, piece, lost);
      else answer(connection, piece, contents.pieceOf(piece), asked);
    });
  }

  function answer(connection: Connection, piece: number, content: StepContent, cause: number): void {
    const { own, peer } = connection;
    const sending = { content, from: own.host, to: peer.host, client: peer.host, cause, count: piece };
    send(run, sending, (step, lost) => {
      if (!lost) receive(connection, piece, step);
      over(connection, piece, lost);
    });
  }

  /** A seed that has something that nobody else has yet hands that out first, as in super-seeding (BEP 16). */
  function choose(sender: Peer, receiver: Peer): number {
    budget.spendWork(roster.have.words);
    const start = chance.below(torrent.pieces);
    const { unsent } = sender;
    while (unsent && offersMore(unsent, 0, roster.claimed, receiver.row)) {
      const piece = rarestPiece(roster, receiver.row, unsent, 0, start);
      if (roster.copies[sender.row * roster.pieces + piece] === 0) return piece;
      removePiece(unsent, 0, piece);
    }
    return rarestPiece(roster, receiver.row, roster.have, sender.row, start);
  }

  function receive({ peer, back }: Connection, piece: number, step: number): void {
    take(roster, peer, piece);
    back.received += 1;
    peer.hasAskedAgain = false;
    if (!isComplete(roster, peer.row)) return;
    const { resource, sizeBytes } = torrent;
    recorder.change(step, { kind: 'holds', host: peer.host.name, resource, sizeBytes });
    finish(peer, undefined);
  }

  function over(connection: Connection, piece: number, lost: Undelivered | undefined): void {
    const { own, peer } = connection;
    connection.isServed = false;
    remove(own.serving, connection);
    roster.awaited[peer.row] = (roster.awaited[peer.row] as number) - 1;
    underWay -= 1;
    if (lost) recover(connection, piece, lost);
    else connection.losses = 0;
    look(own);
    look(peer);
  }

  /** The piece can be had elsewhere; a neighbour who cannot be reached is given up. */
  function recover(connection: Connection, piece: number, { code }: Undelivered): void {
    const { peer } = connection;
    connection.losses += 1;
    if (!hasPiece(roster.have, peer.row, piece)) removePiece(roster.claimed, peer.row, piece);
    if (code !== 'request-failed' || connection.losses >= mostLosses) drop(connection);
    for (const { peer: neighbour } of peer.connections) look(neighbour);
  }
}
