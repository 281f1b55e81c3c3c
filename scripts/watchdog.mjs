// Watches tests that run in Node: one that keeps the thread busy for too long, which no time limit of Mocha's can end, is
// named with the place it is at and the texts it works on, and the run ends as failed.

import { writeSync } from 'node:fs';
import { Session } from 'node:inspector';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { failuresLine } from './test-output.mjs';

const limitMs = 120_000;
const longestText = 20_000; // characters of a text that are shown

if (!isMainThread && workerData?.watches) watch();

/** Starts watching; the returned function is told the name of each test as it begins. */
export function startWatchdog() {
  const worker = new Worker(new URL(import.meta.url), { workerData: { watches: true } });
  worker.unref();
  return (name) => worker.postMessage(name);
}

function watch() {
  let timer;
  parentPort.on('message', (name) => {
    clearTimeout(timer);
    timer = setTimeout(report, limitMs, name);
  });
}

/** Stops the main thread where it is, says where that is, and ends the process. */
function report(name) {
  const end = (lines) => {
    const text = [`${name}`, `  did not end within ${limitMs / 1000} s; it was at`, ...lines].join('\n');
    writeSync(1, `${text}\n${failuresLine([text])}\n`);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 2000);
  };
  const session = new Session();
  session.connectToMainThread();
  const urls = new Map();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  session.on('Debugger.paused', async ({ params }) => end(await describe(session, params.callFrames, urls)));
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
  setTimeout(end, 10_000, ['  a place that could not be found out.']); // where even the debugger waits in vain
}

/** The frames of a stack, innermost first, with the texts that their functions hold. */
async function describe(session, frames, urls) {
  const lines = [];
  for (const { functionName, location, scopeChain } of frames) {
    lines.push(`    ${functionName || '(function)'} ${urls.get(location.scriptId)}:${location.lineNumber + 1}`);
    for (const { object } of scopeChain.filter(({ type }) => type === 'local' || type === 'block')) {
      for (const { name, value } of await properties(session, object.objectId)) {
        if (value?.type !== 'string' || value.value.length < 20) continue;
        lines.push(`      ${name} = ${JSON.stringify(value.value.slice(0, longestText))}`);
      }
    }
  }
  return lines;
}

function properties(session, objectId) {
  return new Promise((resolve) => {
    session.post('Runtime.getProperties', { objectId, ownProperties: true }, (error, answer) => {
      resolve(error ? [] : answer.result);
    });
  });
}
