/** How names and lists of names are written in sentences; the same everywhere, so that a reader recognises them. */
import { quote, shorten } from '../language/wording';

/** A resource, a flow, a text of the author: always in curly quotes. */
export const quoted = quote;

/** `alice`, `alice and bob`, `alice, bob and carol`, `alice, bob, carol and 7 others`. */
export function listed(names: readonly string[], limit = 4): string {
  const shown = (names.length > limit ? names.slice(0, limit - 1) : names).map(shorten);
  const left = names.length - shown.length;
  const parts = left > 0 ? [...shown, `${left} others`] : shown;
  if (parts.length < 2) return parts[0] ?? 'nobody';
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** A template for sentences whose holes are names as they are written in the file: saying`${host} is offline`. */
export function saying(texts: TemplateStringsArray, ...names: readonly string[]): string {
  return String.raw({ raw: texts }, ...names.map(shorten));
}
