/**
 * How much a run may do. Steps are what the reader counts; work is what else takes time (turns of an empty loop, sharing
 * of bandwidth, finding ways, long answers of an index), so that no file can keep the editor busy, however it is written.
 */
import { counted } from '../language/wording';

/** Thrown where the budget ends and caught where the run began; it never leaves `simulate`. */
export class OutOfBudget extends Error {}

export interface Budget {
  spendStep(): void;
  spendWork(units: number): void;
}

/** One turn of a loop costs as much as this many units of bandwidth sharing. */
export const loopTurnWork = 100;

/** A look at one device, while a way is searched. */
export const visitWork = 10;

const workPerStep = 250;

/** A run of few steps may still work: a short budget is meant to end a long trace, not a busy moment. */
const leastStepsOfWork = 4000;

export function createBudget(maxSteps: number): Budget {
  let steps = Math.max(0, Math.floor(maxSteps));
  let work = Math.max(maxSteps, leastStepsOfWork) * workPerStep;
  return {
    spendStep() {
      if (steps < 1) throw new OutOfBudget(`after ${counted(maxSteps, 'step')}`);
      steps -= 1;
    },
    spendWork(units) {
      work -= units;
      if (work < 0) throw new OutOfBudget('because it takes too long');
    },
  };
}
