/** The comparison of architectures in the built webview. Needs `npm run build`. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const update = `service files uses index
host origin : server runs files peer {
  shares "game" 100MB
  shares "notes" 1kB
  up 100Mbps
}
host list runs files index
host p[20] runs files peer up 10Mbps down 50Mbps
cloud internet
link origin, list, p -- internet 1Gbps 10ms
flow "Update" {
  p fetch "game"
  p[1] fetches "notes"
}
`;

describe('the comparison of architectures', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  /** With the comparison shown. */
  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: update, ...options });
    const { page } = panel;
    await compare(page);
    await page.getByRole('table').waitFor();
    return page;
  }

  /** In a narrow panel the button is an entry of a menu. */
  async function compare(page: Page): Promise<void> {
    const button = page.getByRole('button', { name: 'Compare architectures' });
    const more = page.getByRole('button', { name: 'More' });
    await button.or(more).first().waitFor();
    if (await button.isVisible()) return button.click();
    await more.click();
    await page.getByRole('menuitem', { name: 'Compare architectures' }).click();
  }

  const untilBack = (page: Page) => page.locator('.comparison').waitFor({ state: 'hidden' });

  it('is asked for with a button, and shows a table with a caption and headings of rows and columns', async () => {
    const page = await open();
    assert.deepEqual(
      panel.sent('compare').map(({ resource }) => resource),
      [undefined],
    );
    const table = page.getByRole('table');
    assert.equal(
      await table.locator('caption').textContent(),
      '“game” (100 MB) from origin to 20 hosts, all at the same moment',
    );
    assert.deepEqual(await table.locator('th[scope="col"]').allTextContents(), [
      'client-server',
      'hybrid',
      'peer-to-peer',
    ]);
    const time = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^time/ }) });
    assert.equal(await time.getByRole('cell').first().textContent(), '2 min 40 s ');
  });

  it('draws a bar for each architecture and measure, as long as its figure', async () => {
    const page = await open();
    const load = page.getByRole('group', { name: 'sent by the busiest host' });
    const widths = await load.locator('rect').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('width')));
    assert.equal(widths.length, 3);
    assert.equal(widths[0], '100%');
    assert.match((await load.textContent()) ?? '', /client-server2 GB/);
  });

  it('draws the time against the number of hosts, and says it in words', async () => {
    const page = await open();
    const curve = page.getByRole('img', { name: /^Time, the more hosts fetch it/ });
    assert.match(
      (await curve.getAttribute('aria-label')) ?? '',
      /Client-server: 16\.04 s for 1, 16\.04 s for 2, 40\.04 s for 5, 1 min 20 s for 10, 2 min 40 s for 20\./,
    );
    const points = (await curve.locator('.client-server .measured').getAttribute('points')) ?? '';
    const heights = points.split(' ').map((point) => Number(point.split(',')[1]));
    assert.equal(heights.length, 5);
    assert.ok((heights[4] ?? 0) < (heights[3] ?? 0) && (heights[3] ?? 0) < (heights[2] ?? 0), points);
  });

  it('draws no time where not all get it', async () => {
    const apart = update.replace('origin, list, p -- internet', 'origin, list, p[1..19] -- internet');
    const page = await open({ text: `${apart}switch island\nlink p[20] -- island\n` });
    const measured = page.locator('.curve-line.hybrid .measured');
    assert.equal((await measured.getAttribute('points'))?.split(' ').length, 4, '1, 2, 5, 10 hosts, but not 20');
    assert.equal(await page.locator('.curve-line.hybrid g').count(), 4);
    assert.match(
      (await page.locator('.comparison-table .failing').first().textContent()) ?? '',
      /^fails 19 of 20 have it/,
    );
  });

  it('says what follows, what one loss does, and how it was measured', async () => {
    const page = await open();
    for (const name of ['What follows', 'If one host is lost', 'How this was measured']) {
      await page.getByRole('heading', { name }).waitFor();
    }
    assert.match((await page.locator('.notes').textContent()) ?? '', /Hybrid: without list nobody gets it/);
  });

  it('compares another resource', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Resource' }).click();
    await page.getByRole('option', { name: 'notes', exact: true }).click();
    await page.locator('caption', { hasText: '“notes” (1 kB) from origin to p[1]' }).waitFor();
    assert.equal(panel.sent('compare').at(-1)?.resource, 'notes');
  });

  it('takes another price, and no nonsense', async () => {
    const page = await open();
    const price = page.getByRole('spinbutton', { name: 'Dollars a GB' });
    assert.equal(await price.inputValue(), '0.05');
    await price.fill('1');
    await price.press('Enter');
    await page.locator('.comparison-table tr', { hasText: 'at $1.00 a GB' }).waitFor();
    assert.deepEqual([panel.sent('compare').at(-1)?.resource, panel.sent('compare').at(-1)?.price], ['game', 1]);
    await price.fill('-3');
    await price.press('Enter');
    await page.waitForFunction(() => document.querySelector('input[type="number"]:valid') !== null);
    assert.equal(await price.inputValue(), '1');
    assert.equal(panel.sent('compare').length, 2);
  });

  it('says when the file has changed since, and compares again', async () => {
    const page = await open();
    const before = panel.host.answer({ type: 'compare', revision: 1, resource: 'game' });
    assert.ok(before?.type === 'comparison' && before.comparison);
    await panel.send({ ...before, comparison: { ...before.comparison, isOutdated: true } });
    await page.getByText('The file has changed since.').waitFor();
    await page.getByRole('button', { name: 'Compare again' }).click();
    await page.getByText('The file has changed since.').waitFor({ state: 'hidden' });
    assert.equal(panel.sent('compare').at(-1)?.resource, 'game');
  });

  it('goes back to the network with the button and with Escape, and the keys step again', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Back to the network' }).click();
    await untilBack(page);
    await page.getByRole('button', { name: 'Compare architectures' }).click();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await untilBack(page);
    assert.deepEqual(panel.sent('seek'), [], 'the network underneath is at rest');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.position')?.textContent?.startsWith('step 1 of'));
  });

  it('keeps the network underneath from the keyboard and from screen readers', async () => {
    const page = await open();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Architectures compared');
    const reached = new Set<string>();
    for (let press = 0; press < 8; press++) {
      await page.keyboard.press('Tab');
      reached.add(await page.evaluate(() => document.activeElement?.closest('.comparison, body')?.className ?? ''));
    }
    assert.ok(
      [...reached].every((name) => name.includes('comparison') || !name.includes('stage')),
      [...reached].join(),
    );
    const tree = await page.locator('#playground').ariaSnapshot();
    assert.ok(tree.includes('region "Architectures compared"'), tree);
    assert.ok(!tree.includes('slider "Step"'), tree);
  });

  it('keeps viewport and step of the network', async () => {
    const page = await open();
    await page.keyboard.press('Escape');
    await untilBack(page);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => document.querySelector('.position')?.textContent?.startsWith('step 1 of'));
    const before = await page.locator('.graph').screenshot();
    await page.getByRole('button', { name: 'Compare architectures' }).click();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('Escape');
    await untilBack(page);
    assert.match((await page.locator('.position').textContent()) ?? '', /^step 1 of/);
    assert.ok(before.equals(await page.locator('.graph').screenshot()));
  });

  for (const [width, height] of [
    [300, 600],
    [735, 800],
    [1400, 900],
  ] as const) {
    it(`can be read at ${width} × ${height} without scrolling sideways`, async () => {
      const page = await open({ width, height });
      const content = page.locator('.comparison-content');
      const [scrolled, visible] = await content.evaluate((box) => [box.scrollWidth, box.clientWidth]);
      assert.ok((scrolled ?? 0) <= (visible ?? 0), `${scrolled} > ${visible}`);
      const cut = await page
        .locator('.comparison-table :is(th, td), .bar-text')
        .evaluateAll((cells) =>
          cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
        );
      assert.deepEqual(cut, []);
    });
  }

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const satisfies ThemeName[]) {
    it(`gives axe nothing serious to report in the ${theme} theme`, async () => {
      assert.deepEqual(await seriousViolations(await open({ theme })), []);
    });
  }
});
