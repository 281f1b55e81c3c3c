/**
 * A long run in a thread of its own, so that the extension host stays free, however large the run: what the desktop has.
 * Whoever cancels ends the thread. It knows nothing of VS Code but when to stop.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { quote } from '../language/wording';
import { StepList } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import type { LongRunRequest, MakeLongRun } from '../vscode/long-runs';
import { toPlain } from './plain-scenario';
import type { FromWorker, PlainTrace, RunOrder } from './worker-messages';

/** A swarm of 10,000 peers needs a quarter of it. */
const memoryMB = 2000;
const resourceLimits = { maxOldGenerationSizeMb: memoryMB };

export const runInWorker: MakeLongRun = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'simulation-worker.js'), {
      workerData: orderOf(request),
      resourceLimits,
    });
    const cancelling = request.token.onCancellationRequested(() => finish(() => resolve(undefined)));
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') request.report(message);
      else finish(() => resolve(traceOf(message.trace)));
    });
    worker.on('error', (error) => finish(() => reject(isOutOfMemory(error) ? tooLarge(request) : error)));

    function finish(settle: () => void): void {
      cancelling.dispose();
      void worker.terminate();
      settle();
    }
  });

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge({ run }: LongRunRequest): Error {
  const needs = `The run of ${quote(run.flow.name)} needs more than ${memoryMB / 1000} GB of memory.`;
  return new Error(`${needs} Make its groups or its “repeat” smaller.`);
}

function orderOf({ text, topology, run }: LongRunRequest): RunOrder {
  const { flow, circumstances, maxSteps } = run;
  const { scenario, without, isAbsent = false } = circumstances;
  return {
    text,
    flow: topology.flows.indexOf(flow),
    scenario: scenario && toPlain(scenario, topology),
    without: without?.index,
    isAbsent,
    maxSteps,
  };
}

function traceOf({ columns, ...trace }: PlainTrace): Trace {
  return { ...trace, steps: new StepList(columns) };
}
