// How tests tell the scripts what they print and count: marked lines on standard output, the only channel that Node, both
// extension hosts and a downloaded VS Code share.

export const testOutputPrefix = '| ';
const countsMark = 'TEST-COUNTS';

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
