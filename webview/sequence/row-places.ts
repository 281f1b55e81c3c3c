/** Which row is where: by the index of its step, by height, and next to which. Pure. */
import type { StepSummary } from '../../src/scene/scene';
import { rowsBetween, type SequenceLayout } from '../../src/scene/sequence-layout';

/** The place of the first row whose step is not before `index`. */
export function placeOf(rows: readonly StepSummary[], index: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((rows[half]?.index ?? 0) < index) low = half + 1;
    else high = half;
  }
  return low;
}

export function topRow(layout: SequenceLayout, top: number): { index: number; offset: number } | undefined {
  const { first } = rowsBetween(layout, top, top);
  const row = layout.rows[first];
  return row && { index: row.index, offset: top - (layout.tops[first] ?? 0) };
}

/** The position of the next row that is shown. */
export function neighbour(rows: readonly StepSummary[], position: number, by: number): number | undefined {
  const place = placeOf(rows, position - 1);
  const isHere = rows[place]?.index === position - 1;
  const target = by > 0 ? rows[isHere ? place + 1 : place] : rows[place - 1];
  if (target) return target.index + 1;
  return by < 0 ? 0 : undefined;
}
