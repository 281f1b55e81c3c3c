// A file with the line breaks of Windows is the same file: places are those of its lines, and nothing sees the CR.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';
import { hintsOf } from '../../src/editor/hints';
import { hoverAt } from '../../src/editor/hover';
import { lensesOf } from '../../src/editor/lenses';
import { nameAt, spanOfName, usesOf } from '../../src/editor/names';
import { rename } from '../../src/editor/rename';
import { outlineOf } from '../../src/editor/symbols';
import { applyFix } from '../language/check';
import { completeAt } from './completion';
import { marked } from './marked';

const windows = (text: string) => text.replaceAll('\n', '\r\n');

/** The last words of lines are those that a CR could stick to. */
const flow = `host alice, «bob»
host carol shares "x"
flow "Find" {
  alice -> «b$0ob»
  «bob» -> carol : get "x"
  call alice, «bob»
}
expect carol is server
`;

describe('in a file with CRLF', () => {
  const { text, tree, cursor, spans } = marked(windows(flow));

  it('names are found, also at the ends of lines', () => {
    const name = nameAt(tree, cursor);
    assert.deepEqual(name && usesOf(tree, name).map(spanOfName), spans);
  });

  it('renaming keeps the line breaks', () => {
    const edits = rename(tree, cursor, 'rob');
    if ('refused' in edits) assert.fail(edits.refused);
    assert.equal(applyFix(text, { title: '', edits }), text.replaceAll('bob', 'rob'));
  });

  it('completion offers the same, and replaces the word that stands there', () => {
    const half = `${flow.replace(/[«»]|\$0/g, '')}expect alice is cl$0\n`;
    const [found, same] = [completeAt(windows(half)), completeAt(half)];
    assert.deepEqual(found.labels, same.labels);
    assert.equal(found.take('client').split('\n').at(-2), 'expect alice is client\r');
  });

  it('what stands above, behind and over the lines is the same', () => {
    const [found, same] = [text, text.replaceAll('\r\n', '\n')].map((each) => {
      const checked = check(each);
      const hovers = tree.lines.map(({ start }, line) => hoverAt(checked, { line, column: start }, String));
      return {
        lenses: lensesOf(checked),
        hints: hintsOf(checked, 0, 9),
        outline: outlineOf(checked.compilation.tree),
        hovers,
      };
    });
    assert.deepEqual(found, same);
  });
});
