// Where a line goes when the text around it changes.

import { followLine } from '../../src/vscode/lines';
import { equal } from './expect';

describe('a line of an edited text', () => {
  const follows = (before: string, after: string, lines: readonly (number | undefined)[]) =>
    equal(
      before.split('\n').map((_, line) => followLine(before, after, line) ?? 'deleted'),
      lines.map((line) => line ?? 'deleted'),
    );

  it('stays above the change and moves with what is below it', () => {
    follows('a\nb\nc', 'a\nx\ny\nb\nc', [0, 3, 4]);
    follows('a\nb\nc\nd', 'a\nd', [0, undefined, undefined, 1]);
  });

  it('is itself while it is typed', () => {
    follows('a\nb\nc', 'a\nbb\nc', [0, 1, 2]);
    follows('a\nb\nc', 'a\nb1\nb2\nc', [0, 1, 3]);
  });

  it('is the same where nothing changed', () => {
    follows('a\nb', 'a\nb', [0, 1]);
  });
});
