// `npm run docs`: writes what the documents repeat of tables: the pages of docs/diagnostics from the rules (src/language/rules.ts),
// without those of rules that are gone, and docs/claims.md from the map of the examples (test/claims/). Tests compare them.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensurePackages } from './install.mjs';
import { root } from './processes.mjs';

await ensurePackages();
const { build } = await import('esbuild'); // only now is it sure to be there
const { folder, rulePages } = await load('test/language/rule-pages.ts');
const pages = rulePages();
mkdirSync(join(root, folder), { recursive: true });
for (const name of readdirSync(join(root, folder))) if (!pages.has(name)) rmSync(join(root, folder, name));
for (const [name, text] of pages) writeFileSync(join(root, folder, name), text);
console.log(`${pages.size} pages in ${folder}`);

const { page, path } = await load('test/claims/page.ts');
writeFileSync(join(root, path), page());
console.log(path);

/** What a TypeScript module of the tests exports. */
async function load(entry) {
  const outfile = join(root, 'out/docs', entry.replace(/\.ts$/, '.js'));
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile);
}
