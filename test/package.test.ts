// What is shipped: the packaged extension holds what runs and what is read, and nothing of what made it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('what npm run package makes', () => {
  let bytes: Buffer;
  let files: readonly string[];

  before(function () {
    this.timeout(120_000);
    const folder = mkdtempSync(join(tmpdir(), 'topology-package-'));
    const file = join(folder, 'topology-playground.vsix');
    try {
      execFileSync('npm', ['run', 'package', '--', '--out', file], {
        shell: process.platform === 'win32',
        stdio: 'pipe',
        timeout: 110_000,
        killSignal: 'SIGKILL',
      });
      bytes = readFileSync(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
    files = namesInZip(bytes)
      .filter((path) => path.startsWith('extension/'))
      .map((path) => path.slice('extension/'.length));
  });

  it('is of a reasonable size', () => {
    assert.ok(bytes.length > 100_000 && bytes.length < 2_500_000, `${bytes.length} bytes`);
  });

  it('holds bundles, static files, examples and documents only', () => {
    const allowed =
      /^(?:dist\/|media\/|examples\/|docs\/|(?:readme|changelog|ARCHITECTURE)\.md$|LICENSE\.txt$|l10n\/|package(?:\.nls(?:\.de)?)?\.json$)/;
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
      named.filter((path) => !files.some((file) => file === path || file.startsWith(`${path}/`))),
      [],
    );
  });

  it('holds what the README shows and links to', () => {
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)#:]+)\)/g)].map((found) => found[1] ?? '');
    const known = files.map((path) => path.toLowerCase());
    assert.ok(links.includes('docs/images/playground.gif'));
    const missing = links.filter(
      (link) => !known.some((path) => path.replace(/\.txt$/, '').startsWith(link.toLowerCase())),
    );
    assert.deepEqual(missing, []);
  });

  it('holds what the panel loads, the licence and the documents', () => {
    const needed = ['dist/webview.js', 'dist/webview.css', 'LICENSE.txt', 'readme.md', 'changelog.md', 'package.json'];
    needed.push('package.nls.json', 'package.nls.de.json', 'l10n/bundle.l10n.de.json');
    assert.deepEqual(
      needed.filter((path) => !files.includes(path)),
      [],
    );
    assert.ok(files.includes('docs/diagnostics/unknown-host.md'));
    assert.ok(files.some((path) => path.startsWith('examples/') && path.endsWith('.topo')));
  });

  it('loads nothing at run time that is not in it', () => {
    const parts = files.filter((path) => path.startsWith('dist/')).map((path) => path.replace('dist/', './'));
    const isThere = (name: string) => name === 'vscode' || isBuiltin(name) || parts.includes(name);
    const loaded = readdirSync('dist').filter((name) => name.startsWith('extension.') && name.endsWith('.js'));
    assert.ok(loaded.includes('extension.js'));
    for (const path of [...loaded.map((name) => `dist/${name}`), 'dist/cli.js'].filter((name) => existsSync(name))) {
      const required = [...readFileSync(path, 'utf8').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map(
        (found) => found[1] ?? '',
      );
      assert.deepEqual(
        required.filter((name) => !isThere(name)),
        [],
        path,
      );
    }
  });
});

/** The names in the central directory of a ZIP file (APPNOTE 4.3.12). */
function namesInZip(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const lengths = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    names.push(zip.toString('utf8', at + 46, at + 46 + (lengths[0] ?? 0)));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return names;
}
