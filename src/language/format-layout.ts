/**
 * Lays out the lines of a file: how each of them reads in the end, or that it is a blank line too many. What changes is white
 * space alone; a line that cannot be read keeps its own, apart from its indentation. It knows nothing of edits or ranges.
 */
import { type ColumnKind, cellsOf, columnKindOf, columnWidths, joined } from './format-columns';
import { depthsOf } from './format-depth';
import { tokenize } from './lexer';
import type { Line } from './syntax';
import { displayWidth } from './width';

const indentation = '  ';

/** Each line as it should be; `undefined` for blank lines at both ends of the file and for all but one of several in a row. */
export function layOut(lines: readonly Line[]): readonly (string | undefined)[] {
  const depths = depthsOf(lines);
  const rows = lines.map((line, number) => rowOf(piecesOf(line), depths[number] ?? 0));
  alignRows(rows);
  return withoutSurplusBlanks(rows.map(render));
}

/** One line as it should be. Only the lines around it are looked at that it can line up with, directly or through others. */
export function layOutLine(lines: readonly Line[], number: number): string {
  const depths = depthsOf(lines);
  const rowAt = (place: number): Row | undefined => {
    const line = lines[place];
    return line && rowOf(rememberedPiecesOf(line), depths[place] ?? 0);
  };
  const row = rowAt(number);
  if (!row) return '';
  const above: Row[] = [];
  let next = rowAt(number - 1);
  for (let last = row; next && !isApart(next, last); next = rowAt(number - 1 - above.length)) {
    above.push(next);
    last = next;
  }
  const rows = [...above.reverse(), row];
  next = rowAt(number + 1);
  for (let last = row; next && !isApart(last, next); next = rowAt(number + rows.length - above.length)) {
    rows.push(next);
    last = next;
  }
  alignRows(rows);
  return render(row);
}

/** Neither columns nor comments go on from one row to the one below it. */
function isApart(above: Row, below: Row): boolean {
  const isSameBlock = above.depth === below.depth;
  const isRun = above.isPassedOver || below.isPassedOver || (above.kind !== undefined && above.kind === below.kind);
  const isRemark = above.comment !== '' && below.comment !== '' && above.commentColumn === below.commentColumn;
  return !(isSameBlock && isRun) && !isRemark;
}

function alignRows(rows: readonly Row[]): void {
  alignColumns(rows);
  alignComments(rows);
}

interface Row extends Pieces {
  readonly depth: number;
  /** Where the comment is to stand; `undefined` where it stands alone, at the indentation. */
  commentTarget: number | undefined;
}

/** What a line is made of, wherever it stands. */
interface Pieces {
  readonly kind: ColumnKind | undefined;
  readonly cells: readonly string[];
  /** The code without its indentation; of a row that lines up with others, once its columns are known. */
  code: string;
  readonly comment: string;
  /** Where the comment stood. */
  readonly commentColumn: number;
  /** The next lines can belong to the same columns as those before it. */
  readonly isPassedOver: boolean;
}

function rowOf({ kind, cells, code, comment, commentColumn, isPassedOver }: Pieces, depth: number): Row {
  return { depth, kind, cells, code, comment, commentColumn, isPassedOver, commentTarget: undefined };
}

function rememberedPiecesOf(line: Line): Pieces {
  const known = remembered.get(line) ?? piecesOf(line);
  remembered.set(line, known);
  return known;
}

/** While somebody types, the lines around stay the same. */
const remembered = new WeakMap<Line, Pieces>();

function piecesOf(line: Line): Pieces {
  const { text } = line;
  const tokens = tokenize(text);
  const end = tokens[tokens.length - 1]?.end ?? 0;
  const isReadable = line.problem === undefined;
  const kind = isReadable ? columnKindOf(line.statement) : undefined;
  const cells = isReadable ? cellsOf(kind, tokens, text) : [end === text.length ? text.trimStart() : text.trim()];
  const comment = isReadable ? text.slice(end).trim() : '';
  return {
    kind,
    cells,
    code: joined(cells, []),
    comment,
    commentColumn: comment === '' ? 0 : widthOf(text.slice(0, text.indexOf(comment, end))),
    isPassedOver:
      !isReadable ||
      (tokens.length === 0 ? comment !== '' : line.statement.kind === 'note' || line.statement.kind === 'ask'),
  };
}

/** Rows of a kind at one depth line up; notes, questions, comments and lines that cannot be read may stand between them. */
function alignColumns(rows: readonly Row[]): void {
  let run: Row[] = [];
  for (const row of rows) {
    const [first] = run;
    const goesOn = first?.depth === row.depth;
    if (goesOn && row.isPassedOver) continue;
    if (!goesOn || row.kind !== first.kind) {
      align(run);
      run = [];
    }
    if (row.kind !== undefined) run.push(row);
  }
  align(run);
}

function align(run: readonly Row[]): void {
  const widths = columnWidths(run.map(({ cells }) => cells));
  for (const row of run) row.code = joined(row.cells, widths);
}

/** Comments that stood below each other still do; one that stands alone follows its line. */
function alignComments(rows: readonly Row[]): void {
  let group: Row[] = [];
  for (const row of rows) {
    const [first] = group;
    const goesOn = first !== undefined && row.comment !== '' && row.commentColumn === first.commentColumn;
    if (!goesOn) {
      placeComments(group);
      group = [];
    }
    if (goesOn || (row.comment !== '' && row.code !== '')) group.push(row);
  }
  placeComments(group);
}

function placeComments(group: readonly Row[]): void {
  const widths = group.map((row) => (row.code === '' ? 0 : widthOf(indented(row)) + indentation.length));
  const target = widths.reduce((widest, width) => Math.max(widest, width), 0);
  for (const row of group) row.commentTarget = target;
}

function render(row: Row): string {
  const { code, comment, commentTarget } = row;
  if (code === '' && comment === '') return '';
  if (commentTarget === undefined) return indented(row) + comment;
  const before = code === '' ? '' : indented(row);
  return before + ' '.repeat(commentTarget - widthOf(before)) + comment;
}

function indented({ depth, code }: Row): string {
  return indentation.repeat(depth) + code;
}

/** A tab counts as four columns or what is left of them, as the editor shows it. */
function widthOf(text: string): number {
  const parts = text.split('\t').map(displayWidth);
  return parts.reduce((width, part) => (Math.floor(width / 4) + 1) * 4 + part);
}

function withoutSurplusBlanks(lines: readonly string[]): readonly (string | undefined)[] {
  let last = lines.length - 1;
  while (last >= 0 && lines[last] === '') last--;
  return lines.map((line, number) =>
    number > last || (line === '' && (lines[number - 1] ?? '') === '') ? undefined : line,
  );
}
