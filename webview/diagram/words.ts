/** The words beside a message: what it says, and of a transfer how much has come, as a bar and in figures. */
import { strings } from '../strings';
import type { Pose } from './geometry';
import type { MessageLabel } from './message-label';
import type { Scenery, Voyage } from './voyages';

type Context = CanvasRenderingContext2D;

/** `done` is the part of the transfer that has arrived. */
export function drawWords(
  context: Context,
  { bounds, theme }: Scenery,
  { message, colour }: Voyage,
  label: MessageLabel,
  pose: Pose,
  done: number,
): void {
  const { text, size, font, width, height, detail, offset } = label;
  const left = Math.max(2, Math.min(bounds.right - width - 2, pose.x + offset.x));
  const top = Math.max(2, Math.min(bounds.bottom - height - 2, pose.y + offset.y));
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
