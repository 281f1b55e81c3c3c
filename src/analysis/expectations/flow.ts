/** How a flow ends, how long it takes, and how many messages it sends. */
import type { Related } from '../../language/source';
import type { Comparison, Flow, Scenario } from '../../language/topology';
import { counted, shorten } from '../../language/wording';
import { failingLine } from '../../simulation/failure';
import { failedSteps, longestMessage, messageCounts } from '../../simulation/scan';
import type { Trace } from '../../simulation/trace';
import { quoted } from '../../simulation/words';
import { duration } from '../quantities';
import { stepSpans } from '../step-spans';
import { compares } from './compare';
import { countFor, durationFor } from './fixes';
import { type Context, type ExpectationOf, unknown, type Verdict, when } from './verdict';

export function checkOutcome(context: Context, expectation: ExpectationOf<'outcome'>): Verdict {
  const { flow, scenario, succeeds } = expectation;
  const trace = context.runs.trace(flow, { scenario });
  if (!trace) return unknown(context, flow);
  const completed = trace.outcome === 'completed';
  if (completed && isIdle(trace)) return idle(flow, scenario);
  return {
    holds: completed === succeeds,
    actual: `it ${completed ? 'succeeds' : 'fails'}${when(scenario)}`,
    instead: completed ? 'succeeds' : 'fails',
    because: completed ? `${howItCompletes(flow, trace)}${when(scenario)}.` : `Because ${trace.why ?? ''}`,
    related: completed ? [] : failuresIn(flow, trace),
  };
}

/** Of a flow that is not written yet nothing can be said: that it neither fails nor needs anybody is no merit. */
export function isIdle({ steps }: Trace): boolean {
  return messageCounts(steps).size === 0 && failedSteps(steps).next().done === true;
}

/** What is not written yet is below every bound. */
function isUpper(comparison: Comparison): boolean {
  return comparison === '<' || comparison === '<=';
}

export function idle(flow: Flow, scenario: Scenario | undefined): Verdict {
  const because = `Nobody sends anything in ${quoted(flow.name)}${when(scenario)}: write a step in it.`;
  return { holds: false, actual: 'nothing happens in it', because };
}

/** A sentence without its full stop. */
export function howItCompletes(flow: Flow, { steps }: Trace): string {
  return failedSteps(steps).next().done
    ? `Every step of ${quoted(flow.name)} works`
    : `What fails in ${quoted(flow.name)} is dealt with`;
}

export function checkDuration(context: Context, expectation: ExpectationOf<'takes'>): Verdict {
  const { flow, scenario, comparison, durationMs } = expectation;
  const trace = context.runs.trace(flow, { scenario });
  if (!trace) return unknown(context, flow);
  if (isIdle(trace) && isUpper(comparison)) return idle(flow, scenario);
  const ending = trace.outcome === 'completed' ? 'ends' : 'fails';
  return {
    // A nanosecond is below what a file can say and above what rounding does.
    holds: compares(Math.round(trace.endMs * 1e6), comparison, Math.round(durationMs * 1e6)),
    actual: duration(trace.endMs),
    instead: durationFor(trace.endMs, comparison),
    because: `${quoted(flow.name)} ${ending} after ${duration(trace.endMs)}${when(scenario)}.${slowest(trace)}`,
  };
}

export function checkMessages(context: Context, expectation: ExpectationOf<'sends'>): Verdict {
  const { flow, scenario, comparison, count } = expectation;
  const trace = context.runs.trace(flow, { scenario });
  if (!trace) return unknown(context, flow);
  if (isIdle(trace) && isUpper(comparison)) return idle(flow, scenario);
  const byKind = [...messageCounts(trace.steps)];
  const total = byKind.reduce((sum, [, amount]) => sum + amount, 0);
  const parts = byKind.map(([kind, amount]) => `${amount} of kind ${quoted(kind)}`).join(', ');
  return {
    holds: compares(total, comparison, count),
    actual: counted(total, 'message'),
    instead: countFor(total, comparison),
    because: `${quoted(flow.name)} sends ${parts || 'nothing'}${when(scenario)}.`,
  };
}

/** The line where the trouble began. */
export function failuresIn(flow: Flow, trace: Trace): readonly Related[] {
  const line = failingLine(trace);
  const span = line === undefined ? undefined : stepSpans(flow).get(line);
  return span ? [{ message: trace.why ?? 'this fails', span }] : [];
}

function slowest({ steps }: Trace): string {
  const step = steps.at(longestMessage(steps) ?? -1);
  if (!step) return '';
  const took = duration(step.endMs - step.startMs);
  return ` The longest message, from ${shorten(step.from ?? '')} to ${shorten(step.to ?? '')}, takes ${took}.`;
}
