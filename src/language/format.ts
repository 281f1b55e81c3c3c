/**
 * The one way to lay out a file: two blanks for each block, one blank between words, and columns that line up where hosts,
 * links or messages stand on neighbouring lines. Only white space changes, so a formatted file means the same; a line that
 * cannot be read keeps its text. Formatting twice changes nothing more.
 */
import { type Token, tokenize } from './lexer';
import { parseLine } from './parse-line';
import type { Line } from './syntax';

const indentation = '  ';

/** The whole text, laid out. Line breaks are kept as they are (LF or CRLF). */
export function format(text: string): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return formatLines(text.split(/\r\n|\r|\n/)).join(lineBreak);
}

/** The lines, laid out; blank lines at the end and all but one of several in a row are left out. */
function formatLines(texts: readonly string[]): readonly string[] {
  const rows = indented(texts.map(rowOf));
  alignColumns(rows);
  const lines = rows.map(render).filter((line, place, all) => line !== '' || (all[place - 1] ?? '') !== '');
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  return texts.length > 1 || lines.length > 1 ? [...lines, ''] : lines;
}

/** A line as columns: what lines up with the lines around it, up to the comment. */
interface Row {
  readonly line: Line;
  /** Pieces that start at a column of their own; a row with one piece has nothing to line up. */
  columns: string[];
  readonly comment: string;
  /** Rows of a kind that stand together are aligned. */
  readonly kind: string;
  depth: number;
}

function rowOf(text: string): Row {
  const line = parseLine(text);
  const tokens = tokenize(text);
  const end = tokens.at(-1)?.end ?? 0;
  const comment = text.slice(end).trim();
  const code = text.slice(0, end).trim();
  const isReadable = line.problem === undefined && !tokens.some((token) => token.kind === 'unknown' || token.open);
  const columns = isReadable ? columnsOf(line, tokens, text) : [code];
  return { line, columns, comment, kind: columns.length > 1 ? line.statement.kind : '', depth: 0 };
}

/** Where a column starts: at `:` and the properties of a host, at `--` and what follows of a link, at the arrow and `:` of a message. */
function columnsOf(line: Line, tokens: readonly Token[], text: string): string[] {
  const starts = columnStarts[line.statement.kind];
  const columns: string[] = [];
  let from = 0;
  for (let place = 1; starts && place < tokens.length; place++) {
    if (!starts(tokens, place)) continue;
    columns.push(spaced(tokens.slice(from, place), text));
    from = place;
  }
  return [...columns, spaced(tokens.slice(from), text)];
}

type Starts = (tokens: readonly Token[], place: number) => boolean;

const isSymbol = (token: Token | undefined, text: string): boolean => token?.kind === 'symbol' && token.text === text;

const columnStarts: Readonly<Record<string, Starts>> = {
  // The role is the word behind the colon, so what follows it is the first property.
  host: (tokens, place) =>
    isSymbol(tokens[place], ':') || (isSymbol(tokens[place - 2], ':') && !isSymbol(tokens[place], '{')),
  link: (tokens, place) => isSymbol(tokens[place], '--') || startsAttributes(tokens, place),
  message: (tokens, place) => ['->', '~>', ':'].some((symbol) => isSymbol(tokens[place], symbol)),
};

/** The first number behind the `--` of a link. */
function startsAttributes(tokens: readonly Token[], place: number): boolean {
  const dashes = tokens.findIndex((token) => isSymbol(token, '--'));
  return dashes >= 0 && place === tokens.findIndex((token, at) => at > dashes && token.kind === 'quantity');
}

/** The tokens with one blank between them, and none where a name and its brackets or a comma belong together. */
function spaced(tokens: readonly Token[], text: string): string {
  let result = '';
  tokens.forEach((token, place) => {
    const before = tokens[place - 1];
    const isTight = before === undefined || tightBefore.has(token.text) || tightAfter.has(before.text);
    const isString = token.kind === 'string' || before?.kind === 'string';
    result +=
      (isTight && !(isString && before !== undefined && token.text !== ',') ? '' : ' ') +
      text.slice(token.start, token.end);
  });
  return result;
}

const tightBefore: ReadonlySet<string> = new Set([',', ']', ')', '[', '..']);
const tightAfter: ReadonlySet<string> = new Set(['[', '(', '..']);

/** A line that closes a block stands as deep as the one that opened it. */
function indented(rows: Row[]): Row[] {
  let depth = 0;
  for (const row of rows) {
    if (row.line.closes !== undefined) depth = Math.max(0, depth - 1);
    row.depth = depth;
    if (row.line.opens !== undefined) depth++;
    if (row.line.closesBehind) depth = Math.max(0, depth - 1);
  }
  return rows;
}

/** Rows of one kind at one depth line up; notes may stand between them, blank lines and anything else end the run. */
function alignColumns(rows: readonly Row[]): void {
  let run: Row[] = [];
  for (const row of rows) {
    const [first] = run;
    const goesOn = first !== undefined && row.depth === first.depth;
    if (goesOn && row.line.statement.kind === 'note') continue;
    if (!goesOn || row.kind !== first.kind) {
      align(run);
      run = [];
    }
    if (row.kind !== '') run.push(row);
  }
  align(run);
}

/** The last column of a row ends where it ends; the others are as wide as the widest of their run. */
function align(rows: readonly Row[]): void {
  const count = Math.max(0, ...rows.map((row) => row.columns.length));
  for (let column = 0; column < count - 1; column++) {
    const width = Math.max(
      ...rows.map(({ columns }) => (column < columns.length - 1 ? (columns[column]?.length ?? 0) : 0)),
    );
    for (const row of rows) {
      if (column < row.columns.length - 1) row.columns[column] = (row.columns[column] ?? '').padEnd(width);
    }
  }
}

function render({ columns, comment, depth }: Row): string {
  const code = columns.join(' ').trimEnd();
  const remark = comment === '' ? '' : code === '' ? comment : `  ${comment}`;
  return code === '' && remark === '' ? '' : indentation.repeat(depth) + code + remark;
}
