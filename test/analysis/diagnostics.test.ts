// Every code that running a file reports, with a text in which it is reported and a twin in which it is not. Together with
// those of the language (test/language/cases) they are all codes that there are.

import assert from 'node:assert/strict';
import { ttlDiagnostics } from '../../src/analysis/ttl';
import { severities } from '../../src/language/source';
import { describeCases } from '../language/cases/describe-cases';
import { nameCases } from '../language/cases/names';
import { networkCases } from '../language/cases/network';
import { syntaxCases } from '../language/cases/syntax';
import { readAnnotated } from '../language/check';
import { analysisCases } from './cases';
import { analysisOf, check } from './check';
import { designCases } from './design-cases';
import { ttlCases } from './ttl-cases';

const cases = [...analysisCases, ...designCases];

describeCases(cases, check);

describe('ttl-exhausted', () => {
  /** Whether or not the simulation can play the pattern. */
  const reported = (text: string) =>
    ttlDiagnostics(analysisOf(text).topology).map(({ code, span, message }) => ({ ...span, code, message }));

  for (const { reports, wrong, accepts, right } of ttlCases) {
    it(`reports ${reports}`, () => {
      const { text, expected } = readAnnotated(wrong);
      const found = reported(text);
      assert.deepEqual(
        found.map(({ message, ...place }) => place),
        expected.map(({ piece, ...place }) => place),
      );
      for (const [place, { piece }] of expected.entries())
        assert.ok(found[place]?.message.includes(piece), found[place]?.message);
    });
    it(`accepts ${accepts}`, () => {
      assert.doesNotMatch(right, /\^ [a-z]/);
      assert.deepEqual(reported(right), []);
    });
  }
});

describe('the cases of language and analysis together', () => {
  it('hold every code that there is', () => {
    const shown = new Set<string>(
      [...syntaxCases, ...nameCases, ...networkCases, ...cases, ...ttlCases].map(({ code }) => code),
    );
    assert.deepEqual(
      Object.keys(severities).filter((code) => !shown.has(code)),
      [],
    );
  });
});
