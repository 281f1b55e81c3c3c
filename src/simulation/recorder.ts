/**
 * Writes the trace while the run goes on. A step is begun when its message is sent and completed when it has arrived or
 * is given up, so the steps are in the order of their starts and a cause always comes before its effect. While it is being
 * written a step is a number: its place in the trace.
 */
import type { Node, Topology } from '../language/topology';
import type { Budget } from './budget';
import { createColumns, finished, makeRoom } from './columns';
import type { Engine } from './engine';
import { createMeter } from './metrics';
import type { Draft } from './state';
import { type StepContent, type StepDetail, StepList, stepFlags } from './step-list';
import type { Change, Finding, HostMetrics } from './trace';

/** Between whom, and why: what two messages that say the same differ in. */
export interface StepEnds {
  readonly from?: Node | undefined;
  readonly to?: Node | undefined;
  /** The end that asks in the request that this message belongs to. */
  readonly client?: Node | undefined;
  readonly cause?: number | undefined;
  /** A piece of a resource, or the TTL of a query. */
  readonly count?: number | undefined;
}

/** An `otherwise` block that is waiting, or another second chance: it deals with the findings made under it. */
export interface Handling {
  readonly outer: Handling | undefined;
  isNeeded: boolean;
  /** Others who wait for the same: what is found is dealt with only where each of them has a way out. */
  readonly sharedWith?: readonly (Handling | undefined)[];
}

export type FoundFact = Omit<Finding, 'handled'>;

export interface Recorder {
  /** How many steps have been begun. */
  readonly count: number;
  /** A content that many steps share is handed in again and again. */
  begin(content: StepContent, ends: StepEnds): number;
  /** The same for what is sent by the million; -1 for no cause, or no number. */
  beginBetween(content: StepContent, from: Node, to: Node, client: Node, cause: number, number: number): number;
  /** The devices that its message passes on its way. */
  setOut(step: number, way: readonly string[]): void;
  /** Of a step that has been begun: places of its ends in `Topology.nodes`, its piece or TTL, when it began. */
  from(step: number): number;
  to(step: number): number;
  number(step: number): number;
  startMs(step: number): number;
  change(step: number, change: Change): void;
  /** What only some steps have; added to what is known of the step. */
  detail(step: number, detail: Omit<StepDetail, 'changes'>): void;
  /** Ends the step now: its message has reached the other end. */
  arrive(step: number): void;
  /** Ends the step now, without success; the path leads up to where it failed. */
  fail(step: number, why: string, path: readonly string[]): void;
  /** Marks a step as one that tells of a failure; it may still arrive. */
  markFailed(step: number, why: string): void;
  find(fact: FoundFact, handling: Handling | undefined): void;
  /** Steps that were still under way are closed at `endMs`. */
  finish(endMs: number): Recording;
}

export interface Recording {
  readonly steps: StepList;
  readonly metrics: readonly HostMetrics[];
  readonly findings: readonly Finding[];
}

