/** What can be tried out in the picture: the menu by mouse, by keyboard and by touch, and the banner that says what it changes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import { type ThemeName, themes } from './themes';

const hybrid = readFileSync(resolve('examples/hybrid-music.topo'), 'utf8');

describe('what if', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: hybrid, ...options });
    return panel.page;
  }

  const menu = () => panel.page.getByRole('menu');
  const item = (name: string) => panel.page.getByRole('menuitem', { name, exact: true });
  const banner = () => panel.page.getByRole('region', { name: 'What if' });
  /** Once the drawing has come to rest: it is fitted anew when the banner takes room. */
  const spotOf = async (id: string) => {
    let last = '';
    for (;;) {
      const spot = await panel.page.evaluate(spotOnScreen, id);
      if (JSON.stringify(spot) === last) return spot;
      last = JSON.stringify(spot);
      await panel.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    }
  };
  const openFor = async (id: string) => {
    const { x, y } = await spotOf(id);
    await panel.page.mouse.click(x, y, { button: 'right' });
    await menu().waitFor();
  };

  describe('the menu', () => {
    it('opens on a node by the right button, and takes it offline', async () => {
      await open();
      await openFor('bob');
      assert.equal(await menu().getAttribute('aria-label'), 'What if: bob');
      await item('Take bob offline').click();
      await banner().waitFor();
      assert.equal(await menu().isVisible(), false);
      assert.deepEqual(
        panel.sent('tryOut').map(({ change }) => change),
        [{ kind: 'offline', node: 'bob' }],
      );
      assert.match((await banner().textContent()) ?? '', /bob offline.*The flow fails now/s);
    });

    it('brings a node back that is offline from the start', async () => {
      await open();
      await openFor('bob');
      await item('Take bob offline').click();
      await banner().waitFor();
      await openFor('bob');
      await item('Bring bob back online').click();
      await banner().waitFor({ state: 'hidden' });
    });

    it('opens on a cable, also for who aims a little beside it, and cuts it', async () => {
      const page = await open();
      const [from, to] = [await spotOf('alice'), await spotOf('lan')];
      const length = Math.hypot(to.x - from.x, to.y - from.y);
      const beside = { x: (-(to.y - from.y) / length) * 6, y: ((to.x - from.x) / length) * 6 };
      await page.mouse.click((from.x + to.x) / 2 + beside.x, (from.y + to.y) / 2 + beside.y, { button: 'right' });
      await item('Cut this cable').click();
      await banner().waitFor();
      assert.match((await banner().textContent()) ?? '', /cable .*alice.* cut/);
    });

    it('is worked with the keyboard alone, and gives the focus back', async () => {
      const page = await open();
      await page.locator('.node-list').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+F10');
      await menu().waitFor();
      const label = await menu().getAttribute('aria-label');
      assert.equal(label, `What if: ${await page.locator('.node').nth(1).locator('.label').textContent()}`);
      const focused = () => page.evaluate(() => document.activeElement?.textContent);
      const first = await focused();
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(), 'Full speed');
      await page.keyboard.press('ArrowUp');
      assert.equal(await focused(), first);
      await page.keyboard.press('End');
      assert.match((await focused()) ?? '', /^Go to line/);
      await page.keyboard.press('t');
      assert.match((await focused()) ?? '', /^Take /);
      await page.keyboard.press('Escape');
      await menu().waitFor({ state: 'hidden' });
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'node-list');
      assert.deepEqual(panel.sent('tryOut'), []);
    });

    it('opens for the selected node with a key, and chooses with Enter', async () => {
      const page = await open();
      await page.locator('.node', { hasText: 'carol' }).click();
      await page.getByRole('heading', { name: 'carol' }).waitFor();
      await page.locator('.stage').focus();
      await page.keyboard.press('m');
      await menu().waitFor();
      await page.keyboard.press('Enter');
      await banner().waitFor();
      assert.deepEqual(
        panel.sent('tryOut').map(({ change }) => change),
        [{ kind: 'offline', node: 'carol' }],
      );
    });

    it('opens by a long press', async () => {
      const page = await open();
      const { x, y } = await spotOf('bob');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await menu().waitFor();
      await page.mouse.up();
      assert.equal(await menu().isVisible(), true);
    });

    it('does not step while it is open, and closes with a click elsewhere', async () => {
      const page = await open();
      await openFor('bob');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('PageDown');
      assert.deepEqual(panel.sent('seek'), []);
      await page.mouse.click(4, 300);
      await menu().waitFor({ state: 'hidden' });
    });

    it('slows a host down, and marks how fast it is', async () => {
      const page = await open();
      await openFor('bob');
      await page.getByRole('menuitemradio', { name: 'A tenth of its speed' }).click();
      await banner().waitFor();
      assert.match((await banner().textContent()) ?? '', /bob at 1\/10 speed/);
      await openFor('bob');
      const chosen = page.locator('[role="menuitemradio"][aria-checked="true"]');
      assert.deepEqual(await chosen.allTextContents(), ['A tenth of its speed']);
      await page.getByRole('menuitemradio', { name: 'Full speed' }).click();
      await banner().waitFor({ state: 'hidden' });
    });

    it('shows only the messages of a node, and all of them again', async () => {
      const page = await open();
      await openFor('carol');
      await item('Show only the messages of carol').click();
      await page.waitForFunction(() => document.querySelectorAll('.step').length < 8);
      assert.deepEqual(panel.sent('filter').at(-1)?.filter.hosts, ['carol']);
      await openFor('carol');
      await item('Show all messages again').click();
      await page.waitForFunction(() => document.querySelectorAll('.step').length === 8);
    });

    it('stays within a narrow page, and reaches the line', async () => {
      const page = await open({ width: 300, height: 620 });
      await page.locator('.node', { hasText: 'carol' }).click();
      await page.getByRole('button', { name: 'What if …' }).first().click();
      const box = await menu().boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 300 && box.y >= 0 && box.y + box.height <= 620);
      const before = panel.sent('reveal').length;
      await page.getByRole('menuitem', { name: /^Go to line/ }).click();
      assert.equal(panel.sent('reveal').length, before + 1);
    });
  });

  describe('the banner', () => {
    it('lists what changes, and goes to the first step that differs', async () => {
      const page = await open();
      await openFor('bob');
      await item('Take bob offline').click();
      await page.getByRole('button', { name: /more differences$/ }).click();
      await page.getByRole('button', { name: /is the first that differs/ }).click();
      await page.waitForFunction(() => document.querySelector('.position')?.textContent?.startsWith('step 2 of'));
      assert.match((await banner().textContent()) ?? '', /Before: /);
    });

    it('takes single changes back, and all of them', async () => {
      const page = await open();
      for (const name of ['bob', 'carol']) {
        await openFor(name);
        await item(`Take ${name} offline`).click();
        await page.locator('.change', { hasText: `${name} offline` }).waitFor();
      }
      await page.getByRole('button', { name: 'Take back: bob offline' }).click();
      await page.locator('.change', { hasText: 'bob offline' }).waitFor({ state: 'detached' });
      assert.equal(await page.locator('.change').count(), 1);
      await banner().getByText('Back to the original').click();
      await banner().waitFor({ state: 'hidden' });
      assert.equal(panel.host.session().choice.whatIf.length, 0);
    });

    it('says which scenario it is compared with', async () => {
      const page = await open();
      const away = panel.host.answer({
        type: 'chooseScenario',
        revision: panel.host.revision(),
        scenario: 'bob is away',
      });
      assert.ok(away);
      await panel.send(away);
      await page.waitForFunction(() => document.querySelector('.node.offline .label')?.textContent === 'bob');
      await openFor('bob');
      await item('Bring bob back online').click();
      await banner().waitFor();
      assert.match((await banner().textContent()) ?? '', /Compared with “bob is away”:.*The flow works now\./);
    });

    it('asks to save them as a scenario', async () => {
      await open();
      await openFor('bob');
      await item('Take bob offline').click();
      await banner().getByText('Save as scenario …').click();
      assert.equal(panel.sent('saveScenario').length, 1);
    });

    it('keeps the changes over a reload', async () => {
      const page = await open();
      await openFor('bob');
      await item('Take bob offline').click();
      await banner().waitFor();
      await page.waitForFunction(() =>
        String(JSON.stringify((window as unknown as { storedState: unknown }).storedState)).includes('offline'),
      );
      const state = (await panel.state()) as { whatIf: unknown };
      assert.deepEqual(state.whatIf, [{ kind: 'offline', node: 'bob' }]);
    });

    for (const theme of Object.keys(themes) as ThemeName[]) {
      it(`has no serious problems of accessibility in the theme ${theme}, with the menu open`, async () => {
        const page = await open({ theme });
        await openFor('bob');
        await item('Take bob offline').click();
        await page.getByRole('button', { name: /more differences$/ }).click();
        await openFor('alice');
        assert.deepEqual(await seriousViolations(page), []);
      });
    }
  });
});

/** Where a node is, as Cytoscape says. */
function spotOnScreen(id: string): { x: number; y: number } {
  interface Registered {
    readonly _cyreg: { readonly cy: { getElementById(id: string): { renderedPosition(): { x: number; y: number } } } };
  }
  const graph = document.querySelector<HTMLElement>('.graph');
  const { left = 0, top = 0 } = graph?.getBoundingClientRect() ?? {};
  const { x, y } = (graph as unknown as Registered)._cyreg.cy.getElementById(id).renderedPosition();
  return { x: left + x, y: top + y };
}
