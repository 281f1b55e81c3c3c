// The smallest topology in a template string, with `^^^` lines under what running it reports (see ../language/check.ts).
// The text itself must be without fault.

import assert from 'node:assert/strict';
import { type AnalysisOptions, analyse } from '../../src/analysis/analyse';
import type { Analysis, ExpectationResult } from '../../src/analysis/analysis';
import { compile } from '../../src/language/compile';
import type { Diagnostic } from '../../src/language/source';
import { readAnnotated, withoutIndentation } from '../language/check';

export function analysisOf(template: string, options: AnalysisOptions = {}): Analysis {
  const { topology, diagnostics } = compile(withoutIndentation(template));
  assert.deepEqual(
    diagnostics.map(({ code, message }) => `${code} ${message}`),
    [],
  );
  return analyse(topology, options);
}

/** Compares everything that running the file reports with the `^^^` lines. */
export function check(template: string, options: AnalysisOptions = {}): Analysis {
  const { text, expected } = readAnnotated(template);
  const analysis = analysisOf(text, options);
  const found = analysis.diagnostics;
  assert.deepEqual(
    found.map(placeOf),
    expected.map(({ line, start, end, code }) => `${line + 1}:${start}-${end} ${code}`),
    found.map(({ message }) => message).join('\n'),
  );
  expected.forEach(({ piece }, place) => {
    assert.ok(found[place]?.message.includes(piece), `“${piece}” is not in: ${found[place]?.message}`);
  });
  return analysis;
}

/** The only expectation of the text. */
export function expectation(template: string, options: AnalysisOptions = {}): ExpectationResult {
  const [result, ...more] = analysisOf(template, options).expectations;
  assert.ok(result && more.length === 0, 'the text must expect one thing');
  return result;
}

function placeOf({ span, code }: Diagnostic): string {
  return `${span.line + 1}:${span.start}-${span.end} ${code}`;
}
