/** The links of `link … as SHAPE`: which of the named nodes are neighbours. */

type Pair<T> = readonly [T, T];

/** `undefined` if it were more than `limit`. `degree` is the number of children (tree) or neighbours (random). */
export function shapedPairs<T>(
  shape: string,
  nodes: readonly T[],
  degree: number,
  limit: number,
): readonly Pair<T>[] | undefined {
  const count = nodes.length;
  if (mostPairs(shape, count, degree) > limit) return undefined;
  const pairs: Pair<T>[] = [];
  for (const [a, b] of placesOf(shape, count, degree)) {
    const first = nodes[a];
    const second = nodes[b];
    if (first !== undefined && second !== undefined) pairs.push([first, second]);
  }
  return pairs;
}

/** No fewer than there will be. */
function mostPairs(shape: string, count: number, degree: number): number {
  if (shape === 'mesh') return (count * (count - 1)) / 2;
  return shape === 'random' ? Math.max(count, (count * degree) / 2) : 2 * count;
}

function placesOf(shape: string, count: number, degree: number): readonly Pair<number>[] {
  const all = Array.from({ length: Math.max(0, count - 1) }, (_, place) => place + 1);
  switch (shape) {
    case 'star':
      return all.map((place) => [0, place]);
    case 'ring':
      return [...line(count), ...(count > 2 ? [[count - 1, 0] as const] : [])];
    case 'mesh':
      return all.flatMap((b) => Array.from({ length: b }, (_, a) => [a, b] as const));
    case 'grid':
      return grid(count);
    case 'tree':
      return all.map((place) => [Math.floor((place - 1) / Math.max(1, degree)), place]);
    case 'random':
      return random(count, degree);
    default:
      return line(count);
  }
}

function line(count: number): readonly Pair<number>[] {
  return Array.from({ length: Math.max(0, count - 1) }, (_, place) => [place, place + 1] as const);
}

/** As square as it can be, filled row by row. */
function grid(count: number): readonly Pair<number>[] {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  const pairs: Pair<number>[] = [];
  for (let place = 0; place < count; place++) {
    if ((place + 1) % columns !== 0 && place + 1 < count) pairs.push([place, place + 1]);
    if (place + columns < count) pairs.push([place, place + columns]);
  }
  return pairs;
}

/** A ring, so that it hangs together, with chords until each has about `degree` neighbours; the same each time. */
function random(count: number, degree: number): readonly Pair<number>[] {
  const pairs: Pair<number>[] = [...placesOf('ring', count, 0)];
  const seen = new Set(pairs.map(([a, b]) => key(a, b, count)));
  const wanted = Math.min((count * degree) / 2, (count * (count - 1)) / 2);
  let state = 1;
  const draw = (): number => {
    // The "minimal standard" generator of Park and Miller (1988): the full period of 2^31 - 2.
    state = (state * 48271) % 2147483647;
    return state % count;
  };
  for (let attempt = 0; pairs.length < wanted && attempt < 20 * wanted; attempt++) {
    const a = draw();
    const b = draw();
    if (a === b || seen.has(key(a, b, count))) continue;
    seen.add(key(a, b, count));
    pairs.push([a, b]);
  }
  return pairs;
}

function key(a: number, b: number, count: number): number {
  return Math.min(a, b) * count + Math.max(a, b);
}
