/**
 * The messages of a frame as they will be drawn in one view: their ways, colours, and where their words stand. Worked out
 * once for a view; what moves asks only how far each of them is.
 */
import type { MovingMessage } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { aside, type Box, type Route } from './geometry';
import { labelled, type MessageLabel } from './message-label';
import { colourOf, routeOf } from './routes';
import { signRadius, type View } from './view';

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
  const queue = createQueue(messages.length);
  const voyages = messages.map((message): Voyage => {
    const radius = signRadius(view.zoom) * (message.current ? 1 : 0.75);
    const route = routeOf(view, message);
    const places = queue(message);
    return {
      message,
      route: route && aside(route, (stop) => places[stop] ?? 0, radius),
      colour: colourOf(view, message, theme),
      radius,
      label: undefined,
    };
  });
  return labelled(context, scenery, voyages).reverse();
}

/** More than these find no room beside each other at a node. */
const crowd = 19;

/** Who stops where somebody stops already stands beside: for each stop, how many were there before. All set out from one place. */
function createQueue(count: number): (message: MovingMessage) => readonly number[] {
  if (count > crowd) return () => [];
  const taken = new Map<string, number>();
  return ({ path }) =>
    path.map((node, place) => {
      if (place === 0) return 0;
      // At its end a message stands on its link, in between on the node.
      const link = place === path.length - 1 ? path[place - 1] : '';
      const key = JSON.stringify([node, link]);
      const before = taken.get(key) ?? 0;
      taken.set(key, before + 1);
      return before;
    });
}
