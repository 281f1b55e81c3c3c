/** From a message's path to its way over the screen, and the colour that says who sends it. */
import type { MovingMessage } from '../../src/scene/scene';
import type { Theme } from '../theme';
import { type Route, routeThrough } from './geometry';
import { reachOf, type View, type ViewNode } from './view';

export function routeOf(view: View, message: MovingMessage): Route | undefined {
  const nodes = message.path.flatMap((id) => view.nodeById.get(id) ?? []);
  return routeThrough(
    nodes.map(({ spot }) => spot),
    (place) => reachOf(view.zoom, nodes[place] as ViewNode),
  );
}

/** What the client sends has the client's colour, what the server sends the server's. */
export function colourOf(view: View, message: MovingMessage, theme: Theme): string {
  const role = view.nodeById.get(message.path[0] ?? '')?.state?.roleNow;
  if (role && message.current) return theme[role];
  return message.shape === 'request' || message.shape === 'query' ? theme.client : theme.server;
}
