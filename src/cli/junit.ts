/**
 * Checked files as JUnit XML, which CI services show as tests: a suite for each file, a test for each of its expectations,
 * and one for everything else that is wrong. A file that cannot be read is a suite with an error.
 * There is no specification; these are the elements and attributes that services read.
 */
import type { ExpectationResult } from '../analysis/analysis';
import type { Diagnostic } from '../language/source';
import type { CheckedFile, CheckReport } from './check';
import type { Unreadable } from './read';

interface Problem {
  readonly kind: 'failure' | 'error';
  readonly message: string;
  readonly details: string;
}

interface Test {
  readonly name: string;
  readonly line?: number;
  readonly problem?: Problem;
}

interface Suite {
  readonly path: string;
  readonly tests: readonly Test[];
}

export function* checkedAsJunit({ files, unreadable, strict }: CheckReport): Generator<string> {
  const suites = [...files.map((file) => suiteOf(file, strict)), ...unreadable.map(brokenSuite)];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="topo check" ${counts(suites.flatMap(({ tests }) => tests))}>\n`;
  for (const { path, tests } of suites) {
    yield `  <testsuite name="${escaped(path)}" ${counts(tests)}>\n`;
    for (const test of tests) yield testcase(test, path);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function suiteOf({ path, diagnostics, expectations }: CheckedFile, strict: boolean): Suite {
  const findings = diagnostics.filter(({ code, severity }) => code !== 'expectation-failed' && counting(severity));
  const seen = new Map<string, number>();
  return { path, tests: [wellFormed(), ...expectations.map(expected)] };

  function counting(severity: Diagnostic['severity']): boolean {
    return severity === 'error' || (strict && severity === 'warning');
  }

  function wellFormed(): Test {
    const name = strict ? 'no errors or warnings' : 'no errors';
    const [first] = findings;
    if (!first) return { name };
    const details = findings.map(({ span, severity, code, message }) => {
      return `${path}:${span.line + 1}:${span.start + 1} ${severity} ${code}: ${message}`;
    });
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    const message = `line ${first.span.line + 1}: ${first.message}${more}`;
    return { name, line: first.span.line, problem: { kind: 'failure', message, details: details.join('\n') } };
  }

  /** Whoever reads the report tells tests apart by their names, so what is expected twice is numbered. */
  function expected(result: ExpectationResult): Test {
    const { text, span } = result.expectation;
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    const name = count === 1 ? text : `${text} (${count})`;
    return { name, line: span.line, ...(result.outcome === 'fail' ? { problem: problemOf(result, path) } : {}) };
  }
}

function problemOf({ expectation, actual, because }: ExpectationResult, path: string): Problem {
  const { text, span, otherwise } = expectation;
  const advice = otherwise === undefined ? [] : [otherwise];
  const details = [`${path}:${span.line + 1}`, `expected: ${text}`, `actual: ${actual}`, because, ...advice];
  return { kind: 'failure', message: actual, details: details.join('\n') };
}

function brokenSuite({ path, reason, message }: Unreadable): Suite {
  return { path, tests: [{ name: 'can be read', problem: { kind: 'error', message: reason, details: message } }] };
}

function testcase({ name, line, problem }: Test, path: string): string {
  const place = `file="${escaped(path)}"${line === undefined ? '' : ` line="${line + 1}"`}`;
  const head = `    <testcase name="${escaped(name)}" classname="${escaped(path)}" ${place} time="0"`;
  if (!problem) return `${head}/>\n`;
  const { kind, message, details } = problem;
  return `${head}>\n      <${kind} message="${escaped(message)}" type="${kind}">${escaped(details)}</${kind}>\n    </testcase>\n`;
}

function counts(tests: readonly Test[]): string {
  const count = (kind: 'failure' | 'error') => tests.filter(({ problem }) => problem?.kind === kind).length;
  return `tests="${tests.length}" failures="${count('failure')}" errors="${count('error')}" time="0"`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 has no way to write most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
