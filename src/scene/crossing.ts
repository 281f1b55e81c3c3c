/** Whether a straight line comes into a box: what must not happen to cables and nodes, nor to cables and words. Pure geometry. */

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Clips the line from `a` to `b` to the box (Liang and Barsky). */
export function comesInto(a: Place, b: Place, { left, top, right, bottom }: Sides): boolean {
  let from = 0;
  let to = 1;
  const within = (start: number, delta: number, low: number, high: number): boolean => {
    if (delta === 0) return start >= low && start <= high;
    const [first, last] = [(low - start) / delta, (high - start) / delta];
    from = Math.max(from, Math.min(first, last));
    to = Math.min(to, Math.max(first, last));
    return from < to;
  };
  return within(a.x, b.x - a.x, left, right) && within(a.y, b.y - a.y, top, bottom);
}
