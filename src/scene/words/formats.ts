/**
 * Quantities, sums, lists and quoted names as each language writes them: `12.4 ms` and `12,4 ms`, `10,000` and `10.000`, “bob” and
 * „bob“. Units are the same everywhere: those that are written in a file.
 */
import { formatCount, formatDuration, formatRate, formatSize, isolate, listOf } from '../formats';
import { formatMoney } from '../money';
import type { Language } from './language';

export interface Formats {
  readonly count: (count: number) => string;
  readonly size: (sizeBytes: number) => string;
  readonly rate: (rateBps: number) => string;
  readonly duration: (durationMs: number) => string;
  readonly decimal: (value: number) => string;
  /** In dollars. */
  readonly money: (dollars: number) => string;
  /** `a`, `a and b`, `a, b and c`; of more than the limit (4) the rest is counted. */
  readonly list: (items: readonly string[], limit?: number) => string;
  readonly quoted: (text: string) => string;
  /** A file name stands as it is; a name of several words is quoted. */
  readonly named: (text: string) => string;
}

const en: Formats = {
  count: formatCount,
  size: formatSize,
  rate: formatRate,
  duration: formatDuration,
  decimal: String,
  money: formatMoney,
  list: listOf,
  quoted: (text) => `“${isolate(text)}”`,
  named: (text) => (/\s/.test(text) ? en.quoted(text) : isolate(text)),
};

const de: Formats = {
  count: (count) => formatCount(count).replaceAll(',', '.'),
  size: (sizeBytes) => withComma(formatSize(sizeBytes)),
  rate: (rateBps) => withComma(formatRate(rateBps)),
  duration: (durationMs) => withComma(formatDuration(durationMs)),
  decimal: (value) => withComma(String(value)),
  money: (dollars) => `${exchanged(formatMoney(dollars).slice(1))} $`,
  list: germanList,
  quoted: (text) => `„${isolate(text)}“`,
  named: (text) => (/\s/.test(text) ? de.quoted(text) : isolate(text)),
};

export const formats: Readonly<Record<Language, Formats>> = { en, de };

function withComma(text: string): string {
  return text.replace('.', ',');
}

/** `1,234.50` is `1.234,50`. */
function exchanged(number: string): string {
  return number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}

function germanList(items: readonly string[], limit = 4): string {
  const rest = items.length - limit + 1;
  const shown = items.length > limit ? [...items.slice(0, limit - 1), `${de.count(rest)} weitere`] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} und ${shown.at(-1)}`;
}
