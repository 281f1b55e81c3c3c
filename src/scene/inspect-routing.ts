/**
 * The routing table of a peer of a distributed hash table at a position. The recording holds the messages, not the tables:
 * these follow from them by the pattern's own rules, so the very table of the simulation is used to work them out again.
 */
import type { Host, Service, Topology } from '../language/topology';
import { usualOption } from '../simulation/options';
import { commonBits } from '../simulation/patterns/dht/keys';
import { rosterFor } from '../simulation/patterns/dht/network';
import { contactOf } from '../simulation/patterns/dht/roster';
import { createRoutingTable, type RoutingTable } from '../simulation/patterns/dht/routing-table';
import { hasArrived, stepFlags } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { compared, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';
import type { Words } from './words';

/** One for each such service that the host is a peer of; none before anything was run. */
export function routingSections(host: Host, { topology, trace, step, words }: Inspected): InspectorSection[] {
  if (!trace) return [];
  const position = step === undefined ? 0 : step.index + 1;
  const services = host.software.filter(({ service, kind }) => service.pattern === 'dht' && kind === 'peer');
  return services.map(({ service }) => {
    const rowsAt = (until: number) => rowsOf(host, tableAt(topology, trace, service, host, until), words);
    return {
      id: 'routing',
      title: words.inspect.routing(isolate(service.name)),
      rows: compared(rowsAt(Math.max(0, position - 1)), rowsAt(position)),
      empty: words.inspect.routingEmpty,
      hint: words.inspect.routingHint,
    };
  });
}

/** One row for each bucket, the nearest first. */
function rowsOf(host: Host, table: RoutingTable, { inspect: say, formats }: Words): InspectorRow[] {
  const own = contactOf(host);
  const buckets = new Map<number, string[]>();
  for (const contact of table.nearest(own.key, Number.MAX_SAFE_INTEGER)) {
    const level = commonBits(own.key, contact.key);
    buckets.set(level, [...(buckets.get(level) ?? []), isolate(contact.host.name)]);
  }
  const levels = [...buckets].sort(([a], [b]) => b - a);
  return levels.map(([level, names]) => plain(say.sameBits(level), formats.list(names, 12), undefined));
}

function tableAt(topology: Topology, trace: Trace, service: Service, host: Host, position: number): RoutingTable {
  const { columns } = trace.steps;
  const { contents, content, names, from, to, flags } = columns;
  const initial = trace.initial.joined.get(service.name);
  const roster = initial?.size ? rosterFor(topology, service) : [];
  const size = service.options.get('bucket') ?? usualOption('bucket');
  const table = createRoutingTable(contactOf(host), size, roster);
  const joined = new Set(initial);
  const others = (place: number | undefined) => topology.nodeByName.get(names[place ?? -1] ?? '');
  for (const step of stepsOf(trace, service, host)) {
    if (step >= position) break;
    for (const change of columns.details.get(step)?.changes ?? []) {
      if (change.kind === 'joins' && change.service === service.name) joined.add(change.host);
      if (change.kind === 'leaves' && change.service === service.name) joined.delete(change.host);
    }
    if (!joined.has(host.name)) continue;
    const isFailed = ((flags[step] ?? 0) & stepFlags.failed) !== 0;
    const kind = contents[content[step] ?? 0]?.kind;
    if (to[step] === host.index && hasArrived(columns, step) && !isFailed) learn(step);
    else if (from[step] === host.index && isFailed && kind === 'query') forget(step);
  }
  return table;

  function learn(step: number): void {
    const sender = others(from[step]);
    if (sender?.kind === 'host' && joined.has(sender.name)) table.learn(contactOf(sender));
    const { verb, resource, kind } = contents[content[step] ?? 0] ?? {};
    if (kind !== 'hit' || verb !== 'find-node' || resource !== undefined) return;
    for (const name of columns.details.get(step)?.answer ?? []) {
      const named = topology.nodeByName.get(name);
      if (named?.kind === 'host') table.learn(contactOf(named));
    }
  }

  function forget(step: number): void {
    const silent = others(to[step]);
    if (silent?.kind === 'host') table.drop(contactOf(silent));
  }
}

/** Of the trace, for each service and host that was asked about. */
const concerning = new WeakMap<Trace, Map<string, readonly number[]>>();

/** The steps that can change the table of a host: its own messages, and whoever joins or leaves. */
function stepsOf(trace: Trace, service: Service, host: Host): readonly number[] {
  const known = concerning.get(trace) ?? new Map<string, readonly number[]>();
  concerning.set(trace, known);
  const key = JSON.stringify([service.name, host.name]);
  const steps = known.get(key) ?? readSteps(trace, service, host);
  known.set(key, steps);
  return steps;
}

function readSteps({ steps: { columns } }: Trace, { name: service }: Service, host: Host): readonly number[] {
  const { contents, content, from, to, details } = columns;
  const isTalk = contents.map((each) => each.service === service && (each.kind === 'query' || each.kind === 'hit'));
  const found = new Set<number>();
  for (const [step, { changes = [] }] of details)
    if (changes.some((change) => (change.kind === 'joins' || change.kind === 'leaves') && change.service === service))
      found.add(step);
  for (let step = 0; step < content.length; step += 1)
    if ((from[step] === host.index || to[step] === host.index) && isTalk[content[step] ?? 0]) found.add(step);
  return [...found].sort((a, b) => a - b);
}
