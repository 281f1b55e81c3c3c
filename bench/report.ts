/** The figures as a table, each beside what it must stay below. Falling short is said, and is no failure. */

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '%';
  /** To stay below. */
  readonly goal?: number;
}

const widths = { what: 66, value: 12, goal: 12 };

export function printHead(): void {
  console.log(`${'figure'.padEnd(widths.what)}${'measured'.padStart(widths.value)}${'goal'.padStart(widths.goal)}`);
}

export function print({ what, value, unit, goal }: Figure): void {
  const measured = `${rounded(value)} ${unit}`.padStart(widths.value);
  const wanted = (goal === undefined ? '' : `< ${goal} ${unit}`).padStart(widths.goal);
  const verdict =
    goal === undefined ? '' : value < goal ? '  reached' : `  short of it by ${rounded(value - goal)} ${unit}`;
  console.log(`${what.padEnd(widths.what)}${measured}${wanted}${verdict}`);
}

function rounded(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
