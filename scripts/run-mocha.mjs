// Runs built tests with Mocha in Node and reports their counts to the caller in one marked line.
//
//   node scripts/run-mocha.mjs FILE…

import { createRequire } from 'node:module';
import Mocha from 'mocha';
import { collectFailures, countsLine, failuresLine } from './test-output.mjs';
import { startWatchdog } from './watchdog.mjs';

// Making a counterexample smaller may take longer than anybody waits; what has been found by then is reported.
createRequire(import.meta.url)('fast-check').configureGlobal({ interruptAfterTimeLimit: 60_000 });

const mocha = new Mocha({ reporter: 'spec', timeout: 20_000, color: Boolean(process.env.FORCE_COLOR) });
for (const file of process.argv.slice(2)) mocha.addFile(file);
await mocha.loadFilesAsync();
const runner = mocha.run((failures) => {
  console.log(countsLine(runner.stats));
  if (failed.length > 0) console.log(failuresLine(failed));
  process.exitCode = failures > 0 ? 1 : 0;
  setTimeout(() => process.exit(), 2000).unref(); // a test that left something open must not hang the run
});
const failed = collectFailures(runner);
const watch = startWatchdog();
runner.on('test', (test) => watch(test.fullTitle()));
