/**
 * Which piece a peer asks for: of those that it can get, the one that the fewest of its neighbours have (Cohen, Incentives
 * Build Robustness in BitTorrent, 2003). Pure: bits and counts in, a piece out.
 */
import { type Bitfields, lowestBit } from './bitfields';
import type { Roster } from './roster';

/**
 * The piece offered, and not claimed already by the receiver, of which the fewest copies are around it; -1 if there is
 * none. Of several it is the first from `start` on, so that a start by chance settles ties by chance.
 */
export function rarestPiece(
  { claimed, copies, pieces }: Roster,
  receiver: number,
  offered: Bitfields,
  sender: number,
  start: number,
): number {
  const { words } = offered;
  const belowStart = (1 << (start & 31)) - 1;
  let rarest = -1;
  let fewest = Number.POSITIVE_INFINITY;
  // The word in which it starts is looked at twice: first from the start on, in the end up to it.
  for (let turn = 0; turn <= words; turn += 1) {
    const word = ((start >>> 5) + turn) % words;
    let bits = (offered.bits[sender * words + word] as number) & ~(claimed.bits[receiver * words + word] as number);
    if (turn === 0) bits &= ~belowStart;
    else if (turn === words) bits &= belowStart;
    for (; bits !== 0; bits &= bits - 1) {
      const piece = word * 32 + lowestBit(bits);
      const around = copies[receiver * pieces + piece] as number;
      if (around >= fewest) continue;
      fewest = around;
      rarest = piece;
    }
  }
  return rarest;
}
