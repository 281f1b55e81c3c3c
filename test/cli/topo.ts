/** Runs the built command line as its users do: a child process in a folder with files. Every answer is free of stack traces. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  /** The environment says nothing about colours, unless `env` does. */
  topo(args: readonly string[], input?: string, env?: Readonly<Record<string, string>>): Answer;
  /** Standard output as JSON, with the exit code that is asked for. */
  json(args: readonly string[], code?: number): unknown;
  read(path: string): string;
  remove(): void;
}

const program = resolve('dist/cli.js');

/** The paths of the files may begin with `../`: the folder lies within another, which is removed with it. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const outside = mkdtempSync(join(tmpdir(), 'topo-'));
  const folder = join(outside, 'here');
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  return { path: folder, topo, json, read, remove: () => rmSync(outside, { recursive: true }) };

  function topo(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Answer {
    const { FORCE_COLOR, NO_COLOR, ...inherited } = process.env;
    const options = {
      cwd: folder,
      input,
      env: { ...inherited, ...env },
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      timeout: 110_000,
    } as const;
    const { status, stdout, stderr, error } = spawnSync(process.execPath, [program, ...args], options);
    assert.ifError(error);
    assert.doesNotMatch(stderr + stdout, /\n\s+at .+:\d+/, 'a stack trace');
    return { code: status, out: stdout, err: stderr };
  }

  function json(args: readonly string[], code = 0): unknown {
    const answer = topo([...args, '--format', 'json']);
    assert.equal(answer.code, code, answer.err);
    return JSON.parse(answer.out);
  }
}

/** One line on stderr, nothing on stdout, exit 2. */
export function assertComplaint({ code, out, err }: Answer, line: string): void {
  assert.equal(err, `topo: ${line}\n`);
  assert.equal(out, '');
  assert.equal(code, 2);
}
