/**
 * The still picture: every node with its shape and place, every edge with its label. Changes only when the file does.
 */
import type { Link, Topology } from '../language/topology';
import { type DrawnEdge, type DrawnNode, drawn } from './drawn';
import { omission } from './folding';
import type { Diagram, DiagramEdge, DiagramNode } from './scene';
import { descriptionOf, machineOf, shapeOf } from './shapes';
import { english, type Words } from './words';

type Positions = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** `positions` by drawn id, as `layout` gives them. */
export function diagram(topology: Topology, positions: Positions, network = drawn(topology), words = english): Diagram {
  const { nodes, edges, bundles } = network;
  const labels = cableLabels(topology.links, words);
  return {
    title: topology.title ?? '',
    nodes: nodes.map((node) => diagramNode(node, positions, words)),
    edges: edges.map((edge) => diagramEdge(edge, labels)),
    omitted: omission(topology, bundles, words),
  };
}

function diagramNode(
  { id, label, members, first, bundle, at }: DrawnNode,
  positions: Positions,
  words: Words,
): DiagramNode {
  const { x, y } = positions.get(id) ?? { x: 0, y: 0 };
  const single = descriptionOf(first, words);
  const description = members.length > 1 ? words.picture.hosts(members.length, single) : single;
  return {
    ...{ id, label, shape: shapeOf(first), machine: machineOf(first), x, y, line: first.span.line, description },
    ...{ count: members.length, bundle: bundle?.key, pinned: at !== undefined },
  };
}

function diagramEdge({ id, kind, from, to, links, line }: DrawnEdge, labels: Labels): DiagramEdge {
  const link = kind === 'cable' ? links[0] : undefined;
  const label = link ? labels(link) : '';
  return { id, kind, from, to, line, label, rateBps: label === '' ? undefined : link?.rateBps };
}

type Labels = (link: Link) => string;

/** Where all cables are alike, saying so on each would only clutter the picture. */
function cableLabels(links: readonly Link[], words: Words): Labels {
  const cables = links.filter((link) => !link.service);
  const first = cables[0];
  const areAlike =
    !first ||
    cables.every(
      (link) => link.rateBps === first.rateBps && link.latencyMs === first.latencyMs && link.loss === first.loss,
    );
  return areAlike ? () => '' : (link) => linkLabel(link, words);
}

/** `100 Mbps · 2 ms`, `… · 5% loss` */
function linkLabel({ rateBps, latencyMs, loss }: Link, { formats, picture }: Words): string {
  const parts = [formats.rate(rateBps), formats.duration(latencyMs)];
  if (loss > 0) parts.push(picture.loss(Number((loss * 100).toFixed(1))));
  return parts.join(' · ');
}
