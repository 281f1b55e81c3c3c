// Runs the tests of test/vscode/ inside a real VS Code, as a desktop or as a web extension.
//
//   node scripts/run-extension-tests.mjs desktop|web
//
// The embedded VS Code serves both. TOPOLOGY_VSCODE=download fetches a VS Code of the usual kind for the desktop
// (VSCODE_TEST_VERSION chooses which); TOPOLOGY_VSCODE=/path/to/code takes an installed one.

import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { beforeExit, exit, root, stopOnSignals } from './processes.mjs';

const kind = process.argv[2] === 'web' ? 'web' : 'desktop';
const wanted = kind === 'desktop' ? process.env.TOPOLOGY_VSCODE : undefined;

stopOnSignals();
const workspace = mkdtempSync(join(tmpdir(), 'topology-workspace-'));
beforeExit(() => rmSync(workspace, { recursive: true, force: true }));
cpSync(join(root, 'test/vscode/workspace'), workspace, { recursive: true });

try {
  await runTests({
    ...(wanted === 'download' ? { version: process.env.VSCODE_TEST_VERSION } : {}),
    ...(wanted === 'download' ? {} : { vscodeExecutablePath: wanted || launcher() }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out/test/vscode', kind === 'web' ? 'index.web.js' : 'index.js'),
    launchArgs: [workspace, ...(kind === 'web' ? ['--extensionDevelopmentKind=web'] : [])],
  });
  await exit(0);
} catch (error) {
  console.error(error.message);
  await exit(1);
}

function launcher() {
  const script = join(root, 'scripts/vscode-launcher.mjs');
  if (process.platform !== 'win32') {
    chmodSync(script, 0o755);
    return script;
  }
  const command = join(root, '.vscode-test/launcher.cmd'); // Windows starts no scripts by their first line
  writeFileSync(command, `@node "${script}" %*\r\n`);
  return command;
}
