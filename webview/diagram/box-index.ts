/** Taken rectangles on the screen, found by where they are, so that a thousand nodes cost no more than a thousand times one. */
import { type Box, overlap } from './geometry';

export interface BoxIndex {
  add(box: Box, owner?: string): void;
  /** By anything that belongs to somebody else. */
  isTaken(box: Box, owner?: string): boolean;
}

const cellSize = 64;

export function boxIndex(): BoxIndex {
  const cells = new Map<number, { readonly box: Box; readonly owner: string | undefined }[]>();
  return {
    add(box, owner) {
      for (const key of cellsOf(box)) {
        const cell = cells.get(key);
        if (cell) cell.push({ box, owner });
        else cells.set(key, [{ box, owner }]);
      }
    },
    isTaken: (box, owner) =>
      cellsOf(box).some((key) =>
        cells.get(key)?.some((taken) => (owner === undefined || taken.owner !== owner) && overlap(taken.box, box) > 0),
      ),
  };
}

/** Far more columns than any screen has cells. */
const columns = 65_536;

function cellsOf({ left, right, top, bottom }: Box): number[] {
  const keys: number[] = [];
  for (let column = Math.floor(left / cellSize); column <= Math.floor(right / cellSize); column++) {
    for (let row = Math.floor(top / cellSize); row <= Math.floor(bottom / cellSize); row++)
      keys.push(row * columns + column);
  }
  return keys;
}
