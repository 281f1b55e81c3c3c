/**
 * Where each node goes: deterministic, and the way this field draws networks (servers on top, forwarding devices in the
 * middle, clients and peers below). An edit keeps what is there; `layout-fresh.ts` draws from nothing. Units are the
 * diagram's own, about a pixel at 100%; x grows to the right, y downwards.
 */
import type { Topology } from '../language/topology';
import type { Point } from './block';
import { type Drawn, drawn } from './drawn';
import type { Folding } from './folding';
import { freePlaces } from './free-places';
import { freshLayout } from './layout-fresh';
import { placeUnfolded } from './layout-unfolded';
import type { LayoutKind } from './scene';

export type { Point };

/** What the user decided about the drawing as a whole. */
export interface Look {
  readonly layout: LayoutKind;
  readonly folding: Folding;
}

export const usualLook: Look = { layout: 'automatic', folding: new Map() };

/**
 * A place for every drawn node. `at (x, y)` in the file wins, then the place in `previous`; the rest are new and get a
 * free place near a neighbour that has one.
 */
export function layout(
  topology: Topology,
  previous?: ReadonlyMap<string, Point>,
  { layout: kind, folding }: Look = usualLook,
): Map<string, Point> {
  const network = drawn(topology, folding);
  const kept = new Map<string, Point>();
  for (const { id, at } of network.nodes) {
    const place = at ?? previous?.get(id);
    if (place) kept.set(id, { x: place.x, y: place.y });
  }
  if (kept.size === network.nodes.length) return kept;
  const fresh = freshLayout(network, kind);
  if (kept.size === 0) return fresh;
  const unfolded = placeUnfolded(network, kept, previous ?? kept);
  return addNewNodes(network, new Map([...kept, ...unfolded]), fresh);
}

/** New nodes keep the offset that they have to a neighbour in the fresh layout, moved to the next free place. */
function addNewNodes(network: Drawn, kept: ReadonlyMap<string, Point>, fresh: ReadonlyMap<string, Point>) {
  const result = new Map<string, Point>();
  for (const { id } of network.nodes) result.set(id, kept.get(id) ?? { x: 0, y: 0 });
  const places = freePlaces(kept.values());
  const placed = new Set(kept.keys());
  const neighbours = neighboursOf(network);
  const newest = network.nodes.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  const general = offsetBetween([...kept.keys()][0] as string, fresh, result);
  for (const id of inReachOrder(newest, placed, neighbours)) {
    const anchor = neighbours.get(id)?.find((neighbour) => placed.has(neighbour));
    const offset = anchor === undefined ? general : offsetBetween(anchor, fresh, result);
    const wish = fresh.get(id) ?? { x: 0, y: 0 };
    result.set(id, places.take({ x: wish.x + offset.x, y: wish.y + offset.y }));
    placed.add(id);
  }
  return result;
}

function offsetBetween(id: string, fresh: ReadonlyMap<string, Point>, current: ReadonlyMap<string, Point>): Point {
  const from = fresh.get(id);
  const to = current.get(id);
  return from && to ? { x: to.x - from.x, y: to.y - from.y } : { x: 0, y: 0 };
}

function neighboursOf({ edges, talks }: Drawn): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (a: string, b: string) => {
    const list = neighbours.get(a);
    if (list) list.push(b);
    else neighbours.set(a, [b]);
  };
  for (const { from, to } of [...edges, ...talks]) {
    add(from, to);
    add(to, from);
  }
  return neighbours;
}

/** First those next to a node that has a place, then those next to them, and so on; the unconnected last. */
function inReachOrder(
  ids: readonly string[],
  placed: ReadonlySet<string>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): string[] {
  const waiting = new Set(ids);
  const queue: string[] = [];
  const reach = (id: string) => {
    if (waiting.delete(id)) queue.push(id);
  };
  for (const id of ids) if (neighbours.get(id)?.some((neighbour) => placed.has(neighbour))) reach(id);
  for (let next = 0; next < queue.length; next++) neighbours.get(queue[next] as string)?.forEach(reach);
  return [...queue, ...waiting];
}
