/**
 * What is true between two steps, as questions: a recording answers them about any of its positions (`seek.ts`). Sets and
 * maps are in the order in which things came about.
 */
export interface World {
  /** Names of nodes. */
  readonly offline: ReadonlySet<string>;
  /** Places in `Topology.links`. */
  readonly cut: ReadonlySet<number>;
  /** By resource. */
  holds(host: string): ReadonlyMap<string, HeldResource>;
  /** Which pieces a host of a swarm has, by resource; none of what it has all of. */
  pieces(host: string): ReadonlyMap<string, ReadonlySet<number>>;
  /** The table of an index (or tracker): resource → hosts. Empty for a host that keeps none. */
  table(index: string): ReadonlyMap<string, ReadonlySet<string>>;
  /** Who takes part in a service. */
  joined(service: string): ReadonlySet<string>;
  /** Roles taken so far, by service (the empty string where there is none). */
  roles(host: string): ReadonlyMap<string, ReadonlySet<RoleInRequest>>;
}

export type RoleInRequest = 'client' | 'server';

export interface HeldResource {
  readonly resource: string;
  readonly sizeBytes: number | undefined;
}
