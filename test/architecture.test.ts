// The house rules that no compiler enforces: which folder may import what, and that pure folders use neither a clock nor
// unseeded randomness. The table is the one in ARCHITECTURE.md.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

interface Rule {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const pure = ['src/language', 'src/simulation', 'src/analysis', 'src/scene', 'src/editor', 'src/protocol'];
const seeking = 'src/simulation/seek';

/** Every folder may also import itself. A package ending in `:` stands for all that begin so. */
const rules: Readonly<Record<string, Rule>> = {
  'src/language': { folders: [], packages: [] },
  'src/simulation': { folders: ['src/language'], packages: ['tinyqueue', 'pure-rand'] },
  'src/analysis': { folders: ['src/language', 'src/simulation'], packages: [] },
  'src/scene': { folders: ['src/language', 'src/simulation', 'src/analysis'], packages: [] },
  'src/editor': { folders: ['src/language', 'src/simulation', 'src/analysis', 'src/scene'], packages: [] },
  'src/protocol': { folders: ['type src/scene'], packages: ['valibot'] },
  'src/cli': { folders: [...pure, 'src/cli.ts'], packages: ['node:', 'commander', 'picomatch', 'chokidar'] },
  'src/cli.ts': { folders: [...pure, 'src/cli'], packages: ['node:', 'commander'] },
  'src/vscode': { folders: pure, packages: ['vscode'] },
  'src/desktop': { folders: [...pure, 'src/vscode/long-runs'], packages: ['node:'] },
  'src/extension.ts': { folders: ['src/desktop', 'src/vscode'], packages: [] },
  'src/extension-web.ts': { folders: ['src/vscode'], packages: [] },
  webview: { folders: ['src/protocol', 'src/scene', seeking], packages: ['cytoscape', '@vscode/webview-ui-toolkit'] },
};

const impurities = [/\bMath\.random\b/, /\bDate\.now\b/, /\bnew Date\(\s*\)/, /\bDate\(\s*\)/, /\bperformance\./];

/** What a file breaks, one sentence each, naming the file, what it uses, and the rule. */
function violations(path: string, text: string): readonly string[] {
  const folder = Object.keys(rules).find((name) => path === name || path.startsWith(`${name}/`));
  const rule = folder === undefined ? undefined : rules[folder];
  if (folder === undefined || !rule) return [`${path}: no rule says what this file may import`];
  const imports = importsOf(text).filter(({ from, typeOnly }) => !mayImport(path, folder, rule, from, typeOnly));
  const may = [...rule.folders, ...rule.packages].join(', ') || 'nothing else';
  const clocks = pure.includes(folder) ? impurities.flatMap((impurity) => impurity.exec(text)?.[0] ?? []) : [];
  return [
    ...imports.map(({ from }) => `${path} imports ${from}; ${folder} may import ${may}`),
    ...clocks.map((use) => `${path} uses ${use}; ${folder} is pure: no clock, no unseeded randomness`),
  ];
}

function mayImport(path: string, folder: string, rule: Rule, from: string, typeOnly: boolean): boolean {
  const isWithin = (target: string, name: string) => target === name || target.startsWith(`${name}/`);
  if (!from.startsWith('.'))
    return rule.packages.some((name) => (name.endsWith(':') ? from.startsWith(name) : isWithin(from, name)));
  const target = posix.join(posix.dirname(path), from);
  return [folder, ...rule.folders].some((name) =>
    name.startsWith('type ')
      ? typeOnly && isWithin(target, name.slice(5))
      : isWithin(target, name.replace(/\.ts$/, '')),
  );
}

/** All modules that a file names: imported, exported from, loaded later, required, or used as a type in place. */
function importsOf(text: string): readonly { readonly from: string; readonly typeOnly: boolean }[] {
  const statement = /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  const call = /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g;
  return [
    ...[...text.matchAll(statement)].map((found) => ({ from: found[2] ?? '', typeOnly: found[1] !== undefined })),
    ...[...text.matchAll(call)].map((found) => ({ from: found[1] ?? '', typeOnly: false })),
  ];
}

describe('the architecture', () => {
  const files = ['src', 'webview']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true }).map((path) => `${folder}/${String(path).replaceAll('\\', '/')}`),
    )
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();

  it('holds: each file imports only what its folder may', () => {
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.flatMap((path) => violations(path, readFileSync(path, 'utf8'))),
      [],
    );
  });
});

describe('the architecture test', () => {
  const rejects = (path: string, text: string, complaint: string) =>
    assert.deepEqual(violations(path, text), [complaint]);
  const accepts = (path: string, text: string) => assert.deepEqual(violations(path, text), []);

  it('reports an import of a forbidden folder, and accepts an allowed one', () => {
    const text = "import { parse } from '../language/parser';";
    rejects(
      'src/language/parser.ts',
      "import { run } from '../simulation/run';",
      'src/language/parser.ts imports ../simulation/run; src/language may import nothing else',
    );
    accepts('src/simulation/run.ts', text);
    accepts('src/language/tree.ts', "import { word } from './words';");
  });

  it('reports vscode, Node and unlisted packages in pure folders, and accepts them where they belong', () => {
    for (const name of ['vscode', 'node:fs', 'lodash']) {
      rejects(
        'src/analysis/roles.ts',
        `import * as it from '${name}';`,
        `src/analysis/roles.ts imports ${name}; src/analysis may import src/language, src/simulation`,
      );
    }
    accepts('src/vscode/panel.ts', "import * as vscode from 'vscode';");
    accepts('src/cli/check.ts', "import { readFileSync } from 'node:fs';");
    accepts(
      'src/simulation/queue.ts',
      "import Queue from 'tinyqueue';\nimport { xoroshiro } from 'pure-rand/generator';",
    );
  });

  it('sees imports that take several lines, only a type, no name, or place later', () => {
    const ways = [
      "import {\n  a,\n  b,\n} from 'vscode';",
      "import type { Uri } from 'vscode';",
      "import 'vscode';",
      "export * from 'vscode';",
      "const it = await import('vscode');",
      "const it = require('vscode');",
      "type It = import('vscode').Uri;",
    ];
    for (const text of ways) assert.equal(violations('src/scene/scene.ts', text).length, 1, text);
  });

  it('lets the protocol use types of the scene, not its code', () => {
    accepts('src/protocol/messages.ts', "import type { Scene } from '../scene/scene';");
    assert.equal(violations('src/protocol/messages.ts', "import { layout } from '../scene/layout';").length, 1);
  });

  it('keeps the webview away from all of the simulation but seeking', () => {
    accepts('webview/player.ts', "import { seek } from '../src/simulation/seek';");
    assert.equal(violations('webview/player.ts', "import { run } from '../src/simulation/engine';").length, 1);
  });

  it('reports a clock and unseeded randomness in pure folders, and accepts them elsewhere', () => {
    for (const use of ['Math.random', 'Date.now', 'new Date()', 'performance.']) {
      assert.equal(violations('src/simulation/engine.ts', `const x = ${use};`)[0]?.includes(use), true, use);
    }
    accepts('src/simulation/engine.ts', 'const date = new Date(0);');
    accepts('webview/player.ts', 'const start = performance.now();');
  });

  it('reports a file in a folder that the table does not know', () => {
    rejects('src/helpers/misc.ts', '', 'src/helpers/misc.ts: no rule says what this file may import');
  });
});
