/** How long `topo check` takes for a course's worth of files, from the shell's point of view: start, read, check, print. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from './measure';
import type { Figure } from './report';

const count = 1000;

export function* checkFigures(): Generator<Figure> {
  yield { what: 'topo check, one small file', value: msFor(1), unit: 'ms', goal: 300 };
  yield { what: `topo check, ${count} small files`, value: msFor(count), unit: 'ms', goal: 3000 };
}

function msFor(files: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'topo-check-'));
  try {
    for (let number = 1; number <= files; number++) writeFileSync(join(folder, `${number}.topo`), smallFile(number));
    return median([1, 2, 3, 4, 5].map(() => msOf(folder)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function msOf(folder: string): number {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`A small file is not in order: ${stdout}`);
  return performance.now() - start;
}

/** As learners hand them in: a handful of hosts, a flow or two, what is expected of them. */
function smallFile(number: number): string {
  return `topology "Exercise ${number}"

service music uses index

switch lan
host napster : server runs music index
host alice${number} : client runs music peer, web client
host bob : both runs music peer shares "song-${number}.mp3" ${1 + (number % 9)}MB
host web : server runs web server shares "page.html" 14kB
link napster, alice${number}, bob, web -- lan 100Mbps ${1 + (number % 5)}ms

flow "Find and fetch" {
  bob -> napster : register "song-${number}.mp3"
  alice${number} -> napster : lookup "song-${number}.mp3"
  alice${number} -> bob : get "song-${number}.mp3"
}
flow "Read a page" {
  alice${number} -> web : get "page.html"
}

expect alice${number} is client
expect lookup "song-${number}.mp3" finds bob
expect "Find and fetch" needs napster
`;
}
