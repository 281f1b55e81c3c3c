/**
 * The language of this project beside the same language for Langium and for Chevrotain, on the same files, in one process.
 * First all three have to agree about what the files say; then each row of the table is printed as soon as it is known.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { generate } from '../generate';
import { edited } from '../language';
import { median } from '../measure';
import { assertAgreement, type Sample, withUnknownNames } from './agreement';
import { chevrotain } from './chevrotain';
import type { FrontEnd, OpenFile, Position } from './front-end';
import { langium } from './langium';
import { ours } from './ours';
import { race } from './race';
import { bundleSize } from './sizes';
import { printHead, printRow } from './table';
import { halfTypedLines, newBlock, type Survival } from './typing';

const frontEnds = [ours, langium, chevrotain] as const;
const small = generate({ lines: 200, hosts: 30 });
const middle = generate({ lines: 1_000, hosts: 100 });
const large = generate({ lines: 10_000, hosts: 500 });

function samples(): readonly Sample[] {
  // The two other grammars were written before the language had exercises.
  const examples = readdirSync('examples').filter((name) => !name.startsWith('exercise'));
  const files = ['bench/comparison/everything.topo', ...examples.map((name) => join('examples', name))];
  const generated = [small, middle, large].map((text) => ({ name: `${text.split('\n').length} lines`, text }));
  return [
    ...files.map((name) => ({ name, text: readFileSync(name, 'utf8'), inOrder: true })),
    ...generated.map((sample) => ({ ...sample, inOrder: true })),
    { name: 'unknown names', text: withUnknownNames(large), inOrder: false },
  ];
}

async function measureAll(): Promise<void> {
  const agreed = samples();
  await assertAgreement(frontEnds, agreed);
  console.log(`All three read ${agreed.length} files alike: statements, hosts, links, steps, unresolved names.\n`);
  printHead(frontEnds.map(({ name }) => name));
  printRow('first file of 200 lines, in a new process', 'ms', firstFile());
  await measureReading();
  await measureKeystrokes();
  await measureTyping();
  const sizes = await Promise.all(frontEnds.map(({ name }) => bundleSize(name)));
  printRow(
    'bundle, minified',
    'kB',
    sizes.map(({ minified }) => minified / 1000),
  );
  printRow(
    'bundle, minified and gzipped',
    'kB',
    sizes.map(({ gzipped }) => gzipped / 1000),
  );
}

const processes = 15;

function firstFile(): readonly number[] {
  const path = join('bench/comparison/out', 'small.topo');
  writeFileSync(path, small);
  const bundles = ['cold-ours', 'cold-langium', 'cold-chevrotain'].map((name) =>
    join('bench/comparison/out', `${name}.mjs`),
  );
  const times: number[][] = bundles.map(() => []);
  for (let turn = 0; turn < processes; turn++) {
    for (const [place, bundle] of bundles.entries()) {
      times[place]?.push(Number(execFileSync(process.execPath, [bundle, path], { encoding: 'utf8' })));
    }
  }
  return times.map(median);
}

async function measureReading(): Promise<void> {
  for (const [what, text] of [
    ['200 lines', small],
    ['1,000 lines', middle],
    ['10,000 lines', large],
  ] as const) {
    const times = await race(frontEnds.map((frontEnd) => () => frontEnd.read(text)));
    printRow(`parse and link ${what}`, 'ms', times);
  }
}

/** With 10,000 lines open. */
async function measureKeystrokes(): Promise<void> {
  const files: OpenFile[] = [];
  for (const frontEnd of frontEnds) files.push(await frontEnd.open(large));
  for (const [where, from, to] of [
    ['in a flow', 'takes 20ms', 'takes 2ms'],
    ['in a comment', '// peer', '// peers'],
    ['at a host', 'up 8Mbps', 'up 88Mbps'],
  ] as const) {
    const changed = edited(large, from, to);
    const texts = [changed, large];
    const times = await race(files.map((file) => (run) => file.edit(texts[run % 2] ?? '')));
    printRow(`one keystroke ${where}, of 10,000 lines`, 'ms', times);
    for (const file of files) await file.edit(large);
  }
  const position = placeOf(large.lastIndexOf('-> peer') + '-> pe'.length);
  await measureService('completion of a host, 10,000 lines', files, (file) => file.complete, position);
  await measureService('hover over a host, 10,000 lines', files, (file) => file.hover, position);
}

/** In the large file, by its offset. */
function placeOf(offset: number): Position {
  const before = large.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
}

type Service = (position: Position) => unknown;

async function measureService(
  what: string,
  files: readonly OpenFile[],
  serviceOf: (file: OpenFile) => Service | undefined,
  position: Position,
): Promise<void> {
  const services = files.map(serviceOf).map((service) => service && (() => service(position)));
  const present = services.filter((service) => service !== undefined);
  for (const service of present) if (!(await service())) throw new Error(`Nothing comes of: ${what}`);
  const times = await race(present);
  printRow(
    what,
    'ms',
    services.map((service) => service && times[present.indexOf(service)]),
  );
}

async function measureTyping(): Promise<void> {
  const text = readFileSync('examples/hybrid-music.topo', 'utf8');
  const block = text.slice(text.indexOf('flow "'), text.indexOf('\n}') + 2);
  for (const [what, survivalOf] of [
    ['half-typed line', (frontEnd: FrontEnd) => halfTypedLines(frontEnd, text)],
    ['new flow typed at the top', (frontEnd: FrontEnd) => newBlock(frontEnd, block, text)],
  ] as const) {
    const results: Survival[] = [];
    for (const frontEnd of frontEnds) results.push(await survivalOf(frontEnd));
    const shares = (share: (it: Survival) => number) => results.map((it) => share(it) * 100);
    const states = `${what}, ${results[0]?.states} states`;
    printRow(
      `${states}: all other hosts known`,
      '%',
      shares((it) => it.hosts),
    );
    printRow(
      `${states}: all other statements known`,
      '%',
      shares((it) => it.statements),
    );
    printRow(
      `${states}: other statements known, on average`,
      '%',
      shares((it) => it.average),
    );
  }
}

async function main(): Promise<void> {
  console.log(`Medians, on Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
  await measureAll();
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message.slice(0, 4000) : error);
  process.exitCode = 1;
});
