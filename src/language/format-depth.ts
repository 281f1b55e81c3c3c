/**
 * How deep each line stands in blocks, as far as indentation goes. It decides as the tree does (see tree.ts), so that a file
 * with a block that is not closed means the same when it is laid out; it knows lines, no text.
 */
import { endsOpenBlocks, needsBlock } from './placement';
import type { Line } from './syntax';

/** Deeper than that nothing is indented further: blocks that are nested deeper are left out anyway. */
const maximumDepth = 50;

/** By line, the number of blocks around it. A line that closes a block stands as deep as the one that opened it. */
export function depthsOf(lines: readonly Line[]): readonly number[] {
  const depths: number[] = [];
  /** The lines that opened the blocks which are open, and whether with a `{`. */
  const open: { readonly number: number; readonly hasBrace: boolean }[] = [];
  lines.forEach((line, number) => {
    if (endsOpenBlocks(line, lines[open[0]?.number ?? -1])) open.length = 0;
    if (line.closes !== undefined) open.pop();
    const last = open[open.length - 1];
    const isBraceOfLast = isLoneBrace(line) && last?.number === number - 1 && !last.hasBrace;
    depths.push(Math.min(open.length - (isBraceOfLast ? 1 : 0), maximumDepth));
    const { kind } = line.statement;
    const opens = line.opens !== undefined || kind === 'otherwise' || needsBlock(kind);
    if (opens && !isBraceOfLast) open.push({ number, hasBrace: line.opens !== undefined });
    if (line.closesBehind && kind !== 'otherwise' && !isLoneBrace(line)) open.pop();
  });
  return depths;
}

/** `{` on a line of its own, which belongs to the line above. */
function isLoneBrace({ opens, closes, statement, problem }: Line): boolean {
  return opens !== undefined && closes === undefined && statement.kind === 'nothing' && !problem;
}
