/**
 * The ways of the messages, which stand still below them: a band from node to node with an arrow head on each piece, so
 * that the direction shows without any movement. What is lost ends on its way.
 */
import type { Theme } from '../theme';
import { between, leave, lostPart, type Spot } from './geometry';
import { arrowHead } from './paint';
import { nodesOn } from './routes';
import { reachOf, type View, type ViewNode } from './view';
import type { Voyage } from './voyages';

export function drawWays(
  context: CanvasRenderingContext2D,
  view: View,
  voyages: readonly Voyage[],
  isOver: (voyage: Voyage) => boolean,
  theme: Theme,
): void {
  for (const voyage of voyages) if (voyage.route) drawWay(context, view, voyage, isOver(voyage), theme);
}

function drawWay(
  context: CanvasRenderingContext2D,
  view: View,
  { message, colour }: Voyage,
  isOver: boolean,
  theme: Theme,
): void {
  const nodes = nodesOn(view, message);
  context.save();
  context.globalAlpha = message.current ? 1 : 0.45;
  context.lineCap = 'round';
  context.lineWidth = message.current ? Math.min(6, Math.max(3, 4.5 * view.zoom)) : 2;
  for (const [place, node] of nodes.slice(1).entries()) {
    const before = nodes[place] as ViewNode;
    const start = leave(before.spot, node.spot, reachOf(view.zoom, before));
    const end = leave(node.spot, before.spot, reachOf(view.zoom, node));
    const isAstray = message.lost && isOver && place === nodes.length - 2;
    context.strokeStyle = isAstray ? theme.error : colour;
    context.setLineDash(isAstray ? [7, 7] : []);
    if (isAstray) drawBand(context, start, between(start, end, lostPart));
    else drawArrow(context, start, end, message.current ? 14 : 9, colour);
  }
  context.restore();
}

function drawArrow(context: CanvasRenderingContext2D, start: Spot, end: Spot, head: number, colour: string): void {
  const angle = Math.atan2(end.y - start.y, end.x - start.x);
  drawBand(context, start, { x: end.x - Math.cos(angle) * head * 0.7, y: end.y - Math.sin(angle) * head * 0.7 });
  arrowHead(context, { ...end, angle }, head, colour);
}

function drawBand(context: CanvasRenderingContext2D, from: Spot, to: Spot): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}
