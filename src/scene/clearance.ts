/** How well a layout can be read: what passes behind a node that it does not lead to. Pure geometry. */

import type { Point } from './block';
import { comesInto } from './crossing';

/** Half of what a node's picture and name take, in the diagram's units. */
const half = { x: 42, up: 36, down: 52 };

export interface Segment {
  readonly from: string;
  readonly to: string;
}

/** Pairs of a line and a node that it runs behind without leading to it. */
export function hidden(points: ReadonlyMap<string, Point>, lines: readonly Segment[]): [Segment, string][] {
  const all = [...points].sort((a, b) => a[1].x - b[1].x);
  const found: [Segment, string][] = [];
  for (const line of lines) {
    const [a, b] = [points.get(line.from), points.get(line.to)];
    if (!a || !b) continue;
    for (const [id, point] of all) {
      if (id === line.from || id === line.to) continue;
      if (passesThrough(a, b, point)) found.push([line, id]);
    }
  }
  return found;
}

export function hiddenCount(points: ReadonlyMap<string, Point>, lines: readonly Segment[]): number {
  return hidden(points, lines).length;
}

/** In a larger picture lines pass behind nodes whatever one tries, and trying takes long. */
export const fewEnoughToTry = 100;

/** Up to twice as large, as far as that lets fewer lines pass behind nodes. */
export function cleared(points: ReadonlyMap<string, Point>, lines: readonly Segment[]): ReadonlyMap<string, Point> {
  if (points.size > fewEnoughToTry) return points;
  const sizes = [1, 1.15, 1.3, 1.5, 1.75, 2].map((size) => scaled(points, size));
  const rated = sizes.map((larger) => ({ larger, cost: hiddenCount(larger, lines) }));
  return rated.reduce((best, next) => (next.cost < best.cost ? next : best)).larger;
}

function scaled(points: ReadonlyMap<string, Point>, size: number): ReadonlyMap<string, Point> {
  return new Map([...points].map(([id, { x, y }]) => [id, { x: x * size, y: y * size }]));
}

/** Through the node's box. */
function passesThrough(a: Point, b: Point, { x, y }: Point): boolean {
  return comesInto(a, b, { left: x - half.x, right: x + half.x, top: y - half.up, bottom: y + half.down });
}
