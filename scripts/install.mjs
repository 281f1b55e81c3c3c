// Brings what a fresh clone lacks: the packages of the lock file, an embedded VS Code, a browser. Each step looks first
// and does nothing when all is there. Built-in modules only: it runs before anything is installed.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, root, runStep } from './processes.mjs';

const CODE_SERVER_VERSION = '4.139.1'; // carries VS Code 1.139.1
const NODE_VERSION = '24.21.0'; // what that VS Code's server needs, whatever Node runs this script
const vscodeHome = join(root, '.vscode-test');

/** Installs node_modules if missing or not what package-lock.json says, and links `topo` so that `npx topo` works. */
export async function ensurePackages() {
  if (!packagesMatchLock()) {
    await runStep('Installing packages (npm ci, about 300 MB)', ...npm('ci', '--no-progress', '--loglevel=error'));
  }
  linkCommandLine();
}

/** The same for a part of the bench that has packages of its own; `label` says what is installed. */
export async function ensurePackagesOf(folder, label) {
  if (packagesMatchLock(folder)) return;
  const flags = ['--no-progress', '--loglevel=error', '--ignore-scripts', '--no-audit', '--no-fund'];
  await runStep(label, ...npm('ci', ...flags), { cwd: join(root, folder) });
}

/** Installs VS Code's server and the Node it needs into .vscode-test/; returns `{ node, serverMain }`. */
export async function ensureVscode() {
  const home = join(vscodeHome, `embedded-${CODE_SERVER_VERSION}-node-${NODE_VERSION}`);
  if (!existsSync(home)) await installVscode(home);
  const isWindows = process.platform === 'win32';
  return {
    node: join(home, 'node_modules', nodePackage(), 'bin', isWindows ? 'node.exe' : 'node'),
    serverMain: join(home, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Path of a Chrome, Chromium or Edge; on Debian as root it installs Chromium when there is none. */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && findOnPath('apt-get')) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runStep('No browser found. Updating the list of Debian packages', 'apt-get', ['update'], { env });
    const packages = ['chromium', 'fonts-dejavu-core', 'fonts-liberation', 'fonts-noto-color-emoji'];
    const args = ['install', '-y', '--no-install-recommends', ...packages];
    await runStep('Installing Chromium and fonts (about 400 MB)', 'apt-get', args, { env });
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error('No browser found. Install Chrome, Chromium or Edge, or name one in the variable CHROME_PATH.');
}

/** The first of these commands that the PATH knows, or undefined. */
export function findOnPath(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
    .find((path) => existsSync(path));
}

function packagesMatchLock(folder = '.') {
  const read = (path) => JSON.parse(readFileSync(join(root, folder, path), 'utf8')).packages;
  try {
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(read('package-lock.json')).every(
      ([path, { version, optional }]) =>
        path === '' || (optional && !installed[path]) || installed[path]?.version === version,
    );
  } catch {
    return false; // nothing installed, or half of it
  }
}

// npm links the commands of dependencies into node_modules/.bin, never those of the package itself. npx finds those in its
// own way, but never again after it was once asked before the first build; this link helps in both cases.
function linkCommandLine() {
  const folder = join(root, 'node_modules/.bin');
  const link = join(folder, 'topo');
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\dist\\cli.js" %*\r\n');
    return;
  }
  rmSync(link, { force: true });
  symlinkSync('../../dist/cli.js', link);
}

// Installs beside its place and is renamed when complete, so an interrupted installation is never taken for a whole one.
async function installVscode(home) {
  removeAbandoned();
  const partial = join(vscodeHome, `partial-${process.pid}`);
  mkdirSync(partial, { recursive: true });
  writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
  console.log('Installing an embedded VS Code into .vscode-test/ (about 800 MB, once)');
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const install = (label, folder, ...what) =>
    runStep(`  ${label}`, ...npm('install', ...what, ...flags), { cwd: join(partial, folder) });
  await install('server', '.', `code-server@${CODE_SERVER_VERSION}`, `${nodePackage()}@${NODE_VERSION}`);
  await install('its packages', 'node_modules/code-server/lib/vscode', '--omit=dev');
  await install('its extensions', 'node_modules/code-server/lib/vscode/extensions', '--omit=dev');
  if (existsSync(home)) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, home);
}

function removeAbandoned() {
  for (const name of existsSync(vscodeHome) ? readdirSync(vscodeHome) : []) {
    const pid = Number(/^partial-(\d+)$/.exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(vscodeHome, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}

function findBrowser() {
  const onMac = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  );
  const onWindows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [
      join(base, 'Google/Chrome/Application/chrome.exe'),
      join(base, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  const onLinux = findOnPath('google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge');
  const candidates = { darwin: onMac, win32: onWindows }[process.platform] ?? [];
  return [process.env.CHROME_PATH, onLinux, ...candidates].find((path) => path && existsSync(path));
}
