/**
 * The steps of a recording: columns of numbers with a few shared objects, of which a step is made when somebody looks at
 * it. So a million steps take some 50 MB, and can be handed from one thread to another. Reads like an array, without `[]`.
 */
import type { Change, TraceKind, TraceStep } from './trace';

/** What a message says; many steps may share it. */
export interface StepContent {
  readonly kind: TraceKind;
  readonly line: number;
  readonly verb?: string | undefined;
  readonly service?: string | undefined;
  readonly resource?: string | undefined;
  readonly text?: string | undefined;
  readonly sizeBytes?: number | undefined;
}

/** What only some steps have. */
export interface StepDetail {
  readonly why?: string | undefined;
  readonly answer?: readonly string[] | undefined;
  readonly stale?: readonly string[] | undefined;
  readonly changes?: readonly Change[] | undefined;
  /** Where it is not what the ends and the way between them say. */
  readonly path?: readonly string[] | undefined;
}

/** Plain data. All columns have one entry a step; a node is a place in `names`, -1 is nobody, nothing, or none. */
export interface StepColumns {
  /** Of all nodes, in declaration order. */
  readonly names: readonly string[];
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly cause: Int32Array;
  /** Places in `contents`. */
  readonly content: Int32Array;
  readonly contents: readonly StepContent[];
  /** Places in `ways`: the devices on the way that it took; -1 where it did not even set out. */
  readonly way: Int32Array;
  readonly ways: readonly (readonly string[])[];
  /** A piece of a resource, or the TTL of a query. */
  readonly count: Int32Array;
  readonly flags: Uint8Array;
  readonly details: ReadonlyMap<number, StepDetail>;
}

/** In `StepColumns.flags`. */
export const stepFlags = { failed: 1, clientSends: 2, serverSends: 4, arrived: 8 } as const;

/** So many steps are kept once they have been made: what is run while somebody types is looked at again and again. */
const keptAtMost = 20_000;

const blockLength = 1024;

export class StepList implements Iterable<TraceStep> {
  readonly columns: StepColumns;
  readonly #made: TraceStep[] = [];
  #blockEnds: Float64Array | undefined;

  constructor(columns: StepColumns) {
    this.columns = columns;
  }

  get length(): number {
    return this.columns.startMs.length;
  }

  at(index: number): TraceStep | undefined {
    if (!(index >= 0 && index < this.length)) return undefined;
    if (this.length > keptAtMost) return stepAt(this.columns, index);
    const known = this.#made[index] ?? stepAt(this.columns, index);
    this.#made[index] = known;
    return known;
  }

  *[Symbol.iterator](): Iterator<TraceStep> {
    for (let index = 0; index < this.length; index += 1) yield this.#get(index);
  }

