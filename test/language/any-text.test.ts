// Any text at all gives diagnostics and a topology, never an exception; what is reported lies within its line.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Compilation, compile } from '../../src/language/compile';
import type { Span } from '../../src/language/source';
import { samples } from './samples';

const words = [...new Set(samples.flatMap((sample) => sample.split(/\s+/)))];
const oddities = ['\ud800', '\udc00', '\0', '\u0007', '\ufeff', '\r', '\r\n', '\n', '\t', '\u2028', '\u200b', '“', '→'];
const unit = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...oddities),
  fc.constantFrom(...words),
  fc.constantFrom(
    '{',
    '}',
    '\n',
    ' ',
    '"',
    '\\',
    '[',
    ']',
    '->',
    '--',
    ',',
    ':',
    '(',
    ')',
    '1',
    '99999999999999999999',
  ),
);
const anyText = fc.array(unit, { maxLength: 60 }).chain((parts) => fc.constantFrom(parts.join(''), parts.join(' ')));

describe('any text', () => {
  it('compiles without an exception, with spans inside of their lines', () => {
    fc.assert(
      fc.property(anyText, (text) => void assertSound(text)),
      { numRuns: 2000 },
    );
  });

  // Deep enough to end every recursion and to show what is not linear, and no deeper: all of this runs at each test.
  const many = 30_000;

  for (const start of ['', 'host ', 'note "', 'link ', 'a -> ', 'repeat ', 'expect ', 'host a runs ']) {
    it(`compiles when it is one very long line behind “${start}”`, () => {
      const pieces = [
        'a',
        ' ',
        '"',
        '{',
        '}',
        'a,',
        'a[1],',
        '{ ',
        'host ',
        '-> ',
        '9',
        '\\',
        '日',
        '👋',
        '\ud800',
        '// ',
      ];
      for (const piece of pieces) assertSound(start + piece.repeat(many / piece.length));
    });
  }

  for (const line of [
    '',
    '}',
    'x',
    'host a',
    'flow "x" {',
    'scenario "x" {',
    'note "x"',
    'expect a is client',
    '"',
    'a -> b : get "x"',
  ]) {
    it(`compiles when it is “${line}” on many lines`, () => void assertSound(`${line}\n`.repeat(many)));
  }

  for (const line of ['together {', 'repeat 2 {', 'a -> b : "x" {', '{', 'x {', '} otherwise {', 'host a {']) {
    it(`compiles when “${line}” is nested very deeply`, () => {
      const text = `flow "x" {\n${`${line}\n`.repeat(many)}`;
      assertSound(text);
      assertSound(text + '}\n'.repeat(many + 1));
    });
  }
});

describe('a file of 100,000 lines', () => {
  const part = (number: number) => `host h${number} : server
link h${number} -- lan
flow "F${number}" {
  note "a note"
  h${number} -> h0 : "hello" {
    h0 -> h${number} : get "x"
  }
}
expect h${number} is client in "F${number}"
// ${number}
`;
  const text = `switch lan\n${Array.from({ length: 10_000 }, (_, number) => part(number)).join('')}`;

  it('is compiled, and what an edit changes is what compiling all of it changes', () => {
    const before = assertSound(text);
    assert.equal(before.topology.flows.length, 10_000);
    for (const [from, to] of [
      ['h5000 -> h0', 'h5000 -> h1'],
      ['host h9999 :', 'host h9999x :'],
      ['link h0 --', 'lnk h0 --'],
    ] as const) {
      const after = text.replace(from, to);
      assert.deepEqual(compile(after, before).diagnostics, compile(after).diagnostics);
    }
  }).timeout(60_000);
});

function assertSound(text: string): Compilation {
  const compilation = compile(text);
  const lengths = text.split(/\r\n|\r|\n/).map((line) => line.length);
  const isInside = ({ line, start, end }: Span): boolean => 0 <= start && start <= end && end <= (lengths[line] ?? -1);
  for (const { span, message, related, fixes } of compilation.diagnostics) {
    const spans = [
      span,
      ...related.map((one) => one.span),
      ...fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
    ];
    for (const one of spans) assert.ok(isInside(one), `${message}: ${JSON.stringify(one)} is outside of its line`);
    assert.ok(message.length < 1000, `too long: ${message}`);
  }
  return compilation;
}
