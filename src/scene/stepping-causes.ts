/**
 * What a step came of, and what came of it, each as a sentence. Reads the recording's own links from effect to cause; what
 * only happened later is no consequence.
 */
import type { Trace } from '../simulation/trace';
import { describeShortly } from './describe';
import type { StepLink } from './scene';
import type { Wording } from './wording';

/** More than this are counted, not listed: a server that passes something on may cause thousands. */
const listed = 12;

export interface Causes {
  readonly cause: StepLink | undefined;
  readonly consequences: readonly StepLink[];
  readonly otherConsequences: number;
}

export function causesOf(trace: Trace, index: number, wording: Wording): Causes {
  const link = (place: number): readonly StepLink[] => {
    const step = trace.steps.at(place);
    return step ? [{ index: place, sentence: describeShortly(step, wording) }] : [];
  };
  const { first, count } = consequences(trace, index, listed);
  return {
    cause: link(trace.steps.columns.cause[index] ?? -1)[0],
    consequences: first.flatMap(link),
    otherConsequences: count - first.length,
  };
}

/** A cause comes before its effects. */
function consequences({ steps }: Trace, index: number, limit: number) {
  const { cause } = steps.columns;
  const first: number[] = [];
  let count = 0;
  for (let step = cause.indexOf(index, index + 1); step >= 0 && index >= 0; step = cause.indexOf(index, step + 1)) {
    count += 1;
    if (first.length < limit) first.push(step);
  }
  return { first, count };
}

/** The step that led to this one. */
export function causeOf({ steps }: Trace, index: number): number | undefined {
  const cause = steps.columns.cause[index] ?? -1;
  return cause < 0 ? undefined : cause;
}

/** The first step that came of this one. */
export function firstConsequence(trace: Trace, index: number): number | undefined {
  return consequences(trace, index, 1).first[0];
}
