/**
 * What the layers above the graph need to know of it at one moment: where each node is on the screen, how large
 * everything is, what the frame says about it, and where words stand (`labels.ts` decides that).
 */
import type { NodeState } from '../../src/scene/scene';
import type { Box, Reach, Spot } from './geometry';

export interface ViewNode {
  readonly id: string;
  readonly label: string;
  /** The middle of the picture on the screen. */
  readonly spot: Spot;
  /** Half of the picture's width and height, in the diagram's units. */
  readonly half: { readonly width: number; readonly height: number };
  readonly state: NodeState | undefined;
}

export interface ViewCable {
  readonly id: string;
  /** First the end on which more hangs. */
  readonly ends: readonly [string, string];
  /** `100 Mbps · 2 ms`; the empty string where there is nothing to say. */
  readonly label: string;
}

/** Words that stand below a node, and on its upper edge. */
export interface NodeWords {
  /** What it is in this request. */
  readonly tag: PlacedWords | undefined;
  readonly name: PlacedWords | undefined;
  readonly role: PlacedWords | undefined;
}

export interface PlacedWords {
  readonly text: string;
  readonly size: number;
  readonly box: Box;
}

/** `5 × 100 Mbps`, `2 ms` beside a cable, so far that a message on the cable does not cover it. */
export interface ViewLabel {
  /** The ids of the nodes that the cable joins. */
  readonly ends: readonly string[];
  readonly lines: readonly string[];
  readonly size: number;
  readonly box: Box;
}

/** How wide the text is at a size in pixels, with the weight of its letters. */
export type Measure = (text: string, size: number, weight: number) => number;

export interface View {
  readonly zoom: number;
  readonly labels: readonly ViewLabel[];
  readonly nodes: readonly ViewNode[];
  readonly nodeById: ReadonlyMap<string, ViewNode>;
  readonly words: ReadonlyMap<string, NodeWords>;
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

/** The node with its words, as an obstacle for labels. */
export function boxOf(zoom: number, node: ViewNode): Box {
  const { side, up, down } = reachOf(zoom, node);
  const { x, y } = node.spot;
  return { left: x - side, right: x + side, top: y - up, bottom: y + down };
}

/** Names may be wider than the pictures above them. */
export function boxesOfWords({ tag, name, role }: Partial<NodeWords> = {}): Box[] {
  return [tag, name, role].flatMap((placed) => placed?.box ?? []);
}

/** The node's picture alone. */
export function pictureBox(zoom: number, { spot: { x, y }, half }: ViewNode): Box {
  const [side, upright] = [half.width * zoom, half.height * zoom];
  return { left: x - side, right: x + side, top: y - upright, bottom: y + upright };
}
