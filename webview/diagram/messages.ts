/**
 * The messages under way, on a canvas of their own, so that a moving message never redraws the graph. What is drawn is a
 * pure function of the voyages and of `progress` (0 … 1); at 1 the messages rest at the end of their ways, or where they
 * were lost, which is also all that is drawn where movement is not wanted.
 */
import { type Box, overlap, type Pose, poseAt, spotsAlong } from './geometry';
import { hopCount, hopsPassed, ownProgress } from './hops';
import type { Layer } from './layer';
import { burst, tag } from './paint';
import { drawSign } from './signs';
import { boxOf, roleSize } from './view';
import type { Scenery, Voyage } from './voyages';
import { boxOfWords, drawLeader, drawWords } from './words';

export function drawMessages(layer: Layer, scenery: Scenery, voyages: readonly Voyage[], progress: number): void {
  const context = layer.begin();
  layer.canvas.dataset.messages = String(voyages.length);
  layer.canvas.dataset.progress = progress.toFixed(2);
  if (!context) return;
  for (const voyage of voyages)
    drawVoyage(context, scenery, voyage, ownProgress(voyage.message, progress), layer.scale());
  drawLabels(context, scenery, voyages, progress);
}

/** While ways cross, the words of the step's own message are read, and others are left out where they would cover them. */
function drawLabels(
  context: CanvasRenderingContext2D,
  { theme, bounds }: Scenery,
  voyages: readonly Voyage[],
  progress: number,
): void {
  const taken: Box[] = [];
  for (const voyage of [...voyages].reverse()) {
    const { label, message } = voyage;
    const done = ownProgress(message, progress);
    const pose = label && poseOf(voyage, done);
    if (!pose) continue;
    const box = boxOfWords(label, pose, bounds);
    if (taken.some((other) => overlap(other, box) > 0)) continue;
    taken.push(box);
    const colour = isGone(voyage, progress) ? theme.error : voyage.colour;
    drawLeader(context, pose, voyage.radius, box, colour);
    drawWords(context, theme, { ...voyage, colour }, label, box, done);
  }
}

function poseOf({ message, route }: Voyage, done: number): Pose | undefined {
  return route && poseAt(route, hopsPassed(done, hopCount(message)));
}

/** It has gone astray by then. */
export function isGone({ message }: Voyage, progress: number): boolean {
  return message.lost && ownProgress(message, progress) >= 1;
}

/** `done` is the part of its own time that has passed. */
function drawVoyage(
  context: CanvasRenderingContext2D,
  scenery: Scenery,
  voyage: Voyage,
  done: number,
  scale: number,
): void {
  const { message, route, radius } = voyage;
  const pose = route ? poseOf(voyage, done) : besideItsNode(scenery, voyage);
  if (!pose) return;
  const isLost = message.lost && done >= 1;
  const colour = isLost ? scenery.theme.error : voyage.colour;
  const look = { shape: message.shape, colour, halo: scenery.theme.background, radius, scale };
  context.globalAlpha = message.current ? 1 : 0.8;
  if (route && message.isStream) {
    const packets = spotsAlong(route, hopsPassed(done, hopCount(message)), 2.4 * radius).slice(0, -1);
    for (const spot of packets) drawSign(context, { ...look, radius: 0.42 * radius }, { ...pose, ...spot });
  }
  drawSign(context, look, pose);
  context.globalAlpha = 1;
  if (isLost) burst(context, pose, radius, scenery.theme.error, scenery.theme.background);
  if (message.count > 1) drawCount(context, scenery, voyage, pose);
}

/** It never left, or has no way to go: at its node. */
function besideItsNode({ view }: Scenery, { message }: Voyage): Pose | undefined {
  const node = view.nodeById.get(message.path[0] ?? '');
  if (!node) return undefined;
  const { right, top } = boxOf(view.zoom, node);
  return { x: right + 4, y: top + 10, angle: 0 };
}

function drawCount(
  context: CanvasRenderingContext2D,
  { view, theme }: Scenery,
  { message, radius, colour }: Voyage,
  { x, y }: Pose,
): void {
  const size = Math.max(9, roleSize(view.zoom) * 0.9);
  tag(context, `×${message.count}`, { x: x + radius, y: y - radius }, size, colour, theme.font);
}
