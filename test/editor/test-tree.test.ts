// What of a file can be checked: one test a line with its range of lines, what belongs to it indented; and what is said of each.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../src/analysis/check';
import { type TestNode, testsIn, withChildren } from '../../src/editor/test-tree';
import { hasTooLarge, type TestVerdict, verdictsOn } from '../../src/editor/test-verdict';
import { parse } from '../../src/language/tree';
import { hostileFile } from '../pipeline/hostile-files';

const network = `service music uses index
switch lan
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB
link napster, alice, bob -- lan
`;
const flow = `flow "Find" {
  bob -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob : get "song.mp3"
}
`;

function show({ label, range, points, children }: TestNode): readonly string[] {
  const lines = range.start.line === range.end.line ? `${range.start.line}` : `${range.start.line}-${range.end.line}`;
  const worth = points === undefined ? '' : ` (${points})`;
  return [`${lines} ${label}${worth}`, ...children.flatMap(show).map((line) => `  ${line}`)];
}

function shown(text: string): string {
  return testsIn(parse(text)).flatMap(show).join('\n');
}

function ids(text: string): readonly string[] {
  return [...withChildren(testsIn(parse(text)))].map(({ id }) => id);
}

/** By the label of each test; the file's own by the empty string. */
function verdicts(text: string, maxSteps?: number): Readonly<Record<string, TestVerdict | undefined>> {
  const checked = check(text, undefined, { maxSteps });
  const { file, of } = verdictsOn(checked);
  const nodes = [...withChildren(testsIn(checked.compilation.tree))];
  return { '': file, ...Object.fromEntries(nodes.map((node) => [node.label, of(node)])) };
}

function kinds(text: string, maxSteps?: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(verdicts(text, maxSteps)).flatMap(([label, verdict]) => (verdict ? [[label, verdict.kind]] : [])),
  );
}

describe('the tests of a file', () => {
  it('are its flows, with what is expected of them below, and what is expected of the whole file', () => {
    const text = `host a
expect   a is client   in "one"
flow "one" {
  a -> a : "x"
}
expect architecture is hybrid
flow "two" {
}
expect "two" fails when "storm"
expect a is server in "three"
expect
`;
    assert.equal(
      shown(text),
      `2-4 one
  1 a is client in "one"
5 architecture is hybrid
6-7 two
  8 "two" fails when "storm"
9 a is server in "three"
10 expect`,
    );
  });

  it('are its exercises, with what each checks and what that is worth', () => {
    const text = `flow "Find" {
}
exercise "Who asks?" {
  task "Look."
  points 2 expect alice is client in "Find" otherwise "Look at the arrows."
  expect architecture is hybrid
  points 0 expect alice is client
}
expect "Find" succeeds
`;
    assert.equal(
      shown(text),
      `0-1 Find
  8 "Find" succeeds
2-7 Who asks? (3)
  4 alice is client in "Find" (2)
  5 architecture is hybrid (1)
  6 alice is client (0)`,
    );
  });

  it('keep their names when lines are added elsewhere, and have one each', () => {
    const text = 'expect a is client\nexpect a is client\nflow "f" {\n}\nflow "f" {\n}\nflow {\n}\n';
    assert.deepEqual(ids(`// above\n\n${text}// below`), ids(text));
    assert.equal(new Set(ids(text)).size, 5);
    assert.deepEqual(ids('expect a   is client'), ids('  expect a is client // why not'));
  });
});

describe('what is said of a test', () => {
  it('is what was found in place of what was expected, why, and where the playground shows it', () => {
    const { 'alice is server in "Find"': failed } = verdicts(`${network}${flow}expect alice is server in "Find"`);
    assert.ok(failed?.kind === 'failed');
    assert.equal(failed.expected, 'alice is server in "Find"');
    assert.equal(failed.actual, 'alice is client in “Find”');
    assert.match(failed.because, /^alice asks napster/);
    assert.deepEqual(failed.target, { flow: 'Find', scenario: undefined, line: 8 });
  });

  it('has the words of the author, where there are some', () => {
    const text = `${network}${flow}exercise "e" {\n  expect alice is server otherwise "Who answers?"\n}\n`;
    const { e, 'alice is server': failed } = verdicts(text);
    assert.equal(e, undefined);
    assert.equal(failed?.kind === 'failed' && failed.otherwise, 'Who answers?');
  });

  it('is nothing more where it holds', () => {
    assert.deepEqual(kinds(`${network}${flow}expect alice is client in "Find"`), {
      '': 'passed',
      Find: 'passed',
      'alice is client in "Find"': 'passed',
    });
  });

  it('is, of a flow, the first error in it, unless it is expected', () => {
    const broken = `${network}${flow.replace('alice -> bob', 'offline bob\n  alice -> bob')}`;
    const { Find: failed } = verdicts(broken);
    assert.ok(failed?.kind === 'failed');
    assert.match(failed.because, /offline/);
    assert.deepEqual(failed.target, { flow: 'Find', line: 10 });
    assert.deepEqual(kinds(`${broken}expect "Find" fails`), { '': 'passed', Find: 'passed', '"Find" fails': 'passed' });
  });

  it('is unknown where the text has a mistake, with its line', () => {
    const text = `${network}${flow.replace('bob : get', 'bob : gte')}expect alice is client in "Find"\nexpect alice is cleint\n`;
    const found = verdicts(text);
    const because = Object.values(found).map((verdict) => (verdict?.kind === 'unknown' ? verdict.because : ''));
    assert.match(because[0] ?? '', /^Line 10: /);
    assert.match(because[1] ?? '', /^Line 10: /);
    assert.match(because[2] ?? '', /mistake/);
    assert.match(because[3] ?? '', /^Line 13: /);
  });

  it('is unknown where a run would be too large, and says that more steps would help', () => {
    const text = `${network}${flow}expect alice is client in "Find"`;
    const found = verdicts(text, 3);
    assert.equal(found['']?.kind, 'passed');
    for (const label of ['Find', 'alice is client in "Find"']) {
      const verdict = found[label];
      assert.ok(verdict?.kind === 'unknown' && verdict.isTooLarge, label);
    }
    assert.deepEqual(
      [3, 1000].map((maxSteps) => hasTooLarge(check(text, undefined, { maxSteps }))),
      [true, false],
    );
  });

  it('is passed for all of every example', () => {
    for (const name of readdirSync('examples'))
      for (const [label, kind] of Object.entries(kinds(readFileSync(`examples/${name}`, 'utf8'))))
        assert.equal(kind, 'passed', `${name}: ${label}`);
  });

  it('speaks of an error exactly where there are errors among the diagnostics, in any file', () => {
    fc.assert(
      fc.property(hostileFile, (text) => {
        const checked = check(text, undefined, { maxSteps: 200 });
        const { file, of } = verdictsOn(checked);
        const nodes = [...withChildren(testsIn(checked.compilation.tree))];
        const all = [file, ...nodes.map(of)];
        const isRed = all.some(
          (verdict) => verdict?.kind === 'failed' || (verdict?.kind === 'unknown' && !verdict.isTooLarge),
        );
        assert.equal(
          isRed,
          checked.diagnostics.some(({ severity }) => severity === 'error'),
        );
        assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
        for (const { range, label } of nodes) {
          assert.ok(label !== '' && range.start.line <= range.end.line);
          assert.ok(range.end.line < checked.compilation.tree.lines.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
