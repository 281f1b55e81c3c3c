/**
 * `expect lookup "song.mp3" finds bob`: the answer lists those hosts (it may list others too). Every flow that looks the
 * resource up must have such an answer, and one at least must look it up. A flow that asks twice, before and after
 * something happens, may therefore be expected to find a host and to find nothing.
 */
import type { Flow } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Trace } from '../../simulation/trace';
import { listed, quoted } from '../../simulation/words';
import type { LookupResult } from '../analysis';
import { firstLookup, lookupsIn } from '../lookups';
import { stepSpans } from '../step-spans';
import { type Context, type ExpectationOf, flowsOf, unknown, type Verdict, when } from './verdict';

export function checkLookup(context: Context, expectation: ExpectationOf<'lookup'>): Verdict {
  const { resource, scenario } = expectation;
  let held: Verdict | undefined;
  let stopped: Trace | undefined;
  for (const flow of flowsOf(context, expectation)) {
    const trace = context.runs.trace(flow, { scenario });
    if (!trace) return unknown(context, flow);
    const asked = firstLookup(trace, resource);
    if (!asked) stopped ??= trace.outcome === 'failed' ? trace : undefined;
    if (!asked) continue;
    const lookups = lookupsIn(trace).filter((lookup) => lookup.resource === resource);
    const verdict =
      lookups.length > 0
        ? judge(flow, lookups, expectation)
        : {
            holds: false,
            actual: 'no answer',
            because: `In ${quoted(flow.name)}, ${asked.kind === 'state' ? 'nobody can be asked' : 'no index answers'}: ${asked.why ?? ''}`,
          };
    if (!verdict.holds) return verdict;
    held ??= verdict;
  }
  const where = expectation.flow ? `${quoted(expectation.flow.name)} does not look` : 'No flow looks';
  const before = stopped ? ` ${quoted(stopped.flow)} fails before it could: ${stopped.why}` : '';
  const because = `${where} ${quoted(resource)} up${when(scenario)}.${before}`;
  return held ?? { holds: false, actual: 'no lookup', because };
}

/** Nobody would write more hosts than this in a line. */
const maximumNamed = 8;

function judge(flow: Flow, lookups: readonly LookupResult[], { hosts }: ExpectationOf<'lookup'>): Verdict {
  const isExpected = ({ finds }: LookupResult) =>
    hosts.length === 0 ? finds.length === 0 : hosts.every((host) => finds.includes(host.name));
  const good = lookups.find(isExpected);
  const shown = good ?? lookups[lookups.length - 1];
  if (!shown) return { holds: false, actual: 'no lookup', because: '' };
  const actual = shown.finds.length > 0 ? listed(shown.finds) : 'nothing';
  const answer = shown.finds.length > 0 ? listed(shown.finds) : 'nobody';
  const span = stepSpans(flow).get(shown.line) ?? flow.span;
  return {
    holds: good !== undefined,
    actual,
    instead: shown.finds.length > maximumNamed ? undefined : shown.finds.join(', ') || 'nothing',
    because: `In ${quoted(flow.name)}, ${whoFinds(shown)}: ${answer}.`,
    related: [{ message: `${shorten(shown.client)} looks ${quoted(shown.resource)} up here`, span }],
  };
}

function whoFinds({ index, client }: LookupResult): string {
  return index === undefined
    ? `the search of ${shorten(client)} finds`
    : `${shorten(index)} answers ${shorten(client)}`;
}
