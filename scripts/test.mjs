// `npm test`: installs what is missing, builds, checks types and style, and runs every test: pure ones in Node, the webview
// in a browser, the extension in a real VS Code as a desktop and as a web extension. Stages fail on their own, so one
// report shows all that is wrong. The last line counts the tests; a stage that fails without a failed test counts as one.
//
//   npm test                              all stages
//   npm test -- types node                these stages only (build and bundle are stages too)
//   npm test -- node language/parser      tests whose path holds one of the other words

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensurePackages, ensureVscode } from './install.mjs';
import { exit, formatDuration, root, run, stopOnSignals, stopping } from './processes.mjs';
import { readCounts, readFailures } from './test-output.mjs';

const stages = {
  build: { title: 'Build', work: () => node('esbuild.mjs') },
  bundle: { title: 'Build of the tests', work: () => node('esbuild.mjs', '--tests') },
  types: { title: 'Types', work: () => node('node_modules/typescript/bin/tsc', '-b', '--pretty') },
  lint: { title: 'Style', work: () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  node: { title: 'Tests in Node', counts: true, work: () => mocha(testFiles().filter((path) => !inBrowser(path))) },
  webview: { title: 'Tests of the webview in a browser', counts: true, work: testWebview },
  desktop: { title: 'Tests in VS Code, desktop extension', counts: true, work: () => testExtension('desktop') },
  web: { title: 'Tests in VS Code, web extension', counts: true, work: () => testExtension('web') },
};

const words = process.argv.slice(2);
const unnamed = words.filter((word) => !Object.hasOwn(stages, word));
const named = words.filter((word) => Object.hasOwn(stages, word));
const timeLimitMs = 20 * 60_000;

stopOnSignals('Stopping.');
const startMs = Date.now();
const total = { passed: 0, failed: 0, skipped: 0 };
const report = [];
const failures = [];
try {
  await ensurePackages();
  for (const name of named.length > 0 ? named : Object.keys(stages)) await runStage(stages[name]);
} catch (error) {
  total.failed += 1;
  console.error(error.message);
}
if (stopping) await new Promise(() => {}); // what was cut short is neither passed nor failed
if (failures.length > 0) console.log(`\n── What failed ──\n\n${failures.join('\n\n')}`);
console.log(`\n${report.join('\n')}\nAll in ${formatDuration(Date.now() - startMs)}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
await exit(total.failed > 0 ? 1 : 0);

async function runStage({ title, work, counts: mustCount }) {
  console.log(`\n── ${title} ──`);
  const stageStartMs = Date.now();
  const { code, counts } = await work().catch((error) => {
    console.error(error.message);
    return { code: 1 };
  });
  const { passed = 0, failed = 0, skipped = 0 } = counts ?? {};
  const ranNone = mustCount && passed + failed === 0;
  if (ranNone) console.log('No test ran.');
  const broken = (code !== 0 && failed === 0) || ranNone;
  total.passed += passed;
  total.failed += failed + (broken ? 1 : 0);
  total.skipped += skipped;
  const figures = mustCount ? `  ${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const mark = broken || failed > 0 ? '✗' : '✓';
  report.push(`${mark} ${title}${figures}  (${formatDuration(Date.now() - stageStartMs)})`);
}

/** Runs a Node script to its end and picks the counts out of what it prints. */
async function node(...args) {
  let counts;
  const onLine = (line) => {
    const found = readCounts(line);
    const failed = readFailures(line);
    counts = found ?? counts;
    failures.push(...(failed ?? []));
    return found || failed ? 'hide' : 'show';
  };
  const { code } = await run(process.execPath, args, { onLine, timeoutMs: timeLimitMs });
  return { code, counts };
}

async function mocha(paths) {
  const built = paths.map((path) => join('out', path.replace(/\.ts$/, '.js')));
  const missing = built.filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}`);
  return built.length === 0 ? { code: 0 } : node('--enable-source-maps', 'scripts/run-mocha.mjs', ...built);
}

async function testWebview() {
  process.env.CHROME_PATH = await ensureBrowser();
  return mocha(testFiles().filter(inBrowser));
}

async function testExtension(kind) {
  process.env.CHROME_PATH = await ensureBrowser();
  await ensureVscode();
  return node('scripts/run-extension-tests.mjs', kind);
}

function testFiles() {
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts') && !path.startsWith('test/vscode/'))
    .filter((path) => unnamed.length === 0 || unnamed.some((word) => path.includes(word)))
    .sort();
}

function inBrowser(path) {
  return path.startsWith('test/webview/');
}
