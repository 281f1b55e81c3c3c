/**
 * Everything there is to know about the selected node at one position, as headed rows: its roles with their evidence,
 * its software, what it holds, its table, its streams. Rows that this step has changed are marked.
 */
import type { HostRoles } from '../analysis/analysis';
import type { Device, Host, Topology } from '../language/topology';
import { formatCount } from '../language/wording';
import type { Trace, TraceStep } from '../simulation/trace';
import type { World } from '../simulation/world';
import type { Drawn } from './drawn';
import { formatRate, isolate } from './formats';
import { holdsSection, isMainThing, tableSection } from './inspect-contents';
import { roleSection } from './inspect-roles';
import { plain } from './inspect-rows';
import { streamSection, totalsSection } from './inspect-traffic';
import type { Inspector, InspectorSection } from './scene';
import { descriptionOf } from './shapes';

export interface Inspected {
  readonly topology: Topology;
  readonly network: Drawn;
  readonly trace: Trace | undefined;
  readonly state: World;
  readonly step: TraceStep | undefined;
  readonly roles: readonly HostRoles[];
  /** A drawn id. */
  readonly selection: string;
}

export function inspect(at: Inspected): Inspector | undefined {
  const node = at.network.nodeById.get(at.selection);
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
  const table = tableSection(host, at);
  // What an index is looked at for comes first.
  const isFirst = table !== undefined && isMainThing(table);
  const note = host.note === undefined ? [] : [plain(host.note, '', host.span.line)];
  const sections = [
    isFirst ? table : undefined,
    roleSection(host, at),
    softwareSection(host),
    holdsSection(host, at),
    isFirst ? undefined : table,
    streamSection(host, at),
    totalsSection(host, at),
    note.length > 0 ? { title: 'Note', rows: note, empty: '' } : undefined,
  ];
  return sections.filter((section) => section !== undefined);
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

function groupSection(count: number, { network, state, selection }: Inspected): InspectorSection {
  const members = network.nodeById.get(selection)?.members ?? [];
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
