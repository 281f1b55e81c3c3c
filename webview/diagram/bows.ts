/**
 * How far links between neighbours in an application bend aside, where there are cables too: what is straight is a cable, and
 * messages go along cables. They bend away from the middle of the network, where the cables meet. Pure geometry.
 */
import type { Diagram, DiagramNode } from '../../src/scene/scene';

type Drawing = Pick<Diagram, 'nodes' | 'edges'>;

/** By edge; in the diagram's units, to the side that Cytoscape counts as positive. */
export function bowsIn({ nodes, edges }: Drawing): ReadonlyMap<string, number> {
  if (!edges.some(({ kind }) => kind === 'cable')) return new Map();
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const middle = middleOf(nodes);
  return new Map(
    edges
      .filter(({ kind }) => kind === 'overlay')
      .map(({ id, from, to }) => [id, bow(nodeById.get(from), nodeById.get(to), middle)]),
  );
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function middleOf(nodes: readonly DiagramNode[]): Spot {
  const sum = nodes.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, nodes.length), y: sum.y / Math.max(1, nodes.length) };
}

function bow(from: Spot | undefined, to: Spot | undefined, middle: Spot): number {
  if (!from || !to) return 0;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const outwards = ((from.x + to.x) / 2 - middle.x) * -dy + ((from.y + to.y) / 2 - middle.y) * dx;
  return (outwards < 0 ? -1 : 1) * Math.min(45, Math.max(16, 0.1 * length));
}
