/** What a file expects, in runs of lines that stand together and in exercises, each with its outcome. */
import type { Analysis, ExpectationResult } from '../analysis/analysis';
import type { Expectation } from '../language/topology';
import type { Tree } from '../language/tree';

export interface Claim {
  readonly line: number;
  /** Undefined where the line cannot be read at the moment. */
  readonly result: ExpectationResult | undefined;
}

/** Lines of `expect` with nothing but comments, and what is being typed, between them. */
export function runsOfClaims({ items, lines }: Tree, { expectations }: Analysis): readonly (readonly Claim[])[] {
  const results = new Map(expectations.map((result) => [result.expectation.span.line, result]));
  const runs: Claim[][] = [];
  let open: Claim[] | undefined;
  for (const { lineNumber, line } of items) {
    const { kind } = line.statement;
    if (kind === 'nothing') continue;
    const last = open?.at(-1)?.line;
    const isApart = last === undefined || lines.slice(last, lineNumber).some(({ text }) => text.trim() === '');
    if (kind !== 'expect') {
      open = undefined;
      continue;
    }
    if (!open || isApart) {
      open = [];
      runs.push(open);
    }
    open.push({ line: lineNumber, result: results.get(lineNumber) });
  }
  return runs;
}

/** What each exercise expects; it has a place of its own. */
export function claimsOfExercises({ items }: Tree, { expectations }: Analysis): readonly (readonly Claim[])[] {
  const results = new Map(expectations.map((result) => [result.expectation.span.line, result]));
  return items.flatMap(({ line, body = [] }) => {
    if (line.statement.kind !== 'exercise') return [];
    const expected = body.filter((inner) => inner.line.statement.kind === 'expect');
    return [expected.map(({ lineNumber }) => ({ line: lineNumber, result: results.get(lineNumber) }))];
  });
}

/** `✓`, `✓ 52.26 ms`, `✗ found: bob is client`: what is found is said where the line does not say it already. */
export function outcomeOf({ outcome, isChecked, actual, expectation }: ExpectationResult): string {
  if (!isChecked) return actual;
  if (outcome === 'fail') return `✗ found: ${actual}`;
  return measured.has(expectation.kind) ? `✓ ${actual}` : '✓';
}

const measured: ReadonlySet<Expectation['kind']> = new Set(['takes', 'sends', 'transfers']);
