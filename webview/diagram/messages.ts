/**
 * The messages under way, on a canvas of their own, so that a moving message never redraws the graph. A picture is a
 * pure function of the view and of `progress` (0 … 1); at 1 the messages rest at the end of their way, which is also all
 * that is drawn where movement is not wanted.
 */
import type { MovingMessage } from '../../src/scene/scene';
import { glyphs } from '../glyphs';
import { type Theme, textOn } from '../theme';
import { type Box, labelOffset, type Pose, poseAt, type Route, type Spot } from './geometry';
import type { Layer } from './layer';
import { cross, shortened } from './paint';
import { colourOf, routeOf } from './routes';
import { boxOf, nameSize, type View } from './view';

/** The sign of a message stops this far before the tip of its arrow. */
const standoff = 30;
const signRadius = 12;

export function drawMessages(
  layer: Layer,
  view: View,
  messages: readonly MovingMessage[],
  progress: number,
  theme: Theme,
): void {
  const context = layer.begin();
  layer.canvas.dataset.messages = String(messages.length);
  layer.canvas.dataset.progress = progress.toFixed(2);
  if (!context) return;
  const obstacles =
    messages.length > 0
      ? [...view.nodes.map((node) => boxOf(view.zoom, node)), ...view.labels.map(({ box }) => box)]
      : [];
  for (const message of [...messages].reverse()) {
    const route = routeOf(view, message);
    if (!route) {
      drawStranded(context, view, message, theme);
      continue;
    }
    const pose = poseAt(route, progress, standoff);
    const colour = message.lost && progress >= 1 ? theme.error : colourOf(view, message, theme);
    context.globalAlpha = message.current ? 1 : 0.7;
    drawSign(context, message, pose, colour, (message.current ? 1 : 0.75) * signScale(view.zoom));
    if (message.lost && progress >= 1) cross(context, pose, signRadius * 0.9, 4, theme.error);
    if (message.current) {
      const rest = poseAt(route, 1, standoff);
      obstacles.push(...boxesAlong(route));
      drawLabel(
        context,
        message.label,
        pose,
        rest,
        obstacles,
        layer.bounds(),
        nameSize(view.zoom) * 0.92,
        colour,
        theme,
      );
    }
    context.globalAlpha = 1;
  }
}

/** The way itself, so that the label does not cover it. */
function boxesAlong(route: Route): Box[] {
  const steps = Math.ceil(route.length / 14);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const { x, y } = poseAt(route, step / steps, 0);
    return { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 };
  });
}

/** In a small picture the sign must not hide the machines. */
function signScale(zoom: number): number {
  return Math.min(1, Math.max(0.62, zoom * 1.6));
}

/** It never left: a cross at the sender. */
function drawStranded(context: CanvasRenderingContext2D, view: View, message: MovingMessage, theme: Theme): void {
  const node = view.nodeById.get(message.path[0] ?? '');
  if (!node || !message.lost) return;
  const { right, top } = boxOf(view.zoom, node);
  const spot = { x: right + 4, y: top + 10 };
  drawSign(context, message, { ...spot, angle: 0 }, theme.error, 0.85);
  cross(context, spot, signRadius * 0.8, 3.5, theme.error);
}

/** A disc with the sign of the message's kind; a push is an arrow and points where it goes. */
function drawSign(
  context: CanvasRenderingContext2D,
  { shape }: MovingMessage,
  pose: Pose,
  colour: string,
  scale: number,
): void {
  context.save();
  context.translate(pose.x, pose.y);
  context.scale(scale, scale);
  context.fillStyle = textOn(colour);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(0, 0, signRadius + 1, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  if (shape === 'push') context.rotate(pose.angle);
  context.translate(-signRadius * 0.8, -signRadius * 0.8);
  context.scale((signRadius * 1.6) / 16, (signRadius * 1.6) / 16);
  context.fillStyle = colour;
  context.fill(new Path2D(glyphs[shape]), 'evenodd');
  context.restore();
}

/** The label keeps its side all the way: the one with most room where the message comes to rest. */
function drawLabel(
  context: CanvasRenderingContext2D,
  text: string,
  pose: Pose,
  rest: Spot,
  obstacles: readonly Box[],
  bounds: Box,
  size: number,
  colour: string,
  theme: Theme,
): void {
  context.font = `600 ${size}px ${theme.font}`;
  const shown = shortened(context, text, Math.min(260, bounds.right * 0.6));
  const width = context.measureText(shown).width + 16;
  const height = size + 10;
  const offset = labelOffset(rest, { width, height }, obstacles, bounds);
  const left = Math.max(2, Math.min(bounds.right - width - 2, pose.x + offset.x));
  const top = Math.max(2, Math.min(bounds.bottom - height - 2, pose.y + offset.y));
  context.fillStyle = theme.pill;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(left, top, width, height, 5);
  context.fill();
  context.stroke();
  context.fillStyle = theme.foreground;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(shown, left + width / 2, top + height / 2 + 0.5);
}
