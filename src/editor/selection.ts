/**
 * What a growing selection takes in next: the word, the text around it, the list of hosts, the statement, its line, the
 * block, the file. Which parts a statement has is read off its syntax, whatever its kind.
 */
import { tokenize } from '../language/lexer';
import type { Line } from '../language/syntax';
import type { Tree } from '../language/tree';
import { propertyWords } from '../language/words';
import { type Block, blocksOf } from './blocks';
import type { Position, Range } from './position';

/** For each position, ranges that contain it and each other, the smallest first; the last one is the file. */
export function selectionsAt(tree: Tree, positions: readonly Position[]): readonly (readonly Range[])[] {
  const blocks = blocksOf(tree);
  const file = linesOf(tree, 0, tree.lines.length - 1);
  return positions.map((position) => growing([...candidates(tree, blocks, position), file], position));
}

function growing(ranges: readonly Range[], position: Position): readonly Range[] {
  const chosen: Range[] = [];
  let inner: Range = { start: position, end: position };
  for (const range of ranges) {
    const isWider = comparePositions(range.start, inner.start) <= 0 && comparePositions(inner.end, range.end) <= 0;
    const isSame = comparePositions(range.start, inner.start) === 0 && comparePositions(inner.end, range.end) === 0;
    if (!isWider || isSame) continue;
    chosen.push(range);
    inner = range;
  }
  return chosen.length > 0 ? chosen : [inner];
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function* candidates(tree: Tree, blocks: readonly Block[], { line, column }: Position): Generator<Range> {
  const parsed = tree.lines[line];
  if (!parsed) return;
  for (const [start, end] of partsOf(parsed, column))
    yield { start: { line, column: start }, end: { line, column: end } };
  yield linesOf(tree, line, line);
  for (const { start, end } of blocks.filter((block) => block.start <= line && line <= block.end).reverse()) {
    const isClosed = tree.lines[end]?.closes !== undefined;
    const last = isClosed ? end - 1 : end;
    if (start < line && line <= last) yield linesOf(tree, start + 1, last);
    yield linesOf(tree, start, end);
    const request = requestOf(tree, blocks, start);
    if (request) yield linesOf(tree, request.start, end);
  }
}

/** The block of the request that an `otherwise` follows. */
function requestOf(tree: Tree, blocks: readonly Block[], line: number): Block | undefined {
  if (tree.lines[line]?.statement.kind !== 'otherwise') return undefined;
  return blocks.find((block) => block.end === line && block.start < line);
}

function linesOf({ lines }: Tree, first: number, last: number): Range {
  const column = lines[last]?.text.length ?? 0;
  return { start: { line: first, column: 0 }, end: { line: Math.max(first, last), column } };
}

type Columns = readonly [start: number, end: number];

/** Parts of a line that hold the column, smaller ones before those that contain them. */
function* partsOf(line: Line, column: number): Generator<Columns> {
  const contains = ([start, end]: Columns): boolean => start <= column && column <= end;
  yield* wordsOf(line.text).filter(contains).slice(0, 1);
  for (const { kind, start, end, open } of tokenize(line.text)) {
    if (kind === 'symbol' || !contains([start, end])) continue;
    if (kind === 'string') yield [start + 1, open ? end : end - 1];
    yield [start, end];
  }
  const parts: Columns[] = [];
  for (const part of Object.values(line.statement)) addParts(parts, part, line.text);
  yield* parts.filter(contains).sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  const comment = commentOf(line);
  if (comment && contains(comment)) yield comment;
  yield [line.start, line.end];
  yield [line.text.length - line.text.trimStart().length, line.text.trimEnd().length];
}

const word = /[\p{L}\p{N}\p{M}_]+/gu;

function wordsOf(text: string): readonly Columns[] {
  return [...text.matchAll(word)].map((found) => [found.index, found.index + found[0].length]);
}

function commentOf({ text, end, opens }: Line): Columns | undefined {
  const behind = Math.max(end, (opens ?? -1) + 1);
  const start = text.indexOf('//', behind);
  return start < 0 ? undefined : [start, text.trimEnd().length];
}

/** Where each part stands that consists of others: a list from its first entry to its last, and so on. Gives the whole. */
function addParts(parts: Columns[], value: unknown, text: string): Columns | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const own = 'start' in value && 'end' in value ? [Number(value.start), Number(value.end)] : [];
  let [start = Number.POSITIVE_INFINITY, end = 0] = own;
  for (const part of Object.values(value)) {
    const inner = addParts(parts, part, text);
    if (!inner) continue;
    start = Math.min(start, inner[0]);
    end = Math.max(end, inner[1]);
  }
  if (start > end) return undefined;
  const whole = withKeyword(value, text, start, end);
  parts.push(whole);
  return whole;
}

/** A property begins with its word, the number of a group's members ends with a bracket. */
function withKeyword(value: object, text: string, start: number, end: number): Columns {
  const kind = 'kind' in value && typeof value.kind === 'string' ? value.kind : '';
  const from = propertyWords.includes(kind) ? text.lastIndexOf(kind, start) : start;
  const bracket = 'count' in value && value.count !== undefined ? /^\s*\]/.exec(text.slice(end)) : null;
  return [from < 0 ? start : from, end + (bracket?.[0].length ?? 0)];
}
