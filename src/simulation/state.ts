/**
 * The world as it changes: the running simulation keeps one, and a position of a recording is rebuilt with the same code
 * for what it asks about, so the two cannot disagree. Roles are no part of it: they follow from the steps.
 */
import type { Change } from './trace';
import type { HeldResource } from './world';

export interface State {
  readonly offline: ReadonlySet<string>;
  readonly cut: ReadonlySet<number>;
  /** By host and resource. */
  readonly holds: ReadonlyMap<string, ReadonlyMap<string, HeldResource>>;
  /** By host and resource. */
  readonly pieces: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>;
  /** Index host → resource → hosts that it lists. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** By service. */
  readonly joined: ReadonlyMap<string, ReadonlySet<string>>;
}

/** `state` is live: it shows every change made so far. */
export interface Draft {
  readonly state: State;
  apply(change: Change): void;
}

export const emptyState: State = {
  offline: new Set(),
  cut: new Set(),
  holds: new Map(),
  pieces: new Map(),
  tables: new Map(),
  joined: new Map(),
};

/** It copies a table only when it is first written to; what it starts from stays as it was. */
export function createDraft(base: State = emptyState): Draft {
  const owned = new Set<object>();
  const offline = new Set(base.offline);
  const cut = new Set(base.cut);
  const holds = new Map(base.holds);
  const pieces = new Map(base.pieces);
  const tables = new Map(base.tables);
  const joined = new Map(base.joined);
  return { state: { offline, cut, holds, pieces, tables, joined }, apply };

  function apply(change: Change): void {
    switch (change.kind) {
      case 'holds':
        hold(change);
        return;
      case 'piece':
        ownedSet(ownedMap(pieces, change.host), change.resource).add(change.piece);
        return;
      case 'lists':
        ownedSet(ownedMap(tables, change.index), change.resource).add(change.host);
        return;
      case 'unlists':
        unlist(change.index, change.resource, change.host);
        return;
      case 'joins':
        ownedSet(joined, change.service).add(change.host);
        return;
      case 'leaves':
        ownedSet(joined, change.service).delete(change.host);
        return;
      case 'offline':
        offline.add(change.node);
        return;
      case 'online':
        offline.delete(change.node);
        return;
      case 'cut':
        cut.add(change.link);
        return;
      case 'restore':
        cut.delete(change.link);
        return;
      default:
        change satisfies never;
    }
  }

  /** Who holds the whole has no use for a list of its pieces. */
  function hold({ host, resource, sizeBytes }: Extract<Change, { readonly kind: 'holds' }>): void {
    ownedMap(holds, host).set(resource, { resource, sizeBytes });
    if (pieces.get(host)?.has(resource)) ownedMap(pieces, host).delete(resource);
  }

  /** A resource that nobody is listed for any more leaves the table. */
  function unlist(index: string, resource: string, host: string): void {
    const table = ownedMap(tables, index);
    const hosts = ownedSet(table, resource);
    hosts.delete(host);
    if (hosts.size === 0) table.delete(resource);
  }

  function ownedMap<V>(outer: Map<string, ReadonlyMap<string, V>>, key: string): Map<string, V> {
    const old = outer.get(key);
    if (old && owned.has(old)) return old as Map<string, V>;
    const mine = old ? new Map(old) : new Map<string, V>();
    owned.add(mine);
    outer.set(key, mine);
    return mine;
  }

  function ownedSet<T>(outer: Map<string, ReadonlySet<T>>, key: string): Set<T> {
    const old = outer.get(key);
    if (old && owned.has(old)) return old as Set<T>;
    const mine = old ? new Set(old) : new Set<T>();
    owned.add(mine);
    outer.set(key, mine);
    return mine;
  }
}
