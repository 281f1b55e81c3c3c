/**
 * Plays a run: after each step it waits until the message has arrived and the sentence can have been read, then asks for
 * the next. Time comes from the one clock; nothing is known here of how a step looks.
 */
import type { Frame } from '../src/scene/scene';
import type { Clock } from './clock';
import { movingMs } from './diagram/hops';

export const speeds: readonly number[] = [0.5, 1, 2, 4];

export interface Player {
  readonly isPlaying: () => boolean;
  readonly speed: () => number;
  toggle(): void;
  stop(): void;
  setSpeed(speed: number): void;
  /** To be told of every frame that is shown. */
  frameShown(frame: Frame): void;
}

export function createPlayer(clock: Clock, seek: (position: number) => void, changed: () => void): Player {
  let frame: Frame | undefined;
  let playing = false;
  let speed = 1;
  let since: number | undefined;
  let asked = false;

  const tick = (nowMs: number): boolean => {
    if (!playing || !frame) return false;
    since ??= nowMs;
    if (!asked && nowMs - since >= movingMs(frame) / speed + readingTime(frame) / speed) {
      asked = true;
      if (frame.position < frame.count) seek(frame.position + 1);
    }
    return true;
  };
  const set = (value: boolean) => {
    if (playing === value) return;
    playing = value;
    changed();
  };
  return {
    isPlaying: () => playing,
    speed: () => speed,
    toggle() {
      if (playing || !frame || frame.count === 0) return set(false);
      set(true);
      asked = true;
      since = undefined;
      seek(frame.position < frame.count ? frame.position + 1 : 0);
      clock.start(tick);
    },
    stop: () => set(false),
    setSpeed(value) {
      speed = value;
    },
    frameShown(next) {
      frame = next;
      since = undefined;
      asked = false;
      if (next.position === next.count) set(false);
    },
  };
}

/** About 15 letters a second, and never less than a moment. */
function readingTime({ sentence, position }: Frame): number {
  return position === 0 ? 600 : Math.max(900, sentence.length * 22);
}
