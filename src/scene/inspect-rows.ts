/** What the sections of the inspector share: how a row is made, and how what a step has changed in a list of them is marked. */
import type { InspectorRow } from './scene';

export function plain(text: string, detail: string, line: number | undefined): InspectorRow {
  return { text, detail, line, change: undefined, before: undefined, mark: undefined, software: undefined };
}

export function newIf(isNew: boolean, row: InspectorRow): InspectorRow {
  return isNew ? { ...row, change: 'added' } : row;
}

/**
 * The rows as they are now, marked by how they were before this step: what is gone stands behind the others once more.
 * Rows are the same if their texts are; of several alike, the first is compared with the first.
 */
export function compared(before: readonly InspectorRow[], now: readonly InspectorRow[]): InspectorRow[] {
  const [old, present] = [keyed(before), keyed(now)];
  const marked = [...present].map(([key, row]): InspectorRow => {
    const was = old.get(key);
    if (!was) return { ...row, change: 'added' };
    return was.detail === row.detail ? row : { ...row, change: 'changed', before: was.detail };
  });
  const gone = [...old].filter(([key]) => !present.has(key));
  return [...marked, ...gone.map(([, row]): InspectorRow => ({ ...row, change: 'removed' }))];
}

function keyed(rows: readonly InspectorRow[]): ReadonlyMap<string, InspectorRow> {
  const counts = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const count = counts.get(row.text) ?? 0;
      counts.set(row.text, count + 1);
      return [`${count} ${row.text}`, row];
    }),
  );
}

/** No list is cut short in silence. */
export function atMost(count: number, rows: readonly InspectorRow[], more: (left: number) => string): InspectorRow[] {
  const shown = rows.length > count ? rows.slice(0, count - 1) : rows;
  const left = rows.length - shown.length;
  return left > 0 ? [...shown, plain('', more(left), undefined)] : [...shown];
}
