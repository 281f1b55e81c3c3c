/** The panel in front of a class: full, large, stepped with a clicker, with roles that are asked for before they are shown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const hybrid = readFileSync('examples/hybrid-music.topo', 'utf8');

describe('presenting', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: hybrid, width: 1280, ...options });
    return panel.page;
  }
  async function present(options: Partial<PanelOptions> = {}): Promise<Page> {
    const page = await open(options);
    await page.keyboard.press('p');
    await page.locator('#playground.presenting').waitFor();
    return page;
  }
  const untilPosition = (text: string) =>
    panel.page.waitForFunction((wanted) => document.querySelector('.presented-position')?.textContent === wanted, text);
  const sentence = () => panel.page.locator('.sentence').textContent();

  it('puts everything away but picture and words, and brings it back', async () => {
    const page = await present();
    for (const hidden of ['.choosers', '.side', '.controls', '.toolbar .tools', '.view-switch'])
      assert.equal(await page.locator(hidden).isVisible(), false, hidden);
    assert.equal(await page.locator('.drawing').isVisible(), true);
    assert.equal(await page.locator('.sentence').isVisible(), true);
    await page.keyboard.press('Escape');
    await page.locator('#playground:not(.presenting)').waitFor();
    assert.equal(await page.locator('.side').isVisible(), true);
    assert.deepEqual(
      panel.sent('present').map(({ on }) => on),
      [true, false],
    );
  });

  it('is remembered over a reload of the window, and that it has ended', async () => {
    const page = await present();
    const isRemembered = async () => ((await panel.state()) as { isPresenting?: boolean } | undefined)?.isPresenting;
    const until = async (on: boolean) => {
      while ((await isRemembered()) !== on) await page.evaluate(() => new Promise(requestAnimationFrame));
    };
    await until(true);
    await page.keyboard.press('Escape');
    await until(false);
  });

  it('leaves the picture as large as it was', async () => {
    const page = await open({ width: 620, height: 640 });
    await page.keyboard.press('ArrowRight');
    const height = () => page.locator('.drawing').evaluate((element) => element.clientHeight);
    const before = await height();
    await page.keyboard.press('p');
    await page.locator('#playground.presenting').waitFor();
    await page.keyboard.press('ArrowRight');
    await untilPosition('2 / 8');
    await page.keyboard.press('ArrowLeft');
    await untilPosition('1 / 8');
    await page.keyboard.press('Escape');
    await page.locator('#playground:not(.presenting)').waitFor();
    assert.equal(await height(), before);
  });

  it('has larger type than the panel', async () => {
    const page = await open();
    const size = () =>
      page.locator('.sentence').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await page.locator('#playground.presenting').waitFor();
    assert.ok((await size()) >= 1.4 * before, `${before} px, then ${await size()} px`);
  });

  it('fills the room with the network, and gives the user the old view back', async () => {
    const page = await open({ width: 1500, height: 1000 });
    const zoom = () =>
      page.evaluate(() => {
        const graph = document.querySelector('.graph') as unknown as { _cyreg: { cy: { zoom(): number } } };
        return graph._cyreg.cy.zoom();
      });
    await page.keyboard.press('+');
    const before = await zoom();
    await page.keyboard.press('p');
    await page.locator('#playground.presenting').waitFor();
    await page.waitForFunction((old) => {
      const graph = document.querySelector('.graph') as unknown as { _cyreg: { cy: { zoom(): number } } };
      return graph._cyreg.cy.zoom() !== old;
    }, before);
    await page.keyboard.press('Escape');
    await page.locator('#playground:not(.presenting)').waitFor();
    await page.waitForFunction((old) => {
      const graph = document.querySelector('.graph') as unknown as { _cyreg: { cy: { zoom(): number } } };
      return graph._cyreg.cy.zoom() === old;
    }, before);
  });

  it('is stepped by a clicker', async () => {
    const page = await present();
    await page.keyboard.press('PageDown');
    await untilPosition('1 / 8');
    await page.keyboard.press('PageDown');
    await untilPosition('2 / 8');
    await page.keyboard.press('PageUp');
    await untilPosition('1 / 8');
  });

  it('is stepped and left by mouse alone', async () => {
    const page = await present();
    await page.getByRole('toolbar').getByRole('button', { name: 'Step forward' }).click();
    await untilPosition('1 / 8');
    await page.getByRole('button', { name: 'Stop presenting' }).click();
    await page.locator('#playground:not(.presenting)').waitFor();
  });

  it('is black on the dot of a clicker; what is pressed next only brings the light back', async () => {
    const page = await present();
    await page.keyboard.press('.');
    assert.equal(await page.locator('.curtain').isVisible(), true);
    await page.keyboard.press('PageDown');
    assert.equal(await page.locator('.curtain').isVisible(), false);
    await page.keyboard.press('PageDown');
    await untilPosition('1 / 8');
  });

  it('has a ring around the pointer on demand', async () => {
    const page = await present();
    await page.mouse.move(400, 300);
    assert.equal(await page.locator('.pointer-ring').isVisible(), false);
    await page.keyboard.press('l');
    await page.mouse.move(410, 310);
    const box = await page.locator('.pointer-ring').boundingBox();
    assert.deepEqual([Math.round((box?.x ?? 0) + 34), Math.round((box?.y ?? 0) + 34)], [410, 310]);
    await page.keyboard.press('Escape');
    await page.locator('#playground:not(.presenting)').waitFor();
    assert.equal(await page.locator('.pointer-ring').isVisible(), false);
  });

  it('asks for the roles of a step before it shows them, and shows them before the next', async () => {
    const page = await present();
    await page.keyboard.press('R');
    await page.keyboard.press('PageDown');
    await untilPosition('1 / 8');
    assert.equal(await page.locator('.question').isVisible(), false, 'a note has no roles');
    await page.keyboard.press('PageDown');
    await untilPosition('2 / 8');
    await page.locator('.question:visible').waitFor();
    assert.doesNotMatch((await sentence()) ?? '', /client|server/);
    assert.doesNotMatch((await page.locator('.node-list').textContent()) ?? '', /client now|server now/);
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('is the client'));
    await untilPosition('2 / 8');
    await page.keyboard.press('PageDown');
    await untilPosition('3 / 8');
    assert.equal(await page.locator('.question').isVisible(), false, 'an answer has the roles of its question');
  });

  it('asks outside of a presentation, too, and shows the roles at the press of a button', async () => {
    const page = await open();
    await page.locator('.step').nth(3).click();
    await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('is the client'));
    await page.keyboard.press('R');
    await page.locator('.question:visible').waitFor();
    assert.equal(await sentence(), 'alice asks napster where song.mp3 is.');
    await page.getByRole('button', { name: 'Show the roles' }).click();
    assert.match((await sentence()) ?? '', /alice is the client, napster the server\.$/);
    assert.equal(await page.locator('.question').isVisible(), false);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as ThemeName[]) {
    it(`gives axe nothing serious to report in the ${theme} theme`, async () => {
      const page = await present({ theme });
      await page.keyboard.press('R');
      await page.keyboard.press('End');
      await page.locator('.presenter-bar:visible').waitFor();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }
});

describe('the sheet of shortcuts', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  it('opens and closes with a question mark, and lists what the keyboard follows', async () => {
    panel = await openPanel({ text: hybrid });
    const { page } = panel;
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await sheet.waitFor();
    const text = (await sheet.textContent()) ?? '';
    for (const wanted of ['Step forward', 'Page Down', 'Play or pause', 'Space', 'Present', 'Zoom in'])
      assert.ok(text.includes(wanted), wanted);
    assert.deepEqual(await seriousViolations(page), []);
    await page.keyboard.press('ArrowRight');
    assert.equal(panel.sent('seek').length, 0, 'a key on the sheet steps nothing');
    await page.keyboard.press('?');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
  });

  it('names every key once', async () => {
    panel = await openPanel({ text: hybrid });
    const { page } = panel;
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    const texts = await page.locator('.shortcuts dd').allTextContents();
    assert.deepEqual(
      texts.filter((text) => text.trim() === ''),
      [],
    );
  });
});
