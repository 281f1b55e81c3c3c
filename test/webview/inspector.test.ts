/** The facts about a node: what a step has changed, sections that stay closed, pieces, and who takes part in the step. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import { type ThemeName, themes } from './themes';

const hybrid = readFileSync(resolve('examples/hybrid-music.topo'), 'utf8');
const swarm = `
service torrent uses swarm pieces 20 slots 2
host tracker runs torrent tracker
host seed runs torrent peer shares "film" 20MB up 8Mbps
host ann, bo, cy runs torrent peer up 8Mbps
flow "f" {
  ann, bo, cy fetch "film"
}
`;

describe('the inspector', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: hybrid, ...options });
    return panel.page;
  }

  const inspector = () => panel.page.locator('.inspector');
  const goTo = async (position: number) => {
    const answer = panel.host.answer({ type: 'seek', revision: panel.host.revision(), position });
    assert.ok(answer);
    await panel.send(answer);
    await panel.page.waitForFunction(
      (wanted) => document.querySelector('.position')?.textContent?.startsWith(`step ${wanted} of`),
      position,
    );
  };
  const choose = async (name: string) => {
    await panel.page.locator('.node', { hasText: name }).first().click();
    await panel.page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
  };

  it('shows client and server of the step side by side while nobody is selected', async () => {
    const page = await open();
    await goTo(2);
    assert.deepEqual(await page.locator('.participant h2').allTextContents(), ['bob', 'napster']);
    const [bob, napster] = await page.locator('.participant').all();
    const [left, right] = [await bob?.boundingBox(), await napster?.boundingBox()];
    assert.ok(left && right && left.y === right.y && left.x < right.x);
    assert.match((await napster?.textContent()) ?? '', /Index of music.*song\.mp3.*bob/);
    await page.locator('.participant-name', { hasText: 'napster' }).click();
    await page.getByRole('heading', { name: 'napster', exact: true }).waitFor();
  });

  it('strikes out what the step has removed, for that step alone', async () => {
    const text = hybrid.replace(
      'alice -> bob     : get',
      'bob -> napster : unregister "song.mp3"\n  alice -> bob : get',
    );
    const page = await open({ text });
    await choose('napster');
    const table = page.locator('.facts-section', { hasText: 'Index of music' });
    const gone = table.locator('li.removed del').first();
    const steps = [...panel.host.session().runs.traces.values()][0]?.steps;
    const struck = steps?.find(({ changes }) => changes.some(({ kind }) => kind === 'unlists'));
    await goTo((struck?.index ?? 0) + 1);
    assert.equal(await gone.textContent(), 'song.mp3');
    assert.match((await table.textContent()) ?? '', /gone/);
    await goTo((struck?.index ?? 0) + 2);
    await gone.waitFor({ state: 'detached' });
  });

  it('closes a section and remembers that, from step to step and over a reload', async () => {
    const page = await open();
    await choose('bob');
    const toggle = page.getByRole('button', { name: 'Roles', exact: true });
    await toggle.focus();
    await page.keyboard.press('Enter');
    assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.position')?.textContent?.startsWith('step 1 of'));
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.position')?.textContent?.startsWith('step 2 of'));
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.key), 'section roles');
    assert.match((await page.locator('.section-toggle', { hasText: 'Roles' }).textContent()) ?? '', /1 new/);
    await page.waitForFunction(() =>
      String(JSON.stringify((window as unknown as { storedState: unknown }).storedState)).includes('roles'),
    );
    const state = await panel.state();
    await closeWithoutComplaint(panel);
    await open({ state });
    await choose('bob');
    const again = panel.page.locator('.section-toggle', { hasText: 'Roles' });
    assert.equal(await again.getAttribute('aria-expanded'), 'false');
  });

  it('goes to the line of the node', async () => {
    const page = await open();
    await choose('bob');
    const line = hybrid.split('\n').findIndex((text) => text.startsWith('host bob'));
    await page.getByRole('button', { name: `Line ${line + 1}`, exact: true }).click();
    assert.equal(panel.sent('reveal').at(-1)?.line, line);
  });

  it('shows the pieces of a peer as a bar, and says the same in words', async () => {
    const page = await open({ text: swarm });
    await choose('ann');
    const bar = page.locator('.piece-bar');
    await page.getByRole('button', { name: 'Go to the end' }).click();
    await page.waitForFunction(() => document.querySelector('.piece-text')?.textContent?.includes('20 of 20 pieces'));
    assert.equal(await bar.locator('.cells .cell').count(), 20);
    const steps = [...panel.host.session().runs.traces.values()][0]?.steps;
    const asked = steps?.find(({ kind, from, piece }) => kind === 'request' && from === 'ann' && piece !== undefined);
    await goTo((asked?.index ?? 0) + 1);
    await bar.locator('.cells .coming').first().waitFor();
    assert.match((await bar.textContent()) ?? '', /on (its|their) way/);
    assert.match((await bar.locator('.legend').textContent()) ?? '', /on its way/);
  });

  it('says in the list of nodes how many pieces each has', async () => {
    const page = await open({ text: swarm });
    await page.getByRole('button', { name: 'Go to the end' }).click();
    await page.locator('.node .unseen', { hasText: '20 of 20 pieces' }).first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('.node .unseen', { hasText: '20 of 20 pieces' }).count(), 3);
  });

  it('is readable at 300 pixels: nothing is wider than the page', async () => {
    const page = await open({ text: swarm, width: 300, height: 700 });
    await choose('ann');
    await page.getByRole('button', { name: 'Go to the end' }).click();
    await page.locator('.piece-bar').waitFor();
    const widest = await inspector().evaluate((element) =>
      Math.max(...[...element.querySelectorAll('*')].map((each) => each.getBoundingClientRect().right)),
    );
    assert.ok(widest <= 300, String(widest));
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`has no serious problems of accessibility in the theme ${theme}`, async () => {
      const page = await open({ theme, text: swarm });
      await goTo(3);
      assert.deepEqual(await seriousViolations(page), []);
      await choose('ann');
      await page.getByRole('button', { name: 'Go to the end' }).click();
      await page.locator('.piece-bar').waitFor();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }
});
