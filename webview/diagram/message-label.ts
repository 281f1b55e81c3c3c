/**
 * Where the words of a message stand: beside the place where its sign comes to rest, on the side with most room there, and
 * on the same side all the way. They may lie on those of the cables that the message takes, which are not drawn then.
 */
import { strings } from '../strings';
import { type Box, labelOffset, overlap, poseAt, type Route, type Spot, spotsAlong } from './geometry';
import { shortened } from './paint';
import { boxOf, nameSize, type View, type ViewNode } from './view';
import type { Scenery, Voyage } from './voyages';

export interface MessageLabel {
  readonly text: string;
  /** What stands there once it is lost. */
  readonly textWhenLost: string;
  readonly size: number;
  readonly font: string;
  readonly width: number;
  readonly height: number;
  /** Below the words: how much of the transfer is done. */
  readonly detail: { readonly font: string; readonly size: number } | undefined;
  /** From the middle of the sign to the words' top left corner. */
  readonly offset: Spot;
  /** What sign and words cover at rest. */
  readonly covers: readonly Box[];
}

/** Of more messages at once only the step's own says what it is. */
const labelsAtMost = 8;

/** The first is served first; others are labelled only where their words cover nothing. */
export function labelled(context: CanvasRenderingContext2D, scenery: Scenery, voyages: readonly Voyage[]): Voyage[] {
  const taken: Box[] = [];
  return voyages.map((voyage) => {
    const { message, route } = voyage;
    if (!route || message.label === '' || (!message.current && voyages.length > labelsAtMost)) return voyage;
    const signs = voyages.length > labelsAtMost ? [] : voyages.filter((other) => other !== voyage).flatMap(signAtRest);
    const label = labelOf(context, scenery, voyage, route, [...taken, ...signs]);
    if (!message.current && isInTheWay(label, scenery, taken)) return voyage;
    taken.push(...label.covers);
    return { ...voyage, label };
  });
}

function isInTheWay({ covers }: MessageLabel, { view, bounds }: Scenery, taken: readonly Box[]): boolean {
  const words = covers[1];
  if (!words) return true;
  const isOutside = words.left < 0 || words.top < 0 || words.right > bounds.right || words.bottom > bounds.bottom;
  return isOutside || [...taken, ...nodeBoxesNear(view, words)].some((box) => overlap(words, box) > 0);
}

function labelOf(
  context: CanvasRenderingContext2D,
  { view, bounds, theme }: Scenery,
  { message, radius }: Voyage,
  route: Route,
  taken: readonly Box[],
): MessageLabel {
  const size = nameSize(view.zoom) * (message.current ? 0.92 : 0.82);
  const font = `600 ${size}px ${theme.font}`;
  context.font = font;
  const text = shortened(context, message.label, Math.min(22 * size, bounds.right * 0.6));
  const detail = message.transfer && { size: size * 0.86, font: `500 ${size * 0.86}px ${theme.font}` };
  const textWhenLost = message.lost ? strings.lostMessage(text) : text;
  const wordsWidth = context.measureText(textWhenLost).width;
  if (detail) context.font = detail.font;
  const detailWidth = message.transfer ? context.measureText(strings.transferred(message.transfer, 1)).width + 6 : 0;
  const width = Math.max(wordsWidth, detailWidth) + 16;
  const height = size + 10 + (detail ? detail.size + 10 : 0);
  const rest = poseAt(route, route.stops.length - 1);
  const others = view.labels.filter(({ ends }) => !ends.every((end) => message.path.includes(end)));
  const near = { left: rest.x - 300, right: rest.x + 300, top: rest.y - 150, bottom: rest.y + 150 };
  const obstacles = [...nodeBoxesNear(view, near), ...others.map(({ box }) => box), ...taken, ...boxesAlong(route)];
  const offset = labelOffset(rest, { width, height }, obstacles, bounds);
  const [left, top] = [rest.x + offset.x, rest.y + offset.y];
  const covers = [boxAround(rest, radius), { left, top, right: left + width, bottom: top + height }];
  return { text, textWhenLost, size, font, width, height, detail, offset, covers };
}

/** No picture with its words is larger than this. */
const farthest = 250;

function nodeBoxesNear({ nodes, zoom }: View, box: Box): Box[] {
  const isNear = ({ spot: { x, y } }: ViewNode) =>
    x > box.left - farthest && x < box.right + farthest && y > box.top - farthest && y < box.bottom + farthest;
  return nodes
    .filter(isNear)
    .map((node) => boxOf(zoom, node))
    .filter((each) => overlap(each, box) > 0);
}

function signAtRest({ route, radius }: Voyage): Box[] {
  return route ? [boxAround(poseAt(route, route.stops.length - 1), radius)] : [];
}

/** The way itself, so that the words do not cover it. */
function boxesAlong(route: Route): Box[] {
  return spotsAlong(route, route.stops.length - 1, 14).map((spot) => boxAround(spot, 8));
}

function boxAround({ x, y }: Spot, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}
