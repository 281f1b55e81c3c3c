/**
 * Networks of several devices, arranged by how the devices are cabled: one after the other, as a tree, or round a ring; each
 * with its hosts around it, servers above, everybody else below. Pure geometry over names.
 */
import { type Block, beside, circle, columnGap, joined, mirrored, moved, row, shelf, tierGap } from './block';
import { type Graph, treeFrom } from './graph';
import type { Network } from './layout-network';

export interface Surroundings {
  /** The hosts that are cabled to the device. */
  of(device: string): readonly string[];
  /** The hosts that only this host leads to. */
  beyond(host: string): readonly string[];
}

/** Each host belongs to the first device that reaches it, directly or through another host. */
export function surroundingsOf(
  part: readonly string[],
  devices: readonly string[],
  { graph, isDevice }: Network,
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

/** Hosts side by side, or, where others hang on them, side by side with those one tier further out. */
function outskirts(hosts: readonly string[], around: Surroundings): Block {
  if (hosts.every((host) => around.beyond(host).length === 0)) return shelf(hosts, tierGap);
  const branch = (host: string): Block => stem(row([host]), row([]), around.beyond(host).map(branch));
  return joined(beside(hosts.map(branch)));
}

/** Devices in a row, what serves above its device, everybody else below it. One device is the shortest chain. */
export function chain(devices: readonly string[], around: Surroundings, { isServer }: Network): Block {
  const anyServer = devices.some((device) => around.of(device).some((id) => isServer.has(id)));
  const columns = devices.map((device) => {
    const hosts = around.of(device);
    const above = new Set(anyServer ? hosts.filter((id) => isServer.has(id)) : upperHalf(hosts));
    const upper = mirrored(outskirts([...above], around));
    const lower = outskirts(
      hosts.filter((id) => !above.has(id)),
      around,
    );
    return [moved(upper, 0, -tierGap), row([device]), moved(lower, 0, tierGap)];
  });
  return inColumns(columns);
}

/** Cables between devices need room for what is written beside them. */
const deviceGap = 240;

/** Each column as close to those before it as its tiers allow. */
function inColumns(columns: readonly (readonly Block[])[]): Block {
  const ends: number[] = [];
  let x = 0;
  const placed = columns.map((tiers, column) => {
    const needed = tiers.map((tier, level) =>
      isEmpty(tier) ? 0 : (ends[level] ?? Number.NEGATIVE_INFINITY) - tier.left,
    );
    if (column > 0) x = Math.max(x + deviceGap, ...needed);
    tiers.forEach((tier, level) => {
      if (!isEmpty(tier)) ends[level] = x + tier.right;
    });
    return joined(tiers.map((tier) => moved(tier, x, 0)));
  });
  return joined(placed);
}

function isEmpty(block: Block): boolean {
  return block.points.size === 0;
}

/** Equals around one device: a few below it, more than four on both sides of it. */
function upperHalf(hosts: readonly string[]): readonly string[] {
  return hosts.length <= 4 ? [] : hosts.slice(0, Math.floor(hosts.length / 2));
}

/** A tree of devices: branches without any client grow upwards from the root, the others downwards. */
export function tree(devices: readonly string[], backbone: Graph, around: Surroundings, { isServer }: Network): Block {
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
export function ring(devices: readonly string[], backbone: Graph, around: Surroundings): Block {
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