export function createRecorder(topology: Topology, engine: Engine, budget: Budget, world: Draft): Recorder {
  const columns = createColumns();
  const contents = createTable<StepContent>();
  const ways = createTable<readonly string[]>();
  const details = new Map<number, StepDetail>();
  const facts: { readonly fact: FoundFact; readonly handling: Handling | undefined }[] = [];
  const meter = createMeter(topology);
  let count = 0;
  return {
    get count() {
      return count;
    },
    begin(content, ends) {
      const { from, to, client, cause = -1, count: number = -1 } = ends;
      return open(content, from?.index ?? -1, to?.index ?? -1, senderFlag(from, to, client), cause, number);
    },
    beginBetween: (content, from, to, client, cause, number) =>
      open(content, from.index, to.index, senderFlag(from, to, client), cause, number),
    setOut(step, way) {
      columns.way[step] = ways.placeOf(way);
    },
    from: (step) => columns.from[step] ?? -1,
    to: (step) => columns.to[step] ?? -1,
    number: (step) => columns.count[step] ?? -1,
    startMs: (step) => columns.startMs[step] ?? 0,
    change(step, change) {
      world.apply(change);
      const known = details.get(step);
      details.set(step, known ? { ...known, changes: [...(known.changes ?? []), change] } : { changes: [change] });
    },
    detail(step, detail) {
      details.set(step, { ...details.get(step), ...detail });
    },
    arrive(step) {
      columns.endMs[step] = engine.nowMs;
      columns.flags[step] = (columns.flags[step] ?? 0) | stepFlags.arrived;
      measure(step, isFailed(step) ? 'refused' : 'ok');
    },
    fail(step, why, path) {
      columns.endMs[step] = engine.nowMs;
      markFailed(step, why);
      details.set(step, { ...details.get(step), path });
      if (path.length > 0) measure(step, 'lost');
    },
    markFailed,
    find(fact, handling) {
      facts.push({ fact, handling });
    },
    finish(timeMs) {
      for (let step = 0; step < count; step += 1) if (!((columns.endMs[step] ?? 0) <= timeMs)) stopShort(step, timeMs);
      const tables = { names: namesOf(topology), contents: contents.items, ways: ways.items, details };
      const steps = new StepList({ ...tables, ...finished(columns, count) });
      const findings = facts.map(({ fact, handling }) => ({ ...fact, handled: isHandled(handling) }));
      return { steps, metrics: meter.metrics(), findings };
    },
  };

  function open(content: StepContent, from: number, to: number, flags: number, cause: number, number: number): number {
    budget.spendStep();
    makeRoom(columns, count);
    columns.startMs[count] = engine.nowMs;
    columns.endMs[count] = Number.POSITIVE_INFINITY;
    columns.from[count] = from;
    columns.to[count] = to;
    columns.cause[count] = cause;
    columns.content[count] = contents.placeOf(content);
    columns.way[count] = -1;
    columns.count[count] = number;
    columns.flags[count] = flags;
    return count++;
  }

  function measure(step: number, how: 'ok' | 'refused' | 'lost'): void {
    const content = contents.items[columns.content[step] ?? 0] as StepContent;
    meter.count(content, columns.from[step] ?? -1, columns.to[step] ?? -1, how);
  }

  function isFailed(step: number): boolean {
    return ((columns.flags[step] ?? 0) & stepFlags.failed) !== 0;
  }

  function markFailed(step: number, why: string): void {
    columns.flags[step] = (columns.flags[step] ?? 0) | stepFlags.failed;
    details.set(step, { ...details.get(step), why });
  }

  function stopShort(step: number, timeMs: number): void {
    columns.endMs[step] = timeMs;
    markFailed(step, 'the run ended while it was still under way.');
  }
}

/** Different things by place, in the order in which they first came. */
function createTable<T extends object>() {
  const items: T[] = [];
  const places = new Map<T, number>();
  // Most often the same comes again at once.
  let latest: T | undefined;
  let latestPlace = -1;
  return {
    items,
    placeOf(item: T): number {
      if (item === latest) return latestPlace;
      let place = places.get(item);
      if (place === undefined) {
        place = items.length;
        places.set(item, place);
        items.push(item);
      }
      latest = item;
      latestPlace = place;
      return place;
    },
  };
}

function senderFlag(from: Node | undefined, to: Node | undefined, client: Node | undefined): number {
  if (client === undefined) return 0;
  return client === from && client !== to ? stepFlags.clientSends : stepFlags.serverSends;
}

/** The same for every run of a file. */
const names = new WeakMap<Topology['nodes'], readonly string[]>();

function namesOf({ nodes }: Topology): readonly string[] {
  const known = names.get(nodes) ?? nodes.map(({ name }) => name);
  names.set(nodes, known);
  return known;
}

function isHandled(handling: Handling | undefined): boolean {
  for (let at = handling; at; at = at.outer) {
    if (at.isNeeded) return true;
    if (at.sharedWith) return isHandled(at.outer) && at.sharedWith.every(isHandled);
  }
  return false;
}
