/**
 * What cables carry, beside them and never on anything else: above a cable that lies, on the right of one that goes straight
 * up or down, on the outside of one that fans out, or wherever else there is room. Cables of one machine that are all alike
 * are labelled once, with their number. Pure geometry.
 */
import { comesInto } from '../../src/scene/crossing';
import type { Diagram } from '../../src/scene/scene';
import { strings } from '../strings';
import { boxIndex } from './box-index';
import { type Box, between, distance, leave, type Spot } from './geometry';
import type { Standing } from './labels';
import {
  type Measure,
  nameSize,
  reachOf,
  roleSize,
  signRadius,
  type ViewCable,
  type ViewLabel,
  type ViewNode,
} from './view';

/** Up to here each cable says what it carries. */
const fewAlike = 2;
/** Of more cables that are alike these are tried for the one label. */
const triedAtMost = 9;

type Nodes = ReadonlyMap<string, ViewNode>;

/** Worked out once for a diagram, because it looks at all of it. */
export function cablesIn({ edges }: Diagram): ViewCable[] {
  const degrees = new Map<string, number>();
  for (const end of edges.flatMap(({ from, to }) => [from, to])) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const degree = (id: string) => degrees.get(id) ?? 0;
  return edges.map(({ id, from, to, label }) => ({
    ...{ id, label },
    ends: degree(from) >= degree(to) ? [from, to] : [to, from],
  }));
}

export function cableLabels(standing: Standing, nodes: Nodes): ViewLabel[] {
  const { cables, focus } = standing;
  const room = roomFor(standing, nodes);
  const placed: ViewLabel[] = [];
  const tell = (group: readonly ViewCable[], lines: readonly string[], isWanted: boolean) => {
    const label = bestPlace(group, lines, standing, nodes, room, isWanted);
    if (!label) return;
    room.take(label.box);
    placed.push(label);
  };
  const labelled = cables.filter(({ label }) => label !== '');
  const inFocus = labelled.filter(({ id, ends }) => focus.has(id) || ends.some((end) => focus.has(end)));
  // What is pointed at says what it carries; with a whole switch that would be too much.
  if (inFocus.length <= 12) for (const cable of inFocus) tell([cable], linesOf(cable.label), true);
  for (const group of alike(labelled)) {
    const rest = group.filter((cable) => !inFocus.includes(cable));
    if (rest.length === 0) continue;
    const [first] = rest as [ViewCable];
    if (group.length <= fewAlike) for (const cable of rest) tell([cable], linesOf(cable.label), false);
    else tell(middleOf(rest), counted(group.length, linesOf(first.label)), false);
  }
  return placed;
}

/** One fact a line: narrow enough for cables that run close to each other. */
function linesOf(label: string): readonly string[] {
  return label.split(' · ');
}

function counted(count: number, [first = '', ...others]: readonly string[]): readonly string[] {
  return [`${count} × ${first}`, ...others];
}

/** By what they lead from and what they carry. */
function alike(cables: readonly ViewCable[]): readonly (readonly ViewCable[])[] {
  const groups = new Map<string, ViewCable[]>();
  for (const cable of cables) {
    const key = `${cable.ends[0]}\n${cable.label}`;
    const group = groups.get(key);
    if (group) group.push(cable);
    else groups.set(key, [cable]);
  }
  return [...groups.values()];
}

