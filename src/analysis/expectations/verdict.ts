/** What a check of one expectation sees and what it answers. */
import type { Related } from '../../language/source';
import type { Expectation, Flow, Scenario } from '../../language/topology';
import { quoted } from '../../simulation/words';
import type { ArchitectureReport } from '../analysis';
import type { Runs } from '../runs';

export interface Verdict {
  readonly holds: boolean;
  /** What was found, as a short phrase. */
  readonly actual: string;
  /** What the file could claim in place of what it claims, as it would be written. */
  readonly instead?: string | undefined;
  /** Whole sentences. */
  readonly because: string;
  readonly related?: readonly Related[];
  /** Nothing is known: a run that it would take is too large for the budget, or a flow has lines that cannot be understood. */
  readonly unknown?: 'too large' | 'unread';
}

export interface Context {
  readonly runs: Runs;
  /** Of the file without a scenario. */
  readonly architecture: ArchitectureReport;
}

export type ExpectationOf<K extends Expectation['kind']> = Extract<Expectation, { readonly kind: K }>;

export function unknown({ runs }: Context, flow: Flow): Verdict {
  return { holds: false, unknown: 'too large', actual: 'not checked', because: runs.whyMissing(flow) };
}

/** A flow that it speaks of cannot be understood in full. The mistake there is reported already, so nothing is made of it here. */
export function unread(context: Context, expectation: Expectation): Verdict | undefined {
  const flow = flowsOf(context, expectation).find(({ isWhole }) => !isWhole);
  const because = `${quoted(flow?.name ?? '')} or a link has a mistake: first mend that.`;
  return flow && { holds: false, unknown: 'unread', actual: 'not checked', because };
}

/** What is claimed of several hosts holds if it holds of each; nobody looks further than the first that speaks against it. */
export function firstThatFails<T>(subjects: readonly T[], check: (subject: T) => Verdict): Verdict {
  let first: Verdict | undefined;
  for (const subject of subjects) {
    const verdict = check(subject);
    if (!verdict.holds) return verdict;
    first ??= verdict;
  }
  return first ?? { holds: true, actual: 'no host', because: '' };
}

/** The first of the flows that is too large to run under this scenario. */
export function tooLargeAmong(
  { runs }: Context,
  flows: readonly Flow[],
  scenario: Scenario | undefined,
): Flow | undefined {
  return flows.find((flow) => !runs.trace(flow, { scenario }));
}

/** The flows that an expectation speaks of. */
export function flowsOf({ runs }: Context, { flow }: Expectation): readonly Flow[] {
  return flow ? [flow] : runs.topology.flows;
}

/** ` when “index is down”`, or nothing. */
export function when(scenario: Scenario | undefined): string {
  return scenario ? ` when ${quoted(scenario.name)}` : '';
}
