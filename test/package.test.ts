// What is shipped: the packaged extension holds what runs and what is read, and nothing of what made it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('npm run package', () => {
  it('makes an installable file of a reasonable size', function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'topology-package-'));
    const file = join(folder, 'topology-playground.vsix');
    try {
      execFileSync('npm', ['run', 'package', '--', '--out', file], {
        shell: process.platform === 'win32',
        stdio: 'pipe',
      });
      assert.ok(statSync(file).size < 2_000_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the package', () => {
  let files: readonly string[];

  before(async () => {
    files = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
  });

  it('holds bundles, static files, examples and documents only', () => {
    const allowed = /^(?:dist\/|media\/|examples\/|(?:README|CHANGELOG)\.md$|LICENSE$|package\.json$)/;
    assert.deepEqual(
      files.filter((path) => !allowed.test(path)),
      [],
    );
  });

  it('holds no source, no test, no source map and no node_modules', () => {
    const unwanted = /(?:\.ts|\.map|\.mjs)$|node_modules|(?:^|\/)(?:src|test|out)\//;
    assert.deepEqual(
      files.filter((path) => unwanted.test(path)),
      [],
    );
  });

  it('holds every file that the manifest names', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"\.\/([^"]+)"/g)].map((found) => found[1] ?? '');
    assert.ok(named.includes('dist/extension.js'));
    assert.deepEqual(
      named.filter((path) => !files.includes(path)),
      [],
    );
  });

  it('holds what the panel loads, the licence and the documents', () => {
    const needed = ['dist/webview.js', 'dist/webview.css', 'LICENSE', 'README.md', 'CHANGELOG.md', 'package.json'];
    assert.deepEqual(
      needed.filter((path) => !files.includes(path)),
      [],
    );
    assert.ok(files.some((path) => path.startsWith('examples/') && path.endsWith('.topo')));
  });

  it('loads nothing at run time that is not in it', () => {
    const builtIn = /^(?:node:|vscode$|fs$|path$|os$|util$|events$|child_process$|process$)/;
    for (const path of ['dist/extension.js', 'dist/extension.web.js', 'dist/cli.js'].filter((name) =>
      existsSync(name),
    )) {
      const required = [...readFileSync(path, 'utf8').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(
        (found) => found[1] ?? '',
      );
      assert.deepEqual(
        required.filter((name) => !builtIn.test(name)),
        [],
        path,
      );
    }
  });
});
