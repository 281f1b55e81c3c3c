/**
 * Everything there is to know about the selected node at one position, as headed rows: its roles with their evidence,
 * its software, what it holds, the index's table. Rows that this step has changed are marked.
 */
import type { Evidence, HostRoles } from '../analysis/analysis';
import type { Device, Host, Role, Topology } from '../language/topology';
import { formatCount } from '../language/wording';
import type { Change, Trace, TraceStep } from '../simulation/trace';
import type { World } from '../simulation/world';
import { drawn } from './drawn';
import { formatRate, formatSize, isolate, listOf } from './formats';
import type { Inspector, InspectorRow, InspectorSection } from './scene';
import { descriptionOf, shapeOf } from './shapes';

export interface Inspected {
  readonly topology: Topology;
  readonly trace: Trace | undefined;
  readonly state: World;
  readonly step: TraceStep | undefined;
  readonly roles: readonly HostRoles[];
  /** A drawn id. */
  readonly selection: string;
}

export function inspect(at: Inspected): Inspector | undefined {
  const node = drawn(at.topology).nodeById.get(at.selection);
  if (!node) return undefined;
  const { first, id, members } = node;
  const about = { node: id, description: descriptionOf(first), line: first.span.line };
  if (members.length > 1) {
    const description = `a group of ${formatCount(members.length)}: ${about.description}`;
    return { ...about, description, sections: [groupSection(members.length, at)] };
  }
  return { ...about, sections: first.kind === 'host' ? hostSections(first, at) : [linksSection(first, at)] };
}

function hostSections(host: Host, at: Inspected): InspectorSection[] {
  const sections = [roleSection(host, at), softwareSection(host), holdsSection(host, at)];
  // What an index is looked at for comes first.
  if (shapeOf(host) === 'index' || at.state.table(host.name).size > 0) sections.unshift(indexSection(host, at));
  if (host.note !== undefined)
    sections.push({ title: 'Note', rows: [plain(host.note, '', host.span.line)], empty: '' });
  return sections;
}

const roleWords: Readonly<Record<Role, string>> = { client: 'client', server: 'server', both: 'client and server' };

/** Declared, can be, and taken: the three roles side by side, each with the lines that cause it. */
function roleSection(host: Host, { roles, state, step }: Inspected): InspectorSection {
  const known = roles.find((entry) => entry.host.name === host.name);
  const rows: InspectorRow[] = [];
  const sofar = [...state.roles(host.name)].flatMap(([service, taken]) =>
    [...taken].map((role) => (service === '' ? role : `${role} of ${isolate(service)}`)),
  );
  const acts = step !== undefined && (step.client === host.name || step.server === host.name);
  if (acts) rows.push(plain('In this step', step.client === host.name ? 'client' : 'server', step.line));
  if (sofar.length > 0) rows.push(plain('So far', sofar.join(' · '), undefined));
  if (known?.declared) rows.push(plain('Declared', roleWords[known.declared], host.roleSpan?.line ?? host.span.line));
  if (known?.capable) rows.push(...withEvidence('Can be', roleWords[known.capable], known.evidence.capable));
  rows.push(...exercised(known));
  return { title: 'Roles', rows, empty: 'Nothing in the file gives it a role yet.' };
}

function exercised(known: HostRoles | undefined): InspectorRow[] {
  if (!known) return [];
  if (!known.exercised) return [plain('In all flows', 'takes no part', undefined)];
  return withEvidence('In all flows', roleWords[known.exercised], known.evidence.exercised);
}

/** The first reason goes with the role itself, further ones below it. */
function withEvidence(title: string, role: string, evidence: readonly Evidence[]): InspectorRow[] {
  const shown = evidence.slice(0, 5).map(({ text, span }) => plain('', text, span.line));
  const left = evidence.length - shown.length;
  const more = left > 0 ? [plain('', `and ${formatCount(left)} more places`, undefined)] : [];
  return [plain(title, role, evidence[0]?.span.line), ...shown, ...more];
}

