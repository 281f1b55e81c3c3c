// The built webview on a German page: what a reader sees and a screen reader says is German. Names and keywords stay the file's own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';

const hybrid = readFileSync(resolve('examples/hybrid-music.topo'), 'utf8');

describe('the webview in German', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}) {
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

  it('invites to write the first lines in German, with keywords that can be typed', async () => {
    const page = await open({ text: '' });
    const invitation = (await page.locator('.invitation').textContent()) ?? '';
    assert.match(invitation, /Noch nichts zu zeichnen/);
    assert.match(invitation, /host alice/);
  });
});
