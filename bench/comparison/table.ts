/** The figures as a table that can be pasted into a document; a ratio says how many times the first column it is. */

export type Unit = 'ms' | 'kB' | '%';

export function printHead(names: readonly string[]): void {
  const [first = '', ...others] = names;
  console.log(`| | ${[first, ...others.flatMap((name) => [name, 'ratio'])].join(' | ')} |`);
  console.log(`|---|${'---:|'.repeat(1 + 2 * others.length)}`);
}

export function printRow(what: string, unit: Unit, values: readonly (number | undefined)[]): void {
  const [first, ...others] = values;
  const cells = others.flatMap((value) => [shown(value, unit), ratio(value, first)]);
  console.log(`| ${[what, shown(first, unit), ...cells].join(' | ')} |`);
}

function shown(value: number | undefined, unit: Unit): string {
  if (value === undefined) return '–';
  return `${value < 0.1 ? value.toPrecision(1) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
}

function ratio(value: number | undefined, first: number | undefined): string {
  if (value === undefined || !first) return '–';
  const times = value / first;
  return `${times.toFixed(times < 10 ? (times < 1 ? 2 : 1) : 0)}×`;
}
