// Texts with marks: $0 is the cursor, and what stands between « and » are the places that a test expects.

import type { Position } from '../../src/editor/position';
import type { Span } from '../../src/language/source';
import { parse, type Tree } from '../../src/language/tree';

interface Marked {
  readonly text: string;
  readonly tree: Tree;
  /** It is an error to ask for one that is not marked. */
  readonly cursor: Position;
  readonly spans: readonly Span[];
}

export function marked(source: string): Marked {
  const spans: Span[] = [];
  let cursor: Position | undefined;
  const lines = source.split('\n').map((written, line) => {
    let clean = '';
    let start = 0;
    for (const piece of written.split(/(«|»|\$0)/)) {
      if (piece === '«') start = clean.length;
      else if (piece === '»') spans.push({ line, start, end: clean.length });
      else if (piece === '$0') cursor = { line, column: clean.length };
      else clean += piece;
    }
    return clean;
  });
  const text = lines.join('\n');
  return {
    text,
    tree: parse(text),
    get cursor() {
      if (!cursor) throw new Error('No $0 in the text.');
      return cursor;
    },
    spans,
  };
}
