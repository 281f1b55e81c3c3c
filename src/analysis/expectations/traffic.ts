/** How many bytes hosts send and receive, and hosts that only point the way and carry no data at all. */
import type { Host } from '../../language/topology';
import { shorten } from '../../language/wording';
import { messageKinds } from '../../simulation/roles';
import { stepsSaying } from '../../simulation/scan';
import { type StepContent, type StepList, wasSent } from '../../simulation/step-list';
import type { HostMetrics, Trace, TraceStep } from '../../simulation/trace';
import { quoted } from '../../simulation/words';
import { size } from '../quantities';
import { stepSpans } from '../step-spans';
import { compares } from './compare';
import { sizeFor } from './fixes';
import { type Context, type ExpectationOf, firstThatFails, flowsOf, unknown, type Verdict, when } from './verdict';

export function checkTransfers(context: Context, expectation: ExpectationOf<'transfers'>): Verdict {
  const { flow, scenario, hosts, direction, comparison, sizeBytes } = expectation;
  const trace = context.runs.trace(flow, { scenario });
  if (!trace) return unknown(context, flow);
  const metrics = metricsOf(trace);
  return firstThatFails(hosts, (host): Verdict => {
    const counters = metrics.get(host.name);
    const bytes = (direction === 'uploads' ? counters?.bytesSent : counters?.bytesReceived) ?? 0;
    return {
      holds: compares(bytes, comparison, sizeBytes),
      actual: size(bytes),
      instead: hosts.length === 1 ? sizeFor(bytes, comparison) : undefined,
      because: `${shorten(host.name)} ${direction} ${size(bytes)} in ${quoted(flow.name)}${when(scenario)}.`,
    };
  });
}

const metricsByHost = new WeakMap<Trace, ReadonlyMap<string, HostMetrics>>();

function metricsOf(trace: Trace): ReadonlyMap<string, HostMetrics> {
  const metrics = metricsByHost.get(trace) ?? new Map(trace.metrics.map((each) => [each.host, each]));
  metricsByHost.set(trace, metrics);
  return metrics;
}

export function checkNoData(context: Context, expectation: ExpectationOf<'carries-no-data'>): Verdict {
  const { hosts, scenario } = expectation;
  for (const flow of flowsOf(context, expectation)) {
    const trace = context.runs.trace(flow, { scenario });
    if (!trace) return unknown(context, flow);
    const carrier = findCarrier(hosts, trace.steps);
    if (!carrier) continue;
    const { host, step } = carrier;
    const amount = step.sizeBytes ? ` (${size(step.sizeBytes)})` : '';
    const what = step.resource ?? step.text;
    const span = stepSpans(flow).get(step.line) ?? flow.span;
    return {
      holds: false,
      actual: `${shorten(host)} carries data`,
      because: `In ${quoted(flow.name)}, ${what ? quoted(what) : 'data'}${amount} goes from ${shorten(step.from ?? '')} to ${shorten(step.to ?? '')}.`,
      related: [{ message: `${shorten(step.from ?? '')} sends it to ${shorten(step.to ?? '')} here`, span }],
    };
  }
  return { holds: true, actual: 'no data', because: 'It sends and receives no resource and nothing with a size.' };
}

function findCarrier(
  hosts: readonly Host[],
  steps: StepList,
): { readonly host: string; readonly step: TraceStep } | undefined {
  const { from, to } = steps.columns;
  const wanted = new Set(hosts.map((host) => host.index));
  for (const place of stepsSaying(steps, carriesData)) {
    const end = [from[place] ?? -1, to[place] ?? -1].find((node) => wanted.has(node));
    const host = steps.columns.names[end ?? -1];
    if (host === undefined || !wasSent(steps.columns, place)) continue;
    const step = steps.at(place);
    return step && { host, step };
  }
  return undefined;
}

/** A resource, a stream, or anything with a size; a lookup, a login or a plain text is a message that carries none. */
function carriesData({ kind, verb, sizeBytes = 0 }: StepContent): boolean {
  if (kind === 'data' || kind === 'piece' || kind === 'stream') return true;
  return messageKinds.has(kind) && (sizeBytes > 0 || (verb === 'put' && kind !== 'response'));
}
