/**
 * The messages under way, on a canvas of their own, so that a moving message never redraws the graph. A picture is a
 * pure function of the view and of `progress` (0 … 1); at 1 the messages rest at the end of their way, which is also all
 * that is drawn where movement is not wanted.
 */
import type { MovingMessage } from '../../src/scene/scene';
import { glyphs } from '../glyphs';
import { type Theme, textOn } from '../theme';
import { type Box, type Pose, poseAt } from './geometry';
import type { Layer } from './layer';
import { labelOf, type MessageLabel, standoffOf } from './message-label';
import { cross } from './paint';
import { colourOf, routeOf } from './routes';
import { boxOf, signRadius, type View } from './view';

/** The disc of a sign is drawn on this scale. */
const discRadius = 12;

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
  for (const message of [...messages].reverse()) {
    const route = routeOf(view, message);
    if (!route) {
      drawStranded(context, view, message, theme);
      continue;
    }
    const pose = poseAt(route, progress, standoffOf(view, message));
    const colour = message.lost && progress >= 1 ? theme.error : colourOf(view, message, theme);
    context.globalAlpha = message.current ? 1 : 0.7;
    drawSign(context, message, pose, colour, ((message.current ? 1 : 0.75) * signRadius(view.zoom)) / (discRadius + 1));
    if (message.lost && progress >= 1) cross(context, pose, discRadius * 0.9, 4, theme.error);
    if (message.current)
      drawLabel(
        context,
        labelOf(context, view, message, route, layer.bounds(), theme),
        pose,
        colour,
        layer.bounds(),
        theme,
      );
    context.globalAlpha = 1;
  }
}

/** It never left: a cross at the sender. */
function drawStranded(context: CanvasRenderingContext2D, view: View, message: MovingMessage, theme: Theme): void {
  const node = view.nodeById.get(message.path[0] ?? '');
  if (!node || !message.lost) return;
  const { right, top } = boxOf(view.zoom, node);
  const spot = { x: right + 4, y: top + 10 };
  drawSign(context, message, { ...spot, angle: 0 }, theme.error, 0.85);
  cross(context, spot, discRadius * 0.8, 3.5, theme.error);
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
  context.arc(0, 0, discRadius + 1, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  if (shape === 'push') context.rotate(pose.angle);
  context.translate(-discRadius * 0.8, -discRadius * 0.8);
  context.scale((discRadius * 1.6) / 16, (discRadius * 1.6) / 16);
  context.fillStyle = colour;
  context.fill(new Path2D(glyphs[shape]), 'evenodd');
  context.restore();
}

function drawLabel(
  context: CanvasRenderingContext2D,
  { text, font, width, height, offset }: MessageLabel,
  pose: Pose,
  colour: string,
  bounds: Box,
  theme: Theme,
): void {
  const left = Math.max(2, Math.min(bounds.right - width - 2, pose.x + offset.x));
  const top = Math.max(2, Math.min(bounds.bottom - height - 2, pose.y + offset.y));
  context.font = font;
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
  context.fillText(text, left + width / 2, top + height / 2 + 0.5);
}
