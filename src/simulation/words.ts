/** How names and lists of names are written in sentences; the same everywhere, so that a reader recognises them. */

/** A resource, a flow, a text of the author: always in curly quotes. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** `alice`, `alice and bob`, `alice, bob and carol`, `alice, bob, carol and 7 others`. */
export function listed(names: readonly string[], limit = 4): string {
  const shown = names.length > limit ? names.slice(0, limit - 1) : names;
  const left = names.length - shown.length;
  const parts = left > 0 ? [...shown, `${left} others`] : shown;
  if (parts.length < 2) return parts[0] ?? 'nobody';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
