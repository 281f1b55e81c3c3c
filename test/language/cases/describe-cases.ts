/** Runs cases of diagnostics: each text is checked against the marks that it carries. */
import assert from 'node:assert/strict';
import type { Case } from './case';

export function describeCases(cases: readonly Case[], check: (text: string) => unknown): void {
  for (const code of new Set(cases.map((one) => one.code))) {
    describe(code, () => {
      for (const { reports, wrong, accepts, right } of cases.filter((one) => one.code === code)) {
        it(`reports ${reports}`, () => {
          assert.match(wrong, new RegExp(`\\^ ${code}\\b`));
          check(wrong);
        });
        it(`accepts ${accepts}`, () => {
          assert.doesNotMatch(right, /\^ [a-z]/);
          check(right);
        });
      }
    });
  }
}