const abilities: Readonly<Record<string, string>> = {
  client: 'asks',
  server: 'answers',
  peer: 'asks and answers',
  index: 'knows who has what',
  tracker: 'knows who takes part',
  edge: 'answers, and asks the origin for what it lacks',
  origin: 'has the original of everything',
};

function softwareSection({ software }: Host): InspectorSection {
  const rows = software.map(({ service, kind, span }) =>
    plain(`${isolate(service.name)} ${kind}`, abilities[kind] ?? '', span.line),
  );
  return { title: 'Software', rows, empty: 'The file names no software.' };
}

function holdsSection(host: Host, { state, step }: Inspected): InspectorSection {
  const isNew = (resource: string) =>
    changesOf(step).some(
      (change) => change.kind === 'holds' && change.host === host.name && change.resource === resource,
    );
  const rows = [...state.holds(host.name).values()].map(({ resource, sizeBytes }) => {
    const line = host.shares.find((shared) => shared.resource === resource)?.span.line;
    const size = sizeBytes === undefined ? '' : formatSize(sizeBytes);
    return { ...plain(isolate(resource), line === undefined ? received(size) : size, line), changed: isNew(resource) };
  });
  return { title: 'Holds', rows, empty: 'No files.' };
}

function received(size: string): string {
  return size === '' ? 'received' : `${size} · received`;
}

/** Resource → hosts; who is offline is named as stale, because the index does not know. */
function indexSection(host: Host, { state, step }: Inspected): InspectorSection {
  const changes = changesOf(step).filter(
    (change) => (change.kind === 'lists' || change.kind === 'unlists') && change.index === host.name,
  );
  const isChanged = (resource: string) =>
    changes.some((change) => 'resource' in change && change.resource === resource);
  const table = state.table(host.name);
  const rows = [...table].map(([resource, hosts]) => {
    const line = host.lists.find((entry) => entry.resource === resource)?.span.line;
    return { ...plain(isolate(resource), listed(hosts, state), line), changed: isChanged(resource) };
  });
  const removed = changes.flatMap((change) =>
    change.kind === 'unlists' && !table.has(change.resource) ? [change.resource] : [],
  );
  for (const resource of removed)
    rows.push({ ...plain(isolate(resource), 'nobody any more', step?.line), changed: true });
  return { title: 'Index', rows, empty: 'The table is empty: nobody has registered anything.' };
}

function listed(hosts: ReadonlySet<string>, state: World): string {
  const names = [...hosts].map((name) =>
    state.offline.has(name) ? `${isolate(name)} (offline: stale)` : isolate(name),
  );
  return names.length === 0 ? 'nobody' : listOf(names, 8);
}

function changesOf(step: TraceStep | undefined): readonly Change[] {
  return step?.changes ?? [];
}

function linksSection(device: Device, { topology, state }: Inspected): InspectorSection {
  const links = topology.links.filter(({ a, b, service }) => !service && (a === device || b === device));
  const rows = links.slice(0, 50).map((link) => {
    const other = link.a === device ? link.b : link.a;
    const detail = state.cut.has(link.index) ? 'cut' : formatRate(link.rateBps);
    return plain(isolate(other.name), detail, link.span.line);
  });
  if (links.length > rows.length)
    rows.push(plain('', `and ${formatCount(links.length - rows.length)} more`, undefined));
  return { title: 'Links', rows, empty: 'Nothing is linked to it yet.' };
}

function groupSection(count: number, { topology, state, selection }: Inspected): InspectorSection {
  const members = drawn(topology).nodeById.get(selection)?.members ?? [];
  const offline = members.filter((member) => state.offline.has(member.name)).length;
  const active = members.filter((member) => state.roles(member.name).size > 0).length;
  return {
    title: 'Members',
    rows: [
      plain('Online', `${formatCount(count - offline)} of ${formatCount(count)}`, undefined),
      plain('Taking part so far', formatCount(active), undefined),
    ],
    empty: '',
  };
}

function plain(text: string, detail: string, line: number | undefined): InspectorRow {
  return { text, detail, line, changed: false };
}
