// Growing selections: below each text, what is selected step by step from the cursor at $0 outwards. What stands on several
// lines is written as its lines, counted from 0.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Range } from '../../src/editor/position';
import { selectionsAt } from '../../src/editor/selection';
import { parse } from '../../src/language/tree';
import { anyText } from './any-text';
import { marked } from './marked';

function checkSelections(source: string, ...expected: readonly string[]): void {
  const { tree, cursor } = marked(source);
  const [ranges = []] = selectionsAt(tree, [cursor]);
  const shown = ranges.map(({ start, end }) =>
    start.line === end.line
      ? (tree.lines[start.line]?.text.slice(start.column, end.column) ?? '')
      : `${start.line}-${end.line}`,
  );
  assert.deepEqual(shown, expected);
}

const inFlow = (step: string) => `host x\nflow "f" {\n${step}\n  wait 1s\n}`;

describe('a selection', () => {
  it('grows from a word over its text, what is said with it and the step to the block and the file', () => {
    checkSelections(
      inFlow('  alice, bob[1..2] -> carol : get "so$0ng.mp3" over music // why'),
      'song',
      'song.mp3',
      '"song.mp3"',
      'get "song.mp3"',
      'alice, bob[1..2] -> carol : get "song.mp3" over music',
      'alice, bob[1..2] -> carol : get "song.mp3" over music // why',
      '  alice, bob[1..2] -> carol : get "song.mp3" over music // why',
      '2-3',
      '1-4',
      '0-4',
    );
  });

  it('grows from a host over its members and its list', () => {
    checkSelections(
      'link bo$0b[1..2], my-alice -- lan',
      'bob',
      'bob[1..2]',
      'bob[1..2], my-alice',
      'link bob[1..2], my-alice -- lan',
    );
    checkSelections('link my-al$0ice, b -- c', 'alice', 'my-alice', 'my-alice, b', 'link my-alice, b -- c');
    checkSelections('switch lan, h$0ub[7]', 'hub', 'hub[7]', 'lan, hub[7]', 'switch lan, hub[7]');
  });

  it('grows from a word over its property', () => {
    const text = 'host bob : both runs music p$0eer, web client shares "x"';
    const all = 'host bob : both runs music peer, web client shares "x"';
    checkSelections(
      text,
      'peer',
      'music peer',
      'music peer, web client',
      'runs music peer, web client',
      'runs music peer, web client shares "x"',
      all,
    );
  });

  it('grows from a comment over its line', () => {
    checkSelections('host a // ab$0out a', 'about', '// about a', 'host a // about a');
  });

  it('takes in the request before an otherwise, and the blocks around both', () => {
    const text = 'flow "f" {\n  a -> b : "x" {\n    wait 1s\n  } otherwise {\n    wa$0it 2s\n  }\n  wait 3s\n}';
    checkSelections(text, 'wait', 'wait 2s', '    wait 2s', '3-5', '1-5', '1-6', '0-7');
    checkSelections('flow "f" {\n  wait 1s\n}$0', '}', '0-2');
  });

  it('contains the cursor and only grows, whatever the text, up to the file', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyText, place, place, (text, down, across) => {
        const tree = parse(text);
        const line = Math.floor(down * (tree.lines.length - 1));
        const column = Math.floor(across * (tree.lines[line]?.text.length ?? 0));
        const cursor = { line, column };
        const [ranges = []] = selectionsAt(tree, [cursor]);
        let inner: Range = { start: cursor, end: cursor };
        for (const range of ranges) {
          assert.ok(isWithin(inner, range), JSON.stringify({ text, cursor, inner, range }));
          inner = range;
        }
        const last = tree.lines.length - 1;
        const end = { line: last, column: tree.lines[last]?.text.length ?? 0 };
        assert.deepEqual(ranges.at(-1), { start: { line: 0, column: 0 }, end });
      }),
    );
  });
});

function isWithin(inner: Range, outer: Range): boolean {
  const key = ({ line, column }: { line: number; column: number }) => line * 1_000_000 + column;
  return key(outer.start) <= key(inner.start) && key(inner.end) <= key(outer.end);
}
