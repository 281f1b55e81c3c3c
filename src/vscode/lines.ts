/**
 * Where a line of an older text is in a newer one. An edit is taken to be one changed stretch between an unchanged
 * beginning and an unchanged end: exact for typing and pasting, a fair guess for anything else. Pure text.
 */

/** The 0-based line of `after` that was `line` in `before`; undefined if it was deleted. */
export function followLine(before: string, after: string, line: number): number | undefined {
  if (before === after) return line;
  const old = before.split('\n');
  const now = after.split('\n');
  const start = commonStart(old, now);
  const end = commonEnd(old, now, start);
  if (line < start) return line;
  if (line >= old.length - end) return line + now.length - old.length;
  const changedLines = now.length - end - start;
  return changedLines === 0 ? undefined : start + Math.min(line - start, changedLines - 1);
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const limit = Math.min(a.length, b.length);
  let count = 0;
  while (count < limit && a[count] === b[count]) count++;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  const limit = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < limit && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}
