// The embedded VS Code: starts its server, opens it in a browser, and offers what a user does in it (commands, files,
// keys) to tests and screenshots. It knows VS Code from outside only, and nothing of this extension.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { ensureBrowser, ensureVscode } from './install.mjs';
import { beforeExit, root, start, stop } from './processes.mjs';

export const themes = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  hc: 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
};

const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

const browserFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the server for this machine only, behind a random token, with the extension installed in it, or `developing` as
 * its tests need it: then VS Code shows no notifications. `port` is a number or a range such as `8710-8799`; 0 takes any.
 * Returns `remote(path)`, a file's address inside, `inExtension(path)`, that of a file of the developed extension,
 * `address({ folder, payload })`, what to open, and `close()`.
 */
export async function startServer({ dataFolder, extension = root, settings = {}, port = 0, developing = false }) {
  const { node, serverMain } = await ensureVscode();
  const token = crypto.randomUUID();
  writeSettings(dataFolder, settings);
  const flags = ['--accept-server-license-terms', '--disable-workspace-trust'];
  if (developing) flags.push('--enable-smoke-test-driver');
  else installInto(dataFolder, extension);
  const place = ['--host', '127.0.0.1', '--port', String(port), '--connection-token', token];
  const data = ['--server-data-dir', dataFolder, '--telemetry-level', 'off'];
  const server = start(node, [serverMain, ...place, ...data, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
  const authority = `127.0.0.1:${await listeningPort(server)}`;
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const link = developing ? linkTo(extension, dataFolder) : extension;
  const inExtension = (path) => remote(join(link, relative(extension, path)));
  return {
    ended: new Promise((resolve) => server.on('close', resolve)),
    remote,
    inExtension,
    address({ folder, payload = [] }) {
      const pairs = developing ? [['extensionDevelopmentPath', inExtension(extension)], ...payload] : payload;
      const path = decodeURIComponent(pathToFileURL(folder).pathname);
      return `http://${authority}/?${new URLSearchParams({ tkn: token, folder: path, payload: JSON.stringify(pairs) })}`;
    },
    close: () => stop(server),
  };
}

/**
 * Opens VS Code in a browser of its own with this extension from `extension`, installed or `developing`. `payload(server)`
 * adds pairs to the address; `onLog(line)` receives the extension host's console and `onExit(code)` the end of the
 * extension's tests.
 */
export async function openVscode(options) {
  const { theme = 'dark', width = 1400, height = 900, folder, extension = root } = options;
  const { settings = {}, payload = () => [], developing = false, onLog, onExit, scale = 1 } = options;
  const dataFolder = mkdtempSync(join(tmpdir(), 'topology-vscode-'));
  const removeData = () => rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const cleanups = [beforeExit(removeData)];
  const close = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const browser = await openBrowser();
    cleanups.push(beforeExit(() => browser.close()));
    const allSettings = { 'workbench.colorTheme': themes[theme] ?? theme, ...settings };
    const server = await startServer({ dataFolder, extension, settings: allSettings, developing });
    cleanups.push(server.close);
    const colorScheme = theme.includes('light') ? 'light' : 'dark';
    const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, colorScheme });
    await page.exposeFunction('codeAutomationLog', (_type, args) => onLog?.(format(...args)));
    await page.exposeFunction('codeAutomationExit', (code) => onExit?.(code));
    await page.goto(server.address({ folder, payload: payload(server) }));
    const ended = Promise.race([
      server.ended,
      new Promise((resolve) => page.on('close', resolve).on('crash', resolve)),
    ]);
    return { page, close, ended, ...userActions(page) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts the browser of this machine, without a window. The caller closes it. */
export async function openBrowser() {
  const executablePath = await ensureBrowser();
  const { chromium } = await import('playwright-core');
  const keepSignals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath, args: browserFlags, ...keepSignals });
}

function userActions(page) {
  const quickInput = page.locator('.quick-input-widget input[type="text"]:visible');
  const dismiss = async () => {
    await page.keyboard.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };
  // Asked again until the entry is there: commands and files become known some time after the window opens.
  const quickPick = async (key, text, entry, timeoutMs = 40_000) => {
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: entry }).first();
    for (const endMs = Date.now() + timeoutMs; Date.now() < endMs; await dismiss()) {
      await page.keyboard.press(key);
      await quickInput.fill(text);
      if (!(await appears(row, 2000))) continue;
      await row.click();
      return;
    }
    throw new Error(`VS Code offers no “${entry}”.`);
  };
  return {
    /** Waits until the workbench can be used. */
    ready: () => page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 }),
    /** Runs a command by its title, such as `Topology: Open Playground`, from the palette. */
    runCommand: (title) => quickPick('F1', `>${title}`, title),
    /** Opens a file of the workspace and waits for its text. */
    async openFile(path) {
      await quickPick('Control+p', path, basename(path));
      await page
        .locator(`.tab.active[aria-label*="${basename(path)}"]`)
        .first()
        .waitFor();
      await page.locator('.editor-group-container.active .view-line').first().waitFor();
    },
    /** The frame of the webview that shows something matching this selector. */
    async webviewFrame(selector, timeoutMs = 15_000) {
      const shows = (frame) => appears(frame.locator(selector).first(), 100); // a frame may vanish meanwhile
      for (const endMs = Date.now() + timeoutMs; Date.now() < endMs; await page.waitForTimeout(100)) {
        for (const frame of page.frames().slice(1)) if (await shows(frame)) return frame;
      }
      throw new Error(`No webview shows ${selector} after ${timeoutMs} ms.`);
    },
    screenshot: (path) => page.screenshot({ path }),
  };
}

function appears(locator, timeoutMs) {
  return locator.waitFor({ timeout: timeoutMs }).then(
    () => true,
    () => false,
  );
}

function writeSettings(dataFolder, settings) {
  const file = join(dataFolder, 'data/User/settings.json');
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) return; // what the user has changed stays
  writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

// What ships, as a copy: whatever VS Code does with the extensions that it has installed, it does not do it to the project.
function installInto(dataFolder, extension) {
  const folder = join(dataFolder, 'extensions');
  const { publisher, name, version } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'));
  const earlier = existsSync(folder)
    ? readdirSync(folder).filter((entry) => entry.startsWith(`${publisher}.${name}-`))
    : [];
  // Without its list VS Code reads the folder.
  for (const entry of [...earlier, 'extensions.json']) rmSync(join(folder, entry), { recursive: true, force: true });
  const ignored = readFileSync(join(extension, '.vscodeignore'), 'utf8').split(/\r?\n/);
  const shipped = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1).replace(/\/\*\*$/, ''));
  for (const path of shipped.filter((path) => existsSync(join(extension, path)))) {
    cpSync(join(extension, path), join(folder, `${publisher}.${name}-${version}`, path), { recursive: true });
  }
}

// VS Code takes all that lies below the developed extension for a part of it, which here would be VS Code itself: it would
// show the first of its own themes, whatever the settings say. A link elsewhere to the same folder keeps the two apart.
function linkTo(extension, dataFolder) {
  const link = join(dataFolder, 'extension');
  rmSync(link, { force: true });
  symlinkSync(extension, link, 'junction');
  return link;
}

async function listeningPort(server) {
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (text) => {
      output = (output + text).slice(-20_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(Number(port));
    };
    server.stdout.setEncoding('utf8').on('data', read);
    server.stderr.setEncoding('utf8').on('data', read);
    server.on('error', reject);
    server.on('close', (code) => reject(new Error(`The embedded VS Code ended at once (exit ${code}).\n${output}`)));
  });
}
