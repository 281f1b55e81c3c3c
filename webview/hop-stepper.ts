/**
 * Goes through a run hop by hop: within a step from node to node, and over its ends into the next step or the one before,
 * which the host is asked for. It decides how each frame is shown; how a hop looks is the drawing's business.
 */
import type { Frame } from '../src/scene/scene';
import type { Movement } from './diagram/diagram';
import { hopsOf, movingMs, progressAtHop } from './diagram/hops';

export interface Hops {
  /** How many hops of the step have been shown: all of them where the message rests at its end. */
  readonly hop: number;
  readonly count: number;
}

export interface HopStepper {
  hopForward(): void;
  hopBack(): void;
  /** How to show a frame that has come; `before` is the one of the same run that was shown. */
  movementTo(next: Frame, before: Frame | undefined): Movement;
  where(): Hops;
}

export interface HopTargets {
  readonly speed: () => number;
  /** To the step after or before this one; false where something else has to come first. */
  readonly step: (by: 1 | -1) => boolean;
  readonly show: (frame: Frame, movement: Movement) => void;
}

export function createHopStepper({ speed, step, show }: HopTargets): HopStepper {
  let frame: Frame | undefined;
  let hop = 0;
  /** The next step was asked for to see its first hop alone. */
  let entering = false;

  const count = () => (frame ? hopsOf(frame) : 0);
  const goTo = (next: number, durationMs: number) => {
    if (!frame) return;
    const movement = { from: progressAtHop(hop, count()), to: progressAtHop(next, count()), durationMs };
    hop = next;
    show(frame, movement);
  };
  return {
    hopForward() {
      if (hop < count()) return goTo(hop + 1, hopMsOf(frame, speed()));
      entering = step(1);
    },
    hopBack() {
      if (hop > 1) goTo(hop - 1, 0);
      else step(-1);
    },
    movementTo(next, before) {
      const isSameStep = next.position === before?.position;
      const isNext = isStepAfter(next, before);
      const hops = hopsOf(next);
      if (!isSameStep || hop > hops) hop = entering && isNext ? Math.min(1, hops) : hops;
      entering = entering && isSameStep;
      frame = next;
      const to = progressAtHop(hop, hops);
      if (!isNext) return { from: to, to, durationMs: 0 };
      return { from: 0, to, durationMs: hop < hops ? hopMsOf(next, speed()) : movingMs(next) / speed() };
    },
    where: () => ({ hop, count: count() }),
  };
}

/** What a filter hides may lie in between. */
function isStepAfter({ position, stepping }: Frame, before: Frame | undefined): boolean {
  if (!before) return false;
  return position - 1 === before.position || (stepping?.isForward === true && position > before.position);
}

/** A hop on its own takes its part of the whole way. */
function hopMsOf(frame: Frame | undefined, speed: number): number {
  return frame ? movingMs(frame) / Math.max(1, hopsOf(frame)) / speed : 0;
}
