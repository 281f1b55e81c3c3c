/**
 * What passes between the extension host and the worker that makes a long run: plain data, because a thread has a memory
 * of its own. The worker reads the text again, so that parts of the file are named by their places.
 */

import type { StepColumns } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import type { RunProgress } from '../vscode/long-runs';
import type { PlainScenario } from './plain-scenario';

export interface RunOrder {
  readonly text: string;
  /** Place in `Topology.flows`. */
  readonly flow: number;
  readonly scenario: PlainScenario | undefined;
  /** Place in `Topology.nodes`. */
  readonly without: number | undefined;
  readonly isAbsent: boolean;
  readonly maxSteps: number;
}

export type PlainTrace = Omit<Trace, 'steps'> & { readonly columns: StepColumns };

export type FromWorker =
  | ({ readonly type: 'progress' } & RunProgress)
  | { readonly type: 'trace'; readonly trace: PlainTrace };
