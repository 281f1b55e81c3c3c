/** "Did you mean …": the known word that is closest to an unknown one. */

/** The closest of the candidates within a distance that grows with the word's length, or undefined. Case counts little. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  // Of a word of one letter nothing is left if that letter changes: only its case may differ.
  let bestDistance = Math.min(word.length, Math.max(1, Math.floor(word.length / 3)) + 1);
  for (const candidate of candidates) {
    if (looksLike(candidate, word)) return candidate;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The closest name, and whether no other comes close. */
export interface Suggestion {
  readonly name: string;
  readonly isOnlyOne: boolean;
}

export function suggestion(word: string, known: Iterable<string>): Suggestion | undefined {
  const names = [...known];
  const name = closest(word, names);
  if (name === undefined) return undefined;
  const others = names.filter((other) => other !== name);
  return { name, isOnlyOne: closest(word, others) === undefined };
}

/** Two spellings of the same letters, such as é as one character or as an e and an accent (Unicode Standard Annex #15). */
export function looksLike(word: string, other: string): boolean {
  return word.normalize() === other.normalize();
}

/** Names longer than this are not compared: the comparison takes time in the square of the length. */
const longest = 60;

/** Damerau's distance restricted to neighbours: insert, delete, replace, or swap two letters (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