  slice(start = 0, end = this.length): TraceStep[] {
    const steps: TraceStep[] = [];
    for (let index = Math.max(0, start); index < Math.min(end, this.length); index += 1) steps.push(this.#get(index));
    return steps;
  }

  map<T>(make: (step: TraceStep, index: number) => T): T[] {
    const made: T[] = [];
    for (let index = 0; index < this.length; index += 1) made.push(make(this.#get(index), index));
    return made;
  }

  flatMap<T>(make: (step: TraceStep) => readonly T[]): T[] {
    const made: T[] = [];
    for (let index = 0; index < this.length; index += 1) for (const each of make(this.#get(index))) made.push(each);
    return made;
  }

  filter(test: (step: TraceStep) => unknown): TraceStep[] {
    const steps: TraceStep[] = [];
    for (let index = 0; index < this.length; index += 1) {
      const step = this.#get(index);
      if (test(step)) steps.push(step);
    }
    return steps;
  }

  find(test: (step: TraceStep) => unknown): TraceStep | undefined {
    for (let index = 0; index < this.length; index += 1) {
      const step = this.#get(index);
      if (test(step)) return step;
    }
    return undefined;
  }

  some(test: (step: TraceStep) => unknown): boolean {
    return this.find(test) !== undefined;
  }

  every(test: (step: TraceStep) => unknown): boolean {
    return !this.some((step) => !test(step));
  }

  /** The last one before a position that passes the test. */
  findLast(test: (step: TraceStep) => unknown, position = this.length): TraceStep | undefined {
    for (let index = Math.min(position, this.length) - 1; index >= 0; index -= 1) {
      const step = this.#get(index);
      if (test(step)) return step;
    }
    return undefined;
  }

  /** The last step of this kind before a position. */
  latest(kind: TraceKind, position: number): TraceStep | undefined {
    const { content, contents } = this.columns;
    let index = Math.min(position, this.length) - 1;
    while (index >= 0 && contents[at(content, index)]?.kind !== kind) index -= 1;
    return this.at(index);
  }

  /** Other messages on their way when this one sets out, in the order of the run: how many, and the first of them. */
  underWayWith(index: number, limit: number): { readonly count: number; readonly first: readonly TraceStep[] } {
    const { startMs, endMs, from, to } = this.columns;
    const nowMs = at(startMs, index);
    const first: TraceStep[] = [];
    let count = 0;
    for (let other = 0; other < this.length && at(startMs, other) <= nowMs; other += 1) {
      if (other % blockLength === 0 && at(this.#latestEnds(), other / blockLength) <= nowMs) {
        other += blockLength - 1;
        continue;
      }
      if (at(endMs, other) <= nowMs || other === index || at(to, other) < 0 || at(to, other) === at(from, other))
        continue;
      if (!wasSent(this.columns, other)) continue;
      count += 1;
      if (first.length < limit) first.push(this.#get(other));
    }
    return { count, first };
  }

  /** Until when a message of each block of steps is under way: a whole block that has ended need not be looked at. */
  #latestEnds(): Float64Array {
    const { endMs } = this.columns;
    if (this.#blockEnds) return this.#blockEnds;
    const ends = new Float64Array(Math.ceil(endMs.length / blockLength));
    for (let index = 0; index < endMs.length; index += 1) {
      const block = Math.floor(index / blockLength);
      ends[block] = Math.max(at(ends, block), at(endMs, index));
    }
    this.#blockEnds = ends;
    return ends;
  }

  #get(index: number): TraceStep {
    return this.at(index) as TraceStep;
  }
}

function stepAt(columns: StepColumns, index: number): TraceStep {
  const { names, flags, count, details, contents } = columns;
  const { kind, line, verb, service, resource, text, sizeBytes } = contents[at(columns.content, index)] as StepContent;
  const flag = at(flags, index);
  const [from, to] = [names[at(columns.from, index)], names[at(columns.to, index)]];
  const number = at(count, index);
  const cause = at(columns.cause, index);
  const detail = details.get(index);
  const isQuery = kind === 'query';
  return {
    index,
    startMs: at(columns.startMs, index),
    endMs: at(columns.endMs, index),
    kind,
    from,
    to,
    client: clientOf(flag, from, to),
    server: clientOf(flag, to, from),
    path: detail?.path ?? (flag & stepFlags.arrived ? pathOf(columns.ways[at(columns.way, index)], from, to) : nowhere),
    service,
    verb,
    resource,
    text,
    sizeBytes,
    piece: number < 0 || isQuery ? undefined : number,
    ttl: number < 0 || !isQuery ? undefined : number,
    line,
    cause: cause < 0 ? undefined : cause,
    outcome: flag & stepFlags.failed ? 'failed' : 'ok',
    why: detail?.why,
    answer: detail?.answer,
    stale: detail?.stale ?? [],
    changes: changesAt(columns, index),
  };
}

/** What a piece changes is not recorded: it follows from its arrival. */
export function changesAt(columns: StepColumns, index: number): readonly Change[] {
  const recorded = columns.details.get(index)?.changes ?? [];
  const piece = at(columns.count, index);
  const content = columns.contents[at(columns.content, index)];
  if (piece < 0 || content?.kind !== 'piece' || content.resource === undefined || !hasArrived(columns, index))
    return recorded;
  const host = columns.names[at(columns.to, index)] ?? '';
  return [{ kind: 'piece', host, resource: content.resource, piece }, ...recorded];
}

/** It got to the other end. */
export function hasArrived(columns: StepColumns, index: number): boolean {
  return (at(columns.flags, index) & stepFlags.arrived) !== 0;
}

/** Something went out, even if it did not arrive. */
export function wasSent(columns: StepColumns, index: number): boolean {
  return hasArrived(columns, index) || (columns.details.get(index)?.path?.length ?? 0) > 0;
}

function clientOf(flag: number, sender: string | undefined, receiver: string | undefined): string | undefined {
  if (flag & stepFlags.clientSends) return sender;
  return flag & stepFlags.serverSends ? receiver : undefined;
}

const nowhere: readonly string[] = [];

function pathOf(way: readonly string[] = nowhere, from: string | undefined, to: string | undefined): readonly string[] {
  if (from === undefined) return nowhere;
  return to === undefined || to === from ? [from, ...way] : [from, ...way, to];
}

function at(values: Float64Array | Int32Array | Uint8Array, index: number): number {
  return values[index] as number;
}
