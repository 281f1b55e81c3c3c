/**
 * Where blocks begin and end, in a file that is being typed as well: what folding and the outline rest on, and what may
 * be written on a line that says nothing yet.
 */
import { type Container, containerOf, endsOpenBlocks } from '../language/placement';
import type { Line, StatementKind } from '../language/syntax';
import type { Tree } from '../language/tree';
import type { Range } from './position';

/** Both lines belong to it: the one with its `{` and the one with its `}` (or its last one, where that is missing). */
export interface Block {
  readonly start: number;
  readonly end: number;
}

/** In the order in which they begin. */
export function blocksOf(tree: Tree): readonly Block[] {
  const blocks: { start: number; end: number }[] = [];
  walk(tree.lines, tree.lines.length, (start) => {
    const block = { start, end: start };
    blocks.push(block);
    return (end) => {
      block.end = end;
    };
  });
  return blocks;
}

/** The last line of each block, by its first. */
export function blockEndsOf(tree: Tree): ReadonlyMap<number, number> {
  const known = remembered.get(tree) ?? new Map(blocksOf(tree).map(({ start, end }) => [start, end]));
  remembered.set(tree, known);
  return known;
}

/** A file is asked for the blocks of one line after the other. */
const remembered = new WeakMap<Tree, ReadonlyMap<number, number>>();

/** The statement at a line, with its block if it has one. */
export function statementRangeAt(tree: Tree, line: number): Range {
  const end = blockEndsOf(tree).get(line) ?? line;
  const { start = 0, end: column = 0 } = tree.lines[line] ?? {};
  return { start: { line, column: start }, end: { line: end, column: end === line ? column : lengthOf(tree, end) } };
}

function lengthOf({ lines }: Tree, line: number): number {
  return lines[line]?.text.trimEnd().length ?? 0;
}

/** What the block holds in which this line stands; a line that opens a block stands outside of it. */
export interface Surroundings {
  readonly container: Container;
  /** The lines that open the blocks around it, the outermost first. */
  readonly openers: readonly number[];
}

export function surroundingsOf(tree: Tree, line: number): Surroundings {
  const from = Math.max(0, lastStatementOutside(tree, line));
  const open = walk(tree.lines, line, () => undefined, from);
  const kinds = open.map((start) => tree.lines[start]?.statement.kind ?? 'nothing');
  return { container: kinds.reduce(innerContainer, 'file'), openers: open };
}

function innerContainer(container: Container, kind: StatementKind): Container {
  return kind === 'otherwise' ? container : containerOf(kind);
}

/** The line of the last item outside of all blocks that begins before this line. */
function lastStatementOutside({ items }: Tree, line: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.lineNumber ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return items[low - 1]?.lineNumber ?? 0;
}

type Close = ((end: number) => void) | undefined;

/** Gives the lines whose blocks are still open before the line `until`. */
function walk(lines: readonly Line[], until: number, opened: (start: number) => Close, from = 0): readonly number[] {
  const open: { readonly start: number; readonly close: Close }[] = [];
  const endAll = (end: number): void => {
    for (const { close } of open.splice(0)) close?.(end);
  };
  for (let number = from; number < until; number++) {
    const line = lines[number];
    if (!line) continue;
    if (endsOpenBlocks(line, lines[open[0]?.start ?? -1])) endAll(lastLineBefore(lines, number));
    if (line.closes !== undefined) open.pop()?.close?.(number);
    if (line.opens !== undefined) open.push({ start: number, close: opened(number) });
    if (line.closesBehind) open.pop()?.close?.(number);
  }
  const stillOpen = open.map(({ start }) => start);
  if (until >= lines.length) endAll(lastLineBefore(lines, lines.length));
  return stillOpen;
}

function lastLineBefore(lines: readonly Line[], end: number): number {
  let last = end - 1;
  while (last > 0 && lines[last]?.text.trim() === '') last--;
  return last;
}
