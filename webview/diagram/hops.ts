/**
 * A message goes from node to node and stops for a moment at each, so that the way through a switch can be followed. How
 * far it is at which time, as pure functions: a progress of 0 is the beginning of the step, 1 its end. Knows no pixels.
 */
import type { Frame, MovingMessage } from '../../src/scene/scene';

/** A stop is this long, measured in times that a hop takes. */
const pause = 0.35;
const hopMs = 560;
/** A way through many devices is passed more quickly. */
const longestMs = 4000;

export function hopCount({ path }: MovingMessage): number {
  return path.length - 1;
}

/** The hops of the step's own message, in which the step can be gone through; 0 where nothing is sent. */
export function hopsOf({ messages }: Frame): number {
  const current = messages.find((message) => message.current);
  return current ? Math.max(0, hopCount(current)) : 0;
}

/** How long the step is shown moving, at ordinary speed. */
export function movingMs(frame: Frame): number {
  const hops = Math.max(0, hopsOf(frame), ...frame.messages.filter(movesWithin).map(hopCount));
  return hops === 0 ? 0 : Math.min(longestMs, 200 + hopMs * lengthOf(hops));
}

/** What is only just on its way when the step ends is not waited for. */
function movesWithin({ startsAt, endsAt }: MovingMessage): boolean {
  return endsAt > startsAt && 1 / (endsAt - startsAt) > 0.2;
}

/** How far the message itself is (0 … 1) when the step is; one that set out before is ahead. */
export function ownProgress({ startsAt, endsAt }: MovingMessage, progress: number): number {
  if (endsAt <= startsAt) return 1;
  return Math.min(1, Math.max(0, (progress - startsAt) / (endsAt - startsAt)));
}

/** Hops passed (0 … hops) after a part of the message's time; whole while it stops at a node. */
export function hopsPassed(progress: number, hops: number): number {
  if (hops <= 0) return 0;
  const time = Math.min(1, Math.max(0, progress)) * lengthOf(hops);
  const hop = Math.min(hops - 1, Math.floor(time / (1 + pause)));
  return hop + eased(Math.min(1, time - hop * (1 + pause)));
}

/** When the message is at the node behind so many hops: in the middle of its stop there. */
export function progressAtHop(hop: number, hops: number): number {
  if (hop >= hops) return 1;
  return hop <= 0 ? 0 : (hop * (1 + pause) - pause / 2) / lengthOf(hops);
}

function lengthOf(hops: number): number {
  return hops + (hops - 1) * pause;
}

/** Gentle at both ends. */
function eased(part: number): number {
  return part < 0.5 ? 2 * part * part : 1 - (2 - 2 * part) ** 2 / 2;
}
