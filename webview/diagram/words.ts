/** The words beside a message: what it says, and of a transfer how much has come, as a bar and in figures. */
import { strings } from '../strings';
import type { Theme } from '../theme';
import { type Box, between, distance, type Spot } from './geometry';
import type { MessageLabel } from './message-label';
import type { Voyage } from './voyages';

type Context = CanvasRenderingContext2D;

/** Where the words stand while the sign is at `pose`: always within the drawing. */
export function boxOfWords({ width, height, offset }: MessageLabel, { x, y }: Spot, bounds: Box): Box {
  const left = Math.max(2, Math.min(bounds.right - width - 2, x + offset.x));
  const top = Math.max(2, Math.min(bounds.bottom - height - 2, y + offset.y));
  return { left, top, right: left + width, bottom: top + height };
}

/** Further away than this, in pixels, a line says whose words these are. */
const far = 34;

export function drawLeader(context: Context, sign: Spot, radius: number, box: Box, colour: string): void {
  const end = {
    x: Math.max(box.left, Math.min(box.right, sign.x)),
    y: Math.max(box.top, Math.min(box.bottom, sign.y)),
  };
  const length = distance(sign, end);
  if (length < far) return;
  const start = between(sign, end, radius / length);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(start.x, start.y);
  context.lineTo(end.x, end.y);
  context.stroke();
}

/** `done` is the part of the message's time that has passed. */
export function drawWords(
  context: Context,
  theme: Theme,
  { message, colour }: Voyage,
  label: MessageLabel,
  { left, top }: Box,
  done: number,
): void {
  const { size, font, width, height, detail } = label;
  const text = message.lost && done >= 1 ? label.textWhenLost : label.text;
  context.fillStyle = theme.pill;
  context.strokeStyle = colour;
  context.lineWidth = message.current ? 1.5 : 1;
  context.beginPath();
  context.roundRect(left, top, width, height, 5);
  context.fill();
  context.stroke();
  context.fillStyle = theme.foreground;
  context.font = font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + width / 2, top + size / 2 + 5.5);
  if (!detail || !message.transfer) return;
  const barTop = top + size + 9;
  drawBar(context, { left: left + 8, top: barTop, width: width - 16 }, done, colour, theme.line);
  context.fillStyle = theme.foreground;
  context.font = detail.font;
  context.fillText(strings.transferred(message.transfer, done), left + width / 2, barTop + detail.size / 2 + 7);
}

const barHeight = 4;

function drawBar(
  context: Context,
  { left, top, width }: { left: number; top: number; width: number },
  done: number,
  colour: string,
  rest: string,
): void {
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * 0.35;
  context.fillStyle = rest;
  context.fillRect(left, top, width, barHeight);
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fillRect(left, top, width * done, barHeight);
}
