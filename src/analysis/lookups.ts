/** What each lookup of a run finds, in the order of the answers. A lookup that got no answer finds nothing out. */
import type { Trace } from '../simulation/trace';
import type { LookupResult } from './analysis';

export function lookupsIn(trace: Trace): readonly LookupResult[] {
  return trace.steps.flatMap((step): readonly LookupResult[] => {
    const { answer, stale, line, resource, server, client, outcome } = step;
    if (!answer || outcome !== 'ok' || resource === undefined || server === undefined || client === undefined)
      return [];
    return [{ flow: trace.flow, line, resource, index: server, client, finds: answer, stale }];
  });
}
