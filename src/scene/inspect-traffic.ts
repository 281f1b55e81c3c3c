/** The streams of a host so far, and what its run amounts to once it is over. */
import type { Host } from '../language/topology';
import { stepsSaying } from '../simulation/scan';
import { hasArrived } from '../simulation/step-list';
import type { HostMetrics, Trace } from '../simulation/trace';
import { isolate } from './formats';
import type { Inspected } from './inspect';
import { newIf, plain } from './inspect-rows';
import type { InspectorRow, InspectorSection } from './scene';
import type { Words } from './words';

/** The steps of a run that are streams: most runs have none, and whoever has many is asked at every step. */
const streamSteps = new WeakMap<Trace, readonly number[]>();

function streamsIn(trace: Trace): readonly number[] {
  const known = streamSteps.get(trace) ?? [...stepsSaying(trace.steps, ({ kind }) => kind === 'stream')];
  streamSteps.set(trace, known);
  return known;
}

/** Undefined where the host neither sends nor receives one. */
export function streamSection(host: Host, { trace, step, words }: Inspected): InspectorSection | undefined {
  if (!trace || !step) return undefined;
  const { columns } = trace.steps;
  const { from, to } = columns;
  const begun = streamsIn(trace).filter((place) => place <= step.index && hasArrived(columns, place));
  const isNow = step.kind === 'stream' && step.outcome === 'ok';
  const out = begun.filter((place) => from[place] === host.index);
  const into = begun.filter((place) => to[place] === host.index);
  const rows = [
    ...streamRow(words, 'out', trace, out, to, isNow && step.from === host.name),
    ...streamRow(words, 'in', trace, into, from, isNow && step.to === host.name),
  ];
  return rows.length > 0 ? { id: 'streams', title: words.inspect.streams, rows, empty: '' } : undefined;
}

/** `99 streams from zoom (of ann, ben and 97 more)`. */
function streamRow(
  { inspect: say }: Words,
  direction: 'in' | 'out',
  { steps: { columns } }: Trace,
  streams: readonly number[],
  ends: Int32Array,
  changed: boolean,
): InspectorRow[] {
  if (streams.length === 0) return [];
  const { names, content, contents } = columns;
  const hosts = new Set(streams.flatMap((place) => names[ends[place] ?? -1] ?? []));
  const owners = new Set(streams.flatMap((place) => contents[content[place] ?? -1]?.text ?? []));
  const others = [...hosts].map(isolate);
  const row =
    direction === 'in'
      ? plain(say.streamsIn, say.streamsFrom(streams.length, others, [...owners].map(isolate)), undefined)
      : plain(say.streamsOut, say.streamsTo(streams.length, others), undefined);
  return [newIf(changed, row)];
}

/** Only at the end of the run: until then it would tell what is still to come. */
export function totalsSection(host: Host, { trace, step, words }: Inspected): InspectorSection | undefined {
  const { inspect: say } = words;
  if (!trace || !step || step.index < trace.steps.length - 1) return undefined;
  const totals = trace.metrics.find((metrics) => metrics.host === host.name);
  return totals && { id: 'totals', title: say.inTheWholeRun, rows: totalRows(totals, words), empty: say.tookNoPart };
}

function totalRows(totals: HostMetrics, { inspect: say, formats }: Words): InspectorRow[] {
  const { bytesSent, bytesReceived, messagesSent, messagesReceived, requestsServed, streamsOut, streamsIn } = totals;
  const rows: (readonly [string, string, number])[] = [
    [say.sent, say.amount(messagesSent, bytesSent), messagesSent],
    [say.received, say.amount(messagesReceived, bytesReceived), messagesReceived],
    [say.answersGiven, formats.count(requestsServed), requestsServed],
    [say.streams, say.outAndIn(streamsOut, streamsIn), streamsOut + streamsIn],
  ];
  return rows.flatMap(([text, detail, count]) => (count > 0 ? [plain(text, detail, undefined)] : []));
}
