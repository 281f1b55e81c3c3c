// How tests tell the scripts what they print and count: marked lines on standard output, the only channel that Node, both
// extension hosts and a downloaded VS Code share.

export const testOutputPrefix = '| ';
const countsMark = 'TEST-COUNTS';
const failuresMark = 'TEST-FAILURES';

/** Whether a message on the console of an extension host comes from the tests in it. */
export function isTestOutput(message) {
  return message.startsWith(testOutputPrefix);
}

/** The line that ends a run of Mocha, from its statistics. */
export function countsLine({ passes, failures, pending }) {
  return `${countsMark} ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`;
}

/** The counts in such a line, or undefined for any other line. */
export function readCounts(line) {
  const found = /TEST-COUNTS (\{[^}]*\})/.exec(line);
  return found ? JSON.parse(found[1]) : undefined;
}

/** The line that says which tests failed, and how: one text each. */
export function failuresLine(failures) {
  return `${failuresMark} ${JSON.stringify(failures)}`;
}

/** The texts in such a line, or undefined for any other line. */
export function readFailures(line) {
  const found = /TEST-FAILURES (\[.*\])/.exec(line);
  return found ? JSON.parse(found[1]) : undefined;
}

/** Collects how the tests fail that a runner of Mocha runs. */
export function collectFailures(runner) {
  const failures = [];
  runner.on('fail', (test, error) => failures.push(`${test.fullTitle()}\n${error?.stack ?? error}`));
  return failures;
}
