/**
 * Many that hang on one: around it on a few arcs, on the side where there is room, each in a direction of its own, so that
 * its cable passes between the others. Pure geometry over names.
 */
import type { Point } from './block';
import { fewEnoughToTry, hiddenCount } from './clearance';
import { freePlaces } from './free-places';

/** Directions are measured as if nodes with their names were as high as they are wide. */
const stretch = 1.2;
const nearest = 220;
const farthest = 2600;
/** From arc to arc. */
const arcGap = 150;
/** To whoever stands beside the fan, and the least that is worth being called one; in degrees. */
const margin = 22;
const leastArc = 100;

/** `others` stay where they are; the fan opens where `was` lies. Undefined where it has no room. */
export function fan(
  ids: readonly string[],
  hub: Point,
  was: Point,
  others: readonly Point[],
): Map<string, Point> | undefined {
  if (ids.length > fewEnoughToTry) return undefined;
  const { from, to } = freeSector(
    others.map((point) => direction(hub, point)),
    direction(hub, was),
  );
  if (to - from < leastArc) return undefined;
  const isBelow = Math.sin((from + to) / 2 / degrees) > 0;
  // As one reads: from left to right.
  const inOrder = isBelow ? [...ids].reverse() : ids;
  const fans = [1, 2, 3, 4].flatMap((arcs) => smallest(inOrder, hub, { from, to, arcs }, others) ?? []);
  const best = fans.reduce<Fan | undefined>(
    (least, next) => (least && least.reach <= next.reach ? least : next),
    undefined,
  );
  return best && new Map(ids.map((id) => [id, best.points.get(id) as Point]));
}

interface Fan {
  readonly points: ReadonlyMap<string, Point>;
  readonly reach: number;
}

interface Shape {
  readonly from: number;
  readonly to: number;
  readonly arcs: number;
}

/** The first size at which nobody covers anybody, and no cable passes behind anybody. */
function smallest(ids: readonly string[], hub: Point, shape: Shape, others: readonly Point[]): Fan | undefined {
  for (let radius = nearest; radius <= farthest; radius *= 1.08) {
    const points = fanned(ids, hub, shape, radius);
    if (!isSeparate([...points.values()], [hub, ...others])) continue;
    const lines = ids.map((id) => ({ from: '', to: id }));
    if (hiddenCount(new Map([...points, ['', hub]]), lines) > 0) continue;
    return { points, reach: radius + (shape.arcs - 1) * arcGap };
  }
  return undefined;
}

function fanned(ids: readonly string[], hub: Point, { from, to, arcs }: Shape, radius: number): Map<string, Point> {
  const step = (to - from) / Math.max(1, ids.length);
  return new Map(
    ids.map((id, place) => {
      const angle = (from + (place + 0.5) * step) / degrees;
      const reach = radius + (place % arcs) * arcGap;
      const [x, y] = [hub.x + stretch * reach * Math.cos(angle), hub.y + reach * Math.sin(angle)];
      return [id, { x: Math.round(x), y: Math.round(y) }];
    }),
  );
}

function isSeparate(points: readonly Point[], others: readonly Point[]): boolean {
  const places = freePlaces(others);
  return points.every((point) => {
    const isFree = places.isFree(point);
    places.add(point);
    return isFree;
  });
}

const degrees = 180 / Math.PI;

/** In degrees clockwise from the right. */
function direction(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, (to.x - from.x) / stretch) * degrees;
}

/** The gap between the taken directions in which a direction lies, or the whole circle around it. */
function freeSector(taken: readonly number[], wanted: number): { readonly from: number; readonly to: number } {
  if (taken.length === 0) return { from: wanted - 180, to: wanted + 180 };
  const turns = taken.map((each) => (((each - wanted) % 360) + 360) % 360);
  const [after, before] = [Math.min(...turns), 360 - Math.max(...turns)];
  return { from: wanted - before + margin, to: wanted + after - margin };
}
