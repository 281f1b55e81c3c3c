/**
 * A bookkeeper of taken places, so that a new node finds one where its picture and label overlap nobody's. Looks only at
 * the neighbourhood, so that a thousand nodes cost no more than a thousand times one.
 */
import type { Point } from './block';

/** Nodes closer than this in both directions would overlap (icon, name and role text included). */
export const nodeWidth = 150;
export const nodeHeight = 115;

const stepX = nodeWidth + 20;
const stepY = nodeHeight + 25;

export function freePlaces(taken: Iterable<Point>) {
  const cells = new Map<string, Point[]>();
  for (const point of taken) add(point);

  function add(point: Point): void {
    const key = cellKey(Math.floor(point.x / nodeWidth), Math.floor(point.y / nodeHeight));
    const cell = cells.get(key);
    if (cell) cell.push(point);
    else cells.set(key, [point]);
  }

  function isFree({ x, y }: Point): boolean {
    const column = Math.floor(x / nodeWidth);
    const row = Math.floor(y / nodeHeight);
    for (let i = column - 1; i <= column + 1; i++) {
      for (let j = row - 1; j <= row + 1; j++) {
        const near = cells.get(cellKey(i, j));
        if (near?.some((other) => Math.abs(other.x - x) < nodeWidth && Math.abs(other.y - y) < nodeHeight))
          return false;
      }
    }
    return true;
  }

  return {
    isFree,
    add,
    /** The free place next to `wish`, which is taken from then on. */
    take(wish: Point): Point {
      for (let ring = 0; ; ring++) {
        for (const [i, j] of ringOf(ring)) {
          const place = { x: Math.round(wish.x + i * stepX), y: Math.round(wish.y + j * stepY) };
          if (!isFree(place)) continue;
          add(place);
          return place;
        }
      }
    },
  };
}

function cellKey(column: number, row: number): string {
  return `${column},${row}`;
}

/** The cells at distance `ring` on the grid: beside first, then below, then above. */
function ringOf(ring: number): [number, number][] {
  if (ring === 0) return [[0, 0]];
  const cells: [number, number][] = [];
  for (let j = -ring; j <= ring; j++) {
    for (let i = -ring; i <= ring; i++) {
      if (Math.max(Math.abs(i), Math.abs(j)) === ring) cells.push([i, j]);
    }
  }
  return cells.sort(
    (a, b) => Math.abs(a[1]) - Math.abs(b[1]) || b[1] - a[1] || Math.abs(a[0]) - Math.abs(b[0]) || b[0] - a[0],
  );
}
