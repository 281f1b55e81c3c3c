/**
 * Opens the menu of what can be tried out: for what is pointed at in the drawing, for the node of the list that has the
 * focus, for the selected node. What the entries say and do is decided elsewhere.
 */
import type { Picture } from '../../src/protocol/messages';
import { strings } from '../strings';
import { createMenu, type Spot } from './menu';
import { linkItems, linkTitle, nodeItems, type WhatIfActions } from './what-if-items';

export interface WhatIfMenu {
  readonly element: HTMLElement;
  openForNode(id: string, spot: Spot): void;
  openForLink(id: string, spot: Spot): void;
  close(): void;
}

export function createWhatIfMenu(picture: () => Picture | undefined, actions: WhatIfActions): WhatIfMenu {
  const menu = createMenu();
  return {
    element: menu.element,
    openForNode(id, spot) {
      const now = picture();
      const node = now?.diagram.nodes.find((one) => one.id === id);
      if (now && node) menu.open(strings.whatIf.title(node.label), nodeItems(now, node, actions), spot);
    },
    openForLink(id, spot) {
      const now = picture();
      const edge = now?.diagram.edges.find((one) => one.id === id);
      if (now && edge) menu.open(strings.whatIf.title(linkTitle(edge)), linkItems(now, edge, actions), spot);
    },
    close: menu.close,
  };
}

/** Below an element: where a menu opens that was asked for by a key or a button. */
export function below(element: Element): Spot {
  const { left, bottom } = element.getBoundingClientRect();
  return { x: left + 8, y: bottom + 2 };
}
