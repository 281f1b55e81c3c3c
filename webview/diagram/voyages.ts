/**
 * The messages of a frame as they will be drawn in one view: their ways, colours, and where their words stand. Worked out
 * once for a view; what moves asks only how far each of them is.
 */
import type { MovingMessage } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { type Box, beside, boxAround, overlap, type Route, type Spot } from './geometry';
import { labelled, type MessageLabel } from './message-label';
import { colourOf, routeOf } from './routes';
import { boxesOfWords, signRadius, type View } from './view';

export interface Voyage {
  readonly message: MovingMessage;
  /** Undefined where it does not leave its node. */
  readonly route: Route | undefined;
  readonly colour: string;
  /** Half of the sign, in pixels. */
  readonly radius: number;
  readonly label: MessageLabel | undefined;
}

export interface Scenery {
  readonly view: View;
  readonly theme: Theme;
  readonly bounds: Box;
}

/** In the order in which they are drawn: the step's own message last, on top of the others. */
export function voyagesOf(
  context: CanvasRenderingContext2D,
  scenery: Scenery,
  messages: readonly MovingMessage[],
): readonly Voyage[] {
  const { view, theme } = scenery;
  const standing = createCrowd(view, messages.length);
  const voyages = messages.map((message): Voyage => {
    const radius = signRadius(view.zoom) * (message.current ? 1 : 0.75);
    const route = routeOf(view, message);
    return {
      message,
      route: route && standing(message, route, radius),
      colour: colourOf(view, message, theme),
      radius,
      label: undefined,
    };
  });
  return labelled(context, scenery, voyages).reverse();
}

/** More than these find no room beside each other at a node. */
const crowd = 19;
/** Places in a crowd: some of them stay free, so that names can be read. */
const places = 37;

/** The same way for a sign that finds others at its stops: there it stands beside them, and not on the words of its nodes. */
function createCrowd({ words }: View, count: number) {
  if (count > crowd) return (_: MovingMessage, route: Route) => route;
  /** By stop, the first place that is free. */
  const free = new Map<string, number>();
  return ({ path }: MovingMessage, { stops }: Route, radius: number): Route => {
    const legible = path.flatMap((node) => boxesOfWords(words.get(node)));
    const isOnWords = (spot: Spot) => legible.some((box) => overlap(box, boxAround(spot, radius)) > 0);
    // All set out from one place. At its end a message stands on its link, in between on the node.
    const stands = (stop: Spot, place: number): Spot => {
      if (place === 0) return stop;
      const key = JSON.stringify([path[place], place === stops.length - 1 ? path[place - 1] : '']);
      let at = free.get(key) ?? 0;
      while (at > 0 && at < places - 1 && isOnWords(beside(stop, at, radius))) at += 1;
      free.set(key, at + 1);
      return beside(stop, at, radius);
    };
    return { stops: stops.map(stands) };
  };
}
