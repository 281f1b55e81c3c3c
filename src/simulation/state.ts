/**
 * The world between two steps, and how a step changes it. The engine and the seeking in a recording use the same code, so
 * they cannot disagree. A draft copies a table only when it is first written to; what it started from stays as it was.
 */
import { rolesTaken } from './roles';
import type { Change, HeldResource, TraceStep, WorldState } from './trace';

export interface Draft {
  /** Live: it shows every change made so far. */
  readonly state: WorldState;
  apply(change: Change): void;
  /** The changes of a step, and the roles that are taken in it. */
  play(step: TraceStep): void;
}

export const emptyWorld: WorldState = {
  offline: new Set(),
  cut: new Set(),
  holds: new Map(),
  tables: new Map(),
  joined: new Map(),
  roles: new Map(),
};

type Table = ReadonlyMap<string, ReadonlySet<string>>;
type Roles = ReadonlyMap<string, ReadonlySet<'client' | 'server'>>;

export function createDraft(base: WorldState): Draft {
  const owned = new WeakSet<object>();
  const state = {
    offline: new Set(base.offline),
    cut: new Set(base.cut),
    holds: new Map(base.holds),
    tables: new Map(base.tables),
    joined: new Map(base.joined),
    roles: new Map(base.roles),
  };
  return { state, apply, play };

  function play(step: TraceStep): void {
    for (const change of step.changes) apply(change);
    for (const { host, role } of rolesTaken(step)) {
      ownedSet(ownedMap<Roles>(state.roles, host), step.service ?? '').add(role);
    }
  }

  function apply(change: Change): void {
    switch (change.kind) {
      case 'holds':
        ownedMap<ReadonlyMap<string, HeldResource>>(state.holds, change.host).set(change.resource, {
          resource: change.resource,
          sizeBytes: change.sizeBytes,
        });
        return;
      case 'lists':
        ownedSet(ownedMap<Table>(state.tables, change.index), change.resource).add(change.host);
        return;
      case 'unlists':
        unlist(change.index, change.resource, change.host);
        return;
      case 'joins':
        ownedSet(state.joined, change.service).add(change.host);
        return;
      case 'leaves':
        ownedSet(state.joined, change.service).delete(change.host);
        return;
      case 'offline':
        state.offline.add(change.node);
        return;
      case 'online':
        state.offline.delete(change.node);
        return;
      case 'cut':
        state.cut.add(change.link);
        return;
      case 'restore':
        state.cut.delete(change.link);
        return;
      default:
        change satisfies never;
    }
  }

  /** A resource that nobody is listed for any more leaves the table. */
  function unlist(index: string, resource: string, host: string): void {
    const table = ownedMap<Table>(state.tables, index);
    const hosts = ownedSet(table, resource);
    hosts.delete(host);
    if (hosts.size === 0) table.delete(resource);
  }

  function ownedMap<M extends ReadonlyMap<string, unknown>>(
    outer: Map<string, M>,
    key: string,
  ): M extends ReadonlyMap<string, infer V> ? Map<string, V> : never;
  function ownedMap(outer: Map<string, ReadonlyMap<string, unknown>>, key: string): Map<string, unknown> {
    const old = outer.get(key);
    if (old && owned.has(old)) return old as Map<string, unknown>;
    const mine = new Map(old);
    owned.add(mine);
    outer.set(key, mine);
    return mine;
  }

  function ownedSet<T>(outer: Map<string, ReadonlySet<T>>, key: string): Set<T> {
    const old = outer.get(key);
    if (old && owned.has(old)) return old as Set<T>;
    const mine = new Set(old);
    owned.add(mine);
    outer.set(key, mine);
    return mine;
  }
}
