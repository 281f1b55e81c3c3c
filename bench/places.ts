/** Places in a generated text, as an editor counts them. */
import type { Position } from '../src/editor/position';

/** Right behind the first such text from there on. */
export function placeOf(text: string, sought: string, from = 0): Position {
  const at = text.indexOf(sought, from);
  if (at < 0) throw new Error(`The generated file has no “${sought}”.`);
  const lines = text.slice(0, at + sought.length).split('\n');
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}
