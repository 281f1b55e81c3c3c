/**
 * A host in a swarm, and its connections to others. Connections are kept at both ends, each with what this end knows of the
 * other. Nothing here takes time or is recorded.
 */
import type { Host } from '../../../language/topology';
import type { ResourceAction } from '../pattern';
import type { Nobody } from '../peers';
import { addPiece, type Bitfields, createBitfields, hasPiece } from './bitfields';
import type { Rates } from './rates';
import { addAllPieces, addRow, type Roster } from './roster';
import type { Contents } from './torrent';

export interface Peer {
  readonly host: Host;
  readonly row: number;
  readonly rates: Rates;
  readonly connections: Connection[];
  /** The rows of its neighbours, in the order of the connections. */
  readonly neighbours: number[];
  /** Connections on which hands are being shaken. */
  readonly opening: Connection[];
  /** Of a seed, in its only row: what it has not handed out yet. */
  unsent: Bitfields | undefined;
  /** Whom it is uploading to. */
  readonly serving: Connection[];
  /** Whom it would upload to: never more than it has slots. */
  readonly unchoked: Connection[];
  optimistic: Connection | undefined;
  /** When the slots are to be given anew, and the optimistic one. */
  reviewMs: number;
  optimisticMs: number;
  /** It has left, so nobody connects to it any more. */
  hasLeft: boolean;
  fetching: Fetching | undefined;
  /** It is going to be looked at in this instant. */
  isDue: boolean;
  /** How often it has asked the tracker again since it last got a piece. */
  timesAsked: number;
}

export interface Fetching {
  readonly action: ResourceAction;
  readonly contents: Contents;
  /** Called once: with nothing when it has all pieces, else with why it cannot have them. */
  readonly finish: (trouble: Nobody | undefined) => void;
}

export interface Connection {
  readonly own: Peer;
  readonly peer: Peer;
  /** The same, seen from the other end. */
  readonly back: Connection;
  /** The step that opened it. */
  step: number;
  /** Pieces that came from there since the last review, and in the interval before it. */
  received: number;
  receivedBefore: number;
  /** It has one of the slots of this end. */
  isUnchoked: boolean;
  /** When it was last uploaded to, as a number that rises. */
  servedAt: number;
  /** What is being uploaded, or asked for, on it; -1 for nothing. */
  piece: number;
  /** Messages lost in a row. */
  losses: number;
}

export function createPeer(roster: Roster, host: Host, hasAll: boolean, rates: Rates): Peer {
  const row = addRow(roster);
  if (hasAll) addAllPieces(roster, row);
  return {
    host,
    row,
    rates,
    connections: [],
    neighbours: [],
    opening: [],
    unsent: hasAll ? allPieces(roster.pieces) : undefined,
    serving: [],
    unchoked: [],
    optimistic: undefined,
    reviewMs: 0,
    optimisticMs: 0,
    hasLeft: false,
    fetching: undefined,
    isDue: false,
    timesAsked: 0,
  };
}

function allPieces(pieces: number): Bitfields {
  const bitfields = createBitfields(pieces, 1);
  for (let piece = 0; piece < pieces; piece += 1) addPiece(bitfields, 0, piece);
  return bitfields;
}

/** Or about to be. */
export function areConnected(a: Peer, b: Peer): boolean {
  return a.neighbours.includes(b.row) || a.opening.some(({ peer }) => peer === b);
}

/** Both ends, not open yet. */
export function createConnection(a: Peer, b: Peer): Connection {
  const one = endOf(a, b) as Connection & { back: Connection };
  const other = { ...endOf(b, a), back: one };
  one.back = other;
  a.opening.push(one);
  b.opening.push(other);
  return one;
}

function endOf(own: Peer, peer: Peer): Omit<Connection, 'back'> & { back: Connection | undefined } {
  return {
    own,
    peer,
    back: undefined,
    step: -1,
    received: 0,
    receivedBefore: 0,
    isUnchoked: false,
    servedAt: 0,
    piece: -1,
    losses: 0,
  };
}

/** Both learn what the other has. */
export function open(roster: Roster, connection: Connection, step: number): void {
  for (const end of [connection, connection.back]) {
    end.step = step;
    remove(end.own.opening, end);
    end.own.connections.push(end);
    end.own.neighbours.push(end.peer.row);
    countCopies(roster, end, 1);
  }
}

export function disconnect(roster: Roster, connection: Connection): void {
  for (const end of [connection, connection.back]) {
    const { own, peer } = end;
    if (remove(own.opening, end) || !remove(own.connections, end)) continue;
    remove(own.neighbours, peer.row);
    countCopies(roster, end, -1);
    remove(own.unchoked, end);
    if (own.optimistic === end) own.optimistic = undefined;
  }
}

/** A piece has come, and all neighbours are told (`have`). */
export function take(
  { have, claimed, copies, counts, pieces }: Roster,
  { row, neighbours }: Peer,
  piece: number,
): void {
  if (hasPiece(have, row, piece)) return;
  addPiece(have, row, piece);
  addPiece(claimed, row, piece);
  counts[row] = (counts[row] as number) + 1;
  for (let at = 0; at < neighbours.length; at += 1) {
    const place = (neighbours[at] as number) * pieces + piece;
    copies[place] = (copies[place] as number) + 1;
  }
}

/** The last takes its place: the lists here are in no order, so this one is as good. */
export function remove<T>(items: T[], item: T): boolean {
  const place = items.indexOf(item);
  if (place < 0) return false;
  items[place] = items[items.length - 1] as T;
  items.pop();
  return true;
}

function countCopies(roster: Roster, { own, peer }: Connection, difference: 1 | -1): void {
  const { copies, have, pieces } = roster;
  if (roster.counts[peer.row] === 0) return;
  for (let piece = 0; piece < pieces; piece += 1) {
    if (!hasPiece(have, peer.row, piece)) continue;
    const place = own.row * pieces + piece;
    copies[place] = (copies[place] as number) + difference;
  }
}
