// What makes no difference: ends of lines, spaces, tabs, blank lines, comments, a byte order mark.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import { check, topologyOf } from './check';
import { samples } from './samples';

describe('the form of a text', () => {
  for (const text of samples) {
    const title = /"(.*?)"/.exec(text)?.[1];
    const { topology } = compile(text);

    it(`is the same with CRLF and CR as with LF: “${title}”`, () => {
      for (const end of ['\r\n', '\r']) {
        const other = compile(text.replaceAll('\n', end));
        assert.deepEqual(other.topology, topology);
        assert.deepEqual(other.diagnostics, []);
      }
    });

    it(`may have spaces, tabs and comments behind each line: “${title}”`, () => {
      for (const rest of ['  ', '\t', ' // comment', '// { " }', '\u00a0', '\u3000']) {
        assert.deepEqual(compile(text.replaceAll('\n', `${rest}\n`)).topology, topology, JSON.stringify(rest));
      }
    });

    it(`may have tabs between words: “${title}”`, () => {
      const withTabs = text.replaceAll(/("[^"\n]*")|(\/\/.*)| /g, (match) => (match === ' ' ? '\t' : match));
      const { expectations, exercises, ...other } = compile(withTabs).topology;
      const { exercises: exercisesBefore, ...before } = topology;
      const withSpaces = expectations.map((one) => ({ ...one, text: one.text.replaceAll('\t', ' ') }));
      assert.deepEqual({ ...other, expectations: withSpaces }, before);
      assert.deepEqual(
        exercises.map(({ checks }) => checks.length),
        exercisesBefore.map(({ checks }) => checks.length),
      );
    });

    it(`may have a byte order mark: “${title}”`, () => {
      const { diagnostics, topology: other } = compile(`\ufeff${text}`);
      assert.deepEqual(diagnostics, []);
      assert.equal(other.hosts.length, topology.hosts.length);
    });

    it(`may have blank lines and comments between its lines: “${title}”`, () => {
      const { diagnostics, topology: other } = compile(text.replaceAll('\n', '\n\n  // comment {\n'));
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(
        other.flows.map(({ steps }) => steps.length),
        topology.flows.map(({ steps }) => steps.length),
      );
    });
  }

  it('reports in the same places with CRLF', () => {
    const text = 'host a\nhost a\nflow "A" {\n  a => b\n  x -> a : "y\n';
    assert.deepEqual(compile(text.replaceAll('\n', '\r\n')).diagnostics, compile(text).diagnostics);
    assert.equal(compile(text).diagnostics.length, 4);
  });

  it('has comments from // on, but not within texts', () => {
    const { title, hosts } = topologyOf('topology "http://a" // "b"\n//host x\nhost a//b\n// }');
    assert.deepEqual([title, hosts.map(({ name }) => name)], ['http://a', ['a']]);
  });

  it('may lack the last end of line, or everything', () => {
    assert.equal(topologyOf('host a').hosts.length, 1);
    for (const text of ['', '\n', ' ', '\r\n', '\ufeff', '//']) assert.deepEqual(compile(text).diagnostics, []);
  });

  it('has one line more behind each end of line', () => {
    check(`
      host a

      host a
           ^ duplicate-name`);
  });
});
