/** The timeline in the built webview. Needs `npm run build`. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const letters = `host alice
host bob
host isp : server
link alice, bob -- isp 10Mbps 10ms
flow "f" {
  alice -> isp : "a"
  wait 10min
  note "Later"
  bob -> isp : "b"
  offline isp
  alice -> isp : "c"
}`;
const count = 8;

describe('the timeline', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: letters, ...options });
    return panel.page;
  }

  const strip = (page: Page) => page.getByRole('slider', { name: 'Step' });
  const untilPosition = (position: number) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('.position')?.textContent?.startsWith(`step ${wanted} of`),
      position,
    );
  async function pointTo(page: Page, part: number): Promise<{ readonly x: number; readonly y: number }> {
    const box = await strip(page).boundingBox();
    assert.ok(box);
    return { x: box.x + box.width * part, y: box.y + box.height / 2 };
  }
  /** Where a mark or the position is, between 0 and 1. */
  const placeOf = async (page: Page, selector: string) => {
    const [part, all] = [await page.locator(selector).first().boundingBox(), await strip(page).boundingBox()];
    assert.ok(part && all, selector);
    return (part.x + part.width / 2 - all.x) / all.width;
  };
  async function chooseAxis(page: Page, name: RegExp): Promise<void> {
    await page.getByRole('button', { name: /^Axis of the timeline/ }).click();
    await page.getByRole('menuitemradio', { name }).click();
  }

  it('numbers a step only where it is', async () => {
    const page = await open();
    assert.deepEqual(await page.locator('.timeline-scale span').allTextContents(), ['0', '2', '4', '6', '8']);
    await panel.edit(letters.replace('  wait 10min\n  note "Later"\n', ''));
    await page.waitForFunction(() => document.querySelector('.timeline-scale')?.lastElementChild?.textContent === '6');
    assert.deepEqual(await page.locator('.timeline-scale span').allTextContents(), ['0', '2', '4', '6']);
  });

  it('is a slider that says where it is', async () => {
    const page = await open();
    await page.keyboard.press('ArrowRight');
    await untilPosition(1);
    const slider = strip(page);
    assert.equal(await slider.getAttribute('aria-valuemax'), String(count));
    assert.equal(await slider.getAttribute('aria-valuenow'), '1');
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^step 1 of 8, 10 ms of 10 min/);
  });

  it('takes the keys of a slider', async () => {
    const page = await open();
    await strip(page).focus();
    await page.keyboard.press('ArrowUp');
    await untilPosition(1);
    await page.keyboard.press('ArrowRight');
    await untilPosition(2);
    await page.keyboard.press('ArrowDown');
    await untilPosition(1);
    await page.keyboard.press('End');
    await untilPosition(count);
    await page.keyboard.press('Home');
    await untilPosition(0);
  });

  it('seeks where it is clicked and dragged, one question at a time', async () => {
    const page = await open();
    const from = await pointTo(page, 2 / count);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await untilPosition(2);
    const to = await pointTo(page, 7 / count);
    await page.mouse.move(to.x, to.y, { steps: 20 });
    await page.mouse.up();
    await untilPosition(7);
    const asked = panel.sent('seek').map(({ position }) => position);
    assert.ok(asked.length <= count, String(asked));
    assert.equal(asked.at(-1), 7);
  });

  it('says which step and when it is where the pointer is', async () => {
    const page = await open();
    const spot = await pointTo(page, 4 / count);
    await page.mouse.move(spot.x, spot.y);
    await page.locator('.timeline-hint', { hasText: 'step 4 of 8, 10 min' }).waitFor();
  });

  it('has marks for notes, faults and failures, which say what they are and lead there', async () => {
    const page = await open();
    const marks = page.getByRole('group', { name: 'Notes, faults and failures' }).getByRole('button');
    const names = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')));
    assert.deepEqual(names.slice(0, 2), ['Note: Later', 'Fault: isp: goes offline']);
    assert.match(names[2] ?? '', /^Failed: alice → isp/);
    await marks.nth(0).click();
    await untilPosition(4);
    assert.ok(Math.abs((await placeOf(page, '.timeline-mark')) - (await placeOf(page, '.timeline-thumb'))) < 0.02);
  });

  it('lets the marks be reached by keyboard: one with Tab, the others with the arrow keys', async () => {
    const page = await open();
    await strip(page).focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    assert.match((await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '', /^Fault/);
    await page.keyboard.press('Enter');
    await untilPosition(7);
  });

  it('has three axes: steps, time, and time with short pauses; the choice is kept', async () => {
    const page = await open();
    const note = () => placeOf(page, '.timeline-mark');
    assert.ok(Math.abs((await note()) - 4 / count) < 0.02, 'steps');
    await chooseAxis(page, /^Time:/);
    assert.ok((await note()) > 0.97, 'nearly all of the time is the pause');
    await chooseAxis(page, /^Time with/);
    const place = await note();
    assert.ok(place > 0.3 && place < 0.8, String(place));
    await page.waitForFunction(
      () =>
        (window as unknown as { storedState?: { panes?: { axis: string } } }).storedState?.panes?.axis === 'nonlinear',
    );
    const state = await panel.state();
    await closeWithoutComplaint(panel);
    const again = await open({ state });
    assert.ok(Math.abs((await placeOf(again, '.timeline-mark')) - place) < 0.01);
  });

  it('seeks on the axis of time too', async () => {
    const page = await open({ state: { panes: { view: 'network', split: 50, axis: 'nonlinear' } } });
    const place = await placeOf(page, '.timeline-mark');
    const { x, y } = await pointTo(page, place - 0.05);
    await page.mouse.click(x, y);
    await untilPosition(3);
  });

  it('shows for how long the message of the step is under way', async () => {
    const page = await open({ state: { panes: { view: 'network', split: 50, axis: 'nonlinear' } } });
    const width = () => page.locator('.timeline-span').evaluate((span: HTMLElement) => span.offsetWidth);
    await page.keyboard.press('ArrowRight');
    await untilPosition(1);
    assert.ok((await width()) > 10);
  });

  it('shows nothing where there is no run', async () => {
    const page = await open({ text: 'host a\nhost b\nlink a -- b' });
    assert.equal(await page.locator('.timeline').isVisible(), false);
  });

  for (const width of [300, 735, 1400]) {
    it(`stays within ${width} pixels`, async () => {
      const page = await open({ width });
      const box = await page.locator('.timeline').boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= width);
      assert.ok(((await strip(page).boundingBox())?.width ?? 0) > 120);
    });
  }

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const satisfies ThemeName[]) {
    it(`gives axe nothing serious to report in the ${theme} theme`, async () => {
      const page = await open({ theme });
      await page.keyboard.press('End');
      await untilPosition(count);
      assert.deepEqual(await seriousViolations(page), []);
    });
  }
});
