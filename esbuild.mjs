// Builds everything that runs: the extension for desktop and browser, the webview, the command line, and the tests.
// Entries that do not exist are skipped with a word; tests are found by name, never listed by hand.
//
//   node esbuild.mjs              the product into dist/, minified
//   node esbuild.mjs --dev        the same, readable and with source maps
//   node esbuild.mjs --tests      the tests into out/test/
//   node esbuild.mjs --watch      keeps on building after each change (with any of the above)

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const development = process.argv.includes('--dev');
const watching = process.argv.includes('--watch');

const bundles = (process.argv.includes('--tests') ? testBundles() : productBundles()).filter(hasItsEntries);
if (watching) {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
  console.log('Watching for changes. Ctrl+C stops.');
} else {
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)));
  const products = process.argv.includes('--tests') ? [] : results.flatMap(({ value }) => value?.metafile ?? []);
  products.forEach(printSizes);
  if (products.length > 0) writeLicences(products.flatMap(({ inputs }) => Object.keys(inputs)));
  if (results.some((result) => result.status === 'rejected')) process.exitCode = 1; // esbuild has said why
}

function productBundles() {
  const common = {
    ...shared(),
    minify: !development,
    sourcemap: development ? 'linked' : false,
    define: { 'process.env.NODE_ENV': development ? '"development"' : '"production"' },
  };
  const extension = {
    ...common,
    entryPoints: ['src/extension.ts'],
    format: 'cjs',
    external: ['vscode'],
    define: { ...common.define, EXAMPLES: JSON.stringify(examples()) },
  };
  return [
    {
      ...extension,
      // In parts: what is loaded behind the activation is a file of its own. (A web extension has to be one file.)
      outdir: 'dist',
      chunkNames: 'extension.[name]-[hash]',
      format: 'esm',
      splitting: true,
      sourcemap: development ? 'inline' : false,
      write: false,
      plugins: [writtenAsCommonJs()],
      platform: 'node',
      target: 'node20',
    },
    {
      ...common,
      entryPoints: ['src/desktop/simulation-worker.ts'],
      outfile: 'dist/simulation-worker.js',
      platform: 'node',
      target: 'node20',
      format: 'cjs',
    },
    { ...extension, entryPoints: ['src/extension-web.ts'], outfile: 'dist/extension.web.js', platform: 'browser' },
    { ...common, entryPoints: ['webview/main.ts'], outfile: 'dist/webview.js', platform: 'browser', format: 'iife' },
    { ...common, entryPoints: ['webview/main.css'], outfile: 'dist/webview.css', loader: { '.svg': 'dataurl' } },
    {
      ...common,
      entryPoints: ['src/cli.ts'],
      outfile: 'dist/cli.js',
      define: { ...common.define, VERSION: JSON.stringify(version()) },
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      banner: startsWithHashbang('src/cli.ts') ? {} : { js: '#!/usr/bin/env node' },
    },
  ];
}

function version() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
}

/** The names of the examples: a web extension can read a file of its own, but not list a folder. */
function examples() {
  const folder = join(root, 'examples');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.topo'))
        .sort()
    : [];
}

function testBundles() {
  const inVscode = (path) => path.startsWith('test/vscode/');
  const tests = testFiles();
  const common = { ...shared(), sourcemap: 'inline', sourcesContent: false };
  const extensionTests = {
    ...common,
    entryPoints: ['test/vscode/index.ts'],
    format: 'cjs',
    external: ['vscode'],
    // Mocha's browser build runs in both extension hosts, so one entry serves desktop and web.
    alias: { mocha: resolve(root, 'node_modules/mocha/mocha.js') },
    plugins: [allExtensionTests(tests.filter(inVscode))],
  };
  return [
    {
      ...common,
      entryPoints: tests.filter((path) => !inVscode(path)),
      outbase: 'test',
      outdir: 'out/test',
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: [
        'vscode',
        'mocha',
        'fast-check',
        'playwright-core',
        'esbuild',
        'axe-core',
        '@vscode/test-electron',
        '@vscode/vsce',
        'xmllint-wasm',
      ],
    },
    {
      ...extensionTests,
      outfile: 'out/test/vscode/index.js',
      platform: 'node',
      target: 'node20',
      define: { EXTENSION_HOST: '"desktop"' },
    },
    {
      ...extensionTests,
      outfile: 'out/test/vscode/index.web.js',
      platform: 'browser',
      define: { EXTENSION_HOST: '"web"', global: 'globalThis' },
    },
  ];
}

