/**
 * Frames around nodes: which role a host has had, which it has now, and which node is chosen. Client dashed, server solid,
 * both double: the line style says what the colour says. They are not part of the graph, because a step changes them, and
 * Cytoscape would draw every node again.
 */
import type { NodeState } from '../../src/scene/scene';
import type { Theme } from '../theme';
import type { Box } from './geometry';
import type { View, ViewNode } from './view';

type Context = CanvasRenderingContext2D;

export function drawFrames(
  context: Context,
  { nodes, zoom }: View,
  chosen: string | undefined,
  { right, bottom }: Box,
  theme: Theme,
): void {
  for (const node of nodes) {
    const { x, y } = node.spot;
    const [width, height] = [node.half.width * zoom, node.half.height * zoom];
    if (x < -width || y < -height || x > right + width || y > bottom + height) continue;
    if (node.state) drawRole(context, node, node.state, zoom, theme);
    if (node.id === chosen) drawChosen(context, node, zoom, theme);
  }
}

function drawRole(context: Context, node: ViewNode, state: NodeState, zoom: number, theme: Theme): void {
  const role = state.roleNow ?? state.roleSoFar;
  if (!role) return;
  const isNow = state.roleNow !== undefined;
  outline(context, node, zoom, 0);
  context.globalAlpha = state.online ? 1 : 0.5;
  context.strokeStyle = theme[role];
  if (isNow && !theme.isHighContrast) tint(context, theme[role]);
  context.lineWidth = Math.max(1, (isNow ? 3.5 : 1.5) * zoom);
  context.setLineDash(role === 'client' ? [6 * zoom, 4 * zoom] : []);
  context.stroke();
  context.setLineDash([]);
  if (role === 'both') {
    outline(context, node, zoom, -Math.max(2, 3 * zoom));
    context.stroke();
  }
  context.globalAlpha = 1;
}

function tint(context: Context, colour: string): void {
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.14;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = alpha;
}

function drawChosen(context: Context, node: ViewNode, zoom: number, theme: Theme): void {
  outline(context, node, zoom, Math.max(2, 5 * zoom));
  context.strokeStyle = theme.focus;
  context.lineWidth = Math.max(1.5, 2 * zoom);
  context.stroke();
}

function outline(context: Context, { spot, half }: ViewNode, zoom: number, wider: number): void {
  const [width, height] = [half.width * zoom + wider, half.height * zoom + wider];
  context.beginPath();
  context.roundRect(spot.x - width, spot.y - height, 2 * width, 2 * height, Math.max(1, 8 * zoom + wider));
}
