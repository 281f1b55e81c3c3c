/**
 * What a tried lookup came to, as a few sentences: what each index answered, and from where to where the transfer goes.
 * Pure.
 */
import type { Topology } from '../language/topology';
import { describe } from '../scene/describe';
import { formatDuration, isolate } from '../scene/formats';
import { wordingOf } from '../scene/wording';
import type { Trace, TraceStep } from '../simulation/trace';
import type { LookupTrial } from './experiments';

export function lookupAnswer(topology: Topology, trace: Trace, trial: LookupTrial): string {
  const answers = trace.steps.filter(({ answer }) => answer !== undefined);
  const sentences = answers.map((step) => describe(step, wordingOf(topology, trace)));
  if (answers.length === 0) sentences.push(silence(trace, trial));
  const transfer = trace.steps.find((step) => carriesPayload(step, trial));
  if (transfer) sentences.push(transferSentence(transfer, answers));
  else if (trace.why !== undefined) sentences.push(`Nothing is transferred: ${trace.why}`);
  return sentences.join(' ');
}

function silence({ steps }: Trace, { host }: LookupTrial): string {
  const question = steps.find(({ kind, verb }) => kind === 'request' && verb === 'lookup');
  return question
    ? `${isolate(host)} gets no answer from ${isolate(question.to ?? 'the index')}.`
    : 'No index was asked.';
}

function carriesPayload({ kind, to, resource, outcome }: TraceStep, { host, resource: wanted }: LookupTrial): boolean {
  return kind === 'data' && to === host && resource === wanted && outcome === 'ok';
}

function transferSentence(transfer: TraceStep, answers: readonly TraceStep[]): string {
  const { from = '', to = '', startMs, endMs } = transfer;
  const isDirect = answers.length > 0 && answers.every((answer) => answer.from !== from);
  const way = isDirect ? 'goes directly' : 'goes';
  return `The transfer ${way} from ${isolate(from)} to ${isolate(to)} and takes ${formatDuration(endMs - startMs)}.`;
}
