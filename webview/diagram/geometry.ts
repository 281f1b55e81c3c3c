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
  /** Where the message starts, the middles of the nodes between, and where it comes to rest. */
  readonly stops: readonly Spot[];
}

/** How a way ends: `standoff` pixels before the receiver's picture, or astray between the last two nodes. */
export type RouteEnd = { readonly standoff: number } | 'lost';

export function routeThrough(
  middles: readonly Spot[],
  reachOf: (place: number) => Reach,
  end: RouteEnd,
): Route | undefined {
  const [first, last, before] = [middles[0], middles.at(-1), middles.at(-2)];
  if (!first || !last || !before) return undefined;
  const start = leave(first, middles[1] as Spot, reachOf(0));
  const from = middles.length === 2 ? start : leave(before, last, reachOf(middles.length - 2));
  const to = leave(last, before, reachOf(middles.length - 1));
  const rest = end === 'lost' ? between(from, to, lostPart) : between(to, from, standoffPart(from, to, end.standoff));
  return { stops: [start, ...middles.slice(1, -1), rest] };
}

/** In the first half of a cable: where it is cut, a gap is in its middle. */
export const lostPart = 0.36;

/** At most half of the way that is seen. */
function standoffPart(from: Spot, to: Spot, standoff: number): number {
  const length = distance(from, to);
  return length === 0 ? 0 : Math.min(0.5, standoff / length);
}

export function between(from: Spot, to: Spot, part: number): Spot {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

export function distance(from: Spot, to: Spot): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
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

export interface Pose extends Spot {
  /** Direction of travel in radians. */
  readonly angle: number;
}

/** The place after so many hops; 1.5 is halfway from the second stop to the third. */
export function poseAt({ stops }: Route, passed: number): Pose {
  const hop = Math.max(0, Math.min(stops.length - 2, Math.floor(passed)));
  const [from, to] = [stops[hop], stops[hop + 1]];
  if (!from || !to) return { ...(stops[0] ?? { x: 0, y: 0 }), angle: 0 };
  return { ...between(from, to, Math.min(1, passed - hop)), angle: Math.atan2(to.y - from.y, to.x - from.x) };
}

/** Places along the way up to there, about `gap` pixels from each other. */
export function spotsAlong(route: Route, passed: number, gap: number): Spot[] {
  const spots: Spot[] = [];
  for (let hop = 0; hop < route.stops.length - 1 && hop < passed; hop += 1) {
    const [from, to] = [route.stops[hop] as Spot, route.stops[hop + 1] as Spot];
    const part = Math.min(1, passed - hop);
    const count = Math.max(1, Math.round((distance(from, to) * part) / gap));
    for (let place = 0; place < count; place += 1) spots.push(between(from, to, (part * place) / count));
  }
  return spots;
}

/** The same way for a sign that finds others at its stops: `placeAt` says how many. */
export function aside({ stops }: Route, placeAt: (stop: number) => number, radius: number): Route {
  return {
    stops: stops.map(({ x, y }, stop) => {
      const beside = placeInCrowd(placeAt(stop));
      return { x: x + 2.1 * radius * beside.x, y: y + 2.1 * radius * beside.y };
    }),
  };
}

/** In rings: the first in the middle, six around it, twelve around those. Measured in the diameter of a sign. */
function placeInCrowd(place: number): Spot {
  if (place === 0) return { x: 0, y: 0 };
  let [ring, first] = [1, 1];
  while (place >= first + 6 * ring) {
    first += 6 * ring;
    ring += 1;
  }
  const angle = (2 * Math.PI * (place - first)) / (6 * ring) - Math.PI / 6;
  return { x: ring * Math.cos(angle), y: ring * Math.sin(angle) };
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
