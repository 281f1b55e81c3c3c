/** How much all runs of a comparison may do together, in steps of their traces: a large file is compared in part. */

export interface Limits {
  /** Hosts that may hold, and that may fetch. */
  readonly hosts: number;
  /** Steps of one run, and of all of them. */
  readonly runSteps: number;
  readonly allSteps: number;
}

export interface Budget {
  readonly runSteps: number;
  spend(steps: number): void;
  left(): number;
}

/** A few seconds at most. */
export const defaultLimits: Limits = { hosts: 1000, runSteps: 100_000, allSteps: 450_000 };

/** However large the runs are, so many losses are tried of each architecture. */
export const leastLosses = 5;

/** A run of few steps takes its time, too. */
const leastCost = 20;

export function createBudget({ runSteps, allSteps }: Limits): Budget {
  let left = allSteps;
  return {
    runSteps,
    spend(steps) {
      left -= Math.max(steps, leastCost);
    },
    left: () => Math.max(0, left),
  };
}
