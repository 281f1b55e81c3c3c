/**
 * What an author would write so that a step works: a line before it, an `otherwise` block, another host to ask, something
 * more to share. Knows the lines of the file and what happened in the run; whether it is worth a report is decided elsewhere.
 */
import { letShare } from '../language/host-fixes';
import { indentationOf, insertion } from '../language/places';
import { candidatesOf, type Demand } from '../language/software';
import { type Fix, spanOf } from '../language/source';
import { asString } from '../language/stray-characters';
import type { Line } from '../language/syntax';
import type { Flow, Host, Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { hostsRunning, sharersOf } from '../simulation/services';
import type { Finding, Trace, TraceStep } from '../simulation/trace';
import { listed } from '../simulation/words';
import { type FlowRun, flowRun, hostNamed, writeBefore } from './flow-run';
import { joinFirst, letJoin, letSharerJoin } from './join-fixes';

/** All findings of one code at one line. */
export type FixesOf = (findings: readonly [Finding, ...Finding[]]) => readonly Fix[];

/** A line that names more hosts than this is none that an author would write. */
const maximumNamed = 8;

export function flowFixes(topology: Topology, flow: Flow, trace: Trace, lines: readonly Line[]): FixesOf {
  const run = flowRun(topology, flow, trace, lines);
  return (findings) => {
    const [{ code, line }] = findings;
    if (lines.length === 0) return [];
    switch (code) {
      case 'host-offline':
        return [...bringBack(run, line), ...sayOtherwise(run, line)];
      case 'no-path':
        return [...repair(run, line), ...sayOtherwise(run, line)];
      case 'request-failed':
        return [...letJoin(run, findings[0]), ...letSharerJoin(run, findings[0]), ...sayOtherwise(run, line)];
      case 'not-held':
        return [...askHolder(run, findings[0]), ...share(run, findings[0], 'server')];
      case 'register-not-held':
        return share(run, findings[0], 'client');
      case 'not-registered':
        return tellIndex(run, findings, 'register');
      case 'transfer-without-lookup':
        return tellIndex(run, findings, 'lookup');
      case 'lookup-finds-nothing':
        return asksIndex(run, findings[0]) ? letHolderTell(run, findings[0]) : letSharerJoin(run, findings[0]);
      default:
        return [];
    }
  };
}

/** Where a line before it could have helped: not if something is taken away in the same `together`. */
function avoidable({ failed, faults, before }: FlowRun, line: number): TraceStep | undefined {
  const start = before(line);
  return start !== line && faults().has(start) ? undefined : failed().get(line);
}

function bringBack(run: FlowRun, line: number): readonly Fix[] {
  const failed = avoidable(run, line);
  if (!failed) return [];
  const { offline } = run.at(failed.index);
  const concerned = [failed.from, failed.to, failed.client, failed.server];
  const names = [...new Set(concerned)].flatMap((name) => (name !== undefined && offline.has(name) ? [name] : []));
  if (names.length === 0) return [];
  return [writeBefore(run, line, `online ${names.join(', ')}`, `Bring ${listed(names)} back first`, false)];
}

/** One switch that is offline, or one link that is cut: more than one may be cut for a reason. */
function repair(run: FlowRun, line: number): readonly Fix[] {
  const failed = avoidable(run, line);
  if (!failed) return [];
  const { nodeByName, links } = run.topology;
  const { offline, cut } = run.at(failed.index);
  const devices = [...offline].filter((name) => nodeByName.get(name)?.kind !== 'host');
  const [device] = devices;
  if (device !== undefined && devices.length === 1 && cut.size === 0)
    return [writeBefore(run, line, `online ${device}`, `Bring ${shorten(device)} back first`, false)];
  const [place] = cut;
  const link = place !== undefined && cut.size === 1 && devices.length === 0 ? links[place] : undefined;
  if (!link) return [];
  const ends = `${link.a.name} -- ${link.b.name}`;
  return [writeBefore(run, line, `restore ${ends}`, `Restore ${shorten(ends)} first`, false)];
}

/** A block of its own behind a request that has none. */
function sayOtherwise({ lines }: FlowRun, number: number): readonly Fix[] {
  const line = lines[number];
  const below = lines[number + 1];
  const isRequest = line?.statement.kind === 'message' && !line.statement.oneWay;
  const isPlain = line && line.opens === undefined && line.closes === undefined && !line.closesBehind;
  if (!isRequest || !isPlain || below?.opens !== undefined) return [];
  const indentation = indentationOf(line);
  const text = ` {\n${indentation}} otherwise {\n${indentation}  note "No answer."\n${indentation}}`;
  return [{ title: 'Say what happens otherwise', edits: [insertion(number, line.end, text)] }];
}

function endsOf(
  { topology, trace }: FlowRun,
  finding: Finding,
): readonly [client: Host, server: Host, TraceStep] | undefined {
  const step = trace.steps.at(finding.step ?? -1);
  const client = hostNamed(topology, step?.client);
  const server = hostNamed(topology, step?.server);
  return step && client && server ? [client, server, step] : undefined;
}

function share(run: FlowRun, finding: Finding, who: 'client' | 'server'): readonly Fix[] {
  const ends = endsOf(run, finding);
  if (!ends || finding.resource === undefined) return [];
  return letShare(run.lines, who === 'client' ? ends[0] : ends[1], finding.resource);
}

/** Whoever shares it from the start, if the step asks one host alone. */
function askHolder(run: FlowRun, finding: Finding): readonly Fix[] {
  const ends = endsOf(run, finding);
  const { statement } = run.lines[finding.line] ?? {};
  if (!ends || statement?.kind !== 'message') return [];
  const [client, , step] = ends;
  const [asked, ...more] = statement.oneWay ? statement.from : statement.to;
  const holder = sharersOf(run.topology, finding.resource ?? '').find(
    (host) => host !== client && canAsk(client, host, 'other', step),
  );
  if (!asked || more.length > 0 || !holder) return [];
  const title = `${statement.oneWay ? 'Let it come from' : 'Ask'} ${shorten(holder.name)}`;
  return [{ title, edits: [{ span: spanOf(asked, finding.line), text: holder.name }] }];
}

function canAsk(asker: Host, answerer: Host, demand: Demand, { service }: TraceStep): boolean {
  if (service === undefined) return true;
  return candidatesOf({ askers: [asker], answerers: [answerer], demand }).some(({ name }) => name === service);
}

/** What the asker, or the one who answers, should have told the index before. */
function tellIndex(run: FlowRun, findings: readonly Finding[], verb: 'register' | 'lookup'): readonly Fix[] {
  const all = findings.flatMap((finding) => {
    const ends = endsOf(run, finding);
    return ends ? [ends] : [];
  });
  const [first] = all;
  if (!first || !findings[0]) return [];
  const index = indexOf(run.topology, first[2]);
  const tellers = [...new Set(all.map(([client, server]) => (verb === 'lookup' ? client : server)))];
  return index ? tell(run, findings[0], tellers, index, verb, first[2]) : [];
}

function indexOf(topology: Topology, { service }: TraceStep): Host | undefined {
  const known = topology.services.find(({ name }) => name === service);
  return known && hostsRunning(topology, known, 'index')[0];
}

function tell(
  run: FlowRun,
  { line, resource }: Finding,
  tellers: readonly Host[],
  index: Host,
  verb: 'register' | 'lookup',
  step: TraceStep,
): readonly Fix[] {
  const [first] = tellers;
  if (!first || resource === undefined || tellers.length > maximumNamed) return [];
  if (!tellers.every((teller) => teller !== index && canAsk(teller, index, 'index', step))) return [];
  const services = candidatesOf({ askers: [first], answerers: [index], demand: 'index' });
  const over = services.length > 1 ? ` over ${step.service}` : '';
  const names = tellers.map(({ name }) => name);
  const text = `${names.join(', ')} -> ${index.name} : ${verb} ${asString(`"${resource}"`)}${over}`;
  const isLasting = verb === 'lookup' || !run.forgets();
  const title =
    verb === 'lookup' ? `Look it up at ${shorten(index.name)} first` : `Let ${listed(names)} register it first`;
  return [writeBefore(run, line, text, title, isLasting)];
}

/** Somebody has it and has not said so: by a message of its own, or by joining where others have to join. */
function letHolderTell(run: FlowRun, finding: Finding): readonly Fix[] {
  const ends = endsOf(run, finding);
  if (!ends) return [];
  const [client, index, step] = ends;
  const { offline } = run.at(step.index);
  const isThere = ({ name }: Host): boolean => !offline.has(name);
  const tellers = tellersOf(run, index, finding.resource ?? '', step);
  const holder = tellers.find((host) => host !== client && isThere(host)) ?? tellers.find(isThere);
  if (!holder) return [];
  if (run.lines[finding.line]?.statement.kind === 'message')
    return tell(run, finding, [holder], index, 'register', step);
  if (step.service === undefined || !run.joined().has(step.service)) return [];
  return [joinFirst(run, finding.line, holder, step.service)];
}

/** What a search finds is a step of its own; an index answers. */
function asksIndex({ trace }: FlowRun, { step }: Finding): boolean {
  return step !== undefined && trace.steps.at(step)?.kind !== 'state';
}

/** Many lookups ask for the same. */
function tellersOf({ topology, tellers }: FlowRun, index: Host, resource: string, step: TraceStep): readonly Host[] {
  const key = JSON.stringify([index.name, step.service, resource]);
  const able = (host: Host): boolean => host !== index && canAsk(host, index, 'index', step);
  const known = tellers.get(key) ?? sharersOf(topology, resource).filter(able);
  tellers.set(key, known);
  return known;
}
