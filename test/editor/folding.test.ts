// Folding: what can be hidden, written as `kind first-last` with the line that stays visible and the last hidden one.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldsOf } from '../../src/editor/folding';
import { parse } from '../../src/language/tree';
import { anyText } from './any-text';

function checkFolds(text: string, ...expected: readonly string[]): void {
  const folds = foldsOf(parse(text)).map(({ kind, start, end }) => `${kind} ${start}-${end}`);
  assert.deepEqual(folds, expected);
}

describe('folding', () => {
  it('hides the lines of a block and leaves its } visible', () => {
    checkFolds(
      'host a {\n  up 1Mbps\n}\nflow "f" {\n}\nflow "g" { // why\n  together {\n    wait 1s\n  }\n}',
      'block 0-1',
      'block 5-8',
      'block 6-7',
    );
  });

  it('hides a request and what happens otherwise each on its own', () => {
    checkFolds('a -> b : "x" {\n  c -> d : "y"\n} otherwise {\n  wait 1s\n  wait 2s\n}', 'block 0-1', 'block 2-4');
  });

  it('hides a block that is not closed down to its last line', () => {
    checkFolds('flow "f" {\n  wait 1s\n\nflow "g" {\n  wait 1s\n\n', 'block 0-1', 'block 3-4');
  });

  it('hides comments of several lines', () => {
    checkFolds('// one\n  //two\n//\n\n// alone\nhost a // not alone\n// three\n// four', 'comment 0-2', 'comment 6-7');
  });

  it('hides what stands between the markers of a region, nested or not', () => {
    const text =
      '// #region Hosts\nhost a\n// region inner\nhost b\n//endregion\n//#endregion\n// endregion\n// a region of the world\n// #regional';
    checkFolds(text, 'region 0-5', 'region 2-4', 'comment 7-8');
    checkFolds('// region never closed\nhost a');
  });

  it('stays within the file, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = parse(text);
        for (const { start, end } of foldsOf(tree)) assert.ok(0 <= start && start < end && end < tree.lines.length);
      }),
    );
  });
});
