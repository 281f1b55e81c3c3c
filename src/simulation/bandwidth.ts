/**
 * Transfers under way, each at its fair rate, and when each will be done. What a start or an end changes is worked out once
 * for the instant at which it happens; between two such instants nothing needs to be done.
 */
import type { Budget } from './budget';
import type { Engine } from './engine';
import { createFairness } from './fairness';
import { createHeap } from './heap';

export interface Transfer {
  readonly resume: () => void;
  /** Its number among those that share; another transfer gets it when this one is done. */
  readonly sharer: number;
  /** Its place among all that were ever started. */
  readonly order: number;
  isDone: boolean;
  bitsPerMs: number;
  /** Since when it has had this rate, and what was left then. */
  sinceMs: number;
  remainingBits: number;
}

export interface Bandwidth {
  /** `resume` is called when the last bit has passed, or when the transfer is stopped. `uses` are different resources. */
  start(uses: readonly number[], sizeBytes: number, resume: () => void): Transfer;
  stop(transfer: Transfer): void;
}

/** Ends that lie closer together than this are one instant: a picosecond, far below what any file can express. */
const sameInstantMs = 1e-9;

export function createBandwidth(
  engine: Engine,
  budget: Budget,
  capacityBpsOf: (resource: number) => number,
): Bandwidth {
  const fairness = createFairness((resource) => capacityBpsOf(resource) / 1000, budget.spendWork);
  /** The transfers under way and their ends, by the numbers of the sharers. */
  const active: (Transfer | undefined)[] = [];
  const ends = createHeap();
  let startedCount = 0;
  let isDirty = false;
  let awaitedMs = Number.POSITIVE_INFINITY;
  return { start, stop };

  function start(uses: readonly number[], sizeBytes: number, resume: () => void): Transfer {
    const transfer: Transfer = {
      resume,
      sharer: fairness.join(uses),
      order: startedCount++,
      isDone: false,
      bitsPerMs: 0,
      sinceMs: engine.nowMs,
      remainingBits: sizeBytes * 8,
    };
    active[transfer.sharer] = transfer;
    shareAgain();
    return transfer;
  }

  function stop(transfer: Transfer): void {
    if (transfer.isDone) return;
    transfer.isDone = true;
    active[transfer.sharer] = undefined;
    ends.remove(transfer.sharer);
    fairness.leave(transfer.sharer);
    engine.after(0, transfer.resume);
    shareAgain();
  }

  function shareAgain(): void {
    if (isDirty) return;
    isDirty = true;
    engine.after(0, share);
  }

  function share(): void {
    isDirty = false;
    fairness.share(setRate);
    awaitNextEnd();
  }

  /** Called for a rate that changes alone: what stays the same keeps its end, so that no rounding piles up. */
  function setRate(sharer: number, bitsPerMs: number): void {
    const transfer = active[sharer];
    if (!transfer) return;
    const { nowMs } = engine;
    budget.spendWork(1);
    transfer.remainingBits = Math.max(0, transfer.remainingBits - transfer.bitsPerMs * (nowMs - transfer.sinceMs));
    transfer.sinceMs = nowMs;
    transfer.bitsPerMs = bitsPerMs;
    ends.put(sharer, nowMs + (transfer.remainingBits > 0 ? transfer.remainingBits / bitsPerMs : 0));
  }

  /** An awaited end that was put off is waited for all the same; what comes then is looked up again. */
  function awaitNextEnd(): void {
    const endMs = ends.firstKey();
    if (endMs >= awaitedMs || endMs === Number.POSITIVE_INFINITY) return;
    awaitedMs = endMs;
    engine.at(endMs, () => {
      if (awaitedMs !== endMs) return;
      awaitedMs = Number.POSITIVE_INFINITY;
      finishUntil(engine.nowMs + sameInstantMs);
      awaitNextEnd();
    });
  }

  function finishUntil(timeMs: number): void {
    const done: Transfer[] = [];
    while (ends.firstKey() <= timeMs) {
      const transfer = active[ends.pop() ?? 0];
      if (transfer) done.push(transfer);
    }
    budget.spendWork(done.length);
    for (const transfer of done.sort((a, b) => a.order - b.order)) stop(transfer);
  }
}
