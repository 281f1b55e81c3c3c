/**
 * Seeking in a recording: the world at any position, without running anything again. Views go back and forth in a trace
 * with this alone, so it must know nothing of the engine. What has changed is sorted by whom it concerns once for each
 * trace; a position then answers each question from the changes of that one host, index or service, so going to a position
 * costs nothing, however long the run is.
 */
import { type Changelog, changelogOf, type Subject } from './changelog';
import { createDraft, type Draft, emptyState, type State } from './state';
import type { Trace } from './trace';
import type { RoleInRequest, World } from './world';

/**
 * The world after the first `position` steps (0 is before the first; what is out of range counts as the nearer end). A
 * step counts as a whole: what it changes is there at the position after it, even where another step began before its end.
 */
export function stateAt(trace: Trace, position: number): World {
  const target = Math.max(0, Math.min(Math.floor(position) || 0, trace.steps.length));
  const latest = latestWorlds.get(trace);
  if (latest?.position === target) return latest.world;
  const world = worldAt(trace.initial, changelogOf(trace), target);
  latestWorlds.set(trace, { position: target, world });
  return world;
}

/** What is true in a state in which nothing has been sent yet. */
export function worldOf(state: State): World {
  return worldAt(state, noChanges, 0);
}

const latestWorlds = new WeakMap<Trace, { readonly position: number; readonly world: World }>();

const noChanges: Changelog = { of: () => [], roles: () => [] };

function worldAt(initial: State, changelog: Changelog, position: number): World {
  const known = new Map<string, State>();
  const hostAt = (host: string): State =>
    at({ kind: 'host', name: host }, () => ({
      ...emptyState,
      holds: only(initial.holds, host),
      pieces: only(initial.pieces, host),
    }));
  const indexAt = (index: string): State =>
    at({ kind: 'index', name: index }, () => ({ ...emptyState, tables: only(initial.tables, index) }));
  const serviceAt = (service: string): State =>
    at({ kind: 'service', name: service }, () => ({ ...emptyState, joined: only(initial.joined, service) }));
  const faults = (): State =>
    at({ kind: 'faults', name: '' }, () => ({ ...emptyState, offline: initial.offline, cut: initial.cut }));
  return {
    get offline() {
      return faults().offline;
    },
    get cut() {
      return faults().cut;
    },
    holds: (host) => hostAt(host).holds.get(host) ?? new Map(),
    pieces: (host) => hostAt(host).pieces.get(host) ?? new Map(),
    table: (index) => indexAt(index).tables.get(index) ?? new Map(),
    joined: (service) => serviceAt(service).joined.get(service) ?? new Set(),
    roles: (host) => rolesUntil(changelog, host, position),
  };

  function at(subject: Subject, base: () => State): State {
    const key = `${subject.kind} ${subject.name}`;
    let state = known.get(key);
    if (!state) {
      state = played(changelog, subject, base(), position);
      known.set(key, state);
    }
    return state;
  }
}

function only<V>(map: ReadonlyMap<string, V>, key: string): ReadonlyMap<string, V> {
  const value = map.get(key);
  return value === undefined ? new Map() : new Map([[key, value]]);
}

function played(changelog: Changelog, subject: Subject, base: State, position: number): State {
  let draft: Draft | undefined;
  for (const { step, change } of changelog.of(subject)) {
    if (step >= position) break;
    draft ??= createDraft(base);
    draft.apply(change);
  }
  return draft?.state ?? base;
}

function rolesUntil(
  changelog: Changelog,
  host: string,
  position: number,
): ReadonlyMap<string, ReadonlySet<RoleInRequest>> {
  const roles = new Map<string, Set<RoleInRequest>>();
  for (const { step, service, role } of changelog.roles(host)) {
    if (step >= position) break;
    const taken = roles.get(service);
    if (taken) taken.add(role);
    else roles.set(service, new Set([role]));
  }
  return roles;
}
