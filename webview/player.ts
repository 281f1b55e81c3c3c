/**
 * Plays a run: after each step it waits until the message has arrived and the sentence can have been read, then asks for
 * the next. Time comes from the one clock; nothing is known here of how a step looks.
 */
import type { Frame } from '../src/scene/scene';
import type { Clock } from './clock';
import { movingMs } from './diagram/hops';

export const speeds: readonly number[] = [0.25, 0.5, 1, 2, 4, 8];

export interface PlayerEvents {
  /** To the next message that is shown. */
  readonly advance: () => void;
  readonly seek: (position: number) => void;
  readonly changed: () => void;
}

export interface Player {
  readonly isPlaying: () => boolean;
  readonly speed: () => number;
  toggle(): void;
  stop(): void;
  /** To be told of every frame that is shown. */
  frameShown(frame: Frame): void;
}

export function createPlayer(clock: Clock, { advance, seek, changed }: PlayerEvents): Player {
  let frame: Frame | undefined;
  let playing = false;
  let since: number | undefined;
  let asked = false;

  const speed = () => frame?.stepping?.speed ?? 1;
  const goOn = (shown: Frame) => {
    if (!isAtEnd(shown)) return advance();
    const from = shown.stepping?.loop?.from ?? 0;
    // A mark may lie behind the end of a run that has become shorter; and where nothing is shown, nothing is played.
    if (shown.position > 0) seek(from < shown.position ? from : 0);
    else set(false);
  };
  const tick = (nowMs: number): boolean => {
    if (!playing || !frame) return false;
    since ??= nowMs;
    if (!asked && nowMs - since >= (movingMs(frame) + readingTime(frame)) / speed()) {
      asked = true;
      goOn(frame);
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
    speed,
    toggle() {
      if (playing || !frame || frame.count === 0) return set(false);
      set(true);
      asked = true;
      since = undefined;
      goOn(frame);
      clock.start(tick);
    },
    stop: () => set(false),
    frameShown(next) {
      const hasMoved = next.position !== frame?.position;
      frame = next;
      since = undefined;
      asked = false;
      const isOver = isAtEnd(next) && !next.stepping?.loop;
      if (isOver || (hasMoved && next.stepping?.isBreakpoint)) set(false);
    },
  };
}

/** Of the run, of what the filter shows of it, or of the stretch that is played again and again. */
function isAtEnd({ position, count, stepping }: Frame): boolean {
  return position >= (stepping?.loop?.to ?? count) || stepping?.isLast === true;
}

/** About 15 letters a second, and never less than a moment. */
function readingTime({ sentence, position }: Frame): number {
  return position === 0 ? 600 : Math.max(900, sentence.length * 22);
}
