/**
 * What the field would draw for a network: a star for one device, rows or a tree or a ring for several, a circle for peers
 * that talk to each other, tiers for services that ask each other, and the layout by forces for what is none of these.
 */
import { type Block, row } from './block';
import { fewEnoughToTry, hiddenCount } from './clearance';
import { partsOf, pathThrough } from './graph';
import { aroundTheOverlay, ring as circleOf, mesh } from './layout-circle';
import { chain, ring, surroundingsOf, tree } from './layout-devices';
import { force } from './layout-force';
import { linesIn, type Network } from './layout-network';
import { star } from './layout-star';
import { tiers } from './layout-tiers';

/** One connected part of a network. */
export function automatic(part: readonly string[], network: Network): Block {
  const devices = part.filter((id) => network.isDevice.has(id));
  if (devices.length === 0) return hostsOnly(part, network);
  const line = pathThrough(network.graph.within(part), part);
  if (line) return row(inAskingOrder(line, network));
  const backbone = network.graph.within(devices);
  if (partsOf(backbone, devices).length > 1) return clearest(part, network, [tiers, force]);
  const around = surroundingsOf(part, devices, network);
  const path = pathThrough(backbone, devices);
  if (devices.length === 1) return oneDevice(devices[0] as string, part, network);
  if (path) return chain(path, around, network);
  if (backbone.edgeCount === devices.length - 1) return tree(devices, backbone, around, network);
  const isRing = devices.every((id) => backbone.neighbours(id).length === 2);
  return isRing ? ring(devices, backbone, around) : clearest(part, network, [force, tiers]);
}

/** Up to here a row above the device and one below it are clearer than a circle. */
const shortRow = 4;

/** A star; a few clients stand in a row below, as their servers do above. */
function oneDevice(device: string, part: readonly string[], network: Network): Block {
  const around = surroundingsOf(part, [device], network);
  const hosts = around.of(device);
  const servers = hosts.filter((id) => network.isServer.has(id));
  const others = hosts.filter((id) => !network.isServer.has(id));
  const isFew = servers.length > 0 && servers.length <= shortRow && others.length <= shortRow;
  if (isFew || hosts.some((host) => around.beyond(host).length > 0)) return chain([device], around, network);
  if (others.length === 0) return star(device, [], servers);
  return star(device, servers, aroundTheOverlay(others, network));
}

/** More clients of one server would make a long row. */
const longRow = 5;

/** Hosts that are cabled to each other, or that talk in a file without cables. */
function hostsOnly(part: readonly string[], network: Network): Block {
  const { graph, isServer, hasCables } = network;
  const servers = part.filter((id) => isServer.has(id));
  const others = part.filter((id) => !isServer.has(id));
  if (part.length === 2) return row([...others, ...servers], 300);
  const path = pathThrough(graph.within(part), part);
  if (path && (hasCables || isRelay(path, network))) return row(inAskingOrder(path, network), 250);
  if (part.every((id) => graph.neighbours(id).length === 2)) return circleOf(part, network);
  if (graph.within(others).edgeCount > others.length / 2) return mostlyPeers(part, network);
  if (servers.length === 1 && others.length > longRow) return star(servers[0], [], others);
  return clearest(part, network, [tiers, force, mesh]);
}

/** Each on a circle, if they are no chain of services that ask each other. */
function mostlyPeers(part: readonly string[], network: Network): Block {
  const asks = new Set(network.talks.map(({ from }) => from));
  const asked = new Set(network.talks.map(({ to }) => to));
  const both = part.filter((id) => asks.has(id) && asked.has(id));
  return both.length * 2 > part.length ? mesh(part, network) : clearest(part, network, [tiers, mesh, force]);
}

type Arrange = (part: readonly string[], network: Network) => Block;

/** The one in which the fewest lines pass behind nodes; among equals the first. */
function clearest(part: readonly string[], network: Network, candidates: readonly Arrange[]): Block {
  if (part.length > fewEnoughToTry) return force(part, network);
  const lines = linesIn(part, network);
  const rated = candidates.map((arrange) => {
    const block = arrange(part, network);
    return { block, cost: hiddenCount(block.points, lines) };
  });
  return rated.reduce((best, next) => (next.cost < best.cost ? next : best)).block;
}

/** `browser → web → database`: each asks the next. Drawn from left to right. */
function isRelay(path: readonly string[], { talks }: Network): boolean {
  const place = new Map(path.map((id, index) => [id, index]));
  const directions = new Set<number>();
  for (const { from, to } of talks) {
    const a = place.get(from);
    const b = place.get(to);
    if (a !== undefined && b !== undefined) directions.add(Math.sign(b - a));
  }
  return directions.size === 1;
}

function inAskingOrder(path: readonly string[], { talks, hasCables, isServer }: Network): readonly string[] {
  const first = path[0] as string;
  const startsWithServer = !hasCables ? talks.some(({ to }) => to === first) : isServer.has(first);
  const endsWithServer = hasCables && isServer.has(path.at(-1) as string);
  return startsWithServer && !endsWithServer ? [...path].reverse() : path;
}