function shared() {
  return { absWorkingDir: root, bundle: true, target: 'es2022', charset: 'utf8', metafile: true, logLevel: 'warning' };
}

/** All tests, as paths from the root with forward slashes, in a fixed order. */
function testFiles() {
  if (!existsSync(join(root, 'test'))) return [];
  return readdirSync(join(root, 'test'), { recursive: true })
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.test.ts'))
    .sort();
}

/** `import loadTests from 'all-extension-tests'` gives a function that declares every test of test/vscode/. */
function allExtensionTests(paths) {
  return {
    name: 'all-extension-tests',
    setup(build) {
      build.onResolve({ filter: /^all-extension-tests$/ }, ({ path }) => ({ path, namespace: 'generated' }));
      build.onLoad({ filter: /.*/, namespace: 'generated' }, () => ({
        contents: `module.exports = () => {\n${paths.map((path) => `  require('./${path}');`).join('\n')}\n};`,
        resolveDir: root,
      }));
    },
  };
}

/** Parts are made as ES modules, which is what esbuild can split; VS Code loads CommonJS. Their names do not change with what is in them. */
function writtenAsCommonJs() {
  return {
    name: 'written-as-commonjs',
    setup(build) {
      build.onEnd(async ({ outputFiles = [] }) => {
        const names = lastingNames(outputFiles);
        const renamed = (text) => [...names].reduce((all, [name, lasting]) => all.replaceAll(name, lasting), text);
        for (const { path, text } of outputFiles) {
          const { code } = await esbuild.transform(renamed(text), {
            format: 'cjs',
            platform: 'node',
            target: 'node20',
            charset: 'utf8',
            supported: { 'dynamic-import': false },
            minify: !development,
            sourcemap: development ? 'inline' : false,
          });
          mkdirSync(dirname(path), { recursive: true });
          writeFileSync(renamed(path), code);
        }
      });
    },
  };
}

/** Without their hashes; of several chunks that parts share the largest is the first. */
function lastingNames(outputFiles) {
  const names = new Map();
  for (const { path } of outputFiles.toSorted((a, b) => b.text.length - a.text.length)) {
    const [name, part] = /(extension\.[\w-]+)-[A-Z0-9]{8}\.js$/.exec(path) ?? [];
    if (name === undefined) continue;
    const taken = [...names.keys()].filter((other) => other.startsWith(`${part}-`)).length;
    names.set(name, `${part}${taken > 0 ? taken + 1 : ''}.js`);
  }
  return names;
}

function hasItsEntries({ entryPoints }) {
  const missing = entryPoints.filter((path) => !existsSync(join(root, path)));
  for (const path of missing) console.log(`Skipped: ${path} does not exist yet.`);
  return missing.length === 0 && entryPoints.length > 0;
}

function startsWithHashbang(path) {
  return existsSync(join(root, path)) && readFileSync(join(root, path), 'utf8').startsWith('#!');
}

function printSizes({ outputs }) {
  for (const [path, { bytes }] of Object.entries(outputs)) {
    if (!path.endsWith('.map')) console.log(`${path}  ${(bytes / 1000).toFixed(1)} kB`);
  }
}

/** The bundles hold parts of these packages, whose licences ask to be passed on. */
function writeLicences(inputs) {
  const folders = new Set(inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((path) => /^licen[cs]e/i.test(path));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), 'utf8').trim() : ''}\n`;
  });
  writeFileSync(join(root, 'dist/third-party-licences.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}
