/** A place between two characters, as editors count: line and column from 0, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** May go over several lines. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Whether a word touches this column: right behind its last character counts as well. */
export function touches(word: { readonly start: number; readonly end: number }, column: number): boolean {
  return word.start <= column && column <= word.end;
}
