/**
 * The messages of a frame as they will be drawn in one view: their ways, colours, and where their words stand. Worked out
 * once for a view; what moves asks only how far each of them is.
 */
import type { MovingMessage } from '../../src/scene/scene';
import type { Theme } from '../theme';
import type { Box, Route } from './geometry';
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
  const voyages = messages.map((message): Voyage => {
    const radius = signRadius(view.zoom) * (message.current ? 1 : 0.75);
    return {
      message,
      route: routeOf(view, message),
      colour: colourOf(view, message, theme),
      radius,
      label: undefined,
    };
  });
  return labelled(context, scenery, voyages).reverse();
}
