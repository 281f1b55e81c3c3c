/** From a message's path to its way over the screen, and the colour that says who sends it. */
import type { MovingMessage } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { type Route, routeThrough } from './geometry';
import { reachOf, type View, type ViewNode } from './view';

/** The sign of a message stops this far before the tip of its arrow: the name of the machine stays readable. */
const standoff = 30;

export function nodesOn(view: View, { path }: MovingMessage): ViewNode[] {
  return path.flatMap((id) => view.nodeById.get(id) ?? []);
}

/** Undefined where it does not leave its node. */
export function routeOf(view: View, message: MovingMessage): Route | undefined {
  const nodes = nodesOn(view, message);
  return routeThrough(
    nodes.map(({ spot }) => spot),
    (place) => reachOf(view.zoom, nodes[place] as ViewNode),
    message.lost ? 'lost' : { standoff },
  );
}

/** What the client sends has the client's colour, what the server sends the server's. */
export function colourOf(view: View, message: MovingMessage, theme: Theme): string {
  const role = view.nodeById.get(message.path[0] ?? '')?.state?.roleNow;
  if (role && message.current) return theme[role];
  return message.shape === 'request' || message.shape === 'query' ? theme.client : theme.server;
}
