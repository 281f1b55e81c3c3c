// `npm run docs`: writes the pages of docs/diagnostics from the table of rules (src/language/rules.ts), and removes those of
// rules that are gone. A test compares them.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensurePackages } from './install.mjs';
import { root } from './processes.mjs';

await ensurePackages();
const { build } = await import('esbuild'); // only now is it sure to be there
const outfile = join(root, 'out/docs/rule-pages.js');
await build({
  absWorkingDir: root,
  entryPoints: ['test/language/rule-pages.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  logLevel: 'warning',
});
const { folder, rulePages } = createRequire(import.meta.url)(outfile);
const pages = rulePages();
mkdirSync(join(root, folder), { recursive: true });
for (const name of readdirSync(join(root, folder))) if (!pages.has(name)) rmSync(join(root, folder, name));
for (const [name, text] of pages) writeFileSync(join(root, folder, name), text);
console.log(`${pages.size} pages in ${folder}`);
