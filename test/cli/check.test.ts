import assert from 'node:assert/strict';
import { mistaken, sharing, warned } from './sample';
import { checkResult } from './shapes';
import { type Folder, folderWith } from './topo';

const failing = `${warned}expect alice is server\n`;

describe('topo check', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({
      'sharing.topo': sharing,
      'mistaken.topo': mistaken,
      'warned.topo': warned,
      'failing.topo': failing,
    });
  });
  after(() => folder.remove());

  it('says that all is well, and how many expectations hold', () => {
    assert.deepEqual(folder.topo(['check', 'sharing.topo']), {
      code: 0,
      out: 'sharing.topo: no problems; all 2 expectations hold.\n',
      err: '',
    });
  });

  it('shows each finding with place, severity, code, message and carets, then a summary', () => {
    const { code, out, err } = folder.topo(['check', 'mistaken.topo']);
    assert.deepEqual([code, err], [1, '']);
    const lines = out.split('\n');
    assert.match(lines[0] ?? '', /^mistaken\.topo:4:11 error unknown-host: There is no host “bbo”/);
    const written = ['     alice -> bbo : "hi"', '              ^^^']; // a tab takes one column
    assert.deepEqual(lines.slice(1, 3), written);
    assert.match(out, /\n\nmistaken\.topo: 1 error; 0 of 1 expectations hold\.\n$/);
  });

  it('shows an expectation that does not hold like any other finding', () => {
    const { code, out } = folder.topo(['check', 'failing.topo']);
    assert.equal(code, 1);
    assert.match(out, /^failing\.topo:2:12 warning role-not-exercised: bob is declared as both/);
    assert.match(out, /failing\.topo:6:1 error expectation-failed: .+\n {4}expect alice is server\n {4}\^{22}\n/);
    assert.match(out, /\n\nfailing\.topo: 1 error, 1 warning; 0 of 1 expectations hold\.\n$/);
  });

  it('names the other places that help, and the fix', () => {
    const { out } = folder.topo(['check', 'warned.topo']);
    assert.match(out, /\n {2}warned\.topo:4:3 bob answers alice in “Hello”\n {2}Fix: Declare as server\n/);
  });

  it('takes warnings for findings with --strict only', () => {
    assert.equal(folder.topo(['check', 'warned.topo']).code, 0);
    assert.equal(folder.topo(['check', 'warned.topo', '--strict']).code, 1);
    assert.equal(folder.topo(['check', 'sharing.topo', '--strict']).code, 0);
  });

  it('writes no colours where nobody sees them', () => {
    assert.equal(folder.topo(['check', 'mistaken.topo']).out.includes('\u001b'), false);
  });

  it('gives JSON with every member of the contract, for files with and without findings', () => {
    const result = folder.json(['check', 'sharing.topo', 'mistaken.topo'], 1);
    checkResult(result, 'check');
    assert.deepEqual(
      (result as { files: { path: string }[] }).files.map(({ path }) => path),
      ['sharing.topo', 'mistaken.topo'],
    );
  });

  it('counts lines and columns in JSON from 1, and tells what fixes would write', () => {
    const { files } = folder.json(['check', 'mistaken.topo'], 1) as { files: { diagnostics: { code: string }[] }[] };
    const found = files[0]?.diagnostics.find(({ code }) => code === 'unknown-host');
    const range = { start: { line: 4, column: 11 }, end: { line: 4, column: 14 } };
    const behind = { line: 2, column: 16 };
    assert.deepEqual(found, {
      code: 'unknown-host',
      severity: 'error',
      message: 'There is no host “bbo”. Did you mean “bob”?',
      range,
      related: [],
      fixes: [
        { title: 'Change to “bob”', edits: [{ range, text: 'bob' }] },
        { title: 'Declare host bbo', edits: [{ range: { start: behind, end: behind }, text: '\nhost bbo : server' }] },
      ],
    });
  });

  it('gives expectations, roles with evidence and the architecture in JSON', () => {
    const { files } = folder.json(['check', 'sharing.topo']) as { files: Record<string, unknown>[] };
    const file = files[0] ?? assert.fail();
    assert.deepEqual(
      (file.expectations as { text: string; outcome: string }[]).map((each) => [each.text, each.outcome]),
      [
        ['expect alice is client in "Find and fetch"', 'pass'],
        ['expect architecture is hybrid', 'pass'],
      ],
    );
    const roles = file.roles as { host: string; declared: string; capable: string; exercised: string }[];
    assert.deepEqual(
      roles.map(({ host, declared, capable, exercised }) => [host, declared, capable, exercised]),
      [
        ['napster', 'server', 'server', 'server'],
        ['alice', 'client', 'both', 'client'],
        ['bob', 'both', 'both', 'both'],
      ],
    );
    assert.equal((file.architecture as { kind: string }).kind, 'hybrid');
  });

  it('tells in JSON of an expectation to which exercise it belongs, what it is worth, and what its author says', () => {
    const text = `${sharing}exercise "Roles" {\n  points 3 expect bob is client otherwise "Look at Bob."\n  expect bob is both\n}\n`;
    const { out } = folder.topo(['check', '-', '--format', 'json'], text);
    const { files } = JSON.parse(out) as { files: { expectations: object[]; diagnostics: { message: string }[] }[] };
    const [first, , worth, plain] = files[0]?.expectations ?? [];
    assert.deepEqual(Object.keys(first ?? {}), ['text', 'range', 'outcome', 'actual', 'because']);
    const { because, ...rest } = worth as { because: string };
    assert.match(because, /^bob answers alice/);
    assert.deepEqual(rest, {
      text: 'expect bob is client',
      range: { start: { line: 23, column: 12 }, end: { line: 23, column: 32 } },
      outcome: 'fail',
      actual: 'bob is both',
      exercise: 'Roles',
      points: 3,
      otherwise: 'Look at Bob.',
    });
    assert.deepEqual(Object.keys(plain ?? {}), [...Object.keys(first ?? {}), 'exercise', 'points']);
    assert.match(files[0]?.diagnostics[0]?.message ?? '', /^Look at Bob\. Found instead: bob is both\. /);
  });

  it('reads the standard input for -', () => {
    const { code, out } = folder.topo(['check', '-'], sharing);
    assert.deepEqual([code, out], [0, '-: no problems; all 2 expectations hold.\n']);
  });

  it('checks all .topo files below a folder, and those that a pattern matches, each once, by name', () => {
    const tree = folderWith({
      'b/two.topo': sharing,
      'b/notes.txt': 'no topology',
      'a/one.topo': sharing,
      'a/deep/[x].topo': sharing,
      'node_modules/pack/three.topo': sharing,
      '.hidden/four.topo': sharing,
    });
    const paths = (...names: string[]) =>
      (tree.json(['check', ...names]) as { files: { path: string }[] }).files.map(({ path }) => path);
    try {
      assert.deepEqual(paths('.'), ['a/deep/[x].topo', 'a/one.topo', 'b/two.topo']);
      assert.deepEqual(paths('b', 'a/', 'b/two.topo'), ['b/two.topo', 'a/deep/[x].topo', 'a/one.topo']);
      assert.deepEqual(paths('**/*.topo'), ['a/deep/[x].topo', 'a/one.topo', 'b/two.topo']);
      assert.deepEqual(paths('?/{one,two}.topo'), ['a/one.topo', 'b/two.topo']);
      assert.deepEqual(paths('../**/a/o*.topo').length, 1);
      assert.deepEqual(paths('a/deep/[x].topo'), ['a/deep/[x].topo']);
    } finally {
      tree.remove();
    }
  });

  it('colours where it is asked to', () => {
    const { out } = folder.topo(['check', 'mistaken.topo'], '', { FORCE_COLOR: '1' });
    const start = '\u001b[1mmistaken.topo:4:11\u001b[22m \u001b[31merror\u001b[39m unknown-host';
    assert.equal(out.slice(0, start.length), start);
  });

  it('puts carets under what is meant behind wide letters, emoji and combining marks', () => {
    const names = folderWith({ 'names.topo': 'host a\nflow "日本 🦊 é" { // x\n  a -> ab : "日本" "🦊"\n}\n' });
    const { out } = names.topo(['check', 'names.topo']);
    names.remove();
    assert.match(out, /\n {6}a -> ab : "日本" "🦊"\n {6} {17}\^{4}\n/);
  });

  it('shows of a very long line the part that matters', () => {
    const long = folderWith({ 'long.topo': `host a // ${'x'.repeat(5000)}\nhost b ${' '.repeat(5000)} nonsense\n` });
    const { out } = long.topo(['check', 'long.topo']);
    long.remove();
    assert.match(out, /\n {4}… {40,}nonsense\n +\^{8}\n/);
    assert.ok(out.split('\n').every((line) => line.length < 400));
  });

  it('shows control characters of a file as pictures, so that it cannot steer the terminal', () => {
    const steering = folderWith({ 'red.topo': 'host a \u001b[31mred\u0007\n' });
    const { out } = steering.topo(['check', 'red.topo']);
    steering.remove();
    assert.equal(out.includes('\u001b') || out.includes('\u0007'), false);
    assert.match(out, /␛\[31mred␇/);
  });
});
