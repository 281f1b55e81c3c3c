/**
 * Opens the menu of what can be tried out: for what is pointed at in the drawing, for the node of the list that has the
 * focus, for the selected node. What the entries say and do is decided elsewhere.
 */
import type { Picture } from '../../src/protocol/messages';
import { strings } from '../strings';
import { type DrawingActions, nodeDrawingItems } from './drawing-menu';
import type { Menu, Spot } from './menu';
import { linkItems, linkTitle, nodeItems, type WhatIfActions } from './what-if-items';

export interface WhatIfMenu {
  openForNode(id: string, spot: Spot): void;
  openForLink(id: string, spot: Spot): void;
}

export function createWhatIfMenu(
  menu: Menu,
  picture: () => Picture | undefined,
  actions: WhatIfActions & DrawingActions,
): WhatIfMenu {
  return {
    openForNode(id, spot) {
      const now = picture();
      const node = now?.diagram.nodes.find((one) => one.id === id);
      if (!now || !node) return;
      const items = nodeItems(now, node, actions);
      // The way to its line stays the last.
      const all = [...items.slice(0, -1), ...nodeDrawingItems(node, actions), ...items.slice(-1)];
      menu.open(strings.whatIf.title(node.label), all, spot);
    },
    openForLink(id, spot) {
      const now = picture();
      const edge = now?.diagram.edges.find((one) => one.id === id);
      if (now && edge) menu.open(strings.whatIf.title(linkTitle(edge)), linkItems(now, edge, actions), spot);
    },
  };
}
