// The built webview on a German page: what a reader sees and a screen reader says is German. Names and keywords stay the file's own,
// also where they are long or written from right to left.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';

const hybrid = readFileSync(resolve('examples/hybrid-music.topo'), 'utf8');

describe('the webview in German', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: hybrid, language: 'de', ...options });
    return panel.page;
  }

  it('says so to browsers and screen readers', async () => {
    const page = await open();
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  });

  it('names its controls in German', async () => {
    const page = await open();
    for (const name of ['Zum Anfang', 'Schritt zurück', 'Schritt vor', 'Zum Ende'])
      assert.equal(await page.getByRole('button', { name, exact: true }).count(), 1, name);
    assert.equal(await page.getByRole('heading', { name: 'Schritte', exact: true }).count(), 1);
  });

  it('tells each step in German, with the names of the file', async () => {
    const page = await open();
    await panel.send(panel.host.answer({ type: 'seek', revision: panel.host.revision(), position: 2 }) as never);
    const told =
      'bob sagt napster: Ich habe song.mp3. Die Datei selbst bleibt bei bob. bob ist der Client, napster der Server.';
    await page.locator('.sentence', { hasText: told }).waitFor();
  });

  it('says in German what is known of a host', async () => {
    const page = await open();
    await panel.send(panel.host.answer({ type: 'inspect', revision: panel.host.revision(), node: 'alice' }) as never);
    await page.getByRole('heading', { name: 'Rollen' }).waitFor();
  });

  it('invites to write the first lines in German, with keywords that can be typed', async () => {
    const page = await open({ text: '' });
    const invitation = (await page.locator('.invitation').textContent()) ?? '';
    assert.match(invitation, /Noch nichts zu zeichnen/);
    assert.match(invitation, /host alice/);
  });

  describe('with names that are long or written from right to left', () => {
    const long = 'the-very-long-name-of-a-computer-in-the-cellar-of-the-school';
    const text = `
service files uses request
host שרת runs files server shares "ספר.pdf" 1MB
host ${long} runs files client
link שרת -- ${long}
flow "הורדה" {
  ${long} -> שרת : get "ספר.pdf"
}`;

    for (const language of ['en', 'de'] as const)
      it(`has nothing beside the panel at 300 pixels (${language})`, async () => {
        const page = await open({ text, language, width: 300 });
        await panel.send(panel.host.answer({ type: 'seek', revision: panel.host.revision(), position: 2 }) as never);
        await panel.send(panel.host.answer({ type: 'inspect', revision: panel.host.revision(), node: 'שרת' }) as never);
        await page.locator('.inspector h3, .inspector h4').first().waitFor();
        const { wide, room } = await page.evaluate(() => ({
          wide: document.documentElement.scrollWidth,
          room: document.documentElement.clientWidth,
        }));
        assert.ok(wide <= room, `${wide} pixels in ${room}`);
      });

    it('keeps each name apart from the words around it', async () => {
      const page = await open({ text });
      await panel.send(panel.host.answer({ type: 'seek', revision: panel.host.revision(), position: 1 }) as never);
      await panel.send(panel.host.answer({ type: 'inspect', revision: panel.host.revision(), node: 'שרת' }) as never);
      await page.getByRole('heading', { name: 'Rollen' }).waitFor();
      assert.match((await page.locator('.sentence').textContent()) ?? '', /שרת/);
      assert.deepEqual(await page.evaluate(namesThatRunIntoWords), []);
    });
  });
});

/** Texts in which letters from right to left stand beside others and are kept apart by nothing: no isolate, no bdi of their own. */
function namesThatRunIntoWords(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const said = node.textContent ?? '';
    const loose = said.replace(/\u2068[^\u2069]*\u2069/g, '');
    const isApart = node.parentElement?.closest('bdi, [dir=auto], option, vscode-option') !== null;
    if (/[\u0590-\u08ff]/.test(loose) && !isApart) found.push(said);
  }
  return found;
}
