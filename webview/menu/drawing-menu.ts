/**
 * What can be done with the drawing itself, as entries of menus: how it is arranged, what is drawn as one, what is pinned.
 * Pure functions of the picture.
 */
import type { Picture } from '../../src/protocol/messages';
import { type DiagramNode, layoutKinds } from '../../src/scene/scene';
import type { Requests } from '../requests';
import { strings } from '../strings';
import type { MenuItem } from './menu';

export type DrawingActions = Pick<Requests, 'arrange' | 'fold' | 'pin'>;

/** For the whole network. */
export function layoutItems({ state, diagram }: Picture, { arrange, fold, pin }: DrawingActions): readonly MenuItem[] {
  const now = state.layout ?? 'automatic';
  const bundles = [...new Set(diagram.nodes.flatMap(({ bundle }) => bundle ?? []))];
  const folded = new Set(diagram.nodes.flatMap(({ bundle, count }) => (count > 1 && bundle ? [bundle] : [])));
  const few = bundles.slice(0, groupsInMenu);
  return [
    ...layoutKinds.map((kind) => ({
      text: strings.layouts[kind],
      isChosen: kind === now,
      act: () => arrange(kind),
    })),
    { text: strings.arrange, act: () => arrange(), isApart: true },
    ...few.map((bundle, place) => ({
      text: folded.has(bundle) ? strings.unfold(bundle) : strings.fold(bundle),
      isApart: place === 0,
      act: () => fold(bundle, !folded.has(bundle)),
    })),
    { text: strings.pinAll, act: () => pin(undefined, true), isApart: true },
    ...(diagram.nodes.some(({ pinned }) => pinned)
      ? [{ text: strings.unpinAll, act: () => pin(undefined, false) }]
      : []),
  ];
}

const groupsInMenu = 6;

/** For one node, below what can be tried out with it. */
export function nodeDrawingItems(node: DiagramNode, { fold, pin }: DrawingActions): readonly MenuItem[] {
  const { id, label, bundle, count, pinned } = node;
  const isFolded = count > 1;
  const folding = bundle
    ? [{ text: isFolded ? strings.unfold(bundle) : strings.fold(bundle), act: () => fold(bundle, !isFolded) }]
    : [];
  const pinning = { text: pinned ? strings.unpin(label) : strings.pin(label), act: () => pin([id], !pinned) };
  return [...folding, pinning].map((item, place) => ({ ...item, isApart: place === 0 }));
}
