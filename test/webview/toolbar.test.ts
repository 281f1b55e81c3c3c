/** The buttons over the drawing: all of them in a wide panel, and in a narrow one the rest in a menu. */
import assert from 'node:assert/strict';
import { closeWithoutComplaint, openPanel, type Panel, startBrowser, stopBrowser } from './panel';

const text = `topology "A rather long title for a narrow panel"
host alice
host bob
link alice -- bob
flow "Hello" {
  alice -> bob : "Hello"
}`;

describe('the toolbar', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  const buttons = () =>
    panel.page
      .locator('.tools vscode-button:visible')
      .evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));

  it('shows all of its buttons where there is room', async () => {
    panel = await openPanel({ text, width: 1300 });
    await panel.page.locator('.tools vscode-button[aria-label="More"]').waitFor({ state: 'hidden' });
    const shown = await buttons();
    assert.ok(shown.includes('Present') && shown.includes('Keyboard shortcuts'), String(shown));
  });

  it('has the rest in a menu where there is none, and it works from there', async () => {
    panel = await openPanel({ text, width: 300, height: 600 });
    const { page } = panel;
    const more = page.getByRole('button', { name: 'More' });
    await more.waitFor();
    const shown = await buttons();
    assert.ok(!shown.includes('Present'), String(shown));
    await more.click();
    const entries = await page.getByRole('menuitem').allTextContents();
    assert.deepEqual(
      ['Present', 'Compare architectures', 'Keyboard shortcuts'].filter((entry) => !entries.includes(entry)),
      [],
    );
    await page.getByRole('menuitem', { name: 'Present' }).click();
    await page.locator('#playground.presenting').waitFor();
  });

  it('follows the width of the panel', async () => {
    panel = await openPanel({ text, width: 300, height: 600 });
    const { page } = panel;
    await page.getByRole('button', { name: 'More' }).waitFor();
    const few = (await buttons()).length;
    await page.setViewportSize({ width: 1300, height: 700 });
    await page.getByRole('button', { name: 'More' }).waitFor({ state: 'hidden' });
    assert.ok((await buttons()).length > few);
  });
});
