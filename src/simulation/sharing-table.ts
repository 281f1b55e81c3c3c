/**
 * Who shares what: sharers and resources are small whole numbers, and every use of a resource by a sharer is a row. The rows of
 * a sharer stand side by side, those of a resource form a list in the order in which they came. It knows nothing of rates.
 * Columns of numbers instead of objects, since a large swarm looks at them tens of millions of times.
 */

export interface SharingTable {
  /** The new sharer's number is that of its first row; numbers of those who left are given again. */
  add(resources: readonly number[]): number;
  remove(sharer: number): void;
  addResource(): number;

  // By row.
  readonly resourceOf: readonly number[];
  /** The same number for all rows of a sharer, and another in the row behind them. */
  readonly sharerOf: readonly number[];
  /** The next row of the same resource, or `none`. */
  readonly nextRow: readonly number[];
  // By resource.
  readonly firstRow: readonly number[];
  readonly sharerCount: readonly number[];
}

export const none = -1;

export function createSharingTable(): SharingTable {
  const resourceOf: number[] = [];
  const sharerOf: number[] = [];
  const nextRow: number[] = [];
  const rowBefore: number[] = [];
  const firstRow: number[] = [];
  const lastRow: number[] = [];
  const sharerCount: number[] = [];
  /** Sharers who left, by how many rows they had. */
  const free: number[][] = [];
  return { add, remove, addResource, resourceOf, sharerOf, nextRow, firstRow, sharerCount };

  function addResource(): number {
    firstRow.push(none);
    lastRow.push(none);
    return sharerCount.push(0) - 1;
  }

  function add(resources: readonly number[]): number {
    const sharer = free[resources.length]?.pop() ?? addRows(resources.length);
    for (let use = 0; use < resources.length; use += 1) append(sharer + use, resources[use] as number);
    return sharer;
  }

  /** Even who uses nothing has a row, so that it has a number; but it is the row of nobody. */
  function addRows(count: number): number {
    const sharer = sharerOf.length;
    for (let row = 0; row < Math.max(count, 1); row += 1) {
      sharerOf.push(count > 0 ? sharer : none);
      resourceOf.push(none);
      nextRow.push(none);
      rowBefore.push(none);
    }
    return sharer;
  }

  function append(row: number, resource: number): void {
    const before = lastRow[resource] as number;
    resourceOf[row] = resource;
    nextRow[row] = none;
    rowBefore[row] = before;
    lastRow[resource] = row;
    if (before === none) firstRow[resource] = row;
    else nextRow[before] = row;
    sharerCount[resource] = (sharerCount[resource] as number) + 1;
  }

  function remove(sharer: number): void {
    let count = 0;
    for (; sharerOf[sharer + count] === sharer; count += 1)
      unlink(sharer + count, resourceOf[sharer + count] as number);
    const others = free[count];
    if (others) others.push(sharer);
    else free[count] = [sharer];
  }

  function unlink(row: number, resource: number): void {
    const before = rowBefore[row] as number;
    const after = nextRow[row] as number;
    if (before === none) firstRow[resource] = after;
    else nextRow[before] = after;
    if (after === none) lastRow[resource] = before;
    else rowBefore[after] = before;
    sharerCount[resource] = (sharerCount[resource] as number) - 1;
  }
}
