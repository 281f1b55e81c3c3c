/** The figures as a table, each beside what it must stay below. Falling short is said, and is no failure. */

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '%' | 'fps' | 'times';
  /** To stay below. */
  readonly goal?: number;
  /** To reach. */
  readonly atLeast?: number;
}

const widths = { what: 66, value: 12, goal: 12 };

export function printHead(): void {
  console.log(`${'figure'.padEnd(widths.what)}${'measured'.padStart(widths.value)}${'goal'.padStart(widths.goal)}`);
}

export function print({ what, value, unit, goal, atLeast }: Figure): void {
  const measured = `${rounded(value)} ${unit}`.padStart(widths.value);
  const limit = goal === undefined ? (atLeast === undefined ? '' : `≥ ${atLeast} ${unit}`) : `< ${goal} ${unit}`;
  console.log(
    `${what.padEnd(widths.what)}${measured}${limit.padStart(widths.goal)}${verdict(value, unit, goal, atLeast)}`,
  );
}

function verdict(value: number, unit: string, goal: number | undefined, atLeast: number | undefined): string {
  if (goal === undefined && atLeast === undefined) return '';
  const short = goal === undefined ? (atLeast ?? 0) - value : value - goal;
  const isReached = goal === undefined ? short <= tolerance * (atLeast ?? 0) : short < 0;
  return isReached ? '  reached' : `  short of it by ${rounded(short)} ${unit}`;
}

/** A screen's 60 frames a second are 59.9 by the clock. */
const tolerance = 0.01;

function rounded(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1);
}
