/**
 * The layout of a network that has no places yet. Each connected part is arranged by what it is (hosts only, a chain of
 * devices, a tree of them, a ring), then the parts are packed. The same network always gives the same places.
 */
import {
  type Block,
  beside,
  circle,
  columnGap,
  grid,
  joined,
  mirrored,
  moved,
  type Point,
  packed,
  row,
  tierGap,
} from './block';
import type { Drawn } from './drawn';
import { type Graph, graphOf, partsOf, pathThrough, treeFrom } from './graph';
import type { LayoutKind } from './scene';
import { shapeOf } from './shapes';

export type { Point };

export function freshLayout(network: Drawn, _kind: LayoutKind): Map<string, Point> {
  const arrangement = describeNodes(network);
  const parts = partsOf(arrangement.graph, arrangement.ids);
  const alone = parts.filter((part) => part.length === 1).flat();
  const blocks = parts.filter((part) => part.length > 1).map((part) => arrangePart(part, arrangement));
  if (alone.length > 0) blocks.push(tiers(alone, arrangement));
  const points = new Map<string, Point>();
  const { points: places } = packed(blocks.length > 0 ? blocks : [row([])]);
  for (const id of arrangement.ids) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    points.set(id, { x: Math.round(x), y: Math.round(y) });
  }
  return points;
}

interface Arrangement {
  readonly ids: readonly string[];
  /** Cables; where there are none, who talks to whom. */
  readonly graph: Graph;
  readonly isDevice: ReadonlySet<string>;
  /** Servers and indexes: hosts that others ask and that ask nobody. */
  readonly isServer: ReadonlySet<string>;
  /** From who asks to who is asked; only where there are no cables. */
  readonly asks: readonly { readonly from: string; readonly to: string }[];
}

function describeNodes({ nodes, edges, talks }: Drawn): Arrangement {
  const cables = edges.filter((edge) => edge.kind === 'cable');
  const ids = nodes.map(({ id }) => id);
  const asking = new Set(talks.map(({ from }) => from));
  const asked = new Set(talks.map(({ to }) => to));
  const isServer = nodes.filter(({ id, first }) => {
    const shape = shapeOf(first);
    const saysNothing = first.kind === 'host' && first.software.length === 0 && first.declaredRole === undefined;
    return shape === 'server' || shape === 'index' || (saysNothing && asked.has(id) && !asking.has(id));
  });
  return {
    ids,
    graph: graphOf(ids, cables.length > 0 ? cables : edges),
    isDevice: new Set(nodes.filter(({ first }) => first.kind !== 'host').map(({ id }) => id)),
    isServer: new Set(isServer.map(({ id }) => id)),
    asks: cables.length > 0 ? [] : talks,
  };
}

function arrangePart(part: readonly string[], arrangement: Arrangement): Block {
  const devices = part.filter((id) => arrangement.isDevice.has(id));
  if (devices.length === 0) return hostsOnly(part, arrangement);
  const line = pathThrough(arrangement.graph.within(part), part);
  if (line) return row(inAskingOrder(line, arrangement));
  const backbone = arrangement.graph.within(devices);
  const around = surroundingsOf(part, devices, arrangement);
  const isConnected = partsOf(backbone, devices).length === 1;
  if (!isConnected) return tiers(part, arrangement);
  const path = pathThrough(backbone, devices);
  if (path) return chain(path, around, arrangement);
  if (backbone.edgeCount === devices.length - 1) return tree(devices, backbone, around, arrangement);
  return ring(devices, backbone, around);
}

interface Surroundings {
  /** The hosts that are cabled to the device. */
  of(device: string): readonly string[];
  /** The hosts that only this host leads to. */
  beyond(host: string): readonly string[];
}

/** Each host belongs to the first device that reaches it, directly or through another host. */
function surroundingsOf(
  part: readonly string[],
  devices: readonly string[],
  { graph, isDevice }: Arrangement,
): Surroundings {
  const place = new Map(part.map((id, index) => [id, index]));
  const next = new Map<string, string[]>();
  const seen = new Set(devices);
  const queue = [...devices];
  for (let index = 0; index < queue.length; index++) {
    const id = queue[index] as string;
    const hosts = graph.neighbours(id).filter((neighbour) => !isDevice.has(neighbour) && !seen.has(neighbour));
    hosts.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    next.set(id, hosts);
    for (const host of hosts) {
      seen.add(host);
      queue.push(host);
    }
  }
  const hostsOf = (id: string) => next.get(id) ?? [];
  return { of: hostsOf, beyond: hostsOf };
}

/** Hosts in a grid, or, where others hang on them, side by side with those one tier further out. */
function outskirts(hosts: readonly string[], around: Surroundings): Block {
  if (hosts.every((host) => around.beyond(host).length === 0)) return grid(hosts);
  const branch = (host: string): Block => stem(row([host]), grid([]), around.beyond(host).map(branch));
  return joined(beside(hosts.map(branch)));
}

/** Hosts that are cabled to each other, or that talk in a file without cables. */
function hostsOnly(part: readonly string[], arrangement: Arrangement): Block {
  const { graph, isServer } = arrangement;
  const servers = part.filter((id) => isServer.has(id));
  if (part.length === 2) return row([...part.filter((id) => !isServer.has(id)), ...servers], 300);
  const path = pathThrough(graph.within(part), part);
  if (path && (arrangement.asks.length === 0 || isRelay(path, arrangement)))
    return row(inAskingOrder(path, arrangement), 250);
  if (servers.length > 0 && servers.length < part.length) return tiers(part, arrangement);
  return part.length <= 12 ? circle(part, 170) : grid(part);
}

