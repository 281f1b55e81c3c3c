/**
 * Everything whose capacity transfers share gets a number: each link has two, one for each direction, and each node has
 * two, for what it sends and what it receives.
 */
import type { Host, Topology } from '../language/topology';
import { hopsOf, type Route } from './network';
import type { Settings } from './start';

export interface Capacities {
  /** What a transfer along the route uses. */
  usedBy(route: Route, from: Host, to: Host): readonly number[];
  /** In bits per second; infinite where nothing limits it. */
  bpsOf(resource: number): number;
}

export function capacitiesOf(topology: Topology, settings: Settings): Capacities {
  const firstNode = topology.links.length * 2;
  return { usedBy, bpsOf };

  function usedBy(route: Route, from: Host, to: Host): readonly number[] {
    if (from === to) return [];
    const links = hopsOf(route).map((hop) => hop.link.index * 2 + (hop.forward ? 0 : 1));
    return [...links, firstNode + from.index * 2, firstNode + to.index * 2 + 1];
  }

  function bpsOf(resource: number): number {
    if (resource < firstNode) return topology.links[resource >> 1]?.rateBps ?? Number.POSITIVE_INFINITY;
    const node = topology.nodes[(resource - firstNode) >> 1];
    if (node?.kind !== 'host') return Number.POSITIVE_INFINITY;
    const rateBps =
      (resource - firstNode) % 2 === 0
        ? (settings.upBps.get(node.name) ?? node.upBps)
        : (settings.downBps.get(node.name) ?? node.downBps);
    return rateBps ?? Number.POSITIVE_INFINITY;
  }
}
