/** The world of a file whose flows have not been run: everybody is online and holds what the file says. */
import type { Topology } from '../language/topology';
import type { HeldResource, WorldState } from '../simulation/trace';

export function worldBefore({ hosts }: Topology): WorldState {
  const holds = new Map<string, Map<string, HeldResource>>();
  const tables = new Map<string, Map<string, Set<string>>>();
  for (const host of hosts) {
    if (host.shares.length > 0) {
      holds.set(host.name, new Map(host.shares.map(({ resource, sizeBytes }) => [resource, { resource, sizeBytes }])));
    }
    if (host.lists.length > 0) {
      tables.set(
        host.name,
        new Map(host.lists.map((entry) => [entry.resource, new Set(entry.hosts.map((h) => h.name))])),
      );
    }
  }
  return { offline: new Set(), cut: new Set(), holds, tables, joined: new Map(), roles: new Map() };
}
