// Texts with marks: $0 is the cursor, and what stands between « and » are the places that a test expects.

import type { Position } from '../../src/editor/position';
import type { Span } from '../../src/language/source';
import { parse, type Tree } from '../../src/language/tree';

interface Marked {
  readonly text: string;
  readonly tree: Tree;
  readonly cursor: Position;
  readonly spans: readonly Span[];
}

export function marked(source: string): Marked {
  const spans: Span[] = [];
  let cursor = { line: 0, column: 0 };
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
  return { text, tree: parse(text), cursor, spans };
}
