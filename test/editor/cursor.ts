// A text with its cursor, for the tests of what an editor asks: `$0` is where it stands.

import { type Checked, check } from '../../src/analysis/check';
import type { Position } from '../../src/editor/position';

export function atCursor(source: string): { readonly checked: Checked; readonly position: Position } {
  const place = source.indexOf('$0');
  if (place < 0) throw new Error('No $0 in the text.');
  const before = source.slice(0, place).split('\n');
  const position = { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
  return { checked: check(source.replace('$0', '')), position };
}
