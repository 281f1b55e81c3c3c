/**
 * Tiers: who only asks at the bottom, what forwards above, then the servers, each above those that ask it. Within a tier
 * nodes stand above what they belong to.
 */
import { type Block, blockOf, columnGap, type Point, tierGap } from './block';
import { fewEnoughToTry, hiddenCount } from './clearance';
import { linesIn, type Network } from './layout-network';

/** More would not fit beside each other; a tier goes on in a second row then. */
const widestTier = 8;

export function tiers(part: readonly string[], network: Network): Block {
  const levels = levelsOf(part, network);
  const rows = rowsOf(part, levels);
  const ordered = byNeighbours(rows, network);
  return blockOf(clearRows(ordered, linesIn(part, network)));
}

/** 0 is the lowest. Without cables whoever is asked stands above who asks; in a circle the first one begins. */
function levelsOf(part: readonly string[], network: Network): ReadonlyMap<string, number> {
  const { isServer, isDevice } = network;
  const depth = askedDepth(part, network);
  const devices = part.some((id) => isDevice.has(id)) ? 1 : 0;
  return new Map(
    part.map((id) => {
      if (isDevice.has(id)) return [id, 1];
      const own = depth.get(id) ?? 0;
      if (isServer.has(id)) return [id, devices + Math.max(1, own)];
      return [id, own === 0 || hasPeers(id, network) ? 0 : devices + own];
    }),
  );
}

/** Peers ask each other: none stands above the others. */
function hasPeers(id: string, { talks }: Network): boolean {
  return talks.some(({ from, to }) => from === id && talks.some((other) => other.from === to && other.to === id));
}

/** How many have to ask, one because of the other, until somebody asks this one. */
function askedDepth(part: readonly string[], { talks }: Network): ReadonlyMap<string, number> {
  const inPart = new Set(part);
  const askers = new Map<string, string[]>();
  for (const { from, to } of talks) {
    if (inPart.has(from) && inPart.has(to)) askers.set(to, [...(askers.get(to) ?? []), from]);
  }
  const depths = new Map<string, number>();
  const underWay = new Set<string>();
  const depthOf = (id: string): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    if (underWay.has(id)) return 0;
    underWay.add(id);
    const depth = Math.max(0, ...(askers.get(id) ?? []).map((asker) => depthOf(asker) + 1));
    depths.set(id, depth);
    return depth;
  };
  part.forEach(depthOf);
  return depths;
}

/** From the top downwards; what is too wide stands in two rows. */
function rowsOf(part: readonly string[], levels: ReadonlyMap<string, number>): string[][] {
  const used = [...new Set(levels.values())].sort((a, b) => b - a);
  return used.flatMap((level) => {
    const ids = part.filter((id) => levels.get(id) === level);
    const count = Math.ceil(ids.length / widestTier);
    const width = Math.ceil(ids.length / count);
    return Array.from({ length: count }, (_, row) => ids.slice(row * width, (row + 1) * width));
  });
}

/** Sorted by the mean place of the neighbours in the row before, downwards and upwards: fewer crossings. */
function byNeighbours(rows: readonly string[][], { graph }: Network): string[][] {
  const result = rows.map((row) => [...row]);
  const sortBy = (row: number, other: number) => {
    const ids = result[row];
    const places = new Map(result[other]?.map((id, index, all) => [id, index - (all.length - 1) / 2]));
    if (!ids) return;
    const mean = (id: string, index: number) => {
      const known = graph.neighbours(id).flatMap((neighbour) => places.get(neighbour) ?? []);
      return known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : index - (ids.length - 1) / 2;
    };
    const means = new Map(ids.map((id, index) => [id, mean(id, index)]));
    ids.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0));
  };
  for (let row = 1; row < result.length; row++) sortBy(row, row - 1);
  for (let row = result.length - 2; row >= 0; row--) sortBy(row, row + 1);
  return result;
}

/** Each row centred, or moved by half a place to the side where fewer cables pass behind its nodes then. */
function clearRows(
  rows: readonly (readonly string[])[],
  edges: readonly { readonly from: string; readonly to: string }[],
): Map<string, Point> {
  const points = new Map<string, Point>();
  const put = (row: number, shift: number) => {
    const ids = rows[row] ?? [];
    ids.forEach((id, index) => {
      points.set(id, { x: (index - (ids.length - 1) / 2) * columnGap + shift, y: row * (tierGap + 10) });
    });
  };
  rows.forEach((_, row) => {
    put(row, 0);
  });
  if (points.size > fewEnoughToTry) return points;
  for (let row = 1; row < rows.length - 1; row++) {
    const costs = [0, columnGap / 2, -columnGap / 2, columnGap, -columnGap].map((shift) => {
      put(row, shift);
      return { shift, cost: hiddenCount(points, edges) };
    });
    put(row, costs.reduce((best, next) => (next.cost < best.cost ? next : best)).shift);
  }
  return points;
}
