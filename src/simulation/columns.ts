/**
 * The columns that a recording is written into, one row a step: they grow together. It knows nothing of what the numbers
 * mean.
 */
import type { StepColumns } from './step-list';

type ColumnName = 'startMs' | 'endMs' | 'from' | 'to' | 'cause' | 'content' | 'way' | 'count' | 'flags';

export type OpenColumns = { -readonly [Name in ColumnName]: StepColumns[Name] };

const firstCapacity = 64;

export function createColumns(): OpenColumns {
  return ofCapacity(firstCapacity);
}

/** Makes room for a row: to be called before it is written. */
export function makeRoom(columns: OpenColumns, row: number): void {
  if (row < columns.startMs.length) return;
  const grown = ofCapacity(columns.startMs.length * 2);
  for (const name of Object.keys(grown) as ColumnName[]) grown[name].set(columns[name]);
  Object.assign(columns, grown);
}

/** Exactly the rows that were written, on memory of their own. */
export function finished(columns: OpenColumns, rows: number): OpenColumns {
  const { startMs, endMs, from, to, cause, content, way, count, flags } = columns;
  return {
    startMs: startMs.slice(0, rows),
    endMs: endMs.slice(0, rows),
    from: from.slice(0, rows),
    to: to.slice(0, rows),
    cause: cause.slice(0, rows),
    content: content.slice(0, rows),
    way: way.slice(0, rows),
    count: count.slice(0, rows),
    flags: flags.slice(0, rows),
  };
}

function ofCapacity(rows: number): OpenColumns {
  return {
    startMs: new Float64Array(rows),
    endMs: new Float64Array(rows),
    from: new Int32Array(rows),
    to: new Int32Array(rows),
    cause: new Int32Array(rows),
    content: new Int32Array(rows),
    way: new Int32Array(rows),
    count: new Int32Array(rows),
    flags: new Uint8Array(rows),
  };
}
