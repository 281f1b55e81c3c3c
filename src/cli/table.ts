/** Rows of a table in plain text: every column as wide as its widest cell, two spaces between, nothing behind the last. */
import { displayWidth, padded } from '../language/width';

export interface TableOptions {
  /** Columns (from 0) whose cells end at the same place: numbers. */
  readonly rightAligned?: readonly number[];
}

export function table(rows: readonly (readonly string[])[], { rightAligned = [] }: TableOptions = {}): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cellOf(cell, column))
      .join('  ')
      .trimEnd(),
  );

  function cellOf(cell: string, column: number): string {
    const width = widths[column] ?? 0;
    return rightAligned.includes(column) ? ' '.repeat(width - displayWidth(cell)) + cell : padded(cell, width);
  }
}
