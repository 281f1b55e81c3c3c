/**
 * What is asked about the peers of a swarm at each of its pieces, in columns with one row for each peer: a swarm of
 * thousands asks many million times.
 */
import { addPiece, type Bitfields, createBitfields, growTo } from './bitfields';

export interface Roster {
  readonly pieces: number;
  rows: number;
  /** What each has, and what it has or has asked for. */
  readonly have: Bitfields;
  readonly claimed: Bitfields;
  /** How many neighbours have each piece: so many numbers in a row as there are pieces. */
  copies: Uint16Array;
  /** How many pieces each has, and how many it has asked for besides. */
  counts: Int32Array;
  awaited: Int32Array;
  /** 1 for each that asks for pieces. */
  asking: Uint8Array;
}

const firstRows = 16;

export function createRoster(pieces: number): Roster {
  return {
    pieces,
    rows: 0,
    have: createBitfields(pieces, firstRows),
    claimed: createBitfields(pieces, firstRows),
    copies: new Uint16Array(pieces * firstRows),
    counts: new Int32Array(firstRows),
    awaited: new Int32Array(firstRows),
    asking: new Uint8Array(firstRows),
  };
}

/** Gives back the new row, of a peer that has nothing. */
export function addRow(roster: Roster): number {
  if (roster.rows === roster.counts.length) grow(roster, roster.rows * 2);
  return roster.rows++;
}

export function addAllPieces(roster: Roster, row: number): void {
  for (let piece = 0; piece < roster.pieces; piece += 1) {
    addPiece(roster.have, row, piece);
    addPiece(roster.claimed, row, piece);
  }
  roster.counts[row] = roster.pieces;
}

export function isComplete({ counts, pieces }: Roster, row: number): boolean {
  return counts[row] === pieces;
}

function grow(roster: Roster, rows: number): void {
  growTo(roster.have, rows);
  growTo(roster.claimed, rows);
  roster.copies = copied(roster.copies, new Uint16Array(roster.pieces * rows));
  roster.counts = copied(roster.counts, new Int32Array(rows));
  roster.awaited = copied(roster.awaited, new Int32Array(rows));
  roster.asking = copied(roster.asking, new Uint8Array(rows));
}

function copied<A extends Int32Array | Uint16Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
