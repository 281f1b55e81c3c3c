/**
 * To which search each query of a flood belongs, and whether its receiver had it already: a query that is passed on says
 * neither. All queries of one search share what they say. Worked out once for each trace, in one pass over its columns.
 */
import { hasArrived, type StepColumns } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';

export interface Queries {
  /** Who searches. */
  origin(step: number): string | undefined;
  /** The receiver had this very query before, from somebody else or because it is its own. */
  isRepeated(step: number): boolean;
}

const known = new WeakMap<Trace, Queries>();

export function queriesIn(trace: Trace): Queries {
  const queries = known.get(trace) ?? read(trace.steps.columns);
  known.set(trace, queries);
  return queries;
}

function read(columns: StepColumns): Queries {
  const { contents, content, from, names } = columns;
  const isQuery = contents.map(({ kind, verb }) => kind === 'query' && verb === 'query');
  const originOf = new Int32Array(contents.length).fill(-1);
  const arrivals = firstArrivals(columns);
  const repeated = new Uint8Array(content.length);
  for (let step = 0; step < content.length; step += 1) {
    const search = content[step] ?? 0;
    if (!isQuery[search]) continue;
    if (originOf[search] === -1) originOf[search] = from[step] ?? -1;
    if (!hasArrived(columns, step)) continue;
    const later = arrivals.add(step, originOf[search] ?? -1);
    if (later !== undefined) repeated[later] = 1;
  }
  return {
    origin: (step) => names[originOf[content[step] ?? -1] ?? -1],
    isRepeated: (step) => repeated[step] === 1,
  };
}

/** `add` tells which of two messages came later with what the receiver had already: this one, or one that set out before. */
function firstArrivals({ content, to, endMs, names }: StepColumns) {
  const first = new Map<number, number>();
  return { add };

  function add(step: number, origin: number): number | undefined {
    const receiver = to[step] ?? -1;
    if (receiver === origin) return step;
    const key = (content[step] ?? 0) * names.length + receiver;
    const before = first.get(key);
    const isEarlier = before === undefined || (endMs[step] ?? 0) < (endMs[before] ?? 0);
    if (isEarlier) first.set(key, step);
    return isEarlier ? before : step;
  }
}
