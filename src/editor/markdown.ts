/**
 * Markdown for hovers, out of texts that may hold anything: what comes from a file is shown as it is written, whatever it
 * looks like (emphasis, HTML, a link, an icon). Knows neither the language nor an editor.
 */
import { formatCount } from '../language/wording';
import { isolate } from '../scene/formats';

/** Where a 0-based line of the file can be opened. */
export type LinkTo = (line: number) => string;

/** Any text as it is written: all ASCII punctuation may be escaped (CommonMark 2.4). */
export function plain(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
}

/** A name as it is written, also in a sentence of the other direction. */
export function named(text: string): string {
  return plain(isolate(text));
}

export function bold(text: string): string {
  return `**${named(text)}**`;
}

/** A text of the author: in curly quotes. */
export function quoted(text: string): string {
  return `“${named(text)}”`;
}

/** `[line 12](…)`: people count from 1. */
export function lineLink(line: number, linkTo: LinkTo): string {
  return `[line ${line + 1}](${linkTo(line)})`;
}

export function paragraphs(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part).join('\n\n');
}

/** At most `limit` of them, and one more where it is the last; the others are counted. `item` is Markdown. */
/** Of `count` things it is enough to hand in one more than the limit. */
export function bullets<T>(
  things: readonly T[],
  limit: number,
  item: (thing: T) => string = String,
  count = things.length,
): string {
  const left = count - limit;
  const shown = things.slice(0, left > 1 ? limit : undefined).map(item);
  return [...shown, ...(left > 1 ? [`and ${formatCount(left)} more`] : [])].map((text) => `- ${text}`).join('\n');
}

/** The first row is the head. Cells are Markdown. */
export function table(...rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const lines = [head, head.map(() => '---'), ...body];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function topology(text: string): string {
  return `\`\`\`topology\n${text}\n\`\`\``;
}
