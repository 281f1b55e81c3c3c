/** Everybody on one circle: in the order of a ring, or, where each talks to each, around what connects them. */
import { type Block, blockOf, circle, joined, separated } from './block';
import { cleared } from './clearance';
import { linesIn, type Network } from './layout-network';
import { star } from './layout-star';

/** Around the ring as the links lead, so that neighbours stand side by side. */
export function ring(part: readonly string[], { graph }: Network): Block {
  return separated(circle(graph.walk(part[0] as string), 190));
}

/** Hosts on a circle, servers in its upper part, and what forwards within it. */
export function mesh(part: readonly string[], network: Network): Block {
  const devices = part.filter((id) => network.isDevice.has(id));
  const hosts = part.filter((id) => !network.isDevice.has(id));
  const top = hosts.filter((id) => network.isServer.has(id));
  const rest = aroundTheOverlay(
    hosts.filter((id) => !network.isServer.has(id)),
    network,
  );
  const [hub] = devices;
  if (devices.length <= 1) {
    const { points } = rest.length === 0 ? star(hub, [], top) : star(hub, top, rest);
    return blockOf(cleared(points, linesIn(part, network)));
  }
  const inner = circle(devices, 130);
  const reach = Math.max(...[...inner.points.values()].map(({ x, y }) => Math.hypot(x, y)));
  const outer = rest.length === 0 ? star(undefined, [], top) : star(undefined, top, rest);
  const scale = Math.max(1, (reach + 200) / 200);
  const moved = new Map([...outer.points].map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]));
  return separated(joined([inner, blockOf(moved)]));
}

/** Where the neighbours in an application form one ring, that is the order. */
export function aroundTheOverlay(hosts: readonly string[], { overlay }: Network): readonly string[] {
  const first = hosts[0];
  if (first === undefined || hosts.length < 3) return hosts;
  const isRing = hosts.every((id) => overlay.neighbours(id).length === 2);
  const order = isRing ? overlay.walk(first) : hosts;
  return order.length === hosts.length && order.every((id) => hosts.includes(id)) ? order : hosts;
}
