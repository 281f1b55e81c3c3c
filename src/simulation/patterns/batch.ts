/**
 * Messages that a pattern sends without waiting for each of them: what follows from one is said where it is sent, and the
 * process waits for the end of all. It knows no pattern.
 */
import type { Undelivered } from '../delivery';
import type { Process } from '../engine';
import { type Parcel, send } from '../messages';
import type { Run } from '../run';

export interface Batch {
  /** `arrived` and `lost` are told once it is over; both may send more. Returns the step. */
  send(parcel: Parcel, arrived?: (step: number) => void, lost?: (step: number, failure: Undelivered) => void): number;
  /** Until nothing is under way any more. */
  ended(): Process<void>;
}

export function createBatch(run: Run): Batch {
  let underWay = 0;
  let goOn: (() => void) | undefined;
  return {
    send(parcel, arrived, lost) {
      underWay += 1;
      return send(run, parcel, (step, failure) => {
        if (failure) lost?.(step, failure);
        else arrived?.(step);
        underWay -= 1;
        if (underWay === 0 && goOn) run.engine.after(0, goOn);
      });
    },
    *ended() {
      if (underWay === 0) return;
      yield (resume) => {
        goOn = resume;
      };
    },
  };
}
