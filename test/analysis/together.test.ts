// Language and analysis together: one list of diagnostics, the same whether a text is checked afresh or after an edit.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';

const file = `// A greeting
host alice : client
host bob : both // a comment
flow "Hello" {
  alice -> bob : "hi"
  // another
}
flow "Answer" {
  bob -> carol : "hi"
}
expect alice is server
`;

const codes = (text: string) => check(text).diagnostics.map(({ code, span }) => `${span.line + 1} ${code}`);

describe('Checking a text', () => {
  it('reports what the language and what the runs find, in the order of the file', () => {
    const mended = `${file.replace('carol', 'alice')}host bob\n`;
    assert.deepEqual(codes(mended), ['2 role-mismatch', '11 expectation-failed', '12 duplicate-name']);
  });

  it('makes nothing of a flow with a line that it cannot understand, nor of any flow while a link is broken', () => {
    assert.deepEqual(codes(file), ['9 unknown-host']);
    for (const slip of ['alice => bob : "hi"', 'alice -> bob "hi"', 'alice -> bob : hi'])
      assert.match(
        codes(file.replace('alice -> bob : "hi"', slip).replace('carol', 'bob')).join(),
        /^5 [^,]*,9 no-path$/,
      );
    const linked = `${file.replace('bob -> carol', 'alice -> bob')}expect alice is client\n`;
    assert.deepEqual(codes(`${linked}link alice -- bob\n`), ['3 role-not-exercised', '11 expectation-failed']);
    assert.deepEqual(codes(`${linked}link alice - bob\n`), ['13 unexpected-token']);
    const { expectations } = check(`${linked}link alice - bob\n`).analysis;
    assert.deepEqual(
      expectations.map(({ outcome, isChecked, actual }) => [outcome, isChecked, actual]),
      expectations.map(() => ['fail', false, 'not checked']),
    );
  });

  it('still judges what speaks of other flows alone', () => {
    const text = `${file}expect alice is server in "Hello"\nexpect "Hello" succeeds\nexpect "Answer" succeeds\n`;
    assert.deepEqual(codes(text), ['9 unknown-host', '12 expectation-failed']);
  });

  it('says nothing of a run on a line that has an error already, and does so once that error is gone', () => {
    const asking = 'host alice\nhost bob\nhost carol CARRIES\nflow "A" {\n  alice -> bob : get "song.mp3"\n}\n';
    assert.deepEqual(codes(asking.replace('CARRIES', '')), ['5 unknown-resource']);
    assert.deepEqual(codes(asking.replace('CARRIES', 'shares "song.mp3"')), ['5 not-held']);
  });

  it('gives the same after an edit as afresh', () => {
    const edits = [
      ['// a comment', '// the same, longer'],
      ['  // another\n', ''],
      ['alice : client', 'alice : both'],
      ['"hi"', '"hello"'],
      ['carol', 'alice'],
      ['flow "Answer" {', 'flow "Answer'],
      ['expect alice is server', 'expect alice is client'],
    ] as const;
    for (const [from, to] of edits) {
      const text = file.replace(from, to);
      assert.notEqual(text, file);
      const [edited, afresh] = [check(text, check(file)), check(text)];
      assert.deepEqual(edited.diagnostics, afresh.diagnostics, to);
      assert.deepEqual(edited.analysis.roles, afresh.analysis.roles, to);
      assert.deepEqual(edited.analysis.topology.nodes, afresh.analysis.topology.nodes, to);
    }
  });

  it('runs nothing again where only a comment has changed, but does with another budget', () => {
    const before = check(file);
    const commented = check(file.replace('// A greeting', '// Two greetings'), before);
    assert.equal(commented.analysis.traces, before.analysis.traces);
    assert.equal(commented.analysis.topology, commented.compilation.topology);
    const larger = check(file, before, { maxSteps: before.maxSteps + 1 });
    assert.notEqual(larger.analysis.traces, before.analysis.traces);
  });

  it('runs a flow again only if it, or something that is declared, has changed', () => {
    const before = check(file);
    const hello = before.analysis.traces.get('Hello');
    const otherFlow = check(file.replace('bob -> carol', 'bob -> alice'), before);
    assert.equal(otherFlow.analysis.traces.get('Hello'), hello);
    assert.notEqual(otherFlow.analysis.traces.get('Answer'), before.analysis.traces.get('Answer'));
    const thisFlow = check(file.replace('"hi"', '"hello"'), before);
    assert.notEqual(thisFlow.analysis.traces.get('Hello'), hello);
    const host = check(file.replace('host bob : both', 'host bob : both shares "song.mp3"'), before);
    assert.notEqual(host.analysis.traces.get('Hello'), hello);
  });
});
