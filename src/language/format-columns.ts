/**
 * Where the columns of a line start, and how wide they are where lines of a kind stand together. It knows tokens and cells,
 * neither indentation nor comments.
 */
import type { Token } from './lexer';
import type { Statement } from './syntax';
import { displayWidth } from './width';

/** Lines of one kind line up; `undefined` for those that line up with nothing. */
export type ColumnKind = 'host' | 'link' | 'shape' | 'message' | 'properties';

export function columnKindOf(statement: Statement): ColumnKind | undefined {
  switch (statement.kind) {
    case 'link':
      return statement.right ? 'link' : 'shape';
    case 'host':
    case 'message':
    case 'properties':
      return statement.kind;
    default:
      return undefined;
  }
}

/** The pieces of a line that can stand in columns, `''` for a column that it leaves out. */
export function cellsOf(kind: ColumnKind | undefined, tokens: readonly Token[], text: string): readonly string[] {
  const cells = [''];
  let from = 0;
  tokens.forEach((_, place) => {
    const current = cells.length - 1;
    const column = kind && place > 0 ? columnStarts[kind](tokens, place, current) : undefined;
    if (column === undefined || column <= current) return;
    cells[current] = spaced(tokens.slice(from, place), text);
    while (cells.length <= column) cells.push('');
    from = place;
  });
  cells[cells.length - 1] = spaced(tokens.slice(from), text);
  return cells;
}

/** `current` is the column that the tokens before belong to. */
type Starts = (tokens: readonly Token[], place: number, current: number) => number | undefined;

/** The column that starts at a token. One to the left of the current column does not count. */
const columnStarts: Readonly<Record<ColumnKind, Starts>> = {
  // host NAMES | : ROLE | properties
  host: (tokens, place) => {
    if (isSymbol(tokens[place], ':')) return 1;
    return place > 1 && isWordBehind(tokens, place, ',', ':') ? 2 : undefined;
  },
  // link HOSTS | -- HOSTS | what it is like
  link: (tokens, place, current) => {
    if (current === 0) return isSymbol(tokens[place], '--') ? 1 : undefined;
    return isQuantity(tokens[place]) || isWordBehind(tokens, place, ',', '--') ? 2 : undefined;
  },
  // link HOSTS | over SERVICE | as SHAPE | what it is like
  shape: (tokens, place, current) => {
    const before = tokens[place - 1]?.text;
    if (current === 2)
      return isQuantity(tokens[place]) || (isWordBehind(tokens, place) && before !== 'as') ? 3 : undefined;
    if (place < 2 || !isWordBehind(tokens, place, ',') || (current === 1 && before === 'over')) return undefined;
    return tokens[place]?.text === 'as' ? 2 : 1;
  },
  // HOSTS | -> HOSTS | : message
  message: (tokens, place, current) => {
    if (current === 0) return isSymbol(tokens[place], '->', '~>') ? 1 : undefined;
    return isSymbol(tokens[place], ':') ? 2 : undefined;
  },
  properties: (tokens, place) => (place === 1 && listProperties.has(tokens[0]?.text ?? '') ? 1 : undefined),
};

/** What is said of them reads like a list; the other properties are short and stand where they like. */
const listProperties: ReadonlySet<string> = new Set(['runs', 'shares', 'lists']);

function isSymbol(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === 'symbol' && texts.includes(token.text);
}

function isQuantity(token: Token | undefined): boolean {
  return token?.kind === 'quantity';
}

function isWordBehind(tokens: readonly Token[], place: number, ...symbols: readonly string[]): boolean {
  return tokens[place]?.kind === 'name' && !isSymbol(tokens[place - 1], ...symbols);
}

/** The tokens with one blank between them, and none where a name and its brackets or a comma belong together. */
export function spaced(tokens: readonly Token[], text: string): string {
  let result = '';
  tokens.forEach((token, place) => {
    const before = tokens[place - 1];
    const isTight =
      before === undefined || isSymbol(token, ',', ']', ')', '[', '..') || isSymbol(before, '[', '(', '..');
    result += (isTight ? '' : ' ') + text.slice(token.start, token.end);
  });
  return result;
}

/** A cell longer than this stands out on its own, instead of pushing the cells of all its neighbours to the right. */
const widestCell = 40;

/** How wide each column is. The last cell of a row ends where it ends. */
export function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const cells of rows) {
    for (let column = 0; column < cells.length - 1; column++) {
      const width = displayWidth(cells[column] ?? '');
      widths[column] = Math.max(widths[column] ?? 0, width > widestCell ? 0 : width);
    }
  }
  return widths;
}

/** One row of the columns; a column that no row uses is left out. */
export function joined(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.slice(0, -1).map((cell, column) => {
    const width = widths[column] ?? 0;
    if (width === 0) return cell === '' ? '' : `${cell} `;
    return `${cell}${' '.repeat(Math.max(0, width - displayWidth(cell)))} `;
  });
  return padded.join('') + (cells[cells.length - 1] ?? '');
}
