/** The drawing as the user wants it: arranged, folded and pinned, by mouse and by keyboard. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';

const class30 = `service talk uses request
host desk runs talk server
host pupil[30] runs talk client
switch room
link desk, pupil -- room
flow "Hello" {
  pupil[3] -> desk : "hello"
  offline pupil[1..5]
}`;

describe('the drawing', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: class30, ...options });
    return panel.page;
  }

  const option = (name: string | RegExp) => panel.page.getByRole('option', { name });
  const drawn = () => panel.host.picture().diagram.nodes.map(({ id }) => id);

  it('draws a large group as one node, which a double click unfolds, and another folds', async () => {
    const page = await open();
    await option(/pupil ×30/).waitFor();
    const { x, y } = await spotOf(page, 'pupil[*]');
    await page.mouse.dblclick(x, y);
    await option(/^pupil\[7\]/).waitFor();
    assert.equal(drawn().length, 32);
    await panel.page.getByRole('button', { name: 'Fit the whole network' }).click();
    const member = await spotOf(page, 'pupil[7]');
    await page.mouse.dblclick(member.x, member.y);
    await option(/pupil ×30/).waitFor();
    assert.deepEqual(
      panel.sent('fold').map(({ bundle, folded }) => [bundle, folded]),
      [
        ['pupil', false],
        ['pupil', true],
      ],
    );
  });

  it('keeps everything else in its place when a group is unfolded', async () => {
    await open();
    const before = panel.host.picture().diagram.nodes.find(({ id }) => id === 'desk');
    await option(/pupil ×30/).click();
    await panel.page.locator('.node-list [aria-selected="true"]').waitFor();
    await panel.page.keyboard.press('g');
    await option(/^pupil\[7\]/).waitFor();
    const after = panel.host.picture().diagram.nodes.find(({ id }) => id === 'desk');
    assert.deepEqual([after?.x, after?.y], [before?.x, before?.y]);
    assert.equal(panel.host.session().selected, 'pupil[1]');
    await panel.page.locator('.node-list [aria-selected="true"]', { hasText: 'pupil[1]' }).waitFor();
    await panel.page.keyboard.press('g');
    await option(/pupil ×30/).waitFor();
    assert.equal(panel.host.session().selected, 'pupil[*]');
  });

  it('says of a group how many are offline', async () => {
    const page = await open();
    await page.keyboard.press('End');
    await option(/5 of 30 offline/).waitFor();
  });

  it('is arranged as the user chooses, and that is kept over a reload', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Layout' }).click();
    assert.equal(await page.getByRole('menuitemradio', { name: 'Automatic' }).getAttribute('aria-checked'), 'true');
    await page.getByRole('menuitemradio', { name: 'Grid' }).click();
    await until(() => panel.sent('arrange').length > 0);
    assert.equal(panel.sent('arrange')[0]?.layout, 'grid');
    await until(async () => ((await panel.state()) as { layout?: string } | undefined)?.layout === 'grid');
    await page.getByRole('button', { name: 'Layout' }).click();
    assert.equal(await page.getByRole('menuitemradio', { name: 'Grid' }).getAttribute('aria-checked'), 'true');
    await page.keyboard.press('Escape');
  });

  it('asks the host to pin one node or all, and does not let go of what is pinned', async () => {
    const page = await open({ text: 'host a at (0, 0)\nhost b\nlink a -- b' });
    const { x, y } = await spotOf(page, 'b');
    await page.mouse.click(x, y, { button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin b here in the file' }).click();
    await page.getByRole('button', { name: 'Layout' }).click();
    await page.getByRole('menuitem', { name: 'Unpin all nodes' }).click();
    await until(() => panel.sent('pin').length === 2);
    assert.deepEqual(
      panel.sent('pin').map(({ nodes, pinned }) => [nodes, pinned]),
      [
        [['b'], true],
        [undefined, false],
      ],
    );
    const pinned = await spotOf(page, 'a');
    await page.mouse.move(pinned.x, pinned.y);
    await page.mouse.down();
    await page.mouse.move(pinned.x + 60, pinned.y + 40, { steps: 4 });
    await page.mouse.up();
    assert.deepEqual(panel.sent('moved'), []);
  });
});

async function spotOf(page: Page, id: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const container = document.querySelector('.graph') as unknown as {
      _cyreg: { cy: { getElementById(id: string): { renderedPosition(): { x: number; y: number } } } };
      getBoundingClientRect(): DOMRect;
    };
    const { left, top } = container.getBoundingClientRect();
    const { x, y } = container._cyreg.cy.getElementById(wanted).renderedPosition();
    return { x: left + x, y: top + y };
  }, id);
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resume) => setImmediate(resume));
}
