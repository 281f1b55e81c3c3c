import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  addPiece,
  createBitfields,
  growTo,
  hasPiece,
  offersMore,
  removePiece,
} from '../../../src/simulation/patterns/swarm/bitfields';
import { rarestPiece } from '../../../src/simulation/patterns/swarm/rarest-first';
import { addRow, createRoster, type Roster } from '../../../src/simulation/patterns/swarm/roster';

const pieces = 70;
const somePieces = fc.uniqueArray(fc.nat(pieces - 1));

describe('bitfields', () => {
  it('are as sets of pieces, each row on its own, also after more rows have come', () => {
    const change = fc.record({ row: fc.nat(3), piece: fc.nat(pieces - 1), isAdded: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const bitfields = createBitfields(pieces, 4);
        const sets = [0, 1, 2, 3].map(() => new Set<number>());
        for (const { row, piece, isAdded } of changes) {
          (isAdded ? addPiece : removePiece)(bitfields, row, piece);
          if (isAdded) sets[row]?.add(piece);
          else sets[row]?.delete(piece);
        }
        growTo(bitfields, 9);
        for (const [row, set] of sets.entries()) {
          for (let piece = 0; piece < pieces; piece += 1) {
            assert.equal(hasPiece(bitfields, row, piece), set.has(piece));
          }
        }
      }),
    );
  });

  it('offer more where something is in one and not in the other', () => {
    fc.assert(
      fc.property(somePieces, somePieces, (offered, claimed) => {
        const bitfields = createBitfields(pieces, 2);
        for (const piece of offered) addPiece(bitfields, 0, piece);
        for (const piece of claimed) addPiece(bitfields, 1, piece);
        const expected = offered.some((piece) => !claimed.includes(piece));
        assert.equal(offersMore(bitfields, 0, bitfields, 1), expected);
      }),
    );
  });
});

describe('rarest first', () => {
  /** Row 0 offers, row 1 asks. */
  function rosterOf(offered: readonly number[], claimed: readonly number[], copies: readonly number[]): Roster {
    const roster = createRoster(pieces);
    const [sender, receiver] = [addRow(roster), addRow(roster)];
    for (const piece of offered) addPiece(roster.have, sender, piece);
    for (const piece of claimed) addPiece(roster.claimed, receiver, piece);
    roster.copies.set(copies, receiver * pieces);
    return roster;
  }

  const copies = fc.array(fc.nat(5), { minLength: pieces, maxLength: pieces });

  it('takes a piece of which the fewest are around, of those offered and not claimed', () => {
    fc.assert(
      fc.property(somePieces, somePieces, copies, fc.nat(pieces - 1), (offered, claimed, counts, start) => {
        const roster = rosterOf(offered, claimed, counts);
        const wanted = offered.filter((piece) => !claimed.includes(piece));
        const fewest = Math.min(...wanted.map((piece) => counts[piece] ?? 0));
        const rarest = wanted.filter((piece) => counts[piece] === fewest).sort((a, b) => a - b);
        const expected = rarest.find((piece) => piece >= start) ?? rarest[0] ?? -1;
        assert.equal(rarestPiece(roster, 1, roster.have, 0, start), expected);
      }),
    );
  });
});
