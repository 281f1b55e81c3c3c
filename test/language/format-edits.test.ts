// What formatting asks of an editor: small edits, of a selection, and while somebody types (`$0` is the cursor).

import assert from 'node:assert/strict';
import { formattingEdits, typingEdits, type WhiteSpaceEdit } from '../../src/language/format';
import { parse } from '../../src/language/tree';

function applied(text: string, edits: readonly WhiteSpaceEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: WhiteSpaceEdit['start']): number =>
    lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0) + column;
  return [...edits]
    .reverse()
    .reduce((left, { start, end, text }) => left.slice(0, offset(start)) + text + left.slice(offset(end)), text);
}

/** What a text becomes once the character before the cursor has been typed. */
function typing(marked: string, expected: string): void {
  const [before = '', behind = ''] = marked.split('$0');
  const text = before + behind;
  const typed = before.at(-1) === '}' ? '}' : '\n';
  assert.equal(applied(text, typingEdits(parse(text).lines, typed, before.split('\n').length - 1)), expected);
}

function leavesAlone(marked: string): void {
  typing(marked, marked.replace('$0', ''));
}

describe('the edits of formatting', () => {
  it('are as small as the white space that changes', () => {
    assert.deepEqual(formattingEdits('host a:client  \n\n\nlink a  --  b'), [
      { start: { line: 0, column: 6 }, end: { line: 0, column: 6 }, text: ' ' },
      { start: { line: 0, column: 7 }, end: { line: 0, column: 7 }, text: ' ' },
      { start: { line: 0, column: 13 }, end: { line: 0, column: 15 }, text: '' },
      { start: { line: 2, column: 0 }, end: { line: 3, column: 0 }, text: '' },
      { start: { line: 3, column: 6 }, end: { line: 3, column: 8 }, text: ' ' },
      { start: { line: 3, column: 10 }, end: { line: 3, column: 12 }, text: ' ' },
      { start: { line: 3, column: 13 }, end: { line: 3, column: 13 }, text: '\n' },
    ]);
  });

  it('of a selection line it up with its neighbours, and leave those alone', () => {
    const text = 'host   napster : server\nhost a:client\nhost b:client\n';
    const expected = 'host   napster : server\nhost a       : client\nhost b:client\n';
    assert.equal(applied(text, formattingEdits(text, { first: 1, last: 1 })), expected);
  });
});

describe('formatting while typing', () => {
  it('tidies the line that a line break ends, up to the columns of its neighbours', () => {
    typing('host napster : server\n  host a:client   \n$0', 'host napster : server\nhost a       : client\n');
  });

  it('moves no neighbour, not even of a line that is wider', () => {
    typing('host a : client\nhost napster:server\n$0', 'host a : client\nhost napster : server\n');
  });

  it('puts a closing brace below the line that it closes', () => {
    typing('flow "x" {\n  together {\n    wait 1s\n    }$0\n', 'flow "x" {\n  together {\n    wait 1s\n  }\n');
    typing('flow "x" {\n wait   1s\n  }$0otherwise  {\n', 'flow "x" {\n wait   1s\n}otherwise  {\n');
  });

  it('leaves half a line alone, and blank ones', () => {
    leavesAlone('flow "x" {\nalice  ->  bob :\n$0');
    leavesAlone('flow "x" {\nnote  "half\n$0 of it"\n}\n');
    leavesAlone('host a\n\n   \n$0');
  });

  it('leaves a brace in a text or a comment alone', () => {
    leavesAlone('flow "x" {\nnote "a }$0"\n');
    leavesAlone('flow "x" {\nwait 1s // }$0\n');
  });
});
