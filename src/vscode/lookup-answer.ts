/**
 * What a tried lookup came to, as a few sentences: what was answered, and from where to where the transfer goes. Pure.
 */
import { lookupSteps } from '../analysis/lookups';
import type { Topology } from '../language/topology';
import { describe } from '../scene/describe';
import { isolate } from '../scene/formats';
import { wordingOf } from '../scene/wording';
import { english, type Words } from '../scene/words';
import type { Trace, TraceStep } from '../simulation/trace';
import type { LookupTrial } from './experiments';

export function lookupAnswer(topology: Topology, trace: Trace, trial: LookupTrial, words = english): string {
  const answers = lookupSteps(trace);
  const sentences = answers.map((step) => describe(step, wordingOf(topology, trace, words)));
  if (answers.length === 0) sentences.push(silence(trace, trial, words));
  const transfers = trace.steps.filter((step) => carriesPayload(step, trial));
  if (transfers.length > 0) sentences.push(transferSentence(transfers, answers, trial, words));
  else if (trace.why !== undefined) sentences.push(words.lookup.nothing(words.reason(trace.why)));
  return sentences.join(' ');
}

function silence({ steps }: Trace, { host }: LookupTrial, { lookup: say }: Words): string {
  const question = steps.find(({ kind, verb }) => kind === 'request' && (verb === 'lookup' || verb === 'announce'));
  return question?.to === undefined ? say.nobodyAsked : say.noAnswer(isolate(host), isolate(question.to));
}

function carriesPayload({ kind, to, resource, outcome }: TraceStep, { host, resource: wanted }: LookupTrial): boolean {
  return (kind === 'data' || kind === 'piece') && to === host && resource === wanted && outcome === 'ok';
}

/** In a swarm it comes in pieces, from many. */
function transferSentence(
  transfers: readonly TraceStep[],
  answers: readonly TraceStep[],
  { host }: LookupTrial,
  { lookup: say }: Words,
): string {
  const senders = new Set(transfers.flatMap(({ from }) => from ?? []));
  const startMs = transfers[0]?.startMs ?? 0;
  const endMs = transfers.reduce((latest, step) => Math.max(latest, step.endMs), startMs);
  const isDirect = answers.length > 0 && answers.every(({ from }) => from === host || !senders.has(from ?? ''));
  return say.transfer([...senders].map(isolate), isolate(host), endMs - startMs, isDirect);
}
