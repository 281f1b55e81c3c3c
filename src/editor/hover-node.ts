/**
 * What a host, a group or a switch is and does: its three roles side by side with what causes them, its software, what it
 * has, what it is linked to, and where it takes part.
 */
import type { Analysis, Evidence, HostRoles } from '../analysis/analysis';
import { type Device, type Host, isHost, type Link, type Node, type Role, type Topology } from '../language/topology';
import { counted, formatCount } from '../language/wording';
import { formatDuration, formatRate, formatSize, listOf } from '../scene/formats';
import { descriptionOf } from '../scene/shapes';
import type { Words } from '../scene/words';
import { bold, bullets, type LinkTo, lineLink, named, paragraphs, plain, quoted, table } from './markdown';

export function explainNode(analysis: Analysis, nodes: readonly Node[], linkTo: LinkTo, words: Words): string {
  const [first] = nodes;
  if (!first) return '';
  if (first.kind !== 'host') return explainDevice(analysis, first);
  const hosts = nodes.filter(isHost);
  return hosts.length > 1 ? explainGroup(analysis, hosts, linkTo, words) : explainHost(analysis, first, linkTo, words);
}

function explainHost(analysis: Analysis, host: Host, linkTo: LinkTo, words: Words): string {
  const known = analysis.roles.find((roles) => roles.host === host || roles.host.name === host.name);
  return paragraphs(
    `${bold(host.name)}: ${plain(descriptionOf(host, words))}`,
    host.note !== undefined && plain(host.note),
    known && roleTable(wordFor(known.declared), wordFor(known.capable), wordFor(known.exercised)),
    known && bullets(evidenceOf(known.evidence.exercised, linkTo), 5),
    facts([...possessions(host), ...surroundings(analysis, (node) => node === host)]),
  );
}

function explainGroup(analysis: Analysis, hosts: readonly Host[], linkTo: LinkTo, words: Words): string {
  const group = hosts[0]?.group;
  const members = analysis.roles.filter(({ host }) => host.group === group);
  const [first] = hosts;
  const evidence = members.flatMap((member) => member.evidence.exercised).slice(0, 20);
  return paragraphs(
    `${bold(group ?? '')}: a group of ${formatCount(hosts.length)} hosts, each ${plain(first ? descriptionOf(first, words) : '')}`,
    roleTable(countRoles(members, 'declared'), countRoles(members, 'capable'), countRoles(members, 'exercised')),
    bullets(evidenceOf(evidence, linkTo), 3),
    facts([...(first ? possessions(first) : []), ...surroundings(analysis, (node) => node.group === group)]),
  );
}

function explainDevice(analysis: Analysis, device: Device): string {
  const passes = [...analysis.traces.values()].flatMap(({ flow, steps }) => {
    const count = steps.filter(({ path }) => path.indexOf(device.name) > 0).length;
    return count > 0 ? [`${quoted(flow)} (${counted(count, 'message')})`] : [];
  });
  return paragraphs(
    `${bold(device.name)}: a ${device.kind}. It passes on what others send; it neither asks nor answers.`,
    facts([...linksOf(analysis.topology, (node) => node === device), ...fact('Passes on in', listOf(passes))]),
  );
}

function roleTable(declared: string, capable: string, exercised: string): string {
  return table(['Declared', 'Able to be', 'In the flows'], [declared, capable, exercised]);
}

function wordFor(role: Role | undefined): string {
  return role ?? '–';
}

/** `client`, where all are; `60 client, 40 takes no part` where they differ. */
function countRoles(members: readonly HostRoles[], which: 'declared' | 'capable' | 'exercised'): string {
  const counts = new Map<string, number>();
  for (const member of members) {
    const word = wordFor(member[which]);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [only] = counts.keys();
  if (counts.size < 2) return only ?? '–';
  return [...counts].map(([word, count]) => `${formatCount(count)}: ${word}`).join(', ');
}

/** `client: asks napster in “Find” (line 7)`: what makes it so, each once. */
function evidenceOf(evidence: HostRoles['evidence']['exercised'], linkTo: LinkTo): readonly string[] {
  const shown = evidence.map((each) => `${each.role}: ${evidenceText(each, linkTo)}`);
  return [...new Set(shown)];
}

function evidenceText({ text, span }: Evidence, linkTo: LinkTo): string {
  return `${plain(text)} (${lineLink(span.line, linkTo)})`;
}

type Fact = readonly [what: string, text: string];

function fact(what: string, text: string): readonly Fact[] {
  return text === '' ? [] : [[what, text]];
}

/** Each on a line of its own, apart from the list above. */
function facts(all: readonly Fact[]): string {
  return all.length === 0 ? '' : `---\n\n${all.map(([what, text]) => `${what}: ${text}`).join('  \n')}`;
}

function possessions({ shares, lists, upBps, downBps }: Host): readonly Fact[] {
  const shared = shares.map(({ resource, sizeBytes }) => {
    return `${named(resource)}${sizeBytes === undefined ? '' : ` (${formatSize(sizeBytes)})`}`;
  });
  const listed = lists.map(
    ({ resource, hosts }) => `${named(resource)} at ${listOf(hosts.map(({ name }) => named(name)))}`,
  );
  const rates = [
    ...(upBps === undefined ? [] : [`sends at ${formatRate(upBps)}`]),
    ...(downBps === undefined ? [] : [`receives at ${formatRate(downBps)}`]),
  ];
  return [
    ...fact('Has at the start', listOf(shared)),
    ...fact('Lists at the start', listOf(listed)),
    ...fact('Access', rates.join(', ')),
  ];
}

type IsMine = (node: Node) => boolean;

function surroundings(analysis: Analysis, isMine: IsMine): readonly Fact[] {
  return [...linksOf(analysis.topology, isMine), ...flowsOf(analysis, isMine)];
}

/** The members of a group count as one neighbour, told of by the first link to them. */
function linksOf({ links }: Topology, isMine: IsMine): readonly Fact[] {
  const cables = new Map<string, Link>();
  const neighbours = new Set<string>();
  for (const link of links) {
    if (isMine(link.a) === isMine(link.b)) continue;
    const other = isMine(link.a) ? link.b : link.a;
    const name = other.group ?? other.name;
    if (link.service) neighbours.add(name);
    else if (!cables.has(name)) cables.set(name, link);
  }
  return [
    ...fact('Linked to', listOf([...cables].map(([name, link]) => `${named(name)} (${qualityOf(link)})`))),
    ...fact('Neighbours', listOf([...neighbours].map(named))),
  ];
}

/** `100 Mbps, 2 ms`. */
function qualityOf({ rateBps, latencyMs, loss }: Link): string {
  const lost = loss > 0 ? [`${Number((loss * 100).toPrecision(3))}% lost`] : [];
  return [formatRate(rateBps), formatDuration(latencyMs), ...lost].join(', ');
}

function flowsOf({ topology, traces }: Analysis, isMine: IsMine): readonly Fact[] {
  const takesPart = (name: string | undefined): boolean => {
    const node = name === undefined ? undefined : topology.nodeByName.get(name);
    return node !== undefined && isMine(node);
  };
  const flows = [...traces.values()].filter(({ steps }) =>
    steps.some(({ from, to }) => takesPart(from) || takesPart(to)),
  );
  return fact('Takes part in', listOf(flows.map(({ flow }) => quoted(flow))));
}
