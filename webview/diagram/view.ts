/**
 * What the layers above the graph need to know of it at one moment: where each node is on the screen, how large
 * everything is, and what the frame says about it.
 */
import type { NodeState } from '../../src/scene/scene';
import { type Box, leave, type Reach, type Spot } from './geometry';

export interface ViewNode {
  readonly id: string;
  readonly label: string;
  /** The middle of the picture on the screen. */
  readonly spot: Spot;
  /** Half of the picture's width and height, in the diagram's units. */
  readonly half: { readonly width: number; readonly height: number };
  readonly state: NodeState | undefined;
}

/** `100 Mbps`, `2 ms` beside the middle of its cable, so far that a message on the cable does not cover it. */
export interface ViewLabel {
  /** The ids of the nodes that the cable joins. */
  readonly ends: readonly string[];
  readonly lines: readonly string[];
  readonly size: number;
  readonly box: Box;
}

export interface View {
  readonly zoom: number;
  readonly labels: readonly ViewLabel[];
  readonly nodes: readonly ViewNode[];
  readonly nodeById: ReadonlyMap<string, ViewNode>;
}

/** Type sizes follow the zoom, but stay readable in a small panel and modest in a large one. */
export function nameSize(zoom: number): number {
  return Math.min(19, Math.max(zoom < 0.35 ? 9 : 10.5, 14 * zoom));
}

export function roleSize(zoom: number): number {
  return Math.min(16, Math.max(9.5, 11.5 * zoom));
}

/** Below this there is no room for words. */
export function showsNames(zoom: number): boolean {
  return zoom >= 0.22;
}

export function showsRoles(zoom: number): boolean {
  return zoom >= 0.4;
}

/** Half of the sign of a message, in pixels; in a small picture it must not hide the machines. */
export function signRadius(zoom: number): number {
  return 13 * Math.min(1, Math.max(0.62, zoom * 1.6));
}

export function reachOf(zoom: number, { state, half }: ViewNode): Reach {
  const hasRole = state !== undefined && (state.roleSoFar !== undefined || !state.online);
  const words = (showsNames(zoom) ? nameSize(zoom) + 8 : 0) + (hasRole && showsRoles(zoom) ? roleSize(zoom) + 4 : 0);
  const tag = state?.roleNow === undefined ? 0 : roleSize(zoom) / 2 + 4;
  return { side: half.width * zoom + 7, up: half.height * zoom + 6 + tag, down: half.height * zoom + words + 4 };
}

/**
 * Beside the middle of what is seen of a cable: above one that lies, on the right of one that goes straight up or down, on
 * the outside of one that fans out from `hub` to `end`. Undefined where that is too short.
 */
export function cableLabel(text: string, hub: ViewNode, end: ViewNode, zoom: number): ViewLabel | undefined {
  const from = leave(hub.spot, end.spot, reachOf(zoom, hub));
  const to = leave(end.spot, hub.spot, reachOf(zoom, end));
  const lines = text.split(' · ');
  const size = roleSize(zoom) * 0.92;
  const width = Math.max(...lines.map((line) => line.length)) * size * 0.58;
  const height = lines.length * (size + 3);
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
  if (length < Math.abs(across.x) * height + Math.abs(across.y) * width) return undefined;
  const lies = Math.abs(across.x) <= 0.15;
  const outwards = to.x - from.x < -0.1 * length ? -1 : 1;
  const side = (lies ? across.y < 0 : across.x * outwards > 0) ? 1 : -1;
  const gap = signRadius(zoom) + 2;
  const distance = side * (gap + (Math.abs(across.x) * width) / 2 + (Math.abs(across.y) * height) / 2);
  const middle = { x: (from.x + to.x) / 2 + across.x * distance, y: (from.y + to.y) / 2 + across.y * distance };
  const [left, top] = [middle.x - width / 2, middle.y - height / 2];
  return { ends: [hub.id, end.id], lines, size, box: { left, top, right: left + width, bottom: top + height } };
}

/** The node with its words, as an obstacle for labels. */
export function boxOf(zoom: number, node: ViewNode): Box {
  const { side, up, down } = reachOf(zoom, node);
  const { x, y } = node.spot;
  return { left: x - side, right: x + side, top: y - up, bottom: y + down };
}
