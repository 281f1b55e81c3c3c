/**
 * Max-min fair sharing (Bertsekas and Gallager, Data Networks, section 6.5.2), kept up to date while sharers come and go:
 * only what a change reaches is worked out again. Pure arithmetic: it knows nothing of time, hosts or links.
 *
 * Each resource has a level: no sharer gets more of it than that, and it is infinite where the resource could give
 * everybody what they can use. A sharer's rate is the lowest level of its resources, and its limit at one of them the lowest
 * level of the others (as in Charny, Clark and Jain, Congestion Control with Explicit Rate Indication, ICC 1995). A level
 * follows from the limits below it alone. So after a change the levels that it reaches are forgotten, and found again from
 * the lowest upwards, as progressive filling would: each is forgotten and found at most once.
 */
import { createHeap } from './heap';
import { createSharingTable, none } from './sharing-table';

export interface Fairness {
  /** `uses` are different resources, small whole numbers. The sharer's number; numbers of those who left are given again. */
  join(uses: readonly number[]): number;
  leave(sharer: number): void;
  /**
   * Finds the rates after all who came and went since, in the unit of the capacities, and tells of those who came and of
   * each rate that changes. It is infinite where nothing of finite capacity is used.
   */
  share(onRate: (sharer: number, rate: number) => void): void;
}

/** What differs by less than this part of it is the same: rounding must not set off changes. */
const tolerance = 1e-12;

/** Up to this part of its capacity a resource is not full, however its load was rounded. */
const almostFull = 1 - 1e-9;

const unlimited = Number.POSITIVE_INFINITY;
const unknown = -2;

