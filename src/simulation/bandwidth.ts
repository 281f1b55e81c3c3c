/**
 * Transfers under way, each at its fair rate. The rates are worked out again once for every instant at which a transfer
 * starts or ends; between two such instants nothing needs to be done.
 */
import type { Budget } from './budget';
import type { Engine } from './engine';
import { maxMinRates } from './fairness';

export interface Transfer {
  readonly uses: readonly number[];
  readonly resume: () => void;
  remainingBits: number;
  bitsPerMs: number;
  /** Since when it has had this rate, and when it will be done at this rate. */
  sinceMs: number;
  endMs: number;
}

export interface Bandwidth {
  /** `resume` is called when the last bit has passed, or when the transfer is stopped. */
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
  const active = new Set<Transfer>();
  let isDirty = false;
  let version = 0;
  return { start, stop };

  function start(uses: readonly number[], sizeBytes: number, resume: () => void): Transfer {
    const transfer: Transfer = {
      uses,
      resume,
      remainingBits: sizeBytes * 8,
      bitsPerMs: 0,
      sinceMs: engine.nowMs,
      endMs: Number.POSITIVE_INFINITY,
    };
    active.add(transfer);
    shareAgain();
    return transfer;
  }

  function stop(transfer: Transfer): void {
    if (!active.delete(transfer)) return;
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
    const transfers = [...active];
    budget.spendWork(transfers.reduce((work, transfer) => work + transfer.uses.length, transfers.length));
    const rates = maxMinRates(
      transfers.map((transfer) => transfer.uses),
      (resource) => capacityBpsOf(resource) / 1000,
    );
    transfers.forEach((transfer, place) => {
      setRate(transfer, rates[place] ?? Number.POSITIVE_INFINITY);
    });
    awaitNextEnd(transfers);
  }

  /** A rate that stays the same keeps its end, so that no rounding piles up. */
  function setRate(transfer: Transfer, bitsPerMs: number): void {
    if (transfer.bitsPerMs === bitsPerMs) return;
    transfer.remainingBits -= transfer.bitsPerMs * (engine.nowMs - transfer.sinceMs);
    transfer.sinceMs = engine.nowMs;
    transfer.bitsPerMs = bitsPerMs;
    transfer.endMs = engine.nowMs + Math.max(0, transfer.remainingBits) / bitsPerMs;
  }

  function awaitNextEnd(transfers: readonly Transfer[]): void {
    const endMs = transfers.reduce(
      (earliest, transfer) => Math.min(earliest, transfer.endMs),
      Number.POSITIVE_INFINITY,
    );
    version += 1;
    const awaited = version;
    if (transfers.length > 0) engine.at(endMs, () => awaited === version && finishUntil(engine.nowMs + sameInstantMs));
  }

  function finishUntil(timeMs: number): void {
    budget.spendWork(active.size);
    for (const transfer of active) if (transfer.endMs <= timeMs) stop(transfer);
  }
}
