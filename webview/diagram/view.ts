/**
 * What the layers above the graph need to know of it at one moment: where each node is on the screen, how large
 * everything is, and what the frame says about it.
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

export interface View {
  readonly zoom: number;
  readonly nodes: readonly ViewNode[];
  readonly nodeById: ReadonlyMap<string, ViewNode>;
}

/** Type sizes follow the zoom, but stay readable in a small panel and modest in a large one. */
export function nameSize(zoom: number): number {
  return Math.min(19, Math.max(10.5, 14 * zoom));
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
