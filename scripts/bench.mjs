// `npm run bench`: builds the product and prints how fast and how large it is, each figure beside its goal. A figure that
// falls short is said to, and fails nothing: it depends on the machine and on what else it does.
//
//   npm run bench                     everything
//   npm run bench -- panel webview    these parts (bench/main.ts names them)

import { ensureBrowser, ensurePackages, ensurePackagesOf } from './install.mjs';
import { exit, root, run, stopOnSignals } from './processes.mjs';

stopOnSignals('Stopping.');
try {
  await ensurePackages();
  const wanted = process.argv.slice(2);
  if (wanted.length === 0 || wanted.includes('mermaid'))
    await ensurePackagesOf(
      'bench/mermaid',
      'Installing Mermaid, which a keystroke is compared with (about 200 MB, once)',
    );
  process.env.CHROME_PATH = await ensureBrowser();
  const built = await run(process.execPath, ['esbuild.mjs'], { quiet: true });
  if (built.code !== 0) throw new Error(built.output);
  const { build } = await import('esbuild'); // only now is it sure to be there
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/main.ts', 'bench/activate.ts'],
    outdir: 'out/bench',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['playwright-core', 'vscode'],
    logLevel: 'warning',
  });
  const { code } = await run(process.execPath, ['out/bench/main.js', ...wanted]);
  await exit(code);
} catch (error) {
  console.error(error.message);
  await exit(1);
}
