/**
 * Where the members of a group go when the user unfolds it: around the one node that they hang on, on the side where the group
 * was; else together where it was, or further away where that is taken. Everything else stays. Pure geometry over names.
 */
import { grid, type Point } from './block';
import type { Drawn, DrawnNode } from './drawn';
import { freePlaces } from './free-places';
import { fan } from './layout-fan';

type Places = ReadonlyMap<string, Point>;

/** `kept` is what stays; `previous` holds the place of the group as one, if it ever had one. */
export function placeUnfolded(network: Drawn, kept: Places, previous: Places): Map<string, Point> {
  const places = freePlaces(kept.values());
  const result = new Map<string, Point>();
  for (const members of unfoldedAnew(network, kept)) {
    const { bundle, first } = members[0] as DrawnNode;
    const was = (bundle && previous.get(bundle.id)) ?? first.at;
    if (!was) continue;
    const ids = members.map(({ id }) => id);
    const around = neighbours(network, members, kept);
    const [hub, ...more] = around;
    const others = [...kept.values(), ...result.values()].filter((point) => point !== hub);
    const found = (more.length === 0 && hub && fan(ids, hub, was, others)) || together(ids, was, around, places);
    for (const [id, point] of found) {
      places.add(point);
      result.set(id, point);
    }
  }
  return result;
}

/** Row by row, at the nearest place where all have room. */
function together(
  ids: readonly string[],
  was: Point,
  around: readonly Point[],
  places: ReturnType<typeof freePlaces>,
): [string, Point][] {
  const block = [...grid(ids).points];
  const middle = meanOf(block.map(([, point]) => point));
  const away = awayFrom(around, was);
  for (const step of steps) {
    const moved = block.map(([id, { x, y }]): [string, Point] => [
      id,
      { x: Math.round(was.x + x - middle.x + away.x * step), y: Math.round(was.y + y - middle.y + away.y * step) },
    ]);
    if (moved.every(([, point]) => places.isFree(point))) return moved;
  }
  return [];
}

/** How far away is tried, the nearest first. */
const steps = Array.from({ length: 150 }, (_, step) => step * 40);

function unfoldedAnew({ nodes }: Drawn, kept: Places): DrawnNode[][] {
  const bundles = new Map<string, DrawnNode[]>();
  for (const node of nodes) {
    if (!node.bundle || node.bundle.isFolded) continue;
    const known = bundles.get(node.bundle.key);
    if (known) known.push(node);
    else bundles.set(node.bundle.key, [node]);
  }
  return [...bundles.values()].filter((members) => members.every(({ id }) => !kept.has(id)));
}

function neighbours({ edges }: Drawn, members: readonly DrawnNode[], kept: Places): Point[] {
  const ids = new Set(members.map(({ id }) => id));
  const others = new Set(edges.flatMap(({ from, to }) => (ids.has(from) ? [to] : ids.has(to) ? [from] : [])));
  return [...others].flatMap((id) => kept.get(id) ?? []);
}

/** A direction of length 1: downwards where nothing says otherwise. */
function awayFrom(points: readonly Point[], place: Point): Point {
  if (points.length === 0) return { x: 0, y: 1 };
  const middle = meanOf(points);
  const [x, y] = [place.x - middle.x, place.y - middle.y];
  const length = Math.hypot(x, y);
  return length < 1 ? { x: 0, y: 1 } : { x: x / length, y: y / length };
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}
