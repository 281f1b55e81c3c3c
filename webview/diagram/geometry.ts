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

/** Where a sign stands that finds others at its stop: `place` says how many. */
export function beside({ x, y }: Spot, place: number, radius: number): Spot {
  const away = placeInCrowd(place);
  return { x: x + 2.5 * radius * away.x, y: y + 2.5 * radius * away.y };
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

export function boxAround({ x, y }: Spot, reach: number): Box {
  return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach };
}

/** What a label may cover: nothing of `hard`, if that can be had at all; of `soft` as little as possible. */
export interface Obstacles {
  readonly hard: readonly Box[];
  readonly soft: readonly Box[];
}

/** Distances from the spot that are tried, in pixels, the nearest first. */
const gaps = [18, 30, 46, 66, 90, 120, 160];

/** Where a label beside `spot` covers least; as an offset of its top left corner from the spot. Clear: nothing that is hard. */
export function labelOffset(
  spot: Spot,
  { width, height }: { readonly width: number; readonly height: number },
  { hard, soft }: Obstacles,
  bounds: Box,
  farthest = Number.POSITIVE_INFINITY,
): { readonly offset: Spot; readonly isClear: boolean } {
  let best: Spot = { x: gaps[0] as number, y: -height / 2 };
  let least = Number.POSITIVE_INFINITY;
  let isClear = false;
  for (const gap of gaps) {
    // What is further away is not worth a look once something near covers nothing.
    if (least < gap * perPixel || gap > farthest) break;
    for (const [place, candidate] of around(gap, width, height).entries()) {
      const [left, top] = [spot.x + candidate.x, spot.y + candidate.y];
      const box = { left, top, right: left + width, bottom: top + height };
      const distance = gap * perPixel + place;
      const outside = width * height - overlap(box, bounds);
      const forbidden = outside + coveredIn(hard, box, (least - distance) / 20 - outside);
      const dear = 20 * forbidden + distance;
      const cost = dear + coveredIn(soft, box, least - dear);
      if (cost >= least) continue;
      least = cost;
      best = candidate;
      isClear = forbidden < 1;
    }
  }
  return { offset: best, isClear };
}

/** As bad as so many covered square pixels is each pixel between a message and its words. */
const perPixel = 6;

/** Right, left, above, below, and between them. */
function around(gap: number, width: number, height: number): Spot[] {
  const [near, middle] = [4, { x: -width / 2, y: -height / 2 }];
  return [
    { x: gap, y: middle.y },
    { x: -gap - width, y: middle.y },
    { x: middle.x, y: -gap - height },
    { x: middle.x, y: gap },
    { x: near, y: -gap - height },
    { x: -near - width, y: -gap - height },
    { x: near, y: gap },
    { x: -near - width, y: gap },
    { x: gap, y: near },
    { x: gap, y: -near - height },
    { x: -gap - width, y: near },
    { x: -gap - width, y: -near - height },
    { x: gap, y: gap },
    { x: gap, y: -gap - height },
    { x: -gap - width, y: gap },
    { x: -gap - width, y: -gap - height },
  ];
}

/** Not counted any further once it is as much as is too much. */
function coveredIn(boxes: readonly Box[], box: Box, tooMuch: number): number {
  let covered = 0;
  for (const each of boxes) {
    if (covered >= tooMuch) break;
    covered += overlap(box, each);
  }
  return covered;
}

/** The area that both cover. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
