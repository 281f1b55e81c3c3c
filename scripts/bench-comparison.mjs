// `npm run bench:comparison`: the language beside the same language for Langium and Chevrotain, on the same files. What is
// compared with is installed into bench/comparison on demand; nothing else in the project needs it.

import { join } from 'node:path';
import { ensurePackages, ensurePackagesOf } from './install.mjs';
import { exit, root, run, runStep, stopOnSignals } from './processes.mjs';

const folder = join(root, 'bench/comparison');

stopOnSignals('Stopping.');
try {
  await ensurePackages();
  await ensurePackagesOf('bench/comparison', 'Installing Langium and Chevrotain (about 20 MB)');
  const generator = ['--import', './group-by.mjs', 'node_modules/langium-cli/bin/langium.js', 'generate'];
  await runStep('Generating the parser for Langium', process.execPath, generator, { cwd: folder });
  await runStep('Checking types', process.execPath, ['node_modules/typescript/bin/tsc', '-p', folder]);
  await bundle();
  const { code } = await run(process.execPath, ['bench/comparison/out/main.mjs']);
  await exit(code);
} catch (error) {
  console.error(error.message);
  await exit(1);
}

/** The first file of each is read by a bundle of its own, minified as it would ship. */
async function bundle() {
  const { build } = await import('esbuild'); // only now is it sure to be there
  const common = { bundle: true, platform: 'node', target: 'node20', format: 'esm', logLevel: 'warning' };
  const files = { absWorkingDir: root, outdir: 'bench/comparison/out', outExtension: { '.js': '.mjs' } };
  const source = (name) => `bench/comparison/${name}.ts`;
  // Packages of Langium's server still ask for modules the old way.
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ ...common, ...files, entryPoints: [source('main')], external: ['esbuild'], banner });
  const entryPoints = ['cold-ours', 'cold-langium', 'cold-chevrotain'].map(source);
  await build({ ...common, ...files, entryPoints, minify: true });
}
