import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mistaken, sharing } from './sample';
import { assertComplaint, type Folder, folderWith } from './topo';

describe('topo, given what it cannot use', () => {
  let folder: Folder;
  before(() => {
    folder = folderWith({
      'sharing.topo': sharing,
      'mistaken.topo': mistaken,
      'latin.topo': Buffer.from('host caf\xe9\n', 'latin1'),
      'utf16.topo': Buffer.from('\ufeffhost a\n', 'utf16le'),
      'empty.topo': '',
      'marked.topo': '\ufeffhost alice\r\nhost bob\r\n',
      'folder/inner.topo': '',
      'void/notes.txt': '',
    });
  });
  after(() => folder.remove());

  const complaints: readonly (readonly [what: string, args: string, line: string])[] = [
    ['a missing file', 'check nope.topo', 'nope.topo does not exist'],
    ['a missing file to run', 'run nope.topo', 'nope.topo does not exist'],
    ['a missing file for roles', 'roles nope.topo --format json', 'nope.topo does not exist'],
    ['a path through a file', 'check sharing.topo/x', 'sharing.topo/x does not exist'],
    ['a folder to run', 'run folder', 'folder is a folder; name a file in it'],
    ['a folder without topologies', 'check void', 'void holds no .topo file'],
    ['a pattern that nothing matches', 'check x*.topo', 'x*.topo matches no file'],
    ['a pattern to format that nothing matches', 'format x*.topo', 'x*.topo matches no file'],
    ['another encoding', 'check latin.topo', 'latin.topo is not a text file in UTF-8; save it with that encoding'],
    ['UTF-16', 'check utf16.topo', 'utf16.topo is not a text file in UTF-8: it holds zero bytes'],
    ['no flow', 'run empty.topo', 'there is no flow in empty.topo, so there is nothing to run'],
    [
      'an unknown flow',
      'run sharing.topo --flow Nothing',
      'there is no flow “Nothing” in sharing.topo; it has: “Find and fetch”, “Bob has gone”',
    ],
    [
      'an unknown flow in a file with errors',
      'run mistaken.topo --flow Helo',
      'there is no flow “Helo” in mistaken.topo (did you mean “Hello”?); it has: “Hello”; it has errors too: see topo check mistaken.topo',
    ],
    [
      'an unknown scenario',
      'run sharing.topo --scenario x',
      'there is no scenario “x” in sharing.topo; it has: “index is down”',
    ],
    [
      'an unknown option',
      'check --frmat json sharing.topo',
      "unknown option '--frmat' (Did you mean --format?) See topo check --help.",
    ],
    ['an unknown command', 'chekc sharing.topo', "unknown command 'chekc' (Did you mean check?) See topo --help."],
    ['no file', 'check', "missing required argument 'file'. See topo check --help."],
    [
      'too many files',
      'run sharing.topo mistaken.topo',
      "too many arguments for 'run'. Expected 1 argument but got 2. See topo run --help.",
    ],
    [
      'an unknown format',
      'check sharing.topo --format xml',
      "option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, junit, sarif. See topo check --help.",
    ],
    [
      'a seed that is no number',
      'run sharing.topo --seed many',
      "option '--seed <number>' argument 'many' is invalid. A seed is a whole number from 0 to 4294967295. See topo run --help.",
    ],
    [
      'a duration without a unit',
      'run sharing.topo --until 5',
      "option '--until <duration>' argument '5' is invalid. A duration is a number with a unit: us, ms, s, min or h, such as 500ms. See topo run --help.",
    ],
  ];
  for (const [what, args, line] of complaints) {
    it(`says in one line: ${what}`, () => assertComplaint(folder.topo(args.split(' ')), line));
  }

  it('checks the files that it can read, names the others, and ends with 2', () => {
    const { code, out, err } = folder.topo([
      'check',
      'nope.topo',
      'sharing.topo',
      'void',
      'latin.topo',
      '--format',
      'json',
    ]);
    assert.equal(code, 2);
    const reasons = [
      ['void', 'holds no .topo file'],
      ['nope.topo', 'does not exist'],
      ['latin.topo', 'is not a text file in UTF-8; save it with that encoding'],
    ];
    assert.equal(err, reasons.map(([path, reason]) => `topo: ${path} ${reason}\n`).join(''));
    const { files, unreadable } = JSON.parse(out) as Record<string, { path: string; reason?: string }[]>;
    assert.deepEqual(
      files?.map(({ path }) => path),
      ['sharing.topo'],
    );
    assert.deepEqual(
      unreadable,
      reasons.map(([path, reason]) => ({ path, reason })),
    );
  });

  it('remarks that a file is empty, which is no error', () => {
    const { code, out, err } = folder.topo(['check', 'empty.topo']);
    assert.deepEqual(
      [code, out, err],
      [0, 'empty.topo: no problems.\n', 'topo: empty.topo is empty, so there is nothing to check\n'],
    );
  });

  it('reads a file with a byte order mark and Windows line ends', () => {
    assert.equal(folder.topo(['check', 'marked.topo']).code, 0);
  });

  it('does not let a name steer the terminal', () => {
    const { err } = folder.topo(['run', 'sharing.topo', '--flow', '\u001b[2J']);
    assert.match(err, /^topo: there is no flow “␛\[2J”/);
  });

  it('rejects a group of a billion hosts at once', () => {
    const group = folderWith({ 'billion.topo': 'host peer[1000000000]\n' });
    const { code, out } = group.topo(['check', 'billion.topo']);
    group.remove();
    assert.equal(code, 1);
    assert.match(out, /^billion\.topo:1:11 error bad-group: .*100,000/);
  });

  it('shows how it is used when nothing is asked of it', () => {
    const { code, out, err } = folder.topo([]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^Usage: topo /);
  });

  it('shows help and version on request', () => {
    for (const args of [['--help'], ['check', '--help'], ['run', '--help'], ['roles', '--help']]) {
      const { code, out, err } = folder.topo(args);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: topo .+[\s\S]+Exit codes:\n/);
    }
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    assert.deepEqual(folder.topo(['--version']), { code: 0, out: `${version}\n`, err: '' });
  });

  it('ends without a complaint when its reader has read enough', async () => {
    const flow = `flow "Long" {\n  repeat 5000 {\n    alice -> bob : "x"\n  }\n}\n`;
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'run', '-'], { stdio: 'pipe' });
    let complaint = '';
    child.stderr.on('data', (data) => {
      complaint += data;
    });
    child.stdin.end(`host alice, bob\n${flow}`);
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    assert.deepEqual([code, complaint], [0, '']);
  });
});
