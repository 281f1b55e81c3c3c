/**
 * What a check of a file says of each of its tests. The checks are those behind the diagnostics, so a test fails exactly
 * where there is an error: in what is expected, in a flow, or in the text itself.
 */
import type { ExpectationResult } from '../analysis/analysis';
import type { Checked } from '../analysis/check';
import { bySpan, type Diagnostic, type Related } from '../language/source';
import { type LensTarget, targetOf } from './lenses';
import type { Range } from './position';
import type { TestNode } from './test-tree';

export type TestVerdict =
  | { readonly kind: 'passed' }
  | {
      readonly kind: 'failed';
      /** As short phrases; both are empty where nothing was expected but that all goes well. */
      readonly expected: string;
      readonly actual: string;
      /** Whole sentences. */
      readonly because: string;
      /** The author's words for whoever does not meet it yet. */
      readonly otherwise?: string | undefined;
      /** The lines behind it. */
      readonly related: readonly Related[];
      /** Where the playground shows what decides. */
      readonly target: LensTarget;
    }
  /** It cannot be known: the text has a mistake, or a run would be too large. */
  | { readonly kind: 'unknown'; readonly because: string; readonly isTooLarge: boolean };

export interface Verdicts {
  /** Of the text as such: whether all of it can be understood. */
  readonly file: TestVerdict;
  /** An exercise has none of its own: it is what is said of its checks. */
  of(node: TestNode): TestVerdict | undefined;
}

/** The nodes must be those of the text that was checked. */
export function verdictsOn(checked: Checked): Verdicts {
  const { compilation, analysis } = checked;
  const results = new Map(analysis.expectations.map((result) => [result.expectation.span.line, result]));
  const mistakes = byLine(compilation.diagnostics.filter(isError));
  const failures = byLine(
    analysis.diagnostics.filter((found) => isError(found) && found.code !== 'expectation-failed'),
  );
  const tooLarge = byLine(analysis.diagnostics.filter(({ code }) => code === 'too-large'));
  const [anyMistake] = mistakes.values();
  return {
    file: mistaken(anyMistake) ?? passed,
    of,
  };

  function of(node: TestNode): TestVerdict | undefined {
    if (node.kind === 'exercise') return undefined;
    return node.kind === 'flow' ? ofFlow(node) : ofExpectation(node);
  }

  function ofFlow({ label, range }: TestNode): TestVerdict {
    const unread = mistaken(firstWithin(mistakes, range));
    if (unread) return unread;
    const unrun = firstWithin(tooLarge, range);
    if (unrun) return unknown(unrun.message, true);
    const failure = firstWithin(failures, range);
    if (!failure) return passed;
    const { span, message, related } = failure;
    const because = { because: message, related: [{ message, span }, ...related] };
    return { kind: 'failed', expected: '', actual: '', ...because, target: { flow: label, line: span.line } };
  }

  function ofExpectation({ range }: TestNode): TestVerdict {
    const { line } = range.start;
    const result = results.get(line);
    if (!result) return mistaken(mistakes.get(line) ?? anyMistake) ?? unknown('', false);
    if (!result.isChecked) return unknown(result.because, tooLarge.has(line));
    return result.outcome === 'pass' ? passed : ofFailure(result);
  }
}

/** Some run would take more steps than this check may make. */
export function hasTooLarge({ analysis }: Checked): boolean {
  return analysis.diagnostics.some(({ code }) => code === 'too-large');
}

const passed: TestVerdict = { kind: 'passed' };

function ofFailure(result: ExpectationResult): TestVerdict {
  const { expectation, actual, because, related } = result;
  const expected = expectation.text.replace(/^expect\s+/, '');
  const { otherwise } = expectation;
  return { kind: 'failed', expected, actual, because, otherwise, related, target: targetOf(result) };
}

function mistaken(mistake: Diagnostic | undefined): TestVerdict | undefined {
  return mistake && unknown(`Line ${mistake.span.line + 1}: ${mistake.message}`, false);
}

function unknown(because: string, isTooLarge: boolean): TestVerdict {
  return { kind: 'unknown', because, isTooLarge };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

/** The first at each line, in the order of the file. */
function byLine(diagnostics: readonly Diagnostic[]): ReadonlyMap<number, Diagnostic> {
  const first = new Map<number, Diagnostic>();
  for (const found of [...diagnostics].sort(bySpan)) if (!first.has(found.span.line)) first.set(found.span.line, found);
  return first;
}

function firstWithin(found: ReadonlyMap<number, Diagnostic>, { start, end }: Range): Diagnostic | undefined {
  if (found.size === 0) return undefined;
  for (let line = start.line; line <= end.line; line++) {
    const here = found.get(line);
    if (here) return here;
  }
  return undefined;
}
