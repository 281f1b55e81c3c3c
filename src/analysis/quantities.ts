/** Durations and sizes as the language writes them, rounded to what a reader can use. */

export function duration(timeMs: number): string {
  if (timeMs < 1 && timeMs > 0) return `${rounded(timeMs * 1000)} us`;
  if (timeMs < 1000) return `${rounded(timeMs)} ms`;
  if (timeMs < 120_000) return `${rounded(timeMs / 1000)} s`;
  return timeMs < 7_200_000 ? `${rounded(timeMs / 60_000)} min` : `${rounded(timeMs / 3_600_000)} h`;
}

export function size(bytes: number): string {
  let amount = bytes;
  for (const unit of ['B', 'kB', 'MB', 'GB']) {
    if (amount < 1000) return `${rounded(amount)} ${unit}`;
    amount /= 1000;
  }
  return `${rounded(amount)} TB`;
}

function rounded(amount: number): string {
  return String(Number(amount.toPrecision(4)));
}
