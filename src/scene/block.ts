/**
 * Pieces of a layout: nodes with places relative to the piece's own origin, put together to larger ones. Pure geometry,
 * knows nothing of networks.
 */

import { freePlaces, nodeHeight, nodeWidth } from './free-places';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The bounds leave room for icons and labels on all sides. */
export interface Block {
  readonly points: ReadonlyMap<string, Point>;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Distance of neighbours in a row, of rows in a grid, and of tiers (room for a message on its way). */
export const columnGap = 180;
const rowGap = 145;
export const tierGap = 200;

export function blockOf(points: ReadonlyMap<string, Point>): Block {
  let left = 0;
  let right = 0;
  let top = 0;
  let bottom = 0;
  let isFirst = true;
  for (const { x, y } of points.values()) {
    left = isFirst ? x : Math.min(left, x);
    right = isFirst ? x : Math.max(right, x);
    top = isFirst ? y : Math.min(top, y);
    bottom = isFirst ? y : Math.max(bottom, y);
    isFirst = false;
  }
  return {
    points,
    left: left - columnGap / 2,
    right: right + columnGap / 2,
    top: top - rowGap / 2,
    bottom: bottom + rowGap / 2,
  };
}

export function moved(block: Block, x: number, y: number): Block {
  const points = new Map<string, Point>();
  for (const [id, point] of block.points) points.set(id, { x: point.x + x, y: point.y + y });
  return { points, left: block.left + x, right: block.right + x, top: block.top + y, bottom: block.bottom + y };
}

export function mirrored(block: Block): Block {
  const points = new Map<string, Point>();
  for (const [id, point] of block.points) points.set(id, { x: point.x, y: -point.y });
  return { points, left: block.left, right: block.right, top: -block.bottom, bottom: -block.top };
}

export function joined(blocks: readonly Block[]): Block {
  return blockOf(new Map(blocks.flatMap((block) => [...block.points])));
}

/** The same shape, so much larger that no two nodes overlap; where that would be huge, each goes to the next free place. */
export function separated(block: Block): Block {
  const scale = neededScale([...block.points.values()]);
  if (scale === 1) return block;
  const points = new Map<string, Point>();
  if (scale <= largestScale) {
    for (const [id, { x, y }] of block.points) points.set(id, { x: x * scale, y: y * scale });
  } else {
    const places = freePlaces([]);
    for (const [id, point] of block.points) points.set(id, places.take(point));
  }
  return blockOf(points);
}

const largestScale = 12;

function neededScale(points: readonly Point[]): number {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  let scale = 1;
  sorted.forEach((a, index) => {
    for (let next = index + 1; next < sorted.length; next++) {
      const b = sorted[next] as Point;
      if ((b.x - a.x) * scale >= nodeWidth) break;
      const apart = Math.max((b.x - a.x) / (nodeWidth + 1), Math.abs(b.y - a.y) / (nodeHeight + 1));
      if (apart * scale < 1) scale = apart < 1e-6 ? Number.POSITIVE_INFINITY : 1 / apart;
    }
  });
  return scale;
}

/** Side by side, the whole centred on x = 0; each keeps its y. */
export function beside(blocks: readonly Block[]): Block[] {
  const total = blocks.reduce((sum, block) => sum + block.right - block.left, 0);
  let x = -total / 2;
  return blocks.map((block) => {
    const placed = moved(block, x - block.left, 0);
    x += block.right - block.left;
    return placed;
  });
}

export function row(ids: readonly string[], gap = columnGap): Block {
  const middle = (ids.length - 1) / 2;
  return blockOf(new Map(ids.map((id, index) => [id, { x: (index - middle) * gap, y: 0 }])));
}

/** Up to here hosts beside each other need no second row. */
const oneRow = 6;

/**
 * Hosts below a device that is `distance` above them: in one row or in two. Those of the second stand where the cables from the
 * device to them pass between the nodes of the first. More than fit are a grid.
 */
export function shelf(ids: readonly string[], distance: number): Block {
  if (ids.length <= oneRow) return row(ids);
  if (ids.length > 4 * oneRow) return grid(ids);
  const upper = row(ids.filter((_, index) => index % 2 === 0));
  const lower = ids.filter((_, index) => index % 2 === 1);
  const places = [...upper.points.values()];
  const stretch = (distance + rowGap) / distance;
  const points = new Map(upper.points);
  lower.forEach((id, index) => {
    const [left, right] = [places[index], places[index + 1]];
    const x = right ? ((left?.x ?? 0) + right.x) / 2 : (left?.x ?? 0) + columnGap / 2;
    points.set(id, { x: x * stretch, y: rowGap });
  });
  return blockOf(points);
}

/**
 * Rows from y = 0 downwards, each centred. Up to six make one row. Two rows are staggered, so that a cable to the second
 * passes between the nodes of the first.
 */
export function grid(ids: readonly string[]): Block {
  const columns = gridColumns(ids.length);
  const points = new Map<string, Point>();
  for (let start = 0, y = 0; start < ids.length; start += columns, y += rowGap) {
    const inRow = ids.slice(start, start + columns);
    const isFull = inRow.length === columns;
    const middle = ids.length <= 2 * columns || isFull ? (inRow.length - 1) / 2 : (columns - 1) / 2;
    inRow.forEach((id, column) => {
      points.set(id, { x: (column - middle) * columnGap, y });
    });
  }
  return blockOf(points);
}

function gridColumns(count: number): number {
  if (count <= 6) return count;
  return Math.ceil(Math.sqrt(count * 1.5));
}

/** On a circle around the origin, the first at the top, clockwise. */
export function circle(ids: readonly string[], smallestRadius = 150): Block {
  const radius = Math.max(smallestRadius, (columnGap + 15) / 2 / Math.sin(Math.PI / Math.max(ids.length, 2)));
  const points = new Map<string, Point>();
  ids.forEach((id, index) => {
    const angle = (index / ids.length) * 2 * Math.PI - Math.PI / 2;
    points.set(id, { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
  });
  return blockOf(points);
}

/** Separate pieces in reading order, in lines of about the shape of a screen, centred. */
export function packed(blocks: readonly Block[]): Block {
  if (blocks.length === 1) return blocks[0] as Block;
  const area = blocks.reduce((sum, block) => sum + (block.right - block.left) * (block.bottom - block.top), 0);
  const width = Math.max(Math.sqrt(area * 1.7), ...blocks.map((block) => block.right - block.left));
  const lines: Block[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const own = block.right - block.left;
    if (used + own > width * 1.001) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(block);
    used += own;
  }
  let y = 0;
  const placed = lines.map((line) => {
    const height = Math.max(...line.map((block) => block.bottom - block.top));
    const middle = y + height / 2;
    y += height;
    return joined(beside(line.map((block) => moved(block, 0, middle - (block.top + block.bottom) / 2))));
  });
  return joined(placed);
}
