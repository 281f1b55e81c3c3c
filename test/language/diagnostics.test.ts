// Every code that the language reports, with a text in which it is reported and a twin in which it is not.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { severities } from '../../src/language/source';
import { describeCases } from './cases/describe-cases';
import { exerciseCases } from './cases/exercises';
import { nameCases } from './cases/names';
import { networkCases } from './cases/network';
import { syntaxCases } from './cases/syntax';
import { check } from './check';

const cases = [...syntaxCases, ...nameCases, ...networkCases, ...exerciseCases];

describeCases(cases, check);

describe('the cases of diagnostics', () => {
  it('hold every code that the language reports', () => {
    const source = readdirSync('src/language')
      .filter((name) => name.endsWith('.ts') && name !== 'source.ts')
      .map((name) => readFileSync(`src/language/${name}`, 'utf8'))
      .join('\n');
    const reported = Object.keys(severities).filter((code) => source.includes(`'${code}'`));
    const shown = new Set<string>(cases.map(({ code }) => code));
    assert.deepEqual(
      reported.filter((code) => !shown.has(code)),
      [],
    );
  });
});
