/**
 * What each lookup of a run finds, in the order of the answers: what an index or a tracker answers, and what a search among
 * peers comes to. A lookup that got no answer finds nothing out.
 */
import { stepsSaying } from '../simulation/scan';
import type { StepContent } from '../simulation/step-list';
import type { Trace, TraceStep } from '../simulation/trace';
import type { LookupResult } from './analysis';

export function lookupsIn(trace: Trace): readonly LookupResult[] {
  return lookupSteps(trace).flatMap((step) => resultOf(trace.flow, step));
}

/** The steps that say what a lookup has come to. */
export function lookupSteps({ steps }: Trace): readonly TraceStep[] {
  const places = [...stepsSaying(steps, saysWhatIsFound)];
  return places.flatMap((place) => steps.at(place) ?? []).filter(({ answer, outcome }) => answer && outcome === 'ok');
}

/** The first step in which somebody looks the resource up, whatever comes of it. */
export function firstLookup({ steps }: Trace, resource: string): TraceStep | undefined {
  const isIt = (content: StepContent) => content.resource === resource && looksUp(content);
  const [first] = stepsSaying(steps, isIt);
  return first === undefined ? undefined : steps.at(first);
}

/** What a search comes to is a state, not a message: nobody but the searcher says it. */
function saysWhatIsFound({ kind, verb = '', resource }: StepContent): boolean {
  return resource !== undefined && (kind === 'state' ? verb === 'search' : kind === 'response' && asked.has(verb));
}

function looksUp({ kind, verb = '' }: StepContent): boolean {
  return kind === 'state' ? verb === 'search' : asked.has(verb);
}

/** A central host answers these. */
const asked: ReadonlySet<string> = new Set(['lookup', 'announce']);

function resultOf(flow: string, step: TraceStep): readonly LookupResult[] {
  const { line, resource, stale, from, client, server, answer: finds = [] } = step;
  const asker = step.kind === 'state' ? from : client;
  if (resource === undefined || asker === undefined) return [];
  return [{ flow, line, resource, index: server, client: asker, finds, stale }];
}
