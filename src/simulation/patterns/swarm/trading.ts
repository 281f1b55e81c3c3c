/**
 * What happens in a swarm: peers ask each other for pieces and send them, and go elsewhere when somebody is lost. Requests
 * and pieces take their way and are recorded. What is simpler than in BEP 3: what `have`, `interested`, `choke` and `unchoke`
 * say is known at once, and no step shows it; a piece is asked for as a whole, from one peer, when that has a slot for it,
 * and is neither broken off nor asked for twice (there is no endgame).
 */
import type { Undelivered } from '../../delivery';
import { createSender, type Done, type Send } from '../../messages';
import type { Run } from '../../run';
import type { Nobody } from '../peers';
import { addPiece, hasPiece, offersMore, removePiece } from './bitfields';
import { createChoker } from './choking';
import { type Connecting, createConnecting } from './connecting';
import { type Connection, disconnect, type Fetching, type Peer, remove, take } from './peer';
import { rarestPiece } from './rarest-first';
import { isComplete, type Roster } from './roster';
import type { Contents, Torrent } from './torrent';

/** After so many messages in a row that got lost, a neighbour is given up. */
const mostLosses = 3;

/** So often a peer asks the tracker for others without getting a piece in between. */
export const mostAsked = 2;

export interface Trading {
  readonly connect: Connecting['connect'];
  /** From now on the peer asks for what it lacks. */
  fetch(peer: Peer, fetching: Fetching): void;
  askAgain(peer: Peer): void;
  finish(peer: Peer, trouble: Nobody | undefined): void;
  leave(peer: Peer): void;
}

/** What trading leaves to others. */
export interface Surroundings {
  /** By its place among the nodes. */
  peerAt(node: number): Peer;
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
  const { isOnline, peerAt } = surroundings;
  const choker = createChoker(roster, slots, chance, isOnline);
  const { connect } = createConnecting(run, roster, { peerAt, look, begun: () => underWay++, ended: () => underWay-- });
  /** By the line that the messages are due to. */
  const requests = new Map<Contents, Send>();
  let due: Peer[] = [];
  let underWay = 0;
  let uploads = 0;
  let unfinished = 0;
  return { connect, fetch, askAgain, finish, leave };

  function fetch(peer: Peer, fetching: Fetching): void {
    if (peer.fetching) {
      peer.fetching = both(peer.fetching, fetching);
      return;
    }
    unfinished += 1;
    peer.fetching = fetching;
    roster.asking[peer.row] = 1;
    peer.hasLeft = false;
    peer.timesAsked = 0;
    look(peer);
    for (const { peer: neighbour } of peer.connections) look(neighbour);
  }

  function askAgain(peer: Peer): void {
    const { fetching } = peer;
    if (!fetching) return;
    peer.timesAsked += 1;
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
    for (const connection of [...peer.connections]) drop(connection);
    look(peer);
  }

  /** Whoever has lost its last neighbour asks for others. */
  function drop(connection: Connection): void {
    disconnect(roster, connection);
    for (const peer of [connection.own, connection.peer]) {
      const isAlone = peer.connections.length === 0 && !peer.hasLeft && isOnline(peer);
      if (isAlone && peer.timesAsked < mostAsked) askAgain(peer);
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
      if (isOnline(peer) && !peer.hasLeft) upload(peer);
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
    connection.piece = piece;
    own.serving.push(connection);
    if (own.unsent) removePiece(own.unsent, 0, piece);
    addPiece(roster.claimed, peer.row, piece);
    roster.awaited[peer.row] = (roster.awaited[peer.row] as number) + 1;
    underWay += 1;
    requestOf(contents)(peer.host, own.host, peer.host, step, piece);
  }

  function requestOf(contents: Contents): Send {
    const known = requests.get(contents) ?? createRequest(contents);
    requests.set(contents, known);
    return known;
  }

  function createRequest({ get, full, last }: Contents): Send {
    const arrived: Done = (step, lost) => {
      const connection = uploadOf(recorder.from(step), recorder.to(step), recorder.number(step));
      if (!lost) receive(connection, step);
      over(connection, lost);
    };
    const sendFull = createSender(run, full, arrived);
    const sendLast = createSender(run, last, arrived);
    return createSender(run, get, (step, lost) => {
      const connection = uploadOf(recorder.to(step), recorder.from(step), recorder.number(step));
      const { own, peer, piece } = connection;
      const sendPiece = piece === torrent.pieces - 1 ? sendLast : sendFull;
      if (lost) over(connection, lost);
      else sendPiece(own.host, peer.host, peer.host, step, piece);
    });
  }

  /** The connection on which a piece is asked for and sent. */
  function uploadOf(sender: number, receiver: number, piece: number): Connection {
    const isIt = (upload: Connection) => upload.piece === piece && upload.peer.host.index === receiver;
    return peerAt(sender).serving.find(isIt) as Connection;
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

  function receive({ peer, back, piece }: Connection, step: number): void {
    take(roster, peer, piece);
    back.received += 1;
    peer.timesAsked = 0;
    if (!isComplete(roster, peer.row)) return;
    const { resource, sizeBytes } = torrent;
    recorder.change(step, { kind: 'holds', host: peer.host.name, resource, sizeBytes });
    finish(peer, undefined);
  }

  function over(connection: Connection, lost: Undelivered | undefined): void {
    const { own, peer, piece } = connection;
    connection.piece = -1;
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

/** Who fetches something twice at the same time gets it once. */
function both(first: Fetching, second: Fetching): Fetching {
  const finish = (trouble: Nobody | undefined) => {
    first.finish(trouble);
    second.finish(trouble);
  };
  return { ...first, finish };
}
