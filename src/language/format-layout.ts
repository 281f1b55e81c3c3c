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
  return withoutSurplusBlanks(layOutRows(lines, depthsOf(lines)));
}

/** One line as it should be. Nothing lines up across a blank line, so only the lines around it are looked at. */
export function layOutLine(lines: readonly Line[], number: number): string {
  let first = number;
  let end = number + 1;
  while (first > 0 && !isBlank(lines[first - 1])) first--;
  while (end < lines.length && !isBlank(lines[end])) end++;
  return layOutRows(lines.slice(first, end), depthsOf(lines).slice(first, end))[number - first] ?? '';
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function layOutRows(lines: readonly Line[], depths: readonly number[]): readonly string[] {
  const rows = lines.map((line, number) => rowOf(line, depths[number] ?? 0));
  alignColumns(rows);
  alignComments(rows);
  return rows.map(render);
}

interface Row {
  readonly depth: number;
  readonly kind: ColumnKind | undefined;
  readonly cells: readonly string[];
  /** The code without its indentation, once its columns are known. */
  code: string;
  readonly comment: string;
  /** Where the comment stood. */
  readonly commentColumn: number;
  /** Where it is to stand; `undefined` where it stands alone, at the indentation. */
  commentTarget: number | undefined;
  /** The next lines can belong to the same columns as those before it. */
  readonly isPassedOver: boolean;
}

function rowOf(line: Line, depth: number): Row {
  const { text } = line;
  const tokens = tokenize(text);
  const end = tokens[tokens.length - 1]?.end ?? 0;
  const isReadable = line.problem === undefined;
  const kind = isReadable ? columnKindOf(line.statement) : undefined;
  const cells = isReadable ? cellsOf(kind, tokens, text) : [end === text.length ? text.trimStart() : text.trim()];
  const comment = isReadable ? text.slice(end).trim() : '';
  return {
    depth,
    kind,
    cells,
    code: joined(cells, []),
    comment,
    commentColumn: comment === '' ? 0 : widthOf(text.slice(0, text.indexOf(comment, end))),
    commentTarget: undefined,
    isPassedOver: !isReadable || (tokens.length === 0 ? comment !== '' : line.statement.kind === 'note'),
  };
}

/** Rows of a kind at one depth line up; notes, comments and lines that cannot be read may stand between them. */
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
