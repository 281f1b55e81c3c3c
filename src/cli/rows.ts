/** How many rows of a terminal a text takes. */
import { displayWidth } from '../language/width';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what style.ts writes
const emphasis = /\u001b\[\d+m/g;

/** The rows that the cursor goes down by: a line that ends takes one at least, a long one more. */
export function rowsOf(text: string, columns: number): number {
  const lines = text.replace(emphasis, '').split('\n').slice(0, -1);
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
}
