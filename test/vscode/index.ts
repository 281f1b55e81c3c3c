// The entry of the tests that need a real VS Code: declares them all, runs them with Mocha's browser build (which works in
// the desktop's and in the browser's extension host alike), and reports the counts. It names no test.

import 'mocha';
import loadTests from 'all-extension-tests';
import { collectFailures, countsLine, failuresLine, testOutputPrefix } from '../../scripts/test-output.mjs';

/** VS Code calls this inside the extension host; a rejection makes it exit with an error. */
export function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 20_000, color: false });
  Mocha.reporters.Base.consoleLog = print;
  loadTests();
  return new Promise((resolve, reject) => {
    // `mocha.run` would read the address of a page, which neither extension host has.
    const runner = Mocha.prototype.run.call(mocha, (failures) => {
      print(countsLine(runner.stats ?? { passes: 0, failures, pending: 0 }));
      if (failed.length > 0) print('%s', failuresLine(failed));
      if (failures > 0) reject(new Error(`${failures} failed.`));
      else resolve();
    });
    const failed = collectFailures(runner);
  });
}

function print(pattern = '', ...values: unknown[]): void {
  console.log(`${testOutputPrefix}${pattern}`, ...values);
}
