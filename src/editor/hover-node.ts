/**
 * What a host, a group or a switch is and does: its three roles side by side with what causes them, its software, what it
 * has, what it is linked to, and where it takes part.
 */
import type { Analysis, Evidence, HostRoles } from '../analysis/analysis';
import type { Device, Host, Link, Node, Role, Topology } from '../language/topology';
import { formatCount, formatDuration, formatRate, formatSize, listOf } from '../scene/formats';
import { descriptionOf } from '../scene/shapes';
import { counted } from './flow-summary';
import { bold, bullets, type LinkTo, lineLink, named, paragraphs, plain, quoted, table } from './markdown';

export function explainNode(analysis: Analysis, nodes: readonly Node[], linkTo: LinkTo): string {
  const [first] = nodes;
  if (!first) return '';
  if (first.kind !== 'host') return explainDevice(analysis, first);
  const hosts = nodes.filter((node): node is Host => node.kind === 'host');
  return hosts.length > 1 ? explainGroup(analysis, hosts, linkTo) : explainHost(analysis, first, linkTo);
}

function explainHost(analysis: Analysis, host: Host, linkTo: LinkTo): string {
  const known = analysis.roles.find((roles) => roles.host === host || roles.host.name === host.name);
  return paragraphs(
    `${bold(host.name)}: ${plain(descriptionOf(host))}`,
    host.note !== undefined && plain(host.note),
    known && roleTable(wordFor(known.declared), wordFor(known.capable), wordFor(known.exercised)),
    known && bullets(evidenceOf(known.evidence.exercised, linkTo), 5),
    facts([...possessions(host), ...linksOf(analysis.topology, [host]), ...flowsOf(analysis, new Set([host.name]))]),
  );
}

function explainGroup(analysis: Analysis, hosts: readonly Host[], linkTo: LinkTo): string {
  const names = new Set(hosts.map(({ name }) => name));
  const members = analysis.roles.filter(({ host }) => names.has(host.name));
  const [first] = hosts;
  const evidence = members.flatMap((member) => member.evidence.exercised).slice(0, 20);
  return paragraphs(
    `${bold(first?.group ?? '')}: a group of ${formatCount(hosts.length)} hosts, each ${plain(first ? descriptionOf(first) : '')}`,
    roleTable(countRoles(members, 'declared'), countRoles(members, 'capable'), countRoles(members, 'exercised')),
    bullets(evidenceOf(evidence, linkTo), 3),
    facts([...(first ? possessions(first) : []), ...linksOf(analysis.topology, hosts), ...flowsOf(analysis, names)]),
  );
}

function explainDevice(analysis: Analysis, device: Device): string {
  const passes = [...analysis.traces.values()].flatMap(({ flow, steps }) => {
    const count = steps.filter(({ path }) => path.indexOf(device.name) > 0).length;
    return count > 0 ? [`${quoted(flow)} (${counted(count, 'message')})`] : [];
  });
  return paragraphs(
    `${bold(device.name)}: a ${device.kind}. It passes on what others send; it neither asks nor answers.`,
    facts([...linksOf(analysis.topology, [device]), ...fact('Passes on in', listOf(passes))]),
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

function linksOf({ links }: Topology, nodes: readonly Node[]): readonly Fact[] {
  const mine = new Set(nodes);
  const attached = links.filter(({ a, b }) => mine.has(a) !== mine.has(b));
  const cables = attached.filter(({ service }) => !service);
  const overlay = attached.filter(({ service }) => service);
  return [
    ...fact('Linked to', listOf(distinct(cables.map((link) => `${otherEnd(link, mine)} (${qualityOf(link)})`)))),
    ...fact('Neighbours', listOf(distinct(overlay.map((link) => otherEnd(link, mine))))),
  ];
}

function otherEnd({ a, b }: Link, mine: ReadonlySet<Node>): string {
  const other = mine.has(a) ? b : a;
  return named(other.group ?? other.name);
}

/** `100 Mbps, 2 ms`. */
export function qualityOf({ rateBps, latencyMs, loss }: Link): string {
  const lost = loss > 0 ? [`${Number((loss * 100).toPrecision(3))}% lost`] : [];
  return [formatRate(rateBps), formatDuration(latencyMs), ...lost].join(', ');
}

function flowsOf({ traces }: Analysis, names: ReadonlySet<string>): readonly Fact[] {
  const takesPart = (name: string | undefined) => name !== undefined && names.has(name);
  const flows = [...traces.values()].filter(({ steps }) =>
    steps.some(({ from, to }) => takesPart(from) || takesPart(to)),
  );
  return fact('Takes part in', listOf(flows.map(({ flow }) => quoted(flow))));
}

function distinct(items: readonly string[]): string[] {
  return [...new Set(items)];
}
