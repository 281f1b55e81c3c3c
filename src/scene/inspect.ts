/**
 * Everything there is to know about the selected node at one position, as headed rows: why it can do something, its roles
 * with their evidence, its software, what it holds, serves and knows, its table and those of others. What this step has
 * changed is marked. Of those that take part in the step the same is said in short.
 */
import type { HostRoles } from '../analysis/analysis';
import type { Device, Host, Topology } from '../language/topology';
import { stateAt } from '../simulation/seek';
import type { Trace, TraceStep } from '../simulation/trace';
import type { World } from '../simulation/world';
import type { Drawn, DrawnNode } from './drawn';
import { isolate } from './formats';
import { holdsSection, isMainThing, othersSections, tableSection } from './inspect-contents';
import { knowsSection } from './inspect-knows';
import { roleSection } from './inspect-roles';
import { routingSections } from './inspect-routing';
import { atMost, compared, plain } from './inspect-rows';
import { servesSection } from './inspect-serves';
import { streamSection, totalsSection } from './inspect-traffic';
import { whySection } from './inspect-why';
import { pieceBars } from './pieces';
import type { Inspector, InspectorSection, PieceBar } from './scene';
import { descriptionOf } from './shapes';
import type { Words } from './words';

/** One position, and the world before its step. */
export interface Moment {
  readonly topology: Topology;
  readonly network: Drawn;
  readonly trace: Trace | undefined;
  readonly state: World;
  readonly step: TraceStep | undefined;
  readonly roles: readonly HostRoles[];
  readonly words: Words;
}

export interface Inspected extends Moment {
  readonly before: World;
}

/** `selection` is a drawn id. */
export function inspect(moment: Moment, selection: string): Inspector | undefined {
  const node = moment.network.nodeById.get(selection);
  return node && { ...aboutNode(node, moment.words), sections: sectionsOf(node, withBefore(moment)) };
}

/** A host that takes part in the step as a few rows: its role, what has changed at it, what it has. */
export function inspectInShort(moment: Moment, name: string): Inspector | undefined {
  const { topology, network } = moment;
  const host = topology.nodeByName.get(name);
  const node = network.nodeById.get(network.idOf(name));
  if (host?.kind !== 'host' || !node) return undefined;
  const at = withBefore(moment);
  return { ...aboutNode(node, moment.words), title: isolate(name), sections: [inShort(host, at)] };
}

function withBefore(moment: Moment): Inspected {
  const { trace, step, state } = moment;
  return { ...moment, before: trace && step ? stateAt(trace, step.index) : state };
}

function aboutNode({ first, id, label, members }: DrawnNode, words: Words): Omit<Inspector, 'sections'> {
  const own = descriptionOf(first, words);
  const description = members.length > 1 ? words.inspect.group(members.length, own) : own;
  return { node: id, title: label, description, line: first.span.line };
}

function sectionsOf({ first, members }: DrawnNode, at: Inspected): InspectorSection[] {
  if (members.length > 1) return [groupSection(members, at)];
  return first.kind === 'host' ? hostSections(first, at) : [linksSection(first, at)];
}

function hostSections(host: Host, at: Inspected): InspectorSection[] {
  const table = tableSection(host, at);
  // What an index is looked at for comes first.
  const isFirst = table !== undefined && isMainThing(table);
  const note = host.note === undefined ? [] : [plain(host.note, '', host.span.line)];
  const sections = [
    isFirst ? table : undefined,
    whySection(host, at),
    piecesSection(host, at),
    roleSection(host, at),
    holdsSection(host, at),
    servesSection(host, at),
    isFirst ? undefined : table,
    knowsSection(host, at),
    ...routingSections(host, at),
    ...othersSections(host, at),
    softwareSection(host, at.words),
    streamSection(host, at),
    totalsSection(host, at),
    note.length > 0 ? { id: 'note', title: at.words.inspect.note, rows: note, empty: '' } : undefined,
  ];
  return sections.filter((section) => section !== undefined);
}

function piecesSection(host: Host, { topology, trace, step, state, words }: Inspected): InspectorSection | undefined {
  const pieces = trace && step ? pieceBars(topology, trace, host.name, step.index + 1, state, words) : [];
  return pieces.length > 0 ? { id: 'pieces', title: words.inspect.pieces, rows: [], empty: '', pieces } : undefined;
}

function withoutRarest(bar: PieceBar): PieceBar {
  const cells = bar.cells.map((cell) => (cell.now === 'rarest' ? { ...cell, now: undefined } : cell));
  return { ...bar, cells, rarest: '' };
}

/** What has changed, in whatever section it is; else what there is. */
function inShort(host: Host, at: Inspected): InspectorSection {
  const { inspect: say } = at.words;
  const role = roleSection(host, at).rows.slice(0, 1);
  const lasting = [holdsSection(host, at), tableSection(host, at)].filter((section) => section !== undefined);
  const learnt = knowsSection(host, at).rows.filter(({ change }) => change !== undefined);
  const rows = lasting.flatMap((section) => {
    const changed = section.rows.filter(({ change }) => change !== undefined);
    const shown = changed.length > 0 ? changed : atMost(3, section.rows, say.more);
    return shown.map((row, place) => (place === 0 ? { ...row, heading: section.title } : row));
  });
  const told = learnt.map((row, place) => (place === 0 ? { ...row, heading: say.knows } : row));
  const pieces = piecesSection(host, at)?.pieces?.map(withoutRarest);
  return { id: 'now', title: '', rows: [...role, ...rows, ...told], empty: say.holdsNothing, pieces };
}

function softwareSection({ software }: Host, { inspect: say, picture }: Words): InspectorSection {
  const rows = software.map(({ service, kind, span }) => ({
    ...plain(picture.software(isolate(service.name), kind), say.abilities[kind], span.line),
    software: kind,
  }));
  return { id: 'software', title: say.software, rows, empty: say.noSoftwareAtAll };
}

function linksSection(device: Device, { topology, before, state, words }: Inspected): InspectorSection {
  const links = topology.links.filter(({ a, b, service }) => !service && (a === device || b === device));
  const rowsIn = (world: World) =>
    links.map((link) => {
      const other = link.a === device ? link.b : link.a;
      const detail = world.cut.has(link.index) ? words.inspect.cut : words.formats.rate(link.rateBps);
      return plain(isolate(other.name), detail, link.span.line);
    });
  const rows = atMost(50, compared(rowsIn(before), rowsIn(state)), words.inspect.more);
  return { id: 'links', title: words.inspect.links, rows, empty: words.inspect.noLinks };
}

function groupSection(
  members: DrawnNode['members'],
  { before, state, step, words: { inspect: say, picture } }: Inspected,
): InspectorSection {
  const rowsIn = (world: World) => {
    const offline = members.filter((member) => world.offline.has(member.name)).length;
    const active = members.filter((member) => world.roles(member.name).size > 0).length;
    const all = members.length;
    return [
      plain(say.online, say.of(all - offline, all), undefined),
      plain(say.takingPart, say.of(active, all), undefined),
    ];
  };
  const acting = members.flatMap(({ name, span }) =>
    name === step?.client || name === step?.server
      ? plain(isolate(name), picture.roles[name === step.client ? 'client' : 'server'], span.line)
      : [],
  );
  const rows = [...acting, ...compared(rowsIn(before), rowsIn(state))];
  return { id: 'members', title: say.members, rows, empty: '' };
}
