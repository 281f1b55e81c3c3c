/** Cables that are cut have a gap with two loose ends and a cross in it; the dashes alone also say that a host is offline. */
import type { Theme } from '../theme';
import { between, distance, leave, type Spot } from './geometry';
import { cross } from './paint';
import { reachOf, type View, type ViewNode } from './view';

export interface Cut {
  readonly from: ViewNode;
  readonly to: ViewNode;
  /** How far the link bends aside, in the diagram's units. */
  readonly bow: number;
}

export function drawCuts(context: CanvasRenderingContext2D, view: View, cuts: readonly Cut[], theme: Theme): void {
  for (const { from, to, bow } of cuts) {
    const [first, last] = [
      leave(from.spot, to.spot, reachOf(view.zoom, from)),
      leave(to.spot, from.spot, reachOf(view.zoom, to)),
    ];
    const length = distance(first, last);
    // The middle of a bow is half as far aside as what it is bent towards.
    const aside = (bow * view.zoom) / 2 / (length || 1);
    const shift = { x: (first.y - last.y) * aside, y: (last.x - first.x) * aside };
    const [start, end] = [first, last].map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y })) as [Spot, Spot];
    const gap = Math.min(0.3 * length, 26 * Math.max(0.5, view.zoom));
    const [left, right] = [0.5 - gap / 2 / (length || 1), 0.5 + gap / 2 / (length || 1)];
    context.lineCap = 'butt';
    context.strokeStyle = theme.background;
    context.lineWidth = 8;
    strokeBetween(context, between(start, end, left), between(start, end, right));
    const across = { x: ((start.y - end.y) / (length || 1)) * 7, y: ((end.x - start.x) / (length || 1)) * 7 };
    context.strokeStyle = theme.error;
    context.lineWidth = 2.5;
    for (const part of [left, right]) {
      const { x, y } = between(start, end, part);
      strokeBetween(context, { x: x - across.x, y: y - across.y }, { x: x + across.x, y: y + across.y });
    }
    cross(context, between(start, end, 0.5), Math.max(3, gap * 0.22), 2.5, theme.error);
  }
}

function strokeBetween(
  context: CanvasRenderingContext2D,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}
