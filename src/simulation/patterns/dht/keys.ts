/**
 * Keys of a distributed hash table: 64 bits, of hosts as well as of resources, and the XOR of two as their distance
 * (Maymounkov and Mazières 2002). A key is made of a name by whole-number arithmetic alone, so that it is the same on
 * every platform; it is as evenly spread as the SHA-1 and SHA-256 of real networks, and no protection against anybody.
 */

/** Two unsigned words of 32 bits. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

export const keyBits = 64;

/** FNV-1a (Fowler, Noll and Vo) over the UTF-16 units, in two lanes that start and multiply differently. */
export function keyOf(name: string): Key {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let place = 0; place < name.length; place += 1) {
    const unit = name.charCodeAt(place);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b);
  }
  // Each lane ends mixed with the other: what only one of them tells apart, both do.
  return { high: mixed(high ^ Math.imul(low, 5)), low: mixed(low ^ mixed(high)) };
}

/** The finalizer of MurmurHash3 (Appleby): each bit of what goes in changes about half of what comes out. */
export function mixed(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Keys are unsigned, so they compare as numbers, the high word first. */
export function compareKeys(a: Key, b: Key): number {
  return a.high - b.high || a.low - b.low;
}

/** Which of two is nearer to a key: the distance is the XOR, taken as a number. */
export function compareDistances(a: Key, b: Key, to: Key): number {
  const high = ((a.high ^ to.high) >>> 0) - ((b.high ^ to.high) >>> 0);
  return high || ((a.low ^ to.low) >>> 0) - ((b.low ^ to.low) >>> 0);
}

/** How many leading bits are the same: 64 for equal keys. */
export function commonBits(a: Key, b: Key): number {
  const high = Math.clz32(a.high ^ b.high);
  return high < 32 ? high : 32 + Math.clz32(a.low ^ b.low);
}

/** The least and the greatest key whose first `level` bits are those of this key, and the next one is not. */
export function subtreeBeside(key: Key, level: number): readonly [Key, Key] {
  if (level >= keyBits) return [key, key];
  if (level < 32) {
    const below = onesBelow(level);
    const high = wordBeside(key.high, level, below);
    return [
      { high, low: 0 },
      { high: (high | below) >>> 0, low: 0xffffffff },
    ];
  }
  const below = onesBelow(level - 32);
  const low = wordBeside(key.low, level - 32, below);
  return [
    { high: key.high, low },
    { high: key.high, low: (low | below) >>> 0 },
  ];
}

function wordBeside(word: number, bit: number, below: number): number {
  return ((word ^ (0x80000000 >>> bit)) & ~below) >>> 0;
}

function onesBelow(bit: number): number {
  return bit === 31 ? 0 : 0xffffffff >>> (bit + 1);
}

/** A key of the subtree that begins to differ from this one at this bit; the rest of it is arbitrary. */
export function keyBeside(key: Key, level: number): Key {
  const [least, greatest] = subtreeBeside(key, level);
  const within = (from: number, to: number, seed: number) => (from | (mixed(seed + level) & (from ^ to))) >>> 0;
  return { high: within(least.high, greatest.high, key.low), low: within(least.low, greatest.low, key.high) };
}
