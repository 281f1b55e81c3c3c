/**
 * Writes the trace while the run goes on. A step is begun when its message is sent and completed when it has arrived or
 * is given up, so the steps are in the order of their starts and a cause always comes before its effect. While it is being
 * written a step is a number: its place in the trace.
 */
import type { Node, Topology } from '../language/topology';
import type { Budget } from './budget';
import { float64Column, int32Column, uint8Column } from './columns';
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
}

export type FoundFact = Omit<Finding, 'handled'>;

export interface Recorder {
  /** How many steps have been begun. */
  readonly count: number;
  /** A content that many steps share is handed in again and again. */
  begin(content: StepContent, ends: StepEnds): number;
  change(step: number, change: Change): void;
  /** What only some steps have; added to what is known of the step. */
  detail(step: number, detail: Omit<StepDetail, 'changes'>): void;
  /** Ends the step now: the message has passed these devices and reached its other end. */
  arrive(step: number, way: readonly string[]): void;
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
  const startMs = float64Column();
  const endMs = float64Column();
  const from = int32Column();
  const to = int32Column();
  const cause = int32Column();
  const contentOf = int32Column();
  const wayOf = int32Column();
  const counts = int32Column();
  const flags = uint8Column();
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
      budget.spendStep();
      startMs.push(engine.nowMs);
      endMs.push(Number.POSITIVE_INFINITY);
      from.push(ends.from?.index ?? -1);
      to.push(ends.to?.index ?? -1);
      cause.push(ends.cause ?? -1);
      contentOf.push(contents.placeOf(content));
      wayOf.push(-1);
      counts.push(ends.count ?? -1);
      flags.push(senderFlag(ends));
      return count++;
    },
    change(step, change) {
      world.apply(change);
      const known = details.get(step);
      details.set(step, { ...known, changes: [...(known?.changes ?? []), change] });
    },
    detail(step, detail) {
      details.set(step, { ...details.get(step), ...detail });
    },
    arrive(step, way) {
      endMs.values[step] = engine.nowMs;
      wayOf.values[step] = ways.placeOf(way);
      meter.count(contentAt(step), from.values[step] ?? -1, to.values[step] ?? -1, isFailed(step) ? 'refused' : 'ok');
    },
    fail(step, why, path) {
      endMs.values[step] = engine.nowMs;
      markFailed(step, why);
      details.set(step, { ...details.get(step), path });
      if (path.length > 0) meter.count(contentAt(step), from.values[step] ?? -1, to.values[step] ?? -1, 'lost');
    },
    markFailed,
    find(fact, handling) {
      facts.push({ fact, handling });
    },
    finish(timeMs) {
      for (let step = 0; step < count; step += 1) if (!((endMs.values[step] ?? 0) <= timeMs)) stopShort(step, timeMs);
      const steps = new StepList({
        names: namesOf(topology),
        startMs: startMs.finish(),
        endMs: endMs.finish(),
        from: from.finish(),
        to: to.finish(),
        cause: cause.finish(),
        content: contentOf.finish(),
        contents: contents.items,
        way: wayOf.finish(),
        ways: ways.items,
        count: counts.finish(),
        flags: flags.finish(),
        details,
      });
      const findings = facts.map(({ fact, handling }) => ({ ...fact, handled: isHandled(handling) }));
      return { steps, metrics: meter.metrics(), findings };
    },
  };

  function contentAt(step: number): StepContent {
    return contents.items[contentOf.values[step] ?? 0] as StepContent;
  }

  function isFailed(step: number): boolean {
    return ((flags.values[step] ?? 0) & stepFlags.failed) !== 0;
  }

  function markFailed(step: number, why: string): void {
    flags.values[step] = (flags.values[step] ?? 0) | stepFlags.failed;
    details.set(step, { ...details.get(step), why });
  }

  function stopShort(step: number, timeMs: number): void {
    endMs.values[step] = timeMs;
    markFailed(step, 'It was still under way when the run was stopped.');
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

function senderFlag({ from, to, client }: StepEnds): number {
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
  for (let at = handling; at; at = at.outer) if (at.isNeeded) return true;
  return false;
}
