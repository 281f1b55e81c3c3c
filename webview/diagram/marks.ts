/**
 * Everything that stands still above the graph: names, roles in words, the tags of this request's client and server,
 * crosses on nodes that are offline. Drawn whenever the graph is.
 */
import { strings } from '../strings';
import type { Theme } from '../theme';
import { type Box, overlap } from './geometry';
import { cross, shortened, tag, words } from './paint';
import { nameSize, roleSize, showsNames, showsRoles, type View, type ViewLabel, type ViewNode } from './view';

/** `covered` is where messages come to rest: half a word beside them would only disturb. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  view: View,
  covered: readonly Box[],
  bounds: Box,
  theme: Theme,
): void {
  for (const label of view.labels)
    if (!covered.some((box) => overlap(box, label.box) > 0)) drawCableLabel(context, label, theme);
  const { right, bottom } = bounds;
  for (const node of view.nodes) {
    const { x, y } = node.spot;
    if (x < -120 || y < -120 || x > right + 120 || y > bottom + 120) continue;
    drawNode(context, view.zoom, node, theme);
  }
}

/** One fact a line: narrow enough for cables that run close to each other. */
function drawCableLabel(context: CanvasRenderingContext2D, { lines, size, box }: ViewLabel, theme: Theme): void {
  context.font = `400 ${size}px ${theme.font}`;
  context.fillStyle = theme.muted;
  lines.forEach((line, place) => {
    words(context, line, (box.left + box.right) / 2, box.top + place * (size + 3), size, theme.background);
  });
}

function drawNode(context: CanvasRenderingContext2D, zoom: number, node: ViewNode, theme: Theme): void {
  const { spot, state } = node;
  const isActive = state?.roleNow !== undefined;
  const below = spot.y + node.half.height * zoom + 8;
  if (state && !state.online) cross(context, spot, 20 * Math.max(zoom, 0.4), Math.max(2.5, 4 * zoom), theme.error);
  if (showsNames(zoom) || isActive) drawName(context, zoom, node, below, theme);
  if (state && (showsRoles(zoom) || isActive)) drawRole(context, zoom, node, below + nameSize(zoom) + 5, theme);
  if (state?.roleNow) {
    const top = { x: spot.x, y: spot.y - node.half.height * zoom - 1 };
    const text = state.roleNow === 'client' ? strings.client : strings.server;
    tag(context, text, top, roleSize(zoom), theme[state.roleNow], theme.font);
  }
}

/** Names next to each other must not run into each other. */
function roomForName(zoom: number): number {
  return 172 * zoom;
}

function drawName(context: CanvasRenderingContext2D, zoom: number, node: ViewNode, top: number, theme: Theme): void {
  const { state } = node;
  const size = nameSize(zoom);
  context.font = `600 ${size}px ${theme.font}`;
  const room = state?.roleNow ? Math.max(80, roomForName(zoom)) : roomForName(zoom);
  context.fillStyle = theme.foreground;
  context.globalAlpha = state?.online === false ? 0.75 : 1;
  words(context, shortened(context, node.label, room), node.spot.x, top, size, theme.background);
  context.globalAlpha = 1;
}

function drawRole(
  context: CanvasRenderingContext2D,
  zoom: number,
  { spot, state }: ViewNode,
  top: number,
  theme: Theme,
): void {
  if (!state) return;
  const size = roleSize(zoom);
  context.font = `${state.online ? 500 : 700} ${size}px ${theme.font}`;
  if (!state.online) {
    context.fillStyle = theme.error;
    words(context, strings.offline, spot.x, top, size, theme.background);
  } else if (state.roleSoFar) {
    context.fillStyle = theme[state.roleSoFar];
    words(context, strings[state.roleSoFar], spot.x, top, size, theme.background);
  }
}
