/**
 * The built webview in a real browser, under its real policy, with a host of its own: what VS Code does, without VS Code.
 * Violations of the policy, errors and warnings on the console are kept and must be empty in the end.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { ToHost, ToWebview } from '../../src/protocol/messages';
import { page as pageHtml } from '../../src/protocol/page';
import type { Language } from '../../src/scene/words/language';
import { createTestHost, type TestHost } from './host';
import { type ThemeName, themes } from './themes';

export interface PanelOptions {
  readonly text: string;
  /** Of the page and of what the host says; English if there is none. */
  readonly language?: Language;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: ThemeName;
  readonly reducedMotion?: boolean;
  /** Pixels of the screen for each of the page, for sharp pictures. */
  readonly scale?: number;
  /** Runs in the page before anything else. */
  readonly before?: () => void;
  /** What `getState` gives, as after a reload of the window. */
  readonly state?: unknown;
}

export interface Panel {
  readonly page: Page;
  readonly host: TestHost;
  /** What went wrong on the page so far. */
  readonly complaints: string[];
  send(message: ToWebview): Promise<void>;
  edit(text: string): Promise<void>;
  /** The messages of one type that the webview has sent. */
  sent<T extends ToHost['type']>(type: T): Extract<ToHost, { type: T }>[];
  /** What the webview last stored. */
  state(): Promise<unknown>;
  close(): Promise<void>;
}

const root = process.cwd();
let browser: Browser | undefined;
let server: Server | undefined;

/** To be called once before the tests of a file; `stop` after them. */
export async function startBrowser(): Promise<void> {
  const helper: { openBrowser(): Promise<Browser> } = await import(
    pathToFileURL(resolve(root, 'scripts/embedded-vscode.mjs')).href
  );
  browser = await helper.openBrowser();
  server = await serve();
}

export async function stopBrowser(): Promise<void> {
  await browser?.close();
  server?.close();
}

/** What the page complained of while it was open fails the test that opened it. */
export async function closeWithoutComplaint({ complaints, close }: Panel): Promise<void> {
  await close();
  assert.deepEqual(complaints, [], 'the page complained');
}

export async function openPanel(options: PanelOptions): Promise<Panel> {
  if (!browser || !server) throw new Error('Call startBrowser first.');
  const { width = 1100, height = 720, scale = 1, reducedMotion = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    colorScheme: options.theme?.includes('dark') || options.theme === 'high-contrast' ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const host = createTestHost(options.text, options.language);
  const complaints = listen(page);
  if (options.before) await page.addInitScript(options.before);
  await imitateVsCode(page, host, options);
  const address = server.address();
  const { language = 'en' } = options;
  await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/${language}`);
  await page.waitForFunction(
    () => document.querySelector('.sentence')?.textContent !== '' || !document.querySelector('.invitation[hidden]'),
  );
  const send = (message: ToWebview) =>
    page.evaluate((data) => window.postMessage(data, '*'), JSON.parse(JSON.stringify(message)));
  return {
    page,
    host,
    complaints,
    send,
    edit: (text) => send(host.edit(text)),
    sent: (type) => host.received.filter((message) => message.type === type) as never,
    state: () => page.evaluate(() => (window as unknown as { storedState: unknown }).storedState),
    close: () => closeContext(context),
  };
}

/** Something else in the same browser, without a policy. */
export async function openBlankPage(): Promise<Page> {
  if (!browser) throw new Error('Call startBrowser first.');
  return browser.newPage({ viewport: { width: 1100, height: 720 } });
}

async function closeContext(context: BrowserContext): Promise<void> {
  await context.close();
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** `acquireVsCodeApi`, once only, JSON on the way; the theme as VS Code sets it. */
async function imitateVsCode(page: Page, host: TestHost, { theme, state }: PanelOptions): Promise<void> {
  await page.exposeFunction('toHost', async (message: unknown) => {
    const answer = host.answer(message);
    return answer === undefined ? undefined : JSON.parse(JSON.stringify(answer));
  });
  await page.addInitScript((stored) => {
    const target = window as unknown as {
      acquireVsCodeApi: unknown;
      storedState: unknown;
      toHost(message: unknown): Promise<unknown>;
    };
    target.storedState = stored;
    target.acquireVsCodeApi = () => {
      target.acquireVsCodeApi = undefined;
      return {
        postMessage: async (message: unknown) => {
          const answer = await target.toHost(JSON.parse(JSON.stringify(message)));
          if (answer !== undefined) window.postMessage(answer, '*');
        },
        getState: () => target.storedState,
        setState: (next: unknown) => {
          target.storedState = JSON.parse(JSON.stringify(next));
        },
      };
    };
  }, state);
  if (!theme) return;
  await page.addInitScript(({ variables, className }) => {
    document.addEventListener('readystatechange', () => {
      document.documentElement.style.cssText = variables;
      document.body?.setAttribute('class', className);
    });
  }, themes[theme]);
}

function serve(): Promise<Server> {
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css' };
  const created = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/en' || path === '/de') {
      const language = path === '/de' ? 'de' : 'en';
      const origin = `http://${request.headers.host}`;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        pageHtml({ language, cspSource: origin, nonce: 'abc123', scriptUri: '/webview.js', styleUri: '/webview.css' }),
      );
      return;
    }
    const name = /^\/(webview\.(js|css))$/.exec(path);
    if (!name) {
      response.statusCode = path === '/favicon.ico' ? 204 : 404;
      response.end();
      return;
    }
    response.setHeader('content-type', types[name[2] ?? ''] ?? 'text/plain');
    response.end(readFileSync(resolve(root, 'dist', name[1] ?? '')));
  });
  return new Promise((done) => created.listen(0, '127.0.0.1', () => done(created)));
}
