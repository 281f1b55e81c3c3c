/** Brings Cytoscape's nodes and links to what the scene says, touching only what differs. */
import type cytoscape from 'cytoscape';
import type { Diagram, DiagramEdge, DiagramNode, Frame } from '../../src/scene/scene';

/** Adds, moves and removes only what differs; whether any node came, went or moved. */
export function updateElements(cy: cytoscape.Core, { nodes, edges }: Diagram): boolean {
  let changed = false;
  cy.batch(() => {
    const wanted = new Set([...nodes, ...edges].map(({ id }) => id));
    const gone = cy.elements().filter((item) => !wanted.has(item.id()));
    changed = gone.nonempty() && gone.nodes().nonempty();
    gone.remove();
    for (const node of nodes) changed = updateNode(cy, node) || changed;
    for (const edge of edges) updateEdge(cy, edge);
  });
  return changed;
}

function updateNode(cy: cytoscape.Core, { id, label, shape, line, x, y }: DiagramNode): boolean {
  const existing = cy.getElementById(id);
  if (existing.empty()) {
    cy.add({ group: 'nodes', data: { id, label, shape, line }, position: { x, y } });
    return true;
  }
  existing.data({ label, shape, line });
  const place = existing.position();
  if (existing.grabbed() || (place.x === x && place.y === y)) return false;
  existing.position({ x, y });
  return true;
}

function updateEdge(cy: cytoscape.Core, { id, from, to, label, kind, line }: DiagramEdge): void {
  const existing = cy.getElementById(id);
  if (existing.nonempty() && existing.data('source') === from && existing.data('target') === to) {
    existing.data({ label, kind, line });
    return;
  }
  existing.remove();
  cy.add({ group: 'edges', data: { id, source: from, target: to, label, kind, line } });
}

const stateClasses = ['offline', 'selected', 'is-client', 'is-server', 'was-client', 'was-server', 'was-both'];

export function updateStates(cy: cytoscape.Core, frame: Frame): void {
  const down = new Set(frame.edgesDown);
  cy.batch(() => {
    for (const { id, online, roleNow, roleSoFar } of frame.nodes) {
      const wanted = new Set<string>();
      if (!online) wanted.add('offline');
      if (frame.inspector?.node === id) wanted.add('selected');
      if (roleNow) wanted.add(`is-${roleNow}`);
      else if (roleSoFar) wanted.add(`was-${roleSoFar}`);
      const node = cy.getElementById(id);
      for (const name of stateClasses)
        if (node.hasClass(name) !== wanted.has(name)) node.toggleClass(name, wanted.has(name));
    }
    cy.edges().forEach((edge) => {
      if (edge.hasClass('down') !== down.has(edge.id())) edge.toggleClass('down', down.has(edge.id()));
    });
  });
}
