/**
 * The signs of messages, told apart by their outline as well as by what is in it: a disc asks, a letter answers, a sheet
 * carries data, an arrow is sent without being asked and points where it goes, a diamond searches, a jagged star is an error.
 * Each is drawn once for a colour and a size and kept, so that hundreds can move.
 */
import type { MessageShape } from '../../src/scene/scene';
import { textOn } from '../theme';
import type { Pose } from './geometry';

interface Sign {
  /** Within a radius of 1 around the middle. */
  readonly outline: string;
  /** What is cut out of it or written on it. */
  readonly inner: string;
  readonly stroke: boolean;
}

const magnifier = 'M-.12 -.4A.28 .28 0 1 1 -.121 -.4M.1 .08L.38 .4';
const question = 'M-.28 -.28C-.28 -.72 .34 -.72 .34 -.28C.34 0 0 -.04 0 .24M0 .52L0 .54';

const signs: Readonly<Record<MessageShape, Sign>> = {
  request: { outline: circle(1), inner: question, stroke: true },
  response: {
    outline:
      'M-.98 -.76H.98A.16 .16 0 0 1 1.14 -.6V.6A.16 .16 0 0 1 .98 .76H-.98A.16 .16 0 0 1 -1.14 .6V-.6A.16 .16 0 0 1 -.98 -.76Z',
    inner: 'M-.5 .02L-.14 .36L.54 -.34',
    stroke: true,
  },
  data: {
    outline: 'M-.78 -1.06H.26L.82 -.5V1.06H-.78Z',
    inner: 'M.2 -1V-.44H.78M-.44 -.06H.46M-.44 .3H.46M-.44 .66H.46',
    stroke: true,
  },
  push: { outline: 'M-1.1 -.44H-.02V-1L1.16 0L-.02 1V.44H-1.1Z', inner: '', stroke: false },
  query: { outline: 'M0 -1.24L1.24 0L0 1.24L-1.24 0Z', inner: magnifier, stroke: true },
  fault: { outline: star(8, 1.18, 0.8), inner: 'M0 -.6V.14M0 .5L0 .52', stroke: true },
  state: { outline: circle(0.8), inner: '', stroke: false },
  note: { outline: 'M-.9 -.8H.9V.5H-.1L-.6 1V.5H-.9Z', inner: '', stroke: false },
};

/** `scale` is the number of pixels of the screen for one of the page. */
export interface SignLook {
  readonly shape: MessageShape;
  readonly colour: string;
  readonly halo: string;
  readonly radius: number;
  readonly scale: number;
}

const kept = new Map<string, HTMLCanvasElement>();
const keptAtMost = 200;

export function drawSign(context: CanvasRenderingContext2D, look: SignLook, { x, y, angle }: Pose): void {
  const sprite = spriteOf(look);
  const size = sprite.width / look.scale;
  if (look.shape !== 'push') {
    context.drawImage(sprite, x - size / 2, y - size / 2, size, size);
    return;
  }
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.drawImage(sprite, -size / 2, -size / 2, size, size);
  context.restore();
}

function spriteOf(look: SignLook): HTMLCanvasElement {
  const key = `${look.shape} ${look.colour} ${look.halo} ${look.radius.toFixed(1)} ${look.scale}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= keptAtMost) kept.clear();
  const sprite = paint(look);
  kept.set(key, sprite);
  return sprite;
}

function paint({ shape, colour, halo, radius, scale }: SignLook): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(2 * (1.3 * radius + 3) * scale);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const { outline, inner, stroke } = signs[shape];
  context.translate(canvas.width / 2, canvas.height / 2);
  context.scale(radius * scale, radius * scale);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const path = new Path2D(outline);
  // A rim in the colour behind it keeps the sign apart from the line that it moves on.
  context.strokeStyle = halo;
  context.lineWidth = 5 / radius;
  context.stroke(path);
  context.fillStyle = colour;
  context.fill(path);
  context.strokeStyle = context.fillStyle = textOn(colour);
  context.lineWidth = 0.2;
  if (stroke) context.stroke(new Path2D(inner));
  else context.fill(new Path2D(inner));
  return canvas;
}

function circle(radius: number): string {
  return `M${radius} 0A${radius} ${radius} 0 1 1 -${radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
}

function star(points: number, outer: number, inner: number): string {
  const corners = Array.from({ length: 2 * points }, (_, place) => {
    const reach = place % 2 === 0 ? outer : inner;
    const angle = (Math.PI * place) / points;
    return `${(reach * Math.sin(angle)).toFixed(3)} ${(-reach * Math.cos(angle)).toFixed(3)}`;
  });
  return `M${corners.join('L')}Z`;
}
