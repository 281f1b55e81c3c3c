/**
 * The still picture: every node with its shape and place, every edge with its label. Changes only when the file does.
 */
import type { Link, Topology } from '../language/topology';
import { type DrawnEdge, type DrawnNode, drawn } from './drawn';
import { formatDuration, formatRate } from './formats';
import type { Diagram, DiagramEdge, DiagramNode } from './scene';
import { descriptionOf, shapeOf } from './shapes';

type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** `positions` by drawn id, as `layout` gives them. */
export function diagram(topology: Topology, positions: Positions): Diagram {
  const { nodes, edges, omitted } = drawn(topology);
  const allDefault = topology.links.every(hasDefaults);
  return {
    title: topology.title ?? '',
    nodes: nodes.map((node) => diagramNode(node, positions)),
    edges: edges.map((edge) => diagramEdge(edge, allDefault)),
    omitted,
  };
}

function diagramNode({ id, label, members, first }: DrawnNode, positions: Positions): DiagramNode {
  const { x, y } = positions.get(id) ?? { x: 0, y: 0 };
  const description = members.length > 1 ? `${members.length} hosts: ${descriptionOf(first)}` : descriptionOf(first);
  return { id, label, shape: shapeOf(first), x, y, line: first.span.line, description, count: members.length };
}

function diagramEdge({ id, kind, from, to, links, line }: DrawnEdge, allDefault: boolean): DiagramEdge {
  const link = links[0];
  return { id, kind, from, to, line, label: allDefault || !link || kind !== 'cable' ? '' : linkLabel(link) };
}

function hasDefaults(link: Link): boolean {
  return link.rateBps === 100e6 && link.latencyMs === 1 && link.loss === 0;
}

/** `100 Mbps · 2 ms`, `… · 5% loss` */
function linkLabel({ rateBps, latencyMs, loss }: Link): string {
  const parts = [formatRate(rateBps), formatDuration(latencyMs)];
  if (loss > 0) parts.push(`${Number((loss * 100).toFixed(1))}% loss`);
  return parts.join(' · ');
}
