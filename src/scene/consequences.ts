/** Which steps led to others: an announcement that nobody reacts to is told as such. One pass for each trace, when asked. */
import type { Trace } from '../simulation/trace';

const known = new WeakMap<Trace, Uint8Array>();

export function leadsOn(trace: Trace, step: number): boolean {
  const leading = known.get(trace) ?? read(trace);
  known.set(trace, leading);
  return leading[step] === 1;
}

function read({ steps: { columns } }: Trace): Uint8Array {
  const leading = new Uint8Array(columns.cause.length);
  for (const cause of columns.cause) if (cause >= 0) leading[cause] = 1;
  return leading;
}
