/**
 * Where a message runs and rests, as pure geometry in screen pixels: from the edge of the sender's picture to the edge of
 * the receiver's, through the middle of what lies between.
 */

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How far a node's picture, with its tag above and its label below, reaches from its middle. */
export interface Reach {
  readonly side: number;
  readonly up: number;
  readonly down: number;
}

export interface Route {
  /** Corners: the start at the sender, the nodes between, the end at the receiver. */
  readonly corners: readonly Spot[];
  readonly length: number;
}

export function routeThrough(middles: readonly Spot[], reachOf: (place: number) => Reach): Route | undefined {
  const first = middles[0];
  const last = middles.at(-1);
  if (middles.length < 2 || !first || !last) return undefined;
  const start = leave(first, middles[1] as Spot, reachOf(0));
  const end = leave(last, middles.at(-2) as Spot, reachOf(middles.length - 1));
  const corners = [start, ...middles.slice(1, -1), end];
  return { corners, length: pieces(corners).reduce((sum, piece) => sum + piece.length, 0) };
}

/** Where the line from the middle towards `target` leaves the node's box; at most 45% of the way. */
export function leave(middle: Spot, target: Spot, reach: Reach): Spot {
  const dx = target.x - middle.x;
  const dy = target.y - middle.y;
  const sideways = dx === 0 ? Number.POSITIVE_INFINITY : reach.side / Math.abs(dx);
  const upright = dy === 0 ? Number.POSITIVE_INFINITY : (dy < 0 ? reach.up : reach.down) / Math.abs(dy);
  const part = Math.min(sideways, upright, 0.45);
  return { x: middle.x + dx * part, y: middle.y + dy * part };
}

export interface Piece {
  readonly from: Spot;
  readonly to: Spot;
  readonly length: number;
}

export function pieces(corners: readonly Spot[]): Piece[] {
  return corners.slice(1).map((to, place) => {
    const from = corners[place] as Spot;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
}

export interface Pose extends Spot {
  /** Direction of travel in radians. */
  readonly angle: number;
}

/** The place after `progress` (0 … 1) of the route, `standoff` pixels short of its end. */
export function poseAt({ corners, length }: Route, progress: number, standoff: number): Pose {
  let left = Math.max(0, length - standoff) * Math.min(1, Math.max(0, progress));
  const all = pieces(corners);
  for (const [place, { from, to, length: own }] of all.entries()) {
    if (left > own && place < all.length - 1) {
      left -= own;
      continue;
    }
    const part = own === 0 ? 0 : left / own;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part, angle };
  }
  return { ...(corners[0] ?? { x: 0, y: 0 }), angle: 0 };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Square pixels that a label may cover before it rather moves away from its message. */
const farAway = 250;

/** Where a label beside `spot` covers least; as an offset of its top left corner from the spot. */
export function labelOffset(
  spot: Spot,
  size: { width: number; height: number },
  obstacles: readonly Box[],
  bounds: Box,
): Spot {
  const gap = 18;
  const { width, height } = size;
  const candidates: Spot[] = [
    { x: gap, y: -height / 2 },
    { x: -gap - width, y: -height / 2 },
    { x: -width / 2, y: -gap - height },
    { x: -width / 2, y: gap },
    { x: 4, y: -gap - height },
    { x: -4 - width, y: -gap - height },
    { x: 4, y: gap },
    { x: -4 - width, y: gap },
    { x: -width / 2, y: -3 * gap - height },
    { x: -width / 2, y: 3 * gap },
    { x: 3 * gap, y: -height / 2 },
    { x: -3 * gap - width, y: -height / 2 },
  ];
  let best = candidates[0] as Spot;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, candidate] of candidates.entries()) {
    const left = spot.x + candidate.x;
    const top = spot.y + candidate.y;
    const box = { left, top, right: left + width, bottom: top + height };
    const covered = obstacles.reduce((sum, obstacle) => sum + overlap(box, obstacle), 0);
    const outside = width * height - overlap(box, bounds);
    const cost = covered + 3 * outside + (place < 8 ? 0 : farAway);
    if (cost < least - 1) {
      least = cost;
      best = candidate;
    }
  }
  return best;
}

/** The area that both cover. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
