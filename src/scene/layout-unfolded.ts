/**
 * Where the members of a group go when the user unfolds it: together, where the group was, or further away from what it hangs
 * on where that is taken. Everything else stays. Pure geometry over names.
 */
import { grid, type Point } from './block';
import type { Drawn, DrawnNode } from './drawn';
import { freePlaces } from './free-places';

type Places = ReadonlyMap<string, Point>;

/** `kept` is what stays; `previous` holds the place of the group as one, if it ever had one. */
export function placeUnfolded(network: Drawn, kept: Places, previous: Places): Map<string, Point> {
  const places = freePlaces(kept.values());
  const result = new Map<string, Point>();
  for (const members of unfoldedAnew(network, kept)) {
    const { bundle, first } = members[0] as DrawnNode;
    const was = (bundle && previous.get(bundle.id)) ?? first.at;
    if (!was) continue;
    const block = [...grid(members.map(({ id }) => id)).points];
    const middle = meanOf(block.map(([, point]) => point));
    const away = awayFrom(neighbours(network, members, kept), was);
    for (const step of steps) {
      const moved = block.map(([id, { x, y }]): [string, Point] => [
        id,
        { x: Math.round(was.x + x - middle.x + away.x * step), y: Math.round(was.y + y - middle.y + away.y * step) },
      ]);
      if (!moved.every(([, point]) => places.isFree(point))) continue;
      for (const [id, point] of moved) {
        places.add(point);
        result.set(id, point);
      }
      break;
    }
  }
  return result;
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
