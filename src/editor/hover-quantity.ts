/** A quantity in other units, and what it amounts to: nobody needs to know by heart what 100Mbps is in bytes. */
import { parseQuantity, type Quantity } from '../language/quantities';
import { formatDuration, formatRate, formatSize } from '../scene/formats';
import { paragraphs } from './markdown';

/** Markdown; undefined for what is no quantity. */
export function explainQuantity(text: string): string | undefined {
  const quantity = parseQuantity(text);
  return quantity && paragraphs(`**${text}**${equals(quantity)}`, comparison(quantity));
}

function equals(quantity: Quantity): string {
  const others = otherUnits(quantity);
  return others.length === 0 ? '' : ` = ${others.join(' = ')}`;
}

function otherUnits({ kind, value }: Quantity): readonly string[] {
  switch (kind) {
    case 'size':
      return [`${exact(value)} bytes`, ...binary(value)];
    case 'rate':
      return [`${exact(value)} bits a second`, `${formatSize(value / 8)} a second`];
    case 'duration':
      return value < 1 || value >= 1000 ? [formatDuration(value), `${exact(value)} ms`] : [`${exact(value / 1000)} s`];
    case 'percent':
      return value > 0 ? [`1 of ${exact(Math.round(1 / value))}`] : ['none'];
  }
}

/** Units of 1024, where they differ by more than rounding. */
function binary(bytes: number): readonly string[] {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return power === 0 ? [] : [`${exact(bytes / 1024 ** power)} ${['', 'KiB', 'MiB', 'GiB'][power]}`];
}

function comparison({ kind, value }: Quantity): string {
  switch (kind) {
    case 'size':
      return `Takes ${rates.map((rateBps) => `${sending(value, rateBps)} at ${formatRate(rateBps)}`).join(', ')}.`;
    case 'rate':
      return `A song of 4 MB takes ${sending(4e6, value)}, a film of 2 GB ${sending(2e9, value)}.`;
    case 'duration':
      return value > 0 && value <= 200 ? `Light in a cable gets about ${exact(value * 200)} km far in that time.` : '';
    case 'percent':
      return 'So many messages get lost on the way.';
  }
}

const rates = [1e6, 100e6, 1e9];

function sending(sizeBytes: number, rateBps: number): string {
  return formatDuration((sizeBytes * 8000) / rateBps);
}

/** `4,000,000`, `3.81`, `0.002`. */
function exact(amount: number): string {
  return amount.toLocaleString('en', { maximumSignificantDigits: amount < 1000 ? 3 : 15 });
}