/** From the one in the middle outwards. */
function middleOf(cables: readonly ViewCable[]): readonly ViewCable[] {
  const middle = (cables.length - 1) / 2;
  return cables
    .map((cable, index) => ({ cable, far: Math.abs(index - middle) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, triedAtMost)
    .map(({ cable }) => cable);
}

interface Room {
  isFree(box: Box): boolean;
  take(box: Box): void;
  /** How many other cables run behind it. */
  crossings(box: Box, cable: ViewCable): number;
}

/** Among more than these a label crosses one wherever it stands. */
const manyCables = 200;

/** A node keeps the place of its tag and its role, so that labels do not jump from step to step. */
function roomFor({ zoom, nodes: all, cables, bounds, measure }: Standing, nodes: Nodes): Room {
  const taken = boxIndex();
  for (const node of all) taken.add(reserved(zoom, node, measure));
  const lines = (cables.length > manyCables ? [] : cables).flatMap(({ id, ends }) => {
    const [a, b] = [nodes.get(ends[0]), nodes.get(ends[1])];
    return a && b ? [{ id, from: a.spot, to: b.spot }] : [];
  });
  const isInside = ({ left, top, right, bottom }: Box) =>
    left >= bounds.left && top >= bounds.top && right <= bounds.right && bottom <= bounds.bottom;
  return {
    isFree: (box) => isInside(box) && !taken.isTaken(box),
    take: (box) => taken.add(box),
    crossings: (box, { id }) => lines.filter((line) => line.id !== id && comesInto(line.from, line.to, box)).length,
  };
}

function reserved(zoom: number, { spot: { x, y }, half, label, state }: ViewNode, measure: Measure): Box {
  const takesRoles = state?.crowd !== undefined || half.height > 30;
  const words = nameSize(zoom) + 8 + (takesRoles ? roleSize(zoom) + 6 : 0);
  const name = Math.min(measure(label, nameSize(zoom), 600), 146 * zoom);
  const role = takesRoles ? measure(strings.both, roleSize(zoom), 700) : 0;
  const side = Math.max(half.width * zoom, name / 2, role / 2) + 3;
  return {
    left: x - side,
    right: x + side,
    top: y - half.height * zoom - roleSize(zoom) / 2 - 4,
    bottom: y + half.height * zoom + words,
  };
}

interface Words {
  readonly lines: readonly string[];
  readonly size: number;
  readonly width: number;
}

interface Candidate {
  readonly label: ViewLabel;
  readonly cost: number;
}

/** Undefined where there is no room beside any of the cables; what is wanted stands there all the same. */
function bestPlace(
  group: readonly ViewCable[],
  lines: readonly string[],
  { zoom, measure }: Standing,
  nodes: Nodes,
  room: Room,
  isWanted: boolean,
): ViewLabel | undefined {
  let best: Candidate | undefined;
  const size = roleSize(zoom) * 0.92;
  const width = Math.max(...lines.map((line) => measure(line, size, 400))) + 6;
  for (const [index, cable] of group.entries()) {
    for (const { label, cost } of candidates(cable, { lines, size, width }, zoom, nodes)) {
      const isFree = room.isFree(label.box);
      if (!isFree && !isWanted) continue;
      const total = cost + index * 0.4 + (isFree ? 0 : 50) + 1.5 * room.crossings(label.box, cable);
      if (!best || total < best.cost) best = { label, cost: total };
    }
    if (best && best.cost <= index * 0.4) break;
  }
  return best?.label;
}

/** Parts of what is seen of the cable, the best first. */
const parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

function candidates({ ends }: ViewCable, { lines, size, width }: Words, zoom: number, nodes: Nodes): Candidate[] {
  const [hub, end] = [nodes.get(ends[0]), nodes.get(ends[1])];
  if (!hub || !end) return [];
  const from = leave(hub.spot, end.spot, reachOf(zoom, hub));
  const to = leave(end.spot, hub.spot, reachOf(zoom, end));
  const height = lines.length * (size + 3);
  const length = distance(from, to) || 1;
  const across = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
  if (length < Math.abs(across.x) * height * 0.7 + Math.abs(across.y) * width * 0.7) return [];
  const side = preferredSide(from, to, across, length);
  return parts.flatMap((part, place) =>
    [side, -side].map((own): Candidate => {
      const gap = own * (signRadius(zoom) + 2 + (Math.abs(across.x) * width + Math.abs(across.y) * height) / 2);
      const foot = between(from, to, part);
      const [x, y] = [foot.x + across.x * gap, foot.y + across.y * gap];
      const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
      return { label: { ends, lines, size, box }, cost: place * 0.3 + (own === side ? 0 : 0.5) };
    }),
  );
}

function preferredSide(from: Spot, to: Spot, across: Spot, length: number): number {
  const lies = Math.abs(across.x) <= 0.15;
  const outwards = to.x - from.x < -0.1 * length ? -1 : 1;
  return (lies ? across.y < 0 : across.x * outwards > 0) ? 1 : -1;
}
