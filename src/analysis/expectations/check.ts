/**
 * What the file claims of its own behaviour against what its runs show. One entry for each kind of expectation; a claim
 * that does not hold is an error at its line that says what was found instead, and why.
 */
import { type Diagnostic, diagnostic } from '../../language/source';
import type { Line } from '../../language/syntax';
import type { Expectation } from '../../language/topology';
import type { ArchitectureReport, ExpectationResult } from '../analysis';
import type { Runs } from '../runs';
import { checkArchitecture } from './architecture';
import { expectInstead } from './fixes';
import { checkDuration, checkMessages, checkOutcome } from './flow';
import { checkLookup } from './lookup';
import { checkNeeds, checkSurvives } from './loss';
import { checkRole } from './role';
import { checkNoData, checkTransfers } from './traffic';
import { type Context, unread, type Verdict } from './verdict';

export interface Checked {
  readonly results: readonly ExpectationResult[];
  readonly diagnostics: readonly Diagnostic[];
}

/** `lines` are those of the file; without them there are no fixes. */
export function checkExpectations(runs: Runs, architecture: ArchitectureReport, lines: readonly Line[] = []): Checked {
  const context: Context = { runs, architecture };
  const verdicts = runs.topology.expectations.map((expectation) => ({
    expectation,
    verdict: unread(context, expectation) ?? verdictOn(context, expectation),
  }));
  return {
    results: verdicts.map(({ expectation, verdict: { holds, unknown, actual, because, related = [] } }) => ({
      expectation,
      outcome: holds ? 'pass' : 'fail',
      isChecked: unknown === undefined,
      actual,
      because,
      related,
    })),
    diagnostics: verdicts.flatMap(({ expectation, verdict }) =>
      verdict.holds || verdict.unknown === 'unread' ? [] : [report(expectation, verdict, lines)],
    ),
  };
}

function verdictOn(context: Context, expectation: Expectation): Verdict {
  switch (expectation.kind) {
    case 'role':
      return checkRole(context, expectation);
    case 'lookup':
      return checkLookup(context, expectation);
    case 'outcome':
      return checkOutcome(context, expectation);
    case 'takes':
      return checkDuration(context, expectation);
    case 'sends':
      return checkMessages(context, expectation);
    case 'transfers':
      return checkTransfers(context, expectation);
    case 'needs':
      return checkNeeds(context, expectation);
    case 'survives':
      return checkSurvives(context, expectation);
    case 'architecture':
      return checkArchitecture(context, expectation);
    case 'carries-no-data':
      return checkNoData(context, expectation);
  }
}

function report(
  expectation: Expectation,
  { actual, because, related = [], instead, unknown }: Verdict,
  lines: readonly Line[],
): Diagnostic {
  const { span, otherwise } = expectation;
  if (unknown) return diagnostic('too-large', span, `This was not checked. ${because}`);
  return diagnostic('expectation-failed', span, `${advice(otherwise)}Found instead: ${actual}. ${because}`, {
    related,
    fixes: instead === undefined ? [] : expectInstead(expectation, lines, instead),
  });
}

/** The author's own words come first. */
function advice(otherwise = ''): string {
  return otherwise.trim() === '' ? '' : `${otherwise.replace(/(?<![.!?…]\s*)$/, '.')} `;
}
