/**
 * What changes in a recording, sorted by whom it concerns, in the order of the steps; and when each host took which role
 * for the first time. Made once for each trace, in one pass over its columns.
 */
import { changesAt, type StepColumns, stepFlags, wasSent } from './step-list';
import type { Change, Trace } from './trace';
import type { RoleInRequest } from './world';

/** What a change is about; `faults` are offline nodes and cut links, whatever their name. */
export interface Subject {
  readonly kind: 'host' | 'index' | 'service' | 'faults';
  readonly name: string;
}

export interface DatedChange {
  /** Place in `Trace.steps`. */
  readonly step: number;
  readonly change: Change;
}

/** A role that a host takes for the first time in a service (the empty string where there is none). */
export interface FirstRole {
  readonly step: number;
  readonly service: string;
  readonly role: RoleInRequest;
}

export interface Changelog {
  of(subject: Subject): Iterable<DatedChange>;
  roles(host: string): readonly FirstRole[];
}

const changelogs = new WeakMap<Trace, Changelog>();

export function changelogOf(trace: Trace): Changelog {
  const known = changelogs.get(trace) ?? createChangelog(trace.steps.columns);
  changelogs.set(trace, known);
  return known;
}

function createChangelog(columns: StepColumns): Changelog {
  const recorded = recordedChanges(columns);
  const pieces = piecesByHost(columns);
  const roles = firstRoles(columns);
  const placeOf = new Map(columns.names.map((name, place) => [name, place]));
  return {
    of: ({ kind, name }) => {
      const changes = recorded.get(keyOf(kind, name)) ?? [];
      const arrivals = kind === 'host' ? (pieces[placeOf.get(name) ?? -1] ?? []) : [];
      return arrivals.length === 0 ? changes : merged(changes, arrivals, columns, keyOf(kind, name));
    },
    roles: (host) => roles[placeOf.get(host) ?? -1] ?? [],
  };
}

function recordedChanges({ details }: StepColumns): ReadonlyMap<string, readonly DatedChange[]> {
  const changes = new Map<string, DatedChange[]>();
  // In the order of the steps: details are entered as they come about, which may be at the end of a step.
  const steps = [...details].filter(([, detail]) => detail.changes).sort(([a], [b]) => a - b);
  for (const [step, detail] of steps) {
    for (const change of detail.changes ?? []) {
      const key = subjectOf(change);
      const there = changes.get(key);
      if (there) there.push({ step, change });
      else changes.set(key, [{ step, change }]);
    }
  }
  return changes;
}

function subjectOf(change: Change): string {
  if ('host' in change && !('index' in change) && !('service' in change)) return keyOf('host', change.host);
  if ('index' in change) return keyOf('index', change.index);
  return 'service' in change ? keyOf('service', change.service) : keyOf('faults', '');
}

function keyOf(kind: Subject['kind'], name: string): string {
  return `${kind} ${name}`;
}

/** The steps that bring a piece to each node, by its place. */
function piecesByHost({ content, contents, to, flags, names }: StepColumns): readonly (readonly number[])[] {
  const isPiece = contents.map(({ kind }) => kind === 'piece');
  if (!isPiece.includes(true)) return [];
  const steps: number[][] = names.map(() => []);
  for (let step = 0; step < content.length; step += 1) {
    if (isPiece[content[step] ?? 0] && (flags[step] ?? 0) & stepFlags.arrived) steps[to[step] ?? -1]?.push(step);
  }
  return steps;
}

function* merged(
  changes: readonly DatedChange[],
  pieces: readonly number[],
  columns: StepColumns,
  subject: string,
): Generator<DatedChange> {
  let next = 0;
  for (const step of pieces) {
    for (; (changes[next]?.step ?? Number.POSITIVE_INFINITY) < step; next += 1) yield changes[next] as DatedChange;
    // Its recorded changes are among those that it makes.
    while (changes[next]?.step === step) next += 1;
    for (const change of changesAt(columns, step)) if (subjectOf(change) === subject) yield { step, change };
  }
  yield* changes.slice(next);
}

/** By place of the node. */
function firstRoles(columns: StepColumns): readonly FirstRole[][] {
  const { contents, content, names, from, to, flags } = columns;
  const services = [...new Set(contents.map(({ service }) => service ?? ''))];
  const serviceOf = Int32Array.from(contents, ({ service }) => services.indexOf(service ?? ''));
  const width = services.length * 2;
  const seen = new Uint8Array(names.length * width);
  const roles: FirstRole[][] = names.map(() => []);
  for (let step = 0; step < content.length; step += 1) {
    const flag = flags[step] ?? 0;
    if ((flag & (stepFlags.clientSends | stepFlags.serverSends)) === 0) continue;
    const sender = flag & stepFlags.clientSends ? 0 : 1;
    const place = (serviceOf[content[step] ?? 0] ?? 0) * 2;
    const hasArrived = (flag & stepFlags.arrived) !== 0;
    if (hasArrived || wasSent(columns, step)) take(step, from[step] ?? -1, place + sender);
    if (hasArrived) take(step, to[step] ?? -1, place + 1 - sender);
  }
  return roles;

  /** `place` is twice the place of the service, and one more for a server. */
  function take(step: number, node: number, place: number): void {
    if (seen[node * width + place] === 1) return;
    seen[node * width + place] = 1;
    roles[node]?.push({ step, service: services[place >> 1] ?? '', role: place % 2 === 0 ? 'client' : 'server' });
  }
}
