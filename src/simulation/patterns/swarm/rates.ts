/** What a peer knows of how fast others can receive, and of how fast it may send: what the file says of their access. */
import type { Host, Node } from '../../../language/topology';
import type { Run } from '../../run';

export interface Rates {
  /** What is set for the host; infinite where nothing is. */
  readonly upBps: number;
  /** What is set for the host, and what its links carry. */
  readonly downBps: number;
}

export function ratesOf({ topology, settings }: Run): (host: Host) => Rates {
  const links = new Map<Node, number>();
  for (const { a, b, rateBps, service } of topology.links) {
    if (service) continue;
    for (const end of [a, b]) links.set(end, (links.get(end) ?? 0) + rateBps);
  }
  return (host) => {
    const upBps = settings.upBps.get(host.name) ?? host.upBps ?? Number.POSITIVE_INFINITY;
    const downBps = settings.downBps.get(host.name) ?? host.downBps ?? Number.POSITIVE_INFINITY;
    return { upBps, downBps: Math.min(downBps, links.get(host) ?? Number.POSITIVE_INFINITY) };
  };
}
