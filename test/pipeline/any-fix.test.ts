// Whatever a file is, each fix that it is offered can be made: its report goes away, and nothing else is harmed. What is
// offered does not depend on what was known before, and all fixes of a kind can be made at once.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Checked, check } from '../../src/analysis/check';
import { fixAllLike, safeFixes } from '../../src/editor/fix-all';
import type { Diagnostic, DiagnosticCode, Fix, TextEdit } from '../../src/language/source';
import { applyFix } from '../language/check';
import { hostileFile, originals } from './hostile-files';

const maxSteps = 200;
const checked = (text: string, previous?: Checked): Checked => check(text, previous, { maxSteps });

/** Line breaks as `applyFix` knows them. */
const anyFile = hostileFile.map((text) => text.replace(/\r\n?/g, '\n'));
/** Of a file with many reports these are looked at: shares of their number. */
const choices = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1, maxLength: 6 });

/** At a share of the text: a word changes, a line goes or is doubled, the last change is taken back, or a fix is made. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  by: fc.constantFrom(undefined, withoutWord, withoutLine, withLineTwice, (texts: readonly string[]) => texts.at(-2)),
});

describe('any fix', () => {
  it('makes its report go away, and harms nothing else', () => {
    fc.assert(
      fc.property(anyFile, choices, (text, places) => {
        const before = checked(text);
        for (const { diagnostic, fix } of chosen(before, places)) {
          const fixed = applied(text, fix.edits);
          const after = checked(fixed, before);
          const what = `${diagnostic.message}\n${fix.title}\n${text}\n→\n${fixed}`;
          // A sign that is taken away may stand before another of its sort.
          const isLess = fixed.length < text.length && grammarCodes.has(diagnostic.code);
          assert.ok(isLess || howOften(diagnostic, after) < howOften(diagnostic, before), what);
          assert.ok(grammarErrors(after) <= grammarErrors(before), `${what}\nis not well-formed`);
          assertKept(before, after, what);
          assert.deepEqual(after.diagnostics, checked(fixed).diagnostics, what);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same, whatever the file was before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 2, maxLength: 6 }),
        (original, changes) => {
          const texts = [original];
          let known = checked(original);
          for (const { at, by } of changes) {
            const text = by === undefined ? withFix(texts.at(-1) ?? '', known, at) : (by(texts, at) ?? original);
            texts.push(text);
            known = checked(text, known);
            assert.deepEqual(known.diagnostics, checked(text).diagnostics, text);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('can be made with all of its kind, and all that need no thought can be made', () => {
    fc.assert(
      fc.property(anyFile, choices, (text, places) => {
        const before = checked(text);
        for (const { diagnostic, fix } of chosen(before, places)) {
          const all = fixAllLike(before.diagnostics, diagnostic, fix);
          if (!all) continue;
          const after = checked(applied(text, all.edits));
          const what = `${all.title}\n${text}\n→\n${applied(text, all.edits)}`;
          assert.ok(howOften(diagnostic, after) < howOften(diagnostic, before), what);
          assertKept(before, after, what);
        }
        const lines = text.split('\n');
        const after = checked(
          applied(
            text,
            safeFixes(before.diagnostics, (line) => lines[line] ?? ''),
          ),
        );
        assert.ok(grammarErrors(after) <= grammarErrors(before), text);
      }),
      { numRuns: 100 },
    );
  });
});

function chosen(
  { diagnostics }: Checked,
  places: readonly number[],
): readonly { readonly diagnostic: Diagnostic; readonly fix: Fix }[] {
  const all = diagnostics.flatMap((diagnostic) => diagnostic.fixes.map((fix) => ({ diagnostic, fix })));
  return [...new Set(places.flatMap((place) => all[Math.floor(place * all.length)] ?? []))];
}

function withFix(text: string, { diagnostics }: Checked, at: number): string {
  const fixes = diagnostics.flatMap((diagnostic) => diagnostic.fixes);
  return applied(text, fixes[Math.floor(at * fixes.length)]?.edits ?? []);
}

function withoutWord(texts: readonly string[], at: number): string {
  const text = texts.at(-1) ?? '';
  const words = [...text.matchAll(/[\w"]+/g)];
  const word = words[Math.floor(at * words.length)];
  return word ? text.slice(0, word.index) + text.slice(word.index + word[0].length) : text;
}

function withoutLine(texts: readonly string[], at: number): string {
  return withLines(texts, at, 0);
}

function withLineTwice(texts: readonly string[], at: number): string {
  return withLines(texts, at, 2);
}

function withLines(texts: readonly string[], at: number, times: number): string {
  const lines = (texts.at(-1) ?? '').split('\n');
  const number = Math.floor(at * lines.length);
  lines.splice(number, 1, ...Array.from({ length: times }, () => lines[number] ?? ''));
  return lines.join('\n');
}

/** Each edit lies within its line, and none touches another. */
function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const sorted = [...edits].sort((a, b) => a.span.line - b.span.line || a.span.start - b.span.start);
  sorted.forEach(({ span: { line, start, end } }, place) => {
    assert.ok(0 <= start && start <= end && end <= (lines[line] ?? '').length, `${line}:${start}-${end}\n${text}`);
    const before = sorted[place - 1]?.span;
    assert.ok(!before || before.line < line || before.end <= start, `${line}:${start} meets another\n${text}`);
  });
  return applyFix(text, { title: '', edits });
}

function howOften({ code, message }: Diagnostic, { diagnostics }: Checked): number {
  return diagnostics.filter((one) => one.code === code && one.message === message).length;
}

const grammarCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'unexpected-token',
  'unclosed-block',
  'unterminated-string',
  'unknown-word',
  'bad-quantity',
]);

function grammarErrors({ diagnostics }: Checked): number {
  return diagnostics.filter(({ code }) => grammarCodes.has(code)).length;
}

function assertKept(
  { analysis: { topology: before } }: Checked,
  { analysis: { topology } }: Checked,
  what: string,
): void {
  const lost = before.hosts.filter(({ name }) => topology.nodeByName.get(name)?.kind !== 'host');
  assert.deepEqual(
    lost.map(({ name }) => name),
    [],
    what,
  );
  for (const kind of ['services', 'links', 'flows', 'scenarios', 'expectations'] as const) {
    assert.ok(topology[kind].length >= before[kind].length, `${kind} are lost: ${what}`);
  }
}
