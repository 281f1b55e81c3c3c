/**
 * The layout of a network that has no places yet, of the kind that the user chose. Each connected part is arranged on its
 * own, then the parts are packed. The same network always gives the same places.
 */
import { type Block, beside, grid, joined, moved, type Point, packed, row, shelf, tierGap } from './block';
import type { Drawn } from './drawn';
import { partsOf, treeFrom } from './graph';
import { automatic } from './layout-automatic';
import { mesh, ring } from './layout-circle';
import { force } from './layout-force';
import { hubOf, type Network, networkOf } from './layout-network';
import { radial } from './layout-star';
import { tiers } from './layout-tiers';
import type { LayoutKind } from './scene';

export function freshLayout(drawn: Drawn, kind: LayoutKind): Map<string, Point> {
  const network = networkOf(drawn);
  const parts = partsOf(network.graph, network.ids);
  const alone = parts.filter((part) => part.length === 1).flat();
  const blocks = parts.filter((part) => part.length > 1).map((part) => arrangements[kind](part, network));
  if (alone.length > 0) blocks.push(alone.length > 8 ? grid(alone) : tiers(alone, network));
  const whole = kind === 'grid' ? grid(network.ids) : packed(blocks.length > 0 ? blocks : [row([])]);
  const points = new Map<string, Point>();
  for (const id of network.ids) {
    const { x, y } = whole.points.get(id) ?? { x: 0, y: 0 };
    points.set(id, { x: Math.round(x), y: Math.round(y) });
  }
  return points;
}

type Arrange = (part: readonly string[], network: Network) => Block;

const arrangements: Readonly<Record<LayoutKind, Arrange>> = {
  automatic,
  star: radial,
  tiers,
  ring,
  mesh,
  tree: wholeTree,
  grid: (part) => grid(part),
  force,
};

/** What hangs on most as the root, everything else below what leads to it. */
function wholeTree(part: readonly string[], network: Network): Block {
  const root = hubOf(part, network) as string;
  const { children } = treeFrom(network.graph, root);
  const branch = (id: string): Block => {
    const below = children(id);
    const leaves = below.filter((child) => children(child).length === 0);
    const branches = below.filter((child) => children(child).length > 0).map(branch);
    const half = Math.ceil(branches.length / 2);
    const own = leaves.length > 0 ? [shelf(leaves, tierGap)] : [];
    const tier = beside([...branches.slice(0, half), ...own, ...branches.slice(half)]);
    return joined([row([id]), ...tier.map((block) => moved(block, 0, tierGap))]);
  };
  return branch(root);
}
