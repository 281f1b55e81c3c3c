/**
 * Stars: everybody around one node, servers in the upper part; and, where the network goes on behind its neighbours, rings
 * around rings. A message from the middle never passes behind anybody. Pure geometry over names.
 */
import { type Block, blockOf, type Point, separated } from './block';
import { treeFrom } from './graph';
import { hubOf, type Network } from './layout-network';

/** Wider than high, as nodes with their names are, and most windows. */
const radii = { x: 235, y: 200 };
/** More than these on one circle would need a huge one. */
const onOneCircle = 48;

/** `hub` in the middle (or nobody), `top` above it, the others around the rest of the circle, from left to right. */
export function star(hub: string | undefined, top: readonly string[], rest: readonly string[]): Block {
  const all = top.length + rest.length;
  if (all > onOneCircle) return rings(hub, [...top, ...rest]);
  const points = new Map<string, Point>(hub === undefined ? [] : [[hub, { x: 0, y: 0 }]]);
  const share = top.length === 0 ? 0 : Math.min(200, (360 * top.length) / all);
  const around = top.length > 0 ? spread([...rest].reverse(), 90, 360 - share) : equally(rest);
  for (const [id, degrees] of [...spread(top, -90, share), ...around]) points.set(id, onEllipse(degrees, radii));
  return separated(blockOf(inOrder(points, [...(hub === undefined ? [] : [hub]), ...top, ...rest])));
}

/** Evenly over an arc around `middle`, in degrees clockwise from the right. */
function spread(ids: readonly string[], middle: number, arc: number): [string, number][] {
  const step = arc / Math.max(1, ids.length);
  return ids.map((id, index) => [id, middle + (index - (ids.length - 1) / 2) * step]);
}

/** Around the whole circle: an odd one on top, an even number with a level upper edge. */
function equally(ids: readonly string[]): [string, number][] {
  const step = 360 / Math.max(1, ids.length);
  const first = ids.length % 2 === 1 ? -90 : -90 - step / 2;
  return ids.map((id, index) => [id, first + index * step]);
}

function onEllipse(degrees: number, { x, y }: { readonly x: number; readonly y: number }): Point {
  const angle = (degrees / 180) * Math.PI;
  return { x: Math.round(x * Math.cos(angle)), y: Math.round(y * Math.sin(angle)) };
}

function inOrder(points: ReadonlyMap<string, Point>, ids: readonly string[]): Map<string, Point> {
  return new Map(ids.flatMap((id) => (points.has(id) ? [[id, points.get(id) as Point]] : [])));
}

/** A crowd: circle around circle, each turned a little, so that many cables pass between those of the inner ones. */
function rings(hub: string | undefined, ids: readonly string[]): Block {
  const points = new Map<string, Point>(hub === undefined ? [] : [[hub, { x: 0, y: 0 }]]);
  let placed = 0;
  for (let ring = 0; placed < ids.length; ring++) {
    const size = { x: 340 + ring * 190, y: 280 + ring * 150 };
    const room = Math.floor((Math.PI * (size.x + size.y)) / 190);
    const here = ids.slice(placed, placed + room);
    here.forEach((id, index) => {
      points.set(id, onEllipse(-90 + ((index + ring / 2) * 360) / here.length, size));
    });
    placed += here.length;
  }
  return separated(blockOf(points));
}

/** What the user chooses as a star: what hangs on most around it, what hangs on that in the same direction further out. */
export function radial(part: readonly string[], network: Network): Block {
  const hub = hubOf(part, network);
  if (hub === undefined) return blockOf(new Map());
  const { children } = treeFrom(network.graph, hub);
  const around = children(hub);
  if (around.every((id) => children(id).length === 0)) {
    const top = around.filter((id) => network.isServer.has(id));
    return star(hub, top.length < around.length ? top : [], top.length < around.length ? others(around, top) : top);
  }
  const leaves = leafCounter(children);
  const points = new Map<string, Point>();
  const place = (id: string, depth: number, from: number, arc: number): void => {
    points.set(id, onEllipse(from + arc / 2, { x: radii.x * depth, y: radii.y * depth }));
    let start = from;
    for (const child of children(id)) {
      const own = (arc * leaves(child)) / leaves(id);
      place(child, depth + 1, start, own);
      start += own;
    }
  };
  place(hub, 0, -90 - 180 / leaves(hub), 360);
  return separated(blockOf(inOrder(points, part)));
}

function others(ids: readonly string[], without: readonly string[]): readonly string[] {
  return ids.filter((id) => !without.includes(id));
}

function leafCounter(children: (id: string) => readonly string[]): (id: string) => number {
  const known = new Map<string, number>();
  const count = (id: string): number => {
    const own = known.get(id) ?? (children(id).reduce((sum, child) => sum + count(child), 0) || 1);
    known.set(id, own);
    return own;
  };
  return count;
}
