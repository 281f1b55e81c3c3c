/** Brings Cytoscape's nodes and links to what the scene says, touching only what differs. */
import type cytoscape from 'cytoscape';
import type { Diagram, DiagramEdge, DiagramNode, Frame } from '../../src/scene/scene';
import { bowsIn } from './bows';

/** Adds, moves and removes only what differs; whether any node came, went or moved. */
export function updateElements(cy: cytoscape.Core, { nodes, edges }: Pick<Diagram, 'nodes' | 'edges'>): boolean {
  let changed = false;
  cy.batch(() => {
    const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
    const gone = cy.elements().filter((item) => !wanted.has(item.id()));
    changed = gone.nonempty() && gone.nodes().nonempty();
    gone.remove();
    for (const node of nodes) changed = updateNode(cy, node) || changed;
    const bows = bowsIn({ nodes, edges });
    for (const edge of edges) updateEdge(cy, edge, bows.get(edge.id) ?? 0);
  });
  return changed;
}

function updateNode(cy: cytoscape.Core, node: DiagramNode): boolean {
  const { id, x, y, pinned } = node;
  const data = dataOf(node);
  const existing = cy.getElementById(id);
  if (existing.empty()) {
    // What is pinned stays where the file says.
    cy.add({ group: 'nodes', data: { id, ...data }, position: { x, y }, grabbable: !pinned });
    return true;
  }
  existing.data(data);
  if (existing.grabbable() === pinned) existing[pinned ? 'ungrabify' : 'grabify']();
  const place = existing.position();
  if (existing.grabbed() || (place.x === x && place.y === y)) return false;
  existing.position({ x, y });
  return true;
}

function dataOf({ label, shape, machine, line, pinned, count }: DiagramNode) {
  return { label, shape, machine, line, pinned, stack: count > 1 };
}

function updateEdge(cy: cytoscape.Core, { id, from, to, label, kind, line, rateBps }: DiagramEdge, bow: number): void {
  const existing = cy.getElementById(id);
  const data = { label, kind, line, thickness: thicknessOf(rateBps), ...(bow === 0 ? {} : { bow }) };
  if (existing.nonempty() && existing.data('source') === from && existing.data('target') === to) {
    if (bow === 0) existing.removeData('bow');
    existing.data(data);
    return;
  }
  existing.remove();
  cy.add({ group: 'edges', data: { id, source: from, target: to, ...data } });
}

/** Ten times as much is 0.7 pixels thicker; 100 Mbps are what cables have that do not differ. */
function thicknessOf(rateBps: number | undefined): number {
  return 2.5 + 0.7 * Math.max(-1.3, Math.min(2.2, Math.log10((rateBps ?? 1e8) / 1e8)));
}

/** Only what is down or dimmed looks different in the graph itself; to touch it is to draw all of it again. */
export function createStates(cy: cytoscape.Core): (frame: Frame) => void {
  let offline: ReadonlySet<string> = new Set();
  let down: ReadonlySet<string> = new Set();
  let isDimming = false;
  return ({ nodes, edgesDown }) => {
    const before = [...offline, ...down];
    offline = new Set(nodes.flatMap(({ id, online }) => (online ? [] : [id])));
    down = new Set(edgesDown);
    const concerned = [...before, ...offline, ...down].map((id) => cy.getElementById(id));
    cy.batch(() => {
      for (const element of concerned) {
        setClass(element, 'offline', offline.has(element.id()));
        setClass(element, 'down', down.has(element.id()));
      }
      const dimmed = new Set(nodes.flatMap((node) => (node.dimmed ? [node.id] : [])));
      if (isDimming || dimmed.size > 0) dim(cy, dimmed);
      isDimming = dimmed.size > 0;
    });
  };
}

type Classed = Pick<cytoscape.CollectionReturnValue, 'nonempty' | 'hasClass'> & {
  toggleClass(name: string, wanted: boolean): unknown;
};

function dim(cy: cytoscape.Core, dimmed: ReadonlySet<string>): void {
  cy.nodes().forEach((node) => {
    setClass(node, 'dimmed', dimmed.has(node.id()));
  });
  cy.edges().forEach((edge) => {
    setClass(edge, 'dimmed', dimmed.has(edge.data('source')) || dimmed.has(edge.data('target')));
  });
}

function setClass(element: Classed, name: string, wanted: boolean): void {
  if (element.nonempty() && element.hasClass(name) !== wanted) element.toggleClass(name, wanted);
}
