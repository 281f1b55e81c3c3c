import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createOutput, takesColour } from '../../src/cli/output';
import { rowsOf } from '../../src/cli/rows';
import { mistaken, sharing } from './sample';
import { assertComplaint, type Folder, folderWith } from './topo';

describe('topo check --watch', () => {
  let folder: Folder;
  let child: ChildProcess | undefined;
  beforeEach(() => {
    folder = folderWith({ 'weeks/one.topo': sharing });
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    folder.remove();
  });

  function start(...args: string[]) {
    const topo = spawn(process.execPath, [resolve('dist/cli.js'), 'check', '--watch', ...args], { cwd: folder.path });
    child = topo;
    let seen = '';
    let tell = () => {};
    for (const stream of [topo.stdout, topo.stderr]) {
      stream.on('data', (data) => {
        seen += data;
        tell();
      });
    }
    const ended = once(topo, 'close').then(([code]) => code);
    return { said, interrupt, write };

    /** All that was said since the last time, as soon as it holds this. */
    async function said(what: string): Promise<string> {
      while (!seen.includes(what)) {
        await new Promise<void>((done) => {
          tell = done;
        });
      }
      const all = seen;
      seen = '';
      return all;
    }

    async function interrupt(): Promise<unknown> {
      topo.kill('SIGINT');
      return ended;
    }

    function write(path: string, text: string): void {
      writeFileSync(join(folder.path, path), text);
    }
  }

  it('checks again on each change, new files and lost ones too, and ends with the last code on Ctrl+C', async () => {
    const { said, interrupt, write } = start('weeks');
    assert.match(
      await said('Ctrl+C ends.\n'),
      /^weeks\/one\.topo: no problems; .+\nWatching for changes\. Ctrl\+C ends\.\n$/,
    );
    write('weeks/one.topo', mistaken);
    assert.match(await said('Ctrl+C ends.\n'), /weeks\/one\.topo: 1 error;/);
    write('weeks/two.topo', sharing);
    assert.match(await said('Ctrl+C ends.\n'), /2 files: 1 error;/);
    rmSync(join(folder.path, 'weeks/one.topo'));
    assert.match(await said('Ctrl+C ends.\n'), /weeks\/two\.topo: no problems;/);
    write('weeks/two.topo', mistaken);
    await said('weeks/two.topo: 1 error;');
    assert.equal(await interrupt(), 1);
  });

  it('follows a pattern, and a file that is named', async () => {
    const { said, interrupt, write } = start('weeks/o*.topo', 'later.topo');
    await said('Ctrl+C ends.\n');
    write('later.topo', sharing);
    await said('2 files: no problems;');
    write('weeks/other.topo', sharing);
    await said('3 files: no problems;');
    assert.equal(await interrupt(), 0);
  });

  it('writes no control characters where nobody sees them', async () => {
    const { said, interrupt, write } = start('weeks');
    await said('Ctrl+C ends.\n');
    write('weeks/one.topo', mistaken);
    const all = await said('Ctrl+C ends.\n');
    assert.equal(all.includes('\u001b'), false);
    await interrupt();
  });

  it('does not watch the standard input', () => {
    assertComplaint(folder.topo(['check', '-', '--watch']), 'the standard input cannot be watched; name files instead');
  });
});

describe('what is written to a terminal', () => {
  it('takes a row for each line, more for one that is longer than the terminal is wide', () => {
    assert.equal(rowsOf('', 10), 0);
    assert.equal(rowsOf('one\n\ntwo\n', 10), 3);
    assert.equal(rowsOf('0123456789\n', 10), 1);
    assert.equal(rowsOf('01234567890\n', 10), 2);
    assert.equal(rowsOf('日本日本日本\n', 10), 2);
    assert.equal(rowsOf('\u001b[1m0123456789\u001b[22m\n', 10), 1);
  });

  it('is coloured on a terminal, unless NO_COLOR, TERM or FORCE_COLOR say otherwise', () => {
    const terminal = { isTTY: true };
    const pipe = {};
    assert.equal(takesColour(terminal, {}), true);
    assert.equal(takesColour(pipe, {}), false);
    assert.equal(takesColour(terminal, { NO_COLOR: '1' }), false);
    assert.equal(takesColour(terminal, { NO_COLOR: '' }), true);
    assert.equal(takesColour(terminal, { TERM: 'dumb' }), false);
    assert.equal(takesColour(pipe, { FORCE_COLOR: '1' }), true);
    assert.equal(takesColour(pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }), true);
    assert.equal(takesColour(terminal, { FORCE_COLOR: '0' }), false);
  });

  it('is taken back as far as it was written, and nothing above it', () => {
    const written: string[] = [];
    const terminal = { isTTY: true, columns: 10, rows: 5, write: (text: string) => written.push(text), on() {} };
    const output = createOutput({}, terminal as never, terminal as never);
    output.print(['one\n', '01234567890\n']);
    output.takeBack();
    assert.equal(written.pop(), '\r\u001b[3A\u001b[J');
    output.takeBack();
    output.print(['1\n2\n3\n4\n5\n6\n7\n8\n']);
    output.takeBack();
    assert.equal(written.pop(), '\r\u001b[4A\u001b[J');
    assert.equal(written.length, 2);
  });
});
