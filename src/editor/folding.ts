/**
 * What can be folded away: blocks, comments of several lines, and what stands between `// #region` and `// #endregion`. Runs
 * of hosts or links are not: folding everything would hide the network that the flows speak of.
 */
import type { Line } from '../language/syntax';
import type { Tree } from '../language/tree';
import { type Block, blocksOf } from './blocks';

export interface Fold {
  readonly kind: 'block' | 'comment' | 'region';
  /** Stays visible. */
  readonly start: number;
  /** The last line that is hidden. */
  readonly end: number;
}

/** In the order in which they begin. */
export function foldsOf(tree: Tree): readonly Fold[] {
  const blocks = blocksOf(tree).map((block) => foldOfBlock(block, tree.lines[block.end]));
  const folds = [...blocks, ...foldedComments(tree.lines), ...regions(tree.lines)];
  return folds.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}

/** The line with the `}` stays visible, unless it holds more of the block. */
function foldOfBlock({ start, end }: Block, last: Line | undefined): Fold {
  return { kind: 'block', start, end: last?.closes === undefined ? end : end - 1 };
}

const comment = /^\s*\/\//;
const regionMarker = /^\s*\/\/\s*#?(end)?region\b/;

function* foldedComments(lines: readonly Line[]): Generator<Fold> {
  let start = 0;
  for (let number = 0; number <= lines.length; number++) {
    const text = lines[number]?.text ?? '';
    if (comment.test(text) && !regionMarker.test(text)) continue;
    if (number - start > 1) yield { kind: 'comment', start, end: number - 1 };
    start = number + 1;
  }
}

function* regions(lines: readonly Line[]): Generator<Fold> {
  const open: number[] = [];
  for (const [number, { text }] of lines.entries()) {
    const marker = text.includes('region') ? regionMarker.exec(text) : null;
    if (!marker) continue;
    if (marker[1] === undefined) open.push(number);
    else {
      const start = open.pop();
      if (start !== undefined) yield { kind: 'region', start, end: number };
    }
  }
}
