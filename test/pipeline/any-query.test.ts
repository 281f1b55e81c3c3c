// What an editor asks of a file, in any file and at any place: nothing throws, and every place is inside of the text.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Checked, check } from '../../src/analysis/check';
import { statementRangeAt } from '../../src/editor/blocks';
import { complete } from '../../src/editor/completion';
import { fixAllLike, isBest, safeFixes } from '../../src/editor/fix-all';
import { foldsOf } from '../../src/editor/folding';
import { hintsOf } from '../../src/editor/hints';
import { hoverAt } from '../../src/editor/hover';
import { lensesOf } from '../../src/editor/lenses';
import { declarationsOf, nameAt, usesOf } from '../../src/editor/names';
import type { Position } from '../../src/editor/position';
import { rename } from '../../src/editor/rename';
import { selectionsAt } from '../../src/editor/selection';
import { declaredIn, type OutlineSymbol, outlineOf } from '../../src/editor/symbols';
import { tokensOf } from '../../src/editor/tokens';
import { formattingEdits } from '../../src/language/format';
import type { Span } from '../../src/language/source';
import { hostileFile } from './hostile-files';

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

describe('any question of an editor', () => {
  it('is answered without an exception, with places inside of the text', () => {
    fc.assert(
      fc.property(hostileFile, fc.array(fc.tuple(share, share), { minLength: 3, maxLength: 6 }), (text, places) => {
        const checked = check(text, undefined, { maxSteps: 200 });
        assertWhole(checked, text);
        for (const place of places) assertAt(checked, positionIn(text, place));
      }),
      { numRuns: 150 },
    );
  });

  // That the time grows no faster than the file is held in large-files.test.ts.
  const long = 30_000;
  const lines: Readonly<Record<string, string>> = {
    'one long line': `host ${'a, '.repeat(long)}b`,
    'one long text': `note "${'x'.repeat(long)}`,
    'many hosts': Array.from({ length: long }, (_, number) => `host h${number}`).join('\n'),
    'many steps': `host a\nhost b\nflow "f" {\n${'  a -> b : "x"\n'.repeat(long)}}`,
    'many blocks': 'flow "f" {\n'.repeat(long),
    'many mistakes': 'host a : clinet\n'.repeat(long),
    'many expectations': `host a\n${'expect a is client\n'.repeat(long)}`,
  };
  for (const [name, text] of Object.entries(lines)) {
    it(`is answered in a file of ${name}`, () => {
      const checked = check(text, undefined, { maxSteps: 200 });
      assertWhole(checked, text);
      for (const place of [0, 0.5, 0.999]) assertAt(checked, positionIn(text, [place, place]));
    });
  }
});

function positionIn(text: string, [vertical, horizontal]: readonly [number, number]): Position {
  const lines = text.split(/\r\n|\r|\n/);
  const line = Math.floor(vertical * lines.length);
  return { line, column: Math.floor(horizontal * ((lines[line]?.length ?? 0) + 1)) };
}

/** What is asked about the file as a whole. */
function assertWhole(checked: Checked, text: string): void {
  const { tree } = checked.compilation;
  const last = tree.lines.length - 1;
  const isInside = (span: Span) => assertInside(checked, span);
  for (const { start, end } of foldsOf(tree)) assert.ok(0 <= start && start < end && end <= last);
  for (const symbol of outlineOf(tree)) assertSymbol(checked, symbol);
  assert.ok(declaredIn(tree));
  for (const { span } of lensesOf(checked)) isInside(span);
  for (const { line } of hintsOf(checked, 0, last)) assert.ok(0 <= line && line <= last);
  for (const { line, start, length } of tokensOf(checked, 0, last)) isInside({ line, start, end: start + length });
  for (const { span } of safeFixes(checked.diagnostics, (line) => tree.lines[line]?.text ?? '')) isInside(span);
  for (const one of checked.diagnostics) assert.ok(one.fixes.filter((fix) => isBest(one, fix)).length <= 1);
  const [first] = checked.diagnostics.filter(({ fixes }) => fixes.length > 0);
  const all = first?.fixes[0] && fixAllLike(checked.diagnostics, first, first.fixes[0]);
  for (const { span } of all?.edits ?? []) isInside(span);
  for (const { start, end } of formattingEdits(text)) {
    isInside({ ...start, start: start.column, end: start.column });
    isInside({ ...end, start: end.column, end: end.column });
  }
}

function assertSymbol(checked: Checked, { children, ...symbol }: OutlineSymbol): void {
  assert.ok(symbol.name !== '', 'an editor refuses a symbol without a name');
  for (const child of children) assertSymbol(checked, child);
}

/** What is asked about one place. */
function assertAt(checked: Checked, position: Position): void {
  const { tree } = checked.compilation;
  const { line, column } = position;
  const { start, end } = complete(checked.compilation, position);
  assert.ok(start <= column && column <= end, 'completion replaces a place around the cursor');
  assertInside(checked, { line, start, end });
  const hover = hoverAt(checked, position, (target) => `#${target}`);
  if (hover) assertInside(checked, hover.span);
  const statement = statementRangeAt(tree, line);
  assertInside(checked, { line, start: statement.start.column, end: statement.start.column });
  assertInside(checked, { line: statement.end.line, start: statement.end.column, end: statement.end.column });
  const name = nameAt(tree, position);
  for (const use of name ? [...usesOf(tree, name), ...declarationsOf(tree, name)] : []) assertInside(checked, use);
  const renamed = rename(tree, position, 'somebody');
  if (!('refused' in renamed)) for (const { span } of renamed) assertInside(checked, span);
  for (const ranges of selectionsAt(tree, [position])) assert.ok(ranges.length > 0);
}

function assertInside({ compilation }: Checked, { line, start, end }: Span): void {
  const length = compilation.tree.lines[line]?.text.length ?? -1;
  assert.ok(0 <= start && start <= end && end <= length, `${line}:${start}-${end} is not in a line of ${length}`);
}
