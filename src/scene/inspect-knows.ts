/** Whom a host knows: its neighbours by cable and in applications, and what others have told it so far in this run. */
import type { Host, Link } from '../language/topology';
import type { Trace } from '../simulation/trace';
import type { World } from '../simulation/world';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { atMost, compared, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';
import type { Words } from './words';

export function knowsSection(host: Host, at: Inspected): InspectorSection {
  const { topology, before, state, trace, step, words } = at;
  const { inspect: say } = words;
  const links = topology.links.filter(({ a, b }) => a === host || b === host);
  const neighbours = (world: World) => links.map((link) => neighbourRow(link, host, world, words));
  const position = step === undefined ? 0 : step.index + 1;
  const told = (until: number) => (trace ? toldRows(trace, host.name, until, words) : []);
  const rows = [
    ...atMost(12, compared(neighbours(before), neighbours(state)), say.more),
    ...atMost(12, compared(told(position - 1), told(position)), say.more),
  ];
  return { id: 'knows', title: say.knows, rows, empty: say.knowsNobody };
}

function neighbourRow(link: Link, host: Host, { offline, cut }: World, words: Words): InspectorRow {
  const { name } = link.a === host ? link.b : link.a;
  return plain(isolate(name), detailOf(link, offline.has(name), cut.has(link.index), words), link.span.line);
}

function detailOf(link: Link, isOffline: boolean, isCut: boolean, { inspect: say, formats }: Words): string {
  const { service, rateBps, latencyMs } = link;
  if (service) return (isOffline ? say.offlineNeighbourIn : say.neighbourIn)(isolate(service.name));
  if (isCut) return say.cableCut;
  return isOffline ? say.cableOffline : say.cable(formats.rate(rateBps), formats.duration(latencyMs));
}

/** An answer that somebody has got: who told it, and whom it names. */
interface Answer {
  readonly step: number;
  /** The resource, or the service where it is about who takes part. */
  readonly resource: string | undefined;
  readonly service: string;
  readonly teller: string;
  readonly hosts: readonly string[];
}

const answers = new WeakMap<Trace, ReadonlyMap<string, readonly Answer[]>>();

/** One row for each thing that it was told something about; who tells it last is right. */
function toldRows(trace: Trace, host: string, position: number, { inspect: say }: Words): InspectorRow[] {
  const latest = new Map<string, Answer>();
  for (const answer of answersTo(trace, host)) {
    if (answer.step >= position) break;
    latest.set(JSON.stringify(answer.resource ?? [answer.service]), answer);
  }
  return [...latest.values()].map(({ resource, service, teller, hosts, step }) => {
    const about = resource === undefined ? say.takesPartIn(isolate(service)) : isolate(resource);
    return plain(about, say.told(hosts.map(isolate), isolate(teller)), trace.steps.at(step)?.line);
  });
}

function answersTo(trace: Trace, host: string): readonly Answer[] {
  const known = answers.get(trace) ?? readAnswers(trace);
  answers.set(trace, known);
  return known.get(host) ?? [];
}

/** Answers that only name peers nearer to a key belong to the routing table. */
function readAnswers({ steps: { columns } }: Trace): ReadonlyMap<string, readonly Answer[]> {
  const { details, names, from, to, content, contents } = columns;
  const found = new Map<string, Answer[]>();
  const answering = [...details].filter(([, { answer }]) => answer !== undefined);
  for (const [step, { answer }] of answering.sort(([a], [b]) => a - b)) {
    const { verb, resource, service = '' } = contents[content[step] ?? 0] ?? {};
    const receiver = names[to[step] ?? -1];
    if (!answer || receiver === undefined || verb === 'find-node') continue;
    const list = found.get(receiver) ?? [];
    list.push({ step, resource, service, teller: names[from[step] ?? -1] ?? '', hosts: answer });
    found.set(receiver, list);
  }
  return found;
}
