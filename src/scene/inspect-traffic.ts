/** The streams of a host so far, and what its run amounts to once it is over. */
import type { Host } from '../language/topology';
import { counted, formatCount } from '../language/wording';
import { stepsSaying } from '../simulation/scan';
import { hasArrived } from '../simulation/step-list';
import type { HostMetrics, Trace } from '../simulation/trace';
import { formatSize, isolate, listOf } from './formats';
import type { Inspected } from './inspect';
import { newIf, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';

/** The steps of a run that are streams: most runs have none, and whoever has many is asked at every step. */
const streamSteps = new WeakMap<Trace, readonly number[]>();

function streamsIn(trace: Trace): readonly number[] {
  const known = streamSteps.get(trace) ?? [...stepsSaying(trace.steps, ({ kind }) => kind === 'stream')];
  streamSteps.set(trace, known);
  return known;
}

/** Undefined where the host neither sends nor receives one. */
export function streamSection(host: Host, { trace, step }: Inspected): InspectorSection | undefined {
  if (!trace || !step) return undefined;
  const { columns } = trace.steps;
  const { from, to } = columns;
  const begun = streamsIn(trace).filter((place) => place <= step.index && hasArrived(columns, place));
  const isNow = step.kind === 'stream' && step.outcome === 'ok';
  const out = begun.filter((place) => from[place] === host.index);
  const into = begun.filter((place) => to[place] === host.index);
  const rows = [
    ...streamRow('Out', trace, out, to, isNow && step.from === host.name),
    ...streamRow('In', trace, into, from, isNow && step.to === host.name),
  ];
  return rows.length > 0 ? { id: 'streams', title: 'Streams', rows, empty: '' } : undefined;
}

/** `99 streams from zoom (of ann, ben and 97 more)`. */
function streamRow(
  text: 'In' | 'Out',
  { steps: { columns } }: Trace,
  streams: readonly number[],
  others: Int32Array,
  changed: boolean,
): InspectorRow[] {
  if (streams.length === 0) return [];
  const { names, content, contents } = columns;
  const hosts = new Set(streams.flatMap((place) => names[others[place] ?? -1] ?? []));
  const owners = new Set(streams.flatMap((place) => contents[content[place] ?? -1]?.text ?? []));
  const of = text === 'In' && owners.size > 0 ? ` (of ${listOf([...owners].map(isolate))})` : '';
  const preposition = text === 'In' ? 'from' : 'to';
  const detail = `${counted(streams.length, 'stream')} ${preposition} ${listOf([...hosts].map(isolate), 8)}${of}`;
  return [newIf(changed, plain(text, detail, undefined))];
}

/** Only at the end of the run: until then it would tell what is still to come. */
export function totalsSection(host: Host, { trace, step }: Inspected): InspectorSection | undefined {
  if (!trace || !step || step.index < trace.steps.length - 1) return undefined;
  const totals = trace.metrics.find((metrics) => metrics.host === host.name);
  return totals && { id: 'totals', title: 'In the whole run', rows: totalRows(totals), empty: 'It took no part.' };
}

function totalRows(totals: HostMetrics): InspectorRow[] {
  const { bytesSent, bytesReceived, messagesSent, messagesReceived, requestsServed, streamsOut, streamsIn } = totals;
  const rows: (readonly [string, string, number])[] = [
    ['Sent', amount(messagesSent, bytesSent), messagesSent],
    ['Received', amount(messagesReceived, bytesReceived), messagesReceived],
    ['Answers given', formatCount(requestsServed), requestsServed],
    ['Streams', `${formatCount(streamsOut)} out, ${formatCount(streamsIn)} in`, streamsOut + streamsIn],
  ];
  return rows.flatMap(([text, detail, count]) => (count > 0 ? [plain(text, detail, undefined)] : []));
}

function amount(messages: number, bytes: number): string {
  return bytes > 0 ? `${counted(messages, 'message')}, ${formatSize(bytes)}` : counted(messages, 'message');
}
