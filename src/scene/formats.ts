/**
 * Quantities and names as people read them. Units are powers of 1000, as in the language; a unit is written after a
 * space (`4 MB`, `12.4 ms`, `100 Mbps`).
 */
import { formatCount } from '../language/wording';
import type { Quantity } from './scene';

export { formatCount };

const sizeUnits = ['B', 'kB', 'MB', 'GB', 'TB'];
const rateUnits = ['bps', 'kbps', 'Mbps', 'Gbps'];

export function formatSize(sizeBytes: number): string {
  return scaled(sizeBytes, sizeUnits);
}

export function formatRate(rateBps: number): string {
  return scaled(rateBps, rateUnits);
}

export function formatDuration(durationMs: number): string {
  if (durationMs < 1000) return `${rounded(durationMs, durationMs < 1 ? 2 : 1)} ms`;
  const seconds = durationMs / 1000;
  if (seconds < 60) return `${rounded(seconds, 2)} s`;
  const wholeSeconds = Math.round(seconds);
  if (wholeSeconds < 3600) return pair(Math.floor(wholeSeconds / 60), 'min', wholeSeconds % 60, 's');
  return pair(Math.floor(wholeSeconds / 3600), 'h', Math.floor((wholeSeconds % 3600) / 60), 'min');
}

/** `a`, `a and b`, `a, b and c`, `a, b, c and 97 more`. */
export function listOf(items: readonly string[], limit = 4): string {
  const shown =
    items.length > limit ? [...items.slice(0, limit - 1), `${formatCount(items.length - limit + 1)} more`] : items;
  if (shown.length < 2) return shown.join('');
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Keeps the words around a right-to-left name in their order (Unicode isolates); other names stay as they are. */
export function isolate(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** For whoever shows parts of the size in the unit of the whole. */
export function scaledSize(sizeBytes: number): Quantity {
  return inUnits(sizeBytes, sizeUnits);
}

export function scaledRate(rateBps: number): Quantity {
  return inUnits(rateBps, rateUnits);
}

function scaled(number: number, units: readonly string[]): string {
  const { value, unit } = inUnits(number, units);
  return `${value} ${unit}`;
}

function inUnits(number: number, units: readonly string[]): Quantity {
  let [value, power] = [number, 0];
  while (power < units.length - 1 && value >= 1000) {
    value /= 1000;
    power++;
  }
  return { value: rounded(value, value < 10 ? 2 : 1), unit: units[power] ?? '' };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
