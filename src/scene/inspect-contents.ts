/**
 * What a host has at one position: whole files, the pieces that it has of others, and its table of who has what: an
 * index's, a tracker's, or the records that a peer keeps for a key.
 */
import type { Host } from '../language/topology';
import { formatCount } from '../language/wording';
import type { Change } from '../simulation/trace';
import type { World } from '../simulation/world';
import { formatSize, isolate, listOf } from './formats';
import type { Inspected } from './inspect';
import { changesOf, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';
import { shapeOf } from './shapes';
import { wordingOf } from './wording';

export function holdsSection(host: Host, at: Inspected): InspectorSection {
  const { state, step } = at;
  const isNew = (resource: string) =>
    changesOf(step).some(
      (change) => change.kind === 'holds' && change.host === host.name && change.resource === resource,
    );
  const rows = [...state.holds(host.name).values()].map(({ resource, sizeBytes }) => {
    const line = host.shares.find((shared) => shared.resource === resource)?.span.line;
    const size = sizeBytes === undefined ? '' : formatSize(sizeBytes);
    return { ...plain(isolate(resource), line === undefined ? received(size) : size, line), changed: isNew(resource) };
  });
  return { title: 'Holds', rows: [...rows, ...pieceRows(host, at)], empty: 'No files.' };
}

function received(size: string): string {
  return size === '' ? 'received' : `${size} · received`;
}

/** `film.mp4`: `37 of 100 pieces`. */
function pieceRows(host: Host, { topology, trace, state, step }: Inspected): InspectorRow[] {
  const { pieces } = wordingOf(topology, trace);
  const service = host.software.find((software) => software.service.pattern === 'swarm')?.service.name;
  return [...state.pieces(host.name)].map(([resource, had]) => {
    const total = pieces(service, resource);
    const of = total === undefined ? '' : ` of ${formatCount(total)}`;
    const changed = changesOf(step).some(
      (change) => change.kind === 'piece' && change.host === host.name && change.resource === resource,
    );
    return { ...plain(isolate(resource), `${formatCount(had.size)}${of} pieces`, undefined), changed };
  });
}

/** Undefined where the host keeps no table. */
export function tableSection(host: Host, at: Inspected): InspectorSection | undefined {
  const kept = tableOf(host);
  const table = at.state.table(host.name);
  if (!kept && table.size === 0) return undefined;
  const changes = changesOf(at.step).filter(concerns(host));
  const isChanged = (resource: string) => changes.some((change) => change.resource === resource);
  const rows = [...table].map(([resource, hosts]) => {
    const line = host.lists.find((entry) => entry.resource === resource)?.span.line;
    return { ...plain(isolate(resource), listed(hosts, at.state), line), changed: isChanged(resource) };
  });
  const removed = changes.flatMap(({ kind, resource }) => (kind === 'unlists' && !table.has(resource) ? resource : []));
  for (const resource of removed)
    rows.push({ ...plain(isolate(resource), 'nobody any more', at.step?.line), changed: true });
  return { ...(kept ?? index), rows };
}

type Heading = Pick<InspectorSection, 'title' | 'empty'>;

const index: Heading = { title: 'Index', empty: 'The table is empty: nobody has registered anything.' };
const tracker: Heading = { title: 'Tracker', empty: 'The table is empty: nobody has announced itself.' };
const records: Heading = { title: 'Records', empty: 'It keeps no record of who has what.' };

/** Peers keep their records besides; for all others their table is what they are there for. */
export function isMainThing({ title }: InspectorSection): boolean {
  return title !== records.title;
}

function tableOf(host: Host): Heading | undefined {
  if (shapeOf(host) === 'index') return host.software.some(({ kind }) => kind === 'index') ? index : tracker;
  return host.software.some(({ service, kind }) => service.pattern === 'dht' && kind === 'peer') ? records : undefined;
}

function concerns(host: Host) {
  return (change: Change): change is Extract<Change, { readonly kind: 'lists' | 'unlists' }> =>
    (change.kind === 'lists' || change.kind === 'unlists') && change.index === host.name;
}

function listed(hosts: ReadonlySet<string>, state: World): string {
  const names = [...hosts].map((name) =>
    state.offline.has(name) ? `${isolate(name)} (offline: stale)` : isolate(name),
  );
  return names.length === 0 ? 'nobody' : listOf(names, 8);
}
