/** Numbers with units, as the language writes them: sizes in bytes, rates in bits per second, durations in milliseconds. */

export type QuantityKind = 'size' | 'rate' | 'duration' | 'percent';

export interface Quantity {
  readonly kind: QuantityKind;
  /** Bytes, bits per second, milliseconds, or 0 … 1. */
  readonly value: number;
}

interface Unit {
  readonly kind: QuantityKind;
  readonly factor: number;
}

/** In the order in which a message lists them. */
export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['B', { kind: 'size', factor: 1 }],
  ['kB', { kind: 'size', factor: 1e3 }],
  ['MB', { kind: 'size', factor: 1e6 }],
  ['GB', { kind: 'size', factor: 1e9 }],
  ['TB', { kind: 'size', factor: 1e12 }],
  ['KiB', { kind: 'size', factor: 1024 }],
  ['MiB', { kind: 'size', factor: 1024 ** 2 }],
  ['GiB', { kind: 'size', factor: 1024 ** 3 }],
  ['bps', { kind: 'rate', factor: 1 }],
  ['kbps', { kind: 'rate', factor: 1e3 }],
  ['Mbps', { kind: 'rate', factor: 1e6 }],
  ['Gbps', { kind: 'rate', factor: 1e9 }],
  ['us', { kind: 'duration', factor: 1e-3 }],
  ['ms', { kind: 'duration', factor: 1 }],
  ['s', { kind: 'duration', factor: 1e3 }],
  ['min', { kind: 'duration', factor: 60e3 }],
  ['h', { kind: 'duration', factor: 3600e3 }],
  ['%', { kind: 'percent', factor: 0.01 }],
]);

/** What a reader would call it, with an example to follow. */
export const quantityWords: Readonly<Record<QuantityKind, { readonly noun: string; readonly example: string }>> = {
  size: { noun: 'a size', example: '4MB' },
  rate: { noun: 'a rate', example: '100Mbps' },
  duration: { noun: 'a duration', example: '20ms' },
  percent: { noun: 'a percentage', example: '1%' },
};

const shape = /^(-?\d+(?:\.\d+)?)(.+)$/u;

/** The number and the unit as written: `4mb` gives `4` and `mb`. */
function splitQuantity(text: string): { readonly number: string; readonly unit: string } | undefined {
  const match = shape.exec(text);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { number: match[1], unit: match[2] };
}

/** Far beyond any network, and small enough that sums and products of quantities stay numbers. */
export const largestNumber = 1e12;

/** `undefined` if the unit is not one of the language's, or the number is negative or too large. */
export function parseQuantity(text: string): Quantity | undefined {
  const parts = splitQuantity(text);
  const unit = parts && units.get(parts.unit);
  if (!parts || !unit) return undefined;
  const number = Number(parts.number);
  return number >= 0 && number <= largestNumber ? { kind: unit.kind, value: number * unit.factor } : undefined;
}

/** Units of a kind that differ from what was written in case alone, or the usual misspellings. */
export function unitLike(written: string, kind: QuantityKind): string | undefined {
  const wanted = written.replace(/\/s(?:ec)?$/, 'ps').toLowerCase();
  for (const [name, unit] of units) {
    if (unit.kind === kind && name.toLowerCase() === wanted) return name;
  }
  return misspelt[kind].get(wanted);
}

const misspelt: Readonly<Record<QuantityKind, ReadonlyMap<string, string>>> = {
  size: new Map([
    ['k', 'kB'],
    ['m', 'MB'],
    ['g', 'GB'],
    ['byte', 'B'],
    ['bytes', 'B'],
    ['mo', 'MB'],
  ]),
  rate: new Map([
    ['kbit', 'kbps'],
    ['mbit', 'Mbps'],
    ['gbit', 'Gbps'],
    ['kbitps', 'kbps'],
    ['mbitps', 'Mbps'],
    ['gbitps', 'Gbps'],
    ['mbits', 'Mbps'],
    ['kb', 'kbps'],
    ['mb', 'Mbps'],
    ['gb', 'Gbps'],
    ['k', 'kbps'],
    ['m', 'Mbps'],
    ['g', 'Gbps'],
  ]),
  duration: new Map([
    ['sec', 's'],
    ['msec', 'ms'],
    ['seconds', 's'],
    ['second', 's'],
    ['m', 'min'],
    ['hour', 'h'],
    ['hours', 'h'],
    ['\u00b5s', 'us'],
    ['\u03bcs', 'us'],
    ['mins', 'min'],
    ['minute', 'min'],
    ['minutes', 'min'],
    ['millis', 'ms'],
    ['milliseconds', 'ms'],
  ]),
  percent: new Map(),
};