/** `browser → web → database`: each asks the next. Drawn from left to right. */
function isRelay(path: readonly string[], { asks }: Arrangement): boolean {
  const place = new Map(path.map((id, index) => [id, index]));
  const directions = new Set<number>();
  for (const { from, to } of asks) {
    const a = place.get(from);
    const b = place.get(to);
    if (a !== undefined && b !== undefined) directions.add(Math.sign(b - a));
  }
  return directions.size === 1;
}

function inAskingOrder(path: readonly string[], { asks, isServer }: Arrangement): readonly string[] {
  const first = path[0] as string;
  const startsWithServer = asks.length > 0 ? asks.some(({ to }) => to === first) : isServer.has(first);
  const endsWithServer = asks.length === 0 && isServer.has(path.at(-1) as string);
  return startsWithServer && !endsWithServer ? [...path].reverse() : path;
}

/** Servers on top, devices below them, everybody else at the bottom. */
function tiers(part: readonly string[], { isServer, isDevice }: Arrangement): Block {
  const rows = [
    part.filter((id) => isServer.has(id)),
    part.filter((id) => isDevice.has(id)),
    part.filter((id) => !isServer.has(id) && !isDevice.has(id)),
  ];
  let y = 0;
  const blocks: Block[] = [];
  for (const ids of rows) {
    if (ids.length === 0) continue;
    const block = moved(grid(ids), 0, y);
    blocks.push(block);
    y = Math.max(...[...block.points.values()].map((point) => point.y)) + tierGap + 25;
  }
  return joined(blocks);
}

/** Devices in a row, what serves above its device, everybody else below it. One device is the shortest chain. */
function chain(devices: readonly string[], around: Surroundings, { isServer }: Arrangement): Block {
  const anyServer = devices.some((device) => around.of(device).some((id) => isServer.has(id)));
  const columns = devices.map((device) => {
    const hosts = around.of(device);
    const above = new Set(anyServer ? hosts.filter((id) => isServer.has(id)) : upperHalf(hosts));
    const upper = outskirts([...above], around);
    const lower = outskirts(
      hosts.filter((id) => !above.has(id)),
      around,
    );
    return joined([row([device]), moved(mirrored(upper), 0, -tierGap), moved(lower, 0, tierGap)]);
  });
  return joined(beside(columns));
}

/** Equals around one device: a few below it, more than four on both sides of it. */
function upperHalf(hosts: readonly string[]): readonly string[] {
  return hosts.length <= 4 ? [] : hosts.slice(0, Math.floor(hosts.length / 2));
}

/** A tree of devices: branches without any client grow upwards from the root, the others downwards. */
function tree(devices: readonly string[], backbone: Graph, around: Surroundings, { isServer }: Arrangement): Block {
  const root = devices.reduce((best, id) =>
    backbone.neighbours(id).length > backbone.neighbours(best).length ? id : best,
  );
  const { children, below } = treeFrom(backbone, root);
  const isServing = (device: string) => {
    const hosts = below(device).flatMap((id) => around.of(id));
    return hosts.every((id) => isServer.has(id));
  };
  const branch = (device: string): Block =>
    stem(row([device]), outskirts(around.of(device), around), children(device).map(branch));
  const half = (serves: boolean) => {
    const hosts = around.of(root).filter((id) => isServer.has(id) === serves);
    const devices = children(root).filter((id) => isServing(id) === serves);
    return stem(row([root]), outskirts(hosts, around), devices.map(branch));
  };
  return joined([mirrored(half(true)), half(false)]);
}

/** What is at the origin, with its own hosts and its branches side by side one tier below it, the hosts in the middle. */
function stem(origin: Block, hosts: Block, branches: readonly Block[]): Block {
  const half = Math.ceil(branches.length / 2);
  const own = hosts.points.size > 0 ? [hosts] : [];
  const below = beside([...branches.slice(0, half), ...own, ...branches.slice(half)]);
  return joined([origin, ...below.map((block) => moved(block, 0, tierGap))]);
}

/** Devices with more than one way around: on a circle, each with its hosts outside of it. */
function ring(devices: readonly string[], backbone: Graph, around: Surroundings): Block {
  const order = backbone.walk(devices[0] as string);
  const grids = order.map((device) => outskirts(around.of(device), around));
  const reach = Math.max(...grids.map((block) => Math.hypot(block.right - block.left, block.bottom - block.top))) / 2;
  const inner = circle(order, 150);
  const radius = Math.hypot(...coordinates(inner, order[0] as string));
  const needed = reach / Math.sin(Math.PI / Math.max(order.length, 3));
  const distance = Math.max(radius + columnGap / 2 + reach, needed);
  const outer = grids.map((block, index) => {
    const [x, y] = coordinates(inner, order[index] as string);
    const scale = distance / radius;
    return moved(block, x * scale - (block.left + block.right) / 2, y * scale - (block.top + block.bottom) / 2);
  });
  return joined([inner, ...outer]);
}

function coordinates(block: Block, id: string): [number, number] {
  const { x, y } = block.points.get(id) ?? { x: 0, y: 0 };
  return [x, y];
}