export function createFairness(capacityOf: (resource: number) => number, spendWork: (units: number) => void): Fairness {
  const table = createSharingTable();
  const { resourceOf, sharerOf, nextRow, firstRow, sharerCount } = table;
  /** Those of finite capacity are numbered here anew; `none` stands for the others. */
  const numbers: number[] = [];
  const capacity: number[] = [];
  const level: number[] = [];
  /** The levels when the last sharing was done. */
  const levelBefore: number[] = [];
  // Of a resource without a level: what those take who are limited elsewhere, how many are not, and how often this changed.
  const load: number[] = [];
  const unlimitedCount: number[] = [];
  const loadChanges: number[] = [];
  const rates: number[] = [];
  const joined: number[] = [];
  /** Resources to which somebody came or from which somebody went, each once. */
  const touched: number[] = [];
  const isTouched: boolean[] = [];
  const toForget: number[] = [];
  const changed: number[] = [];
  /** Resources without a level that may turn out to be full, by the lowest level that they can have. */
  const open = createHeap();
  /** Up to here all levels are found. */
  let floor = 0;
  return { join, leave, share };

  function join(uses: readonly number[]): number {
    const resources: number[] = [];
    for (const id of uses) {
      const resource = numberOf(id);
      if (resource !== none) resources.push(resource);
    }
    const sharer = table.add(resources);
    rates[sharer] = 0;
    for (const resource of resources) {
      if (level[resource] === unlimited) admit(resource, limitAt(resource, sharer));
      touch(resource);
    }
    joined.push(sharer);
    return sharer;
  }

  function leave(sharer: number): void {
    for (let row = sharer; sharerOf[row] === sharer; row += 1) {
      const resource = resourceOf[row] as number;
      if (level[resource] === unlimited) dismiss(resource, limitAt(resource, sharer));
      touch(resource);
    }
    rates[sharer] = none;
    table.remove(sharer);
  }

  function touch(resource: number): void {
    if (isTouched[resource]) return;
    isTouched[resource] = true;
    touched.push(resource);
  }

  function share(onRate: (sharer: number, rate: number) => void): void {
    for (const resource of touched) if (level[resource] !== unlimited) adjustAlone(resource);
    for (const resource of touched) if (level[resource] === unlimited) tidy(resource);
    for (const resource of touched) isTouched[resource] = false;
    touched.length = 0;
    forgetAll();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      find(next);
      forgetAll();
    }
    floor = 0;
    for (const resource of changed) report(resource, onRate);
    changed.length = 0;
    for (const sharer of joined) tell(sharer, onRate);
    joined.length = 0;
  }

  function report(resource: number, onRate: (sharer: number, rate: number) => void): void {
    if (level[resource] === levelBefore[resource]) return;
    levelBefore[resource] = level[resource] as number;
    for (let row = firstRow[resource] as number; row !== none; row = nextRow[row] as number) {
      tell(sharerOf[row] as number, onRate);
    }
    spendWork(sharerCount[resource] as number);
  }

  function tell(sharer: number, onRate: (sharer: number, rate: number) => void): void {
    const before = rates[sharer] as number;
    const rate = limitAt(none, sharer);
    if (before === none || isSame(rate, before)) return;
    rates[sharer] = rate;
    onRate(sharer, rate);
  }

  /** Most often a change reaches no further than this: nobody else was held back, or is now. */
  function adjustAlone(resource: number): void {
    const found = levelOf(resource);
    if (isSame(found, level[resource] as number)) return;
    setLevel(resource, found);
    if (found === unlimited) sumUp(resource);
  }

  function tidy(resource: number): void {
    if ((loadChanges[resource] as number) > (sharerCount[resource] as number)) sumUp(resource);
    reopen(resource);
  }

  function forgetAll(): void {
    for (let resource = toForget.pop(); resource !== undefined; resource = toForget.pop()) {
      if (level[resource] === unlimited) continue;
      setLevel(resource, unlimited);
      sumUp(resource);
      reopen(resource);
    }
  }

  /** Gives the resource its level, unless it is not full at all, or others have to be found before. */
  function find(resource: number): void {
    if (isSpacious(resource)) return;
    const found = Math.max(levelOf(resource), floor);
    if (found === unlimited) return;
    if (found > open.firstKey()) open.put(resource, found);
    else {
      floor = found;
      const before = levelBefore[resource] as number;
      setLevel(resource, isSame(found, before) ? before : found);
    }
  }

  /** The level at which the resource is full, as far as the limits are known. */
  function levelOf(resource: number): number {
    const count = sharerCount[resource] as number;
    let found = Math.max(floor, (capacity[resource] as number) / count);
    for (;;) {
      spendWork(count);
      let left = capacity[resource] as number;
      let waiting = 0;
      let nearest = unlimited;
      for (let row = firstRow[resource] as number; row !== none; row = nextRow[row] as number) {
        const limit = limitAt(resource, sharerOf[row] as number);
        if (limit < found) left -= limit;
        else {
          waiting += 1;
          if (limit < nearest) nearest = limit;
        }
      }
      if (waiting === 0) return unlimited;
      found = left / waiting;
      if (found <= nearest) return found;
    }
  }

  /** A level is found or forgotten: everybody here may have another limit elsewhere. */
  function setLevel(resource: number, after: number): void {
    const before = level[resource] as number;
    level[resource] = after;
    changed.push(resource);
    spendWork(sharerCount[resource] as number);
    for (let row = firstRow[resource] as number; row !== none; row = nextRow[row] as number) {
      passOn(sharerOf[row] as number, resource, before, after);
    }
  }

  function passOn(sharer: number, resource: number, before: number, after: number): void {
    const limit = limitAt(resource, sharer);
    const limitBefore = Math.min(limit, before);
    const limitAfter = Math.min(limit, after);
    if (limitBefore === limitAfter) return;
    for (let row = sharer; sharerOf[row] === sharer; row += 1) {
      const other = resourceOf[row] as number;
      if (other !== resource) changeLimit(other, limitBefore, limitAfter);
    }
  }

  function changeLimit(resource: number, before: number, after: number): void {
    const own = level[resource] as number;
    if (own === unlimited) {
      dismiss(resource, before);
      admit(resource, after);
      reopen(resource);
    } else if (Math.min(before, after) < own * (1 - tolerance)) toForget.push(resource);
  }

  function admit(resource: number, limit: number): void {
    loadChanges[resource] = (loadChanges[resource] as number) + 1;
    if (limit === unlimited) unlimitedCount[resource] = (unlimitedCount[resource] as number) + 1;
    else load[resource] = (load[resource] as number) + limit;
  }

  function dismiss(resource: number, limit: number): void {
    if (limit === unlimited) unlimitedCount[resource] = (unlimitedCount[resource] as number) - 1;
    else load[resource] = (load[resource] as number) - limit;
  }

  /** What is added and subtracted again and again is rounded again and again; this is exact. */
  function sumUp(resource: number): void {
    load[resource] = 0;
    unlimitedCount[resource] = 0;
    for (let row = firstRow[resource] as number; row !== none; row = nextRow[row] as number) {
      admit(resource, limitAt(resource, sharerOf[row] as number));
    }
    loadChanges[resource] = 0;
  }

  function isSpacious(resource: number): boolean {
    return unlimitedCount[resource] === 0 && (load[resource] as number) <= (capacity[resource] as number) * almostFull;
  }

  function reopen(resource: number): void {
    if (isSpacious(resource)) return;
    const waiting = unlimitedCount[resource] as number;
    const lowest = waiting > 0 ? ((capacity[resource] as number) - (load[resource] as number)) / waiting : 0;
    const key = Math.max(floor, lowest);
    if (key < open.keyOf(resource)) open.put(resource, key);
  }

  /** The lowest level of all that the sharer uses besides this resource. */
  function limitAt(resource: number, sharer: number): number {
    let limit = unlimited;
    for (let row = sharer; sharerOf[row] === sharer; row += 1) {
      const other = resourceOf[row] as number;
      if (other !== resource && (level[other] as number) < limit) limit = level[other] as number;
    }
    return limit;
  }

  /** `none` where the capacity is infinite: who passes there is not held back. */
  function numberOf(id: number): number {
    while (numbers.length <= id) numbers.push(unknown);
    const known = numbers[id] as number;
    if (known !== unknown) return known;
    const capacityHere = capacityOf(id);
    const number = capacityHere === unlimited ? none : table.addResource();
    numbers[id] = number;
    if (number === none) return none;
    capacity.push(capacityHere);
    level.push(unlimited);
    levelBefore.push(unlimited);
    load.push(0);
    unlimitedCount.push(0);
    loadChanges.push(0);
    isTouched.push(false);
    return number;
  }
}

function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= tolerance * Math.min(a, b);
}
