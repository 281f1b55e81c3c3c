/** Small strokes that several layers share: words with a background, tags, arrow heads. All in screen pixels. */
import { textOn } from '../theme';
import type { Pose, Spot } from './geometry';

type Context = CanvasRenderingContext2D;

/** Words centred below `top`, on a little background so that lines behind them do not disturb. */
export function words(
  context: Context,
  text: string,
  middle: number,
  top: number,
  size: number,
  background: string,
): void {
  const { width } = context.measureText(text);
  const colour = context.fillStyle;
  context.globalAlpha *= 0.86;
  context.fillStyle = background;
  context.fillRect(middle - width / 2 - 3, top - 1, width + 6, size + 4);
  context.globalAlpha /= 0.86;
  context.fillStyle = colour;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.fillText(text, middle, top + 1);
}

/** The beginning of the text as far as there is room. */
export function shortened(context: Context, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  const letters = [...text];
  let kept = letters.length;
  while (kept > 1 && context.measureText(`${letters.slice(0, kept).join('')}…`).width > room) {
    kept = Math.min(kept - 1, Math.max(1, Math.floor(kept * 0.9)));
  }
  return `${letters.slice(0, kept).join('')}…`;
}

/** One of many keeps its number, which tells it from the others: `pe…[17]`. */
export function shortenedName(context: Context, name: string, room: number): string {
  const number = /\[\d+\]$/.exec(name)?.[0];
  if (!number || context.measureText(name).width <= room) return shortened(context, name, room);
  return shortened(context, name.slice(0, -number.length), room - context.measureText(number).width) + number;
}

/** A filled tag with a word, its middle at the spot. */
export function tag(context: Context, text: string, middle: Spot, size: number, colour: string, font: string): void {
  context.font = `700 ${size}px ${font}`;
  const width = context.measureText(text).width + size * 1.1;
  const height = size + 6;
  context.fillStyle = colour;
  context.beginPath();
  context.roundRect(middle.x - width / 2, middle.y - height / 2, width, height, height / 2);
  context.fill();
  context.fillStyle = textOn(colour);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, middle.x, middle.y + 0.5);
}

export function arrowHead(context: Context, { x, y, angle }: Pose, size: number, colour: string): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(-size, -size * 0.55);
  context.lineTo(-size * 0.75, 0);
  context.lineTo(-size, size * 0.55);
  context.closePath();
  context.fill();
  context.restore();
}

export function cross(context: Context, { x, y }: Spot, reach: number, width: number, colour: string): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x - reach, y - reach);
  context.lineTo(x + reach, y + reach);
  context.moveTo(x + reach, y - reach);
  context.lineTo(x - reach, y + reach);
  context.stroke();
}

/** What is left of a message that was lost: a cross on it and rays around it. */
export function burst(context: Context, spot: Spot, radius: number, colour: string, behind: string): void {
  cross(context, spot, radius * 0.95, 6, behind);
  cross(context, spot, radius * 0.95, 3, colour);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  for (let ray = 0; ray < 8; ray += 1) {
    const [x, y] = [Math.cos((ray + 0.5) * (Math.PI / 4)), Math.sin((ray + 0.5) * (Math.PI / 4))];
    context.moveTo(spot.x + x * radius * 1.35, spot.y + y * radius * 1.35);
    context.lineTo(spot.x + x * radius * 1.7, spot.y + y * radius * 1.7);
  }
  context.stroke();
}
