/** What can be tried out with a node or a link, as entries of a menu. A pure function of the picture. */
import type { Picture } from '../../src/protocol/messages';
import type { DiagramEdge, DiagramNode, StepFilter } from '../../src/scene/scene';
import type { WhatIfChange } from '../../src/scene/what-if';
import { strings } from '../strings';
import type { MenuItem } from './menu';

export interface WhatIfActions {
  readonly tryOut: (change: WhatIfChange) => void;
  readonly endExperiment: () => void;
  /** Lets the user choose among the links of a node. */
  readonly cutLink: (node: string) => void;
  readonly reveal: (line: number) => void;
  readonly filter: (filter: StepFilter) => void;
}

/** More links than this are chosen from a list of their own. */
const linksInMenu = 6;

const factors = [1, 4, 10] as const;

export function nodeItems(picture: Picture, node: DiagramNode, actions: WhatIfActions): readonly MenuItem[] {
  const isDevice = node.shape === 'switch' || node.shape === 'router' || node.shape === 'cloud';
  return [
    onlineItem(picture, node, actions),
    ...(isDevice ? [] : speedItems(picture, node, actions)),
    ...linksOfNode(picture, node, actions),
    ...soloItems(picture, node, actions),
    ...lastItems(picture, node.line, actions),
  ];
}

export function linkItems(picture: Picture, edge: DiagramEdge, actions: WhatIfActions): readonly MenuItem[] {
  const cut = edge.kind === 'implied' ? [] : [linkItem(picture, edge, actions)];
  return [...cut, ...lastItems(picture, edge.line, actions)];
}

/** As it is called in the menu's title. */
export function linkTitle({ from, to }: DiagramEdge): string {
  return `${from} – ${to}`;
}

function onlineItem({ start }: Picture, { id, count }: DiagramNode, { tryOut }: WhatIfActions): MenuItem {
  const isOffline = start.offline.includes(id);
  const words = count > 1 ? strings.whatIf.ofGroup : strings.whatIf;
  return isOffline
    ? { text: words.bringBack(id), act: () => tryOut({ kind: 'online', node: id }) }
    : { text: words.takeOffline(id), act: () => tryOut({ kind: 'offline', node: id }) };
}

function speedItems({ start }: Picture, { id }: DiagramNode, { tryOut }: WhatIfActions): readonly MenuItem[] {
  const now = start.slow.find((slow) => slow.id === id)?.factor ?? 1;
  return factors.map((factor, place) => ({
    text: strings.whatIf.speed[factor],
    isChosen: factor === now,
    isApart: place === 0,
    act: () => tryOut({ kind: 'slow', host: id, factor }),
  }));
}

function linksOfNode(picture: Picture, { id }: DiagramNode, actions: WhatIfActions): readonly MenuItem[] {
  const links = picture.diagram.edges.filter(({ kind, from, to }) => kind !== 'implied' && (from === id || to === id));
  const shown = links.length > linksInMenu ? [] : links.map((edge) => linkItem(picture, edge, actions, id));
  const rest = links.length > linksInMenu ? [{ text: strings.whatIf.cutOne, act: () => actions.cutLink(id) }] : [];
  return [...shown, ...rest].map((item, place) => ({ ...item, isApart: place === 0 }));
}

/** Seen from one end it is named after the other. */
function linkItem({ start }: Picture, edge: DiagramEdge, { tryOut }: WhatIfActions, end?: string): MenuItem {
  const { id, from, to, kind } = edge;
  const isCut = start.cut.includes(id);
  const words = strings.whatIf[kind === 'overlay' ? 'neighbours' : 'cable'];
  const other = end === undefined ? undefined : end === from ? to : from;
  const text = isCut ? words.mend(other) : words.cut(other);
  return { text, act: () => tryOut({ kind: isCut ? 'restore' : 'cut', a: from, b: to }) };
}

/** Only what this node sends, receives or passes on; or everything again. */
function soloItems({ filter }: Picture, { id }: DiagramNode, actions: WhatIfActions): readonly MenuItem[] {
  if (!filter) return [];
  const { hosts } = filter.chosen;
  const isAlone = hosts.length === 1 && hosts[0] === id;
  const act = () => actions.filter({ ...filter.chosen, hosts: isAlone ? [] : [id] });
  return [{ text: isAlone ? strings.whatIf.showAll : strings.whatIf.showOnly(id), isApart: true, act }];
}

function lastItems(
  { experiment }: Picture,
  line: number,
  { endExperiment, reveal }: WhatIfActions,
): readonly MenuItem[] {
  const end = experiment ? [{ text: strings.whatIf.end, act: endExperiment, isApart: true }] : [];
  return [...end, { text: strings.goToLine(line), act: () => reveal(line), isApart: true }];
}
