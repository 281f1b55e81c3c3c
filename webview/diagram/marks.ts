/**
 * Everything that stands still above the graph: names, roles in words, the tags of this request's client and server,
 * crosses on nodes that are offline. Drawn whenever the graph is.
 */
import type { NodeState } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { type Box, overlap } from './geometry';
import { cross, shortenedName, tag, words } from './paint';
import { drawPieces } from './piece-marks';
import type { NodeWords, PlacedWords, View, ViewLabel, ViewNode } from './view';

/** `covered` is where messages come to rest: half a word beside them would only disturb. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  view: View,
  covered: readonly Box[],
  bounds: Box,
  theme: Theme,
): void {
  for (const label of shownLabels(view, covered)) drawCableLabel(context, label, theme);
  const { right, bottom } = bounds;
  for (const node of view.nodes) {
    const { x, y } = node.spot;
    if (x < -120 || y < -120 || x > right + 120 || y > bottom + 120) continue;
    drawNode(context, view.zoom, node, shownWords(view, node, covered), theme);
  }
}

export function shownLabels({ labels }: View, covered: readonly Box[]): readonly ViewLabel[] {
  return labels.filter((label) => !covered.some((box) => overlap(box, label.box) > 0));
}

/** One fact a line: narrow enough for cables that run close to each other. */
function drawCableLabel(context: CanvasRenderingContext2D, { lines, size, box }: ViewLabel, theme: Theme): void {
  context.font = `400 ${size}px ${theme.font}`;
  context.fillStyle = theme.muted;
  lines.forEach((line, place) => {
    words(context, line, (box.left + box.right) / 2, box.top + place * (size + 3), size, theme.background);
  });
}

/** What messages say lies above the words of who takes no part; of who does, the tag says what it is and its name stays. */
export function shownWords({ words }: View, { id, state }: ViewNode, covered: readonly Box[]): Partial<NodeWords> {
  const own: Partial<NodeWords> = words.get(id) ?? {};
  const uncovered = (placed: PlacedWords | undefined) =>
    placed && !covered.some((box) => overlap(box, placed.box) > 0) ? placed : undefined;
  const role = uncovered(own.role);
  return state?.roleNow ? { ...own, role } : { name: uncovered(own.name), role };
}

function drawNode(
  context: CanvasRenderingContext2D,
  zoom: number,
  node: ViewNode,
  { tag: now, name, role }: Partial<NodeWords>,
  theme: Theme,
): void {
  const { spot, state } = node;
  if (state?.pieces) drawPieces(context, node, state.pieces, zoom, theme);
  if (state && !state.online) cross(context, spot, 20 * Math.max(zoom, 0.4), Math.max(2.5, 4 * zoom), theme.error);
  if (name) drawName(context, node, name, theme);
  if (role && state) drawRole(context, state, role, theme);
  if (now && state?.roleNow) {
    const { text, size, box } = now;
    const middle = { x: spot.x, y: (box.top + box.bottom) / 2 };
    tag(context, text, middle, size, theme[state.roleNow], theme.font);
  }
}

function drawName(
  context: CanvasRenderingContext2D,
  { label, spot, state }: ViewNode,
  { size, box }: PlacedWords,
  theme: Theme,
): void {
  context.font = `600 ${size}px ${theme.font}`;
  context.fillStyle = theme.foreground;
  context.globalAlpha = state?.online === false ? 0.75 : 1;
  words(context, shortenedName(context, label, box.right - box.left), spot.x, box.top + 1, size, theme.background);
  context.globalAlpha = 1;
}

function drawRole(
  context: CanvasRenderingContext2D,
  { online, roleSoFar, crowd }: NodeState,
  { text, size, box }: PlacedWords,
  theme: Theme,
): void {
  const isDown = !online || (crowd?.offline ?? 0) > 0;
  context.font = `${isDown ? 700 : 500} ${size}px ${theme.font}`;
  context.fillStyle = isDown ? theme.error : roleSoFar ? theme[roleSoFar] : theme.foreground;
  words(context, text, (box.left + box.right) / 2, box.top, size, theme.background);
}
