// Quick fixes of the language: applied to the text, each makes its diagnostic go away.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import type { Diagnostic } from '../../src/language/source';
import { mistakes } from './cases/mistakes';
import { nameCases } from './cases/names';
import { networkCases } from './cases/network';
import { syntaxCases } from './cases/syntax';
import { applyFix, diagnosticsOf, readAnnotated } from './check';

const texts = [...syntaxCases, ...nameCases, ...networkCases, ...mistakes].map(
  ({ wrong }) => readAnnotated(wrong).text,
);

describe('a quick fix', () => {
  it('makes its diagnostic go away, in every case of the tests', () => {
    let applied = 0;
    for (const text of texts) {
      for (const diagnostic of compile(text).diagnostics) {
        for (const fix of diagnostic.fixes) {
          const fixed = applyFix(text, fix);
          applied++;
          assert.ok(howOften(diagnostic, fixed) < howOften(diagnostic, text), `${fix.title}:\n${fixed}`);
        }
      }
    }
    assert.ok(applied > 50, `${applied}`);
  });

  const repairs: Readonly<Record<string, readonly [wrong: string, right: string]>> = {
    'the closest word': ['hots alice', 'host alice'],
    'the closest name': ['host alice\nexpect alcie is client', 'host alice\nexpect alice is client'],
    'the closest flow, in quotes': [
      'flow "A \\"b\\"" {\n  wait 1s\n}\nexpect "a \\"b\\"" fails',
      'flow "A \\"b\\"" {\n  wait 1s\n}\nexpect "A \\"b\\"" fails',
    ],
    'the unit': ['host alice up 1.5 Mbit/s', 'host alice up 1.5Mbps'],
    'bits for bytes': ['host alice up 0.5MB/s', 'host alice up 4Mbps'],
    'the arrow': [
      'host alice, bob\nflow "A" {\n  alice => bob : "hello"\n}',
      'host alice, bob\nflow "A" {\n  alice -> bob : "hello"\n}',
    ],
    'the quotes': ['topology My “first” network', 'topology "My “first” network"'],
    'the second quote': ['topology "A \\', 'topology "A \\\\"'],
    'all the } that are missing, before the blank lines': [
      'host alice\nflow "A" {\n  repeat 2 {\n    wait 1s\n\nhost bob',
      'host alice\nflow "A" {\n  repeat 2 {\n    wait 1s\n}\n}\n\nhost bob',
    ],
    'the { that is missing': ['flow "A" // x\n  wait 1s\n}', 'flow "A" { // x\n  wait 1s\n}'],
    'the { in the wrong line': ['host alice\n  { // x\n  up 1Mbps\n}', 'host alice {\n   // x\n  up 1Mbps\n}'],
    'the } in the wrong line': ['host alice {\n  up 1Mbps }', 'host alice {\n  up 1Mbps \n}'],
    'a missing “over”': [
      'host a, b runs web peer, mail peer\nflow "A" {\n  a -> b : "x" {\n  }\n}',
      'host a, b runs web peer, mail peer\nflow "A" {\n  a -> b : "x" over web {\n  }\n}',
    ],
  };
  for (const [what, [wrong, right]] of Object.entries(repairs)) {
    it(`mends ${what}`, () => {
      const [fix] = diagnosticsOf(wrong).flatMap(({ fixes }) => fixes);
      assert.ok(fix);
      assert.equal(applyFix(wrong, fix), right);
      assert.deepEqual(compile(right).diagnostics, []);
    });
  }
});

function howOften({ code, message }: Diagnostic, text: string): number {
  return compile(text).diagnostics.filter((one) => one.code === code && one.message === message).length;
}
