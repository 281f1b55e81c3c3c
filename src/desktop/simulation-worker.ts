/**
 * Entry of the worker thread: makes the one run that it was started for, tells how far it has come, and hands the recording
 * over. It knows neither VS Code nor documents.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { startRun } from '../analysis/runs';
import { compile } from '../language/compile';
import { fromPlain } from './plain-scenario';
import type { FromWorker, RunOrder } from './worker-messages';

const eventsAtOnce = 20_000;
const reportEveryMs = 100;

function main(order: RunOrder, post: (message: FromWorker, transfer?: readonly ArrayBufferLike[]) => void): void {
  const { topology } = compile(order.text);
  const flow = topology.flows[order.flow];
  if (!flow) throw new Error('The file has no such flow.');
  const scenario = order.scenario && fromPlain(order.scenario, topology);
  const without = order.without === undefined ? undefined : topology.nodes[order.without];
  const circumstances = { scenario, without, isAbsent: order.isAbsent };
  const simulation = startRun(topology, { flow, circumstances, maxSteps: order.maxSteps });
  let reportedMs = performance.now();
  while (simulation.advance(eventsAtOnce)) {
    if (performance.now() - reportedMs < reportEveryMs) continue;
    reportedMs = performance.now();
    post({ type: 'progress', ...simulation.progress() });
  }
  const { steps, ...trace } = simulation.end();
  const { columns } = steps;
  const buffers = Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer] : []));
  post({ type: 'trace', trace: { ...trace, columns } }, buffers);
}

main(workerData, (message, transfer = []) => parentPort?.postMessage(message, transfer as readonly ArrayBuffer[]));
