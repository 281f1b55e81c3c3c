// Every code that running a file reports, with a text in which it is reported and a twin in which it is not. Together with
// those of the language (test/language/cases) they are all codes that there are.

import assert from 'node:assert/strict';
import { severities } from '../../src/language/source';
import { describeCases } from '../language/cases/describe-cases';
import { exerciseCases } from '../language/cases/exercises';
import { nameCases } from '../language/cases/names';
import { networkCases } from '../language/cases/network';
import { syntaxCases } from '../language/cases/syntax';
import { analysisCases } from './cases';
import { check } from './check';
import { designCases } from './design-cases';
import { ttlCases } from './ttl-cases';

const cases = [...analysisCases, ...designCases, ...ttlCases];

describeCases(cases, check);

describe('the cases of language and analysis together', () => {
  it('hold every code that there is', () => {
    const shown = new Set<string>(
      [...syntaxCases, ...exerciseCases, ...nameCases, ...networkCases, ...cases].map(({ code }) => code),
    );
    assert.deepEqual(
      Object.keys(severities).filter((code) => !shown.has(code)),
      [],
    );
  });
});
