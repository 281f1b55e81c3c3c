/** How many pieces a peer of a swarm has, as a row of small cells at the lower edge of its picture. */
import type { NodePieces } from '../../src/scene/scene';
import type { Theme } from '../theme';
import type { ViewNode } from './view';

/** Below this the cells could not be told from each other. */
const leastZoom = 0.4;

export function drawPieces(
  context: CanvasRenderingContext2D,
  { spot, half }: Pick<ViewNode, 'spot' | 'half'>,
  { cells }: NodePieces,
  zoom: number,
  theme: Theme,
): void {
  if (zoom < leastZoom) return;
  const height = Math.max(3, 4.5 * zoom);
  const width = (2 * half.width * zoom * 0.8) / cells.length;
  const left = spot.x - (width * cells.length) / 2;
  const top = spot.y + half.height * zoom - height - Math.max(2, 3.5 * zoom);
  context.fillStyle = theme.paper;
  context.fillRect(left, top, width * cells.length, height);
  context.fillStyle = theme.client;
  cells.forEach((had, place) => {
    if (had > 0) context.fillRect(left + place * width, top, width * had, height);
  });
  // One frame around all: frames of their own would leave no room for what is in them.
  context.lineWidth = 1;
  context.strokeStyle = theme.foreground;
  context.strokeRect(left - 0.5, top - 0.5, width * cells.length + 1, height + 1);
}
