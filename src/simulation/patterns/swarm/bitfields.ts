/**
 * Which pieces somebody has, one bit each, as peers tell each other in a handshake (BEP 3). The bitfields of all peers of a
 * swarm lie behind each other in one array, each a row of as many words; rows are counted from 0.
 */

export interface Bitfields {
  readonly words: number;
  bits: Int32Array;
}

export function createBitfields(pieces: number, rows: number): Bitfields {
  const words = (pieces + 31) >>> 5;
  return { words, bits: new Int32Array(words * rows) };
}

export function growTo(bitfields: Bitfields, rows: number): void {
  const { bits, words } = bitfields;
  bitfields.bits = new Int32Array(words * rows);
  bitfields.bits.set(bits);
}

export function hasPiece({ bits, words }: Bitfields, row: number, piece: number): boolean {
  return (((bits[row * words + (piece >>> 5)] as number) >>> (piece & 31)) & 1) === 1;
}

export function addPiece({ bits, words }: Bitfields, row: number, piece: number): void {
  const place = row * words + (piece >>> 5);
  bits[place] = (bits[place] as number) | (1 << (piece & 31));
}

export function removePiece({ bits, words }: Bitfields, row: number, piece: number): void {
  const place = row * words + (piece >>> 5);
  bits[place] = (bits[place] as number) & ~(1 << (piece & 31));
}

/** Whether there is a piece among those offered that is not among those claimed. */
export function offersMore(offered: Bitfields, row: number, claimed: Bitfields, claimedRow: number): boolean {
  const { words } = offered;
  const first = row * words;
  const firstClaimed = claimedRow * words;
  for (let word = 0; word < words; word += 1) {
    if (((offered.bits[first + word] as number) & ~(claimed.bits[firstClaimed + word] as number)) !== 0) return true;
  }
  return false;
}

/** The place of the lowest bit that is set, of at least one. */
export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
