/**
 * Messages that a pattern sends without waiting for each of them: what follows from one is said where it is sent, and the
 * process waits for the end of all. It knows no pattern.
 */
import type { Undelivered } from '../delivery';
import type { Process } from '../engine';
import { createSender, type Parcel, type Send } from '../messages';
import type { Run } from '../run';
import type { StepContent } from '../step-list';

/** Both may send more. */
export type Arrived = (step: number) => void;
export type Lost = (step: number, failure: Undelivered) => void;

export interface Batch {
  /** For many messages that say the same. */
  sender(content: StepContent, arrived?: Arrived, lost?: Lost): Send;
  /** For a single one; returns the step. */
  send(parcel: Parcel, arrived?: Arrived, lost?: Lost): number;
  /** Until nothing is under way any more. */
  ended(): Process<void>;
}

export function createBatch(run: Run): Batch {
  let underWay = 0;
  let goOn: (() => void) | undefined;
  const batch: Batch = {
    sender(content, arrived, lost) {
      const send = createSender(run, content, (step, failure) => {
        if (failure) lost?.(step, failure);
        else arrived?.(step);
        underWay -= 1;
        if (underWay === 0 && goOn) run.engine.after(0, goOn);
      });
      return (from, to, client, cause, count) => {
        underWay += 1;
        return send(from, to, client, cause, count);
      };
    },
    send: ({ content, from, to, client, cause, count }, arrived, lost) =>
      batch.sender(content, arrived, lost)(from, to, client, cause, count),
    *ended() {
      if (underWay === 0) return;
      yield (resume) => {
        goOn = resume;
      };
    },
  };
  return batch;
}
