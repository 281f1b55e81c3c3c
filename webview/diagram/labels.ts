/**
 * Which words stand where: the names of nodes and their roles below them, what cables carry beside them. Nothing covers
 * anything: where there is no room, the least important is left out, and shown when its node or cable is pointed at. A pure
 * function of where things are; it knows no canvas, and what moves comes later.
 */
import { roleWords } from '../role-words';
import { strings } from '../strings';
import { boxIndex } from './box-index';
import { cableLabels } from './cable-labels';
import type { Box } from './geometry';
import {
  type Measure,
  type NodeWords,
  nameSize,
  type PlacedWords,
  pictureBox,
  roleSize,
  showsNames,
  showsRoles,
  type View,
  type ViewCable,
  type ViewNode,
} from './view';

export interface Standing {
  readonly zoom: number;
  readonly nodes: readonly ViewNode[];
  readonly cables: readonly ViewCable[];
  /** Ids of what the user points at or has selected. */
  readonly focus: ReadonlySet<string>;
  readonly bounds: Box;
  readonly measure: Measure;
}

export function viewOf(standing: Standing): View {
  const { zoom, nodes, bounds } = standing;
  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const seen = { ...standing, nodes: nodes.filter((node) => isSeen(node, bounds)) };
  const words = nodeWords(seen);
  const labels = showsRoles(zoom) ? cableLabels(seen, nodeById) : [];
  return { zoom, labels, nodes, nodeById, words };
}

/** Words of a node may be seen where its picture is not. */
const beyond = 120;

function isSeen({ spot: { x, y } }: ViewNode, { left, right, top, bottom }: Box): boolean {
  return x > left - beyond && x < right + beyond && y > top - beyond && y < bottom + beyond;
}

/** The more important first: who takes part in this step, what is pointed at, who is offline, then in the order of the file. */
function nodeWords({ zoom, nodes, focus, measure, bounds }: Standing): Map<string, NodeWords> {
  const taken = boxIndex();
  const tags = new Map(nodes.flatMap((node) => tagOn(zoom, node, measure)));
  // Where pictures are dots, who takes part is named above them.
  if (showsNames(zoom)) for (const node of nodes) taken.add(pictureBox(zoom, node), node.id);
  for (const [id, { box }] of tags) taken.add(box, id);
  const rank = ({ id, state }: ViewNode) =>
    (state?.roleNow ? 4 : 0) + (focus.has(id) ? 2 : 0) + (state?.online === false ? 1 : 0);
  const named = showsNames(zoom) ? nodes : nodes.filter((node) => rank(node) >= 2);
  const ordered = [...named].sort((a, b) => rank(b) - rank(a));
  const names = new Map<string, PlacedWords>();
  for (const node of ordered) {
    const name = namesBelow(zoom, node, measure).find(({ box }) => !taken.isTaken(box, node.id));
    if (!name) continue;
    taken.add(name.box, node.id);
    names.set(node.id, name);
  }
  const roles = new Map<string, PlacedWords>();
  for (const node of ordered) {
    // In a tiny picture the tag says enough.
    if (!showsRoles(zoom) && (rank(node) < 2 || !showsNames(zoom))) continue;
    const free = rolesBelow(zoom, node, measure).filter(({ box }) => !taken.isTaken(box, node.id));
    const role = free.find(({ box }) => box.left >= bounds.left && box.right <= bounds.right) ?? free.at(-1);
    if (!role) continue;
    taken.add(role.box, node.id);
    roles.set(node.id, role);
  }
  return new Map(named.map(({ id }) => [id, { tag: tags.get(id), name: names.get(id), role: roles.get(id) }]));
}

/** Who takes part is named in full if there is room; names next to each other must not run into each other. */
function namesBelow(zoom: number, node: ViewNode, measure: Measure): PlacedWords[] {
  const size = nameSize(zoom);
  const full = measure(node.label, size, 600);
  const usual = Math.min(full, 146 * zoom);
  const widths = node.state?.roleNow ? [Math.min(full, Math.max(80, usual)), usual, usual * 0.7] : [usual];
  return widths.map((width) => ({ text: node.label, size, box: below(node, nameDistance(zoom, node), width, size) }));
}

function nameDistance(zoom: number, { half }: ViewNode): number {
  return half.height * zoom + Math.min(7, Math.max(3, 12 * zoom));
}

/** In full, and shorter. */
function rolesBelow(zoom: number, node: ViewNode, measure: Measure): PlacedWords[] {
  const { state } = node;
  const size = roleSize(zoom);
  const top = nameDistance(zoom, node) + 5 + nameSize(zoom);
  const isAllThere = state?.online === true && (state.crowd?.offline ?? 0) === 0;
  const short = isAllThere && state.roleSoFar ? strings[state.roleSoFar] : undefined;
  const texts = new Set([roleWords(state), short].filter((text) => text !== undefined));
  return [...texts].map((text) => ({ text, size, box: below(node, top, measure(text, size, 700), size) }));
}

function below({ spot }: ViewNode, distance: number, width: number, size: number): Box {
  const [left, top] = [spot.x - width / 2, spot.y + distance];
  return { left: left - 2, right: left + width + 2, top, bottom: top + size + 3 };
}

/** The role in this request, on the upper edge of the picture. */
function tagOn(zoom: number, { id, spot: { x, y }, half, state }: ViewNode, measure: Measure): [string, PlacedWords][] {
  if (!state?.roleNow) return [];
  const text = strings[state.roleNow];
  const size = roleSize(zoom);
  const side = (measure(text, size, 700) + size * 1.1) / 2;
  const middle = y - half.height * zoom - 1;
  const box = { left: x - side, right: x + side, top: middle - size / 2 - 3, bottom: middle + size / 2 + 3 };
  return [[id, { text, size, box }]];
}
