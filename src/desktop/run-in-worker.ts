/**
 * A long run in a thread of its own, so that the extension host stays free, however large the run: what the desktop has.
 * Whoever cancels ends the thread. It knows nothing of VS Code but when to stop.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StepList } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import type { LongRunRequest, MakeLongRun } from '../vscode/long-runs';
import { toPlain } from './plain-scenario';
import type { FromWorker, PlainTrace, RunOrder } from './worker-messages';

export const runInWorker: MakeLongRun = (request) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, 'simulation-worker.js'), { workerData: orderOf(request) });
    const cancelling = request.token.onCancellationRequested(() => finish(() => resolve(undefined)));
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'progress') request.report(message);
      else finish(() => resolve(traceOf(message.trace)));
    });
    worker.on('error', (error) => finish(() => reject(error)));

    function finish(settle: () => void): void {
      cancelling.dispose();
      void worker.terminate();
      settle();
    }
  });

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
