/**
 * Where the words of a message stand: beside the place where its sign comes to rest, on the side with most room there, and
 * on the same side all the way. They may lie on those of the cables that the message takes, which are not drawn then.
 */
import { strings } from '../strings';
import { stripIn } from './fit';
import { type Box, boxAround, labelOffset, overlap, poseAt, type Route, type Spot, spotsAlong } from './geometry';
import { shortened } from './paint';
import { boxesOfWords, boxOf, nameSize, pictureBox, type View, type ViewNode } from './view';
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

/** Of more messages at once, or in a small drawing, only the step's own says what it is. */
const labelsAtMost = 8;
const smallDrawing = 420;

/** The first is served first; who finds no room for words goes without, and so does who says what another says already. */
export function labelled(context: CanvasRenderingContext2D, scenery: Scenery, voyages: readonly Voyage[]): Voyage[] {
  const taken: Box[] = [];
  const said = new Set<string>();
  const onlyOne = voyages.length > labelsAtMost || scenery.bounds.right < smallDrawing;
  return voyages.map((voyage) => {
    const { message, route } = voyage;
    if (!route || message.label === '' || said.has(message.label) || (!message.current && onlyOne)) return voyage;
    const signs = voyages.length > labelsAtMost ? [] : voyages.filter((other) => other !== voyage).flatMap(signAtRest);
    const label = labelOf(context, scenery, voyage, route, { taken, signs });
    if (!label) return voyage;
    taken.push(...label.covers);
    said.add(message.label);
    return { ...voyage, label };
  });
}

interface Others {
  /** What other messages say. */
  readonly taken: readonly Box[];
  /** Where they come to rest. */
  readonly signs: readonly Box[];
}

/** How long the words may be (in letters), and whether figures stand below them: where there is little room, less is said. */
const variants = [
  { letters: 22, hasDetail: true },
  { letters: 13, hasDetail: true },
  { letters: 22, hasDetail: false },
  { letters: 13, hasDetail: false },
  { letters: 8, hasDetail: false },
];

function labelOf(
  context: CanvasRenderingContext2D,
  { view, bounds, theme }: Scenery,
  { message, radius }: Voyage,
  route: Route,
  { taken, signs }: Others,
): MessageLabel | undefined {
  const size = nameSize(view.zoom) * (message.current ? 0.92 : 0.82);
  const rest = poseAt(route, route.stops.length - 1);
  const near = { left: rest.x - 420, right: rest.x + 420, top: rest.y - 240, bottom: rest.y + 240 };
  const cables = view.labels.filter(({ ends }) => !ends.every((end) => message.path.includes(end)));
  const { pictures, words } = nodesNear(view, near);
  const passed = message.current ? [...tagOfSender(view, route, message.path[0]), ...passedBy(view, route)] : [];
  const obstacles = {
    hard: [...pictures, ...taken, ...(message.current ? [] : words)],
    soft: [...words, ...cables.map(({ box }) => box), ...signs, ...boxesAlong(route), ...passed, stripIn(bounds.right)],
  };
  for (const { letters, hasDetail } of message.current ? variants : variants.slice(0, 1)) {
    if (hasDetail && !message.transfer && letters < 22) continue;
    const room = Math.min(letters * size, bounds.right * 0.6);
    const content = contentOf(context, message, { size, room, hasDetail, family: theme.font });
    const { offset, isClear } = labelOffset(rest, content, obstacles, bounds, message.current ? undefined : nearby);
    if (!isClear) continue;
    const [left, top] = [rest.x + offset.x, rest.y + offset.y];
    const box = { left, top, right: left + content.width, bottom: top + content.height };
    return { ...content, offset, covers: [boxAround(rest, radius), box] };
  }
  return undefined;
}

/** Of the messages that are not the step's own, words further away than this would be anybody's. */
const nearby = 46;

interface Letters {
  readonly size: number;
  /** For the words, in pixels. */
  readonly room: number;
  readonly hasDetail: boolean;
  readonly family: string;
}

function contentOf(
  context: CanvasRenderingContext2D,
  { label, lost, transfer: whole }: Voyage['message'],
  { size, room, hasDetail, family }: Letters,
): Omit<MessageLabel, 'offset' | 'covers'> {
  const transfer = hasDetail ? whole : undefined;
  const font = `600 ${size}px ${family}`;
  context.font = font;
  const text = shortened(context, label, room);
  const detail = transfer && { size: size * 0.86, font: `500 ${size * 0.86}px ${family}` };
  const textWhenLost = lost ? strings.lostMessage(text) : text;
  const wordsWidth = context.measureText(textWhenLost).width;
  if (detail) context.font = detail.font;
  const detailWidth = transfer ? context.measureText(strings.transferred(transfer, 1)).width + 6 : 0;
  const width = Math.max(wordsWidth, detailWidth) + 16;
  const height = size + 10 + (detail ? detail.size + 10 : 0);
  return { text, textWhenLost, size, font, width, height, detail };
}

/** No picture with its words is larger than this. */
const farthest = 250;

/** What lies in the box: pictures, tags, and the words of who takes part must not be covered; the other words are not drawn then. */
function nodesNear({ nodes, zoom, words }: View, box: Box): { readonly pictures: Box[]; readonly words: Box[] } {
  const isNear = ({ spot: { x, y } }: ViewNode) =>
    x > box.left - farthest && x < box.right + farthest && y > box.top - farthest && y < box.bottom + farthest;
  const pictures: Box[] = [];
  const others: Box[] = [];
  for (const node of nodes.filter(isNear)) {
    const own = boxesOfWords(words.get(node.id));
    const isPartaker = node.state?.roleNow !== undefined;
    pictures.push(isPartaker ? boxOf(zoom, node) : pictureBox(zoom, node), ...(isPartaker ? own : []));
    if (!isPartaker) others.push(...own);
  }
  const isInside = (each: Box) => overlap(each, box) > 0;
  return { pictures: pictures.filter(isInside), words: others.filter(isInside) };
}

function signAtRest({ route, radius }: Voyage): Box[] {
  return route ? [boxAround(poseAt(route, route.stops.length - 1), radius)] : [];
}

/** The way itself, so that the words do not cover it. */
function boxesAlong(route: Route): Box[] {
  return spotsAlong(route, route.stops.length - 1, 14).map((spot) => boxAround(spot, 8));
}

/** What stands around the nodes where it stops on its way, as seen from its sign: the words are beside that all the time. */
function passedBy(view: View, route: Route): Box[] {
  return route.stops.slice(1, -1).flatMap((stop) => {
    const near = { left: stop.x - 200, right: stop.x + 200, top: stop.y - 120, bottom: stop.y + 120 };
    const { pictures, words } = nodesNear(view, near);
    return [...pictures, ...words].map((box) => asAtRest(box, stop, route));
  });
}

/** It sets out right beside it. */
function tagOfSender(view: View, route: Route, sender = ''): Box[] {
  const [start, tag] = [route.stops[0], view.words.get(sender)?.tag];
  return start && tag ? [asAtRest(tag.box, start, route)] : [];
}

/** Where a box would be if the stop that it is near were the last. */
function asAtRest({ left, right, top, bottom }: Box, stop: Spot, { stops }: Route): Box {
  const rest = stops.at(-1) ?? stop;
  const [aside, down] = [rest.x - stop.x, rest.y - stop.y];
  return { left: left + aside, right: right + aside, top: top + down, bottom: bottom + down };
}
