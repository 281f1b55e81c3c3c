/**
 * Where the sign of a message comes to rest and where its words stand beside it: on the side with most room there, and on
 * the same side all the way. The words may lie on those of the cables that the message takes, which are not drawn then.
 */
import type { MovingMessage } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { type Box, labelOffset, leave, poseAt, type Route, type Spot } from './geometry';
import { shortened } from './paint';
import { boxOf, nameSize, reachOf, signRadius, type View } from './view';

/** The sign of a message stops this far before the tip of its arrow, or halfway where there is less room. */
const farStandoff = 30;

export interface MessageLabel {
  readonly text: string;
  readonly font: string;
  readonly width: number;
  readonly height: number;
  /** From the middle of the sign to the words' top left corner. */
  readonly offset: Spot;
  /** What sign and words cover at rest. */
  readonly covers: readonly Box[];
}

export function labelOf(
  context: CanvasRenderingContext2D,
  view: View,
  message: MovingMessage,
  route: Route,
  bounds: Box,
  theme: Theme,
): MessageLabel {
  const size = nameSize(view.zoom) * 0.92;
  const font = `600 ${size}px ${theme.font}`;
  context.font = font;
  const text = shortened(context, message.label, Math.min(22 * size, bounds.right * 0.6));
  const [width, height] = [context.measureText(text).width + 16, size + 10];
  const rest = poseAt(route, 1, standoffOf(view, message));
  const others = view.labels.filter(({ ends }) => !ends.every((end) => message.path.includes(end)));
  const obstacles = [
    ...view.nodes.map((node) => boxOf(view.zoom, node)),
    ...others.map(({ box }) => box),
    ...boxesAlong(route),
  ];
  const offset = labelOffset(rest, { width, height }, obstacles, bounds);
  const [left, top] = [rest.x + offset.x, rest.y + offset.y];
  const covers = [boxAround(rest, signRadius(view.zoom)), { left, top, right: left + width, bottom: top + height }];
  return { text, font, width, height, offset, covers };
}

/** The name of the last machine on the way stays readable. */
export function standoffOf({ zoom, nodeById }: View, { path }: MovingMessage): number {
  const [before, last] = path.slice(-2).map((id) => nodeById.get(id));
  if (!before || !last) return farStandoff;
  const from = leave(before.spot, last.spot, reachOf(zoom, before));
  const to = leave(last.spot, before.spot, reachOf(zoom, last));
  return Math.min(farStandoff, Math.hypot(to.x - from.x, to.y - from.y) / 2);
}

/** The way itself, so that the words do not cover it. */
function boxesAlong(route: Route): Box[] {
  const steps = Math.ceil(route.length / 14);
  return Array.from({ length: steps + 1 }, (_, step) => boxAround(poseAt(route, step / steps, 0), 8));
}

function boxAround({ x, y }: Spot, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
