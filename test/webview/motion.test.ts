/** Messages under way in the built webview: where they are drawn while they move, hop by hop, and when they are lost. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import { synthetic } from './synthetic';

const star = `host a, b, c
switch s
link a, b, c -- s 8Mbps 10ms
flow "f" {
  a -> b : "one"
  a -> c : "two"
}
scenario "cut" {
  cut b -- s
}`;

describe('messages under way', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: star, reducedMotion: false, theme: 'light', ...options });
    await panel.page.locator('.stage').focus();
    return panel.page;
  }

  const motion = () => panel.page.locator('.motion');
  const untilPosition = (position: number) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('.position')?.textContent?.startsWith(`step ${wanted} of`),
      position,
    );
  const untilHop = (text: string) =>
    panel.page.waitForFunction((wanted) => document.querySelector('.hops .hop')?.textContent === wanted, text);
  const untilStill = () => panel.page.waitForFunction(isStill);
  const inkAt = (id: string) => panel.page.evaluate(hasInkAt, id);

  it('come past every node of their way', async () => {
    const page = await open();
    await page.evaluate(watchNode, 's');
    await page.keyboard.press('ArrowRight');
    await untilPosition(1);
    await untilStill();
    const seen = await page.evaluate(() => (window as unknown as { seen: boolean[] }).seen);
    assert.deepEqual(withoutRepeats(seen), [false, true, false]);
  });

  it('go from hop to hop by a key, and over the end of the step into the next', async () => {
    const page = await open();
    await page.keyboard.press('.');
    await untilPosition(1);
    await untilHop('Hop 1 of 2: a → s');
    await untilStill();
    await until(() => inkAt('s'));
    await page.keyboard.press('.');
    await untilHop('2 hops');
    await untilStill();
    assert.equal(await inkAt('s'), false);
    assert.equal(panel.host.received.filter(({ type }) => type === 'seek' || type === 'step').length, 1);
    await page.keyboard.press('.');
    await untilPosition(2);
    await untilHop('Hop 1 of 2: b → s');
  });

  it('go back hop by hop, and over the beginning of the step to the end of the one before', async () => {
    const page = await open();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await untilPosition(2);
    await untilStill();
    await page.keyboard.press(',');
    await untilHop('Hop 1 of 2: b → s');
    assert.equal(await motion().getAttribute('data-moving'), null, 'nothing moves backwards');
    await until(() => inkAt('s'));
    await page.keyboard.press(',');
    await untilPosition(1);
    await untilHop('2 hops');
    await until(async () => !(await inkAt('s')));
  });

  it('have buttons for their hops, which whole steps leave alone', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'One hop forward' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowRight');
    await untilHop('2 hops');
    await page.getByRole('button', { name: 'One hop back' }).click();
    await untilHop('Hop 1 of 2: a → s');
    await page.keyboard.press('ArrowRight');
    await untilPosition(2);
    await untilHop('2 hops');
  });

  it('stay at their hop when something else changes', async () => {
    const page = await open();
    await page.keyboard.press('.');
    await untilHop('Hop 1 of 2: a → s');
    await untilStill();
    await page.getByRole('option', { name: /^c \(/ }).click();
    await page.getByRole('heading', { name: 'c', exact: true }).waitFor();
    await panel.edit(`${star}\n// more`);
    await until(() => inkAt('s'));
    assert.equal(await page.locator('.hops .hop').textContent(), 'Hop 1 of 2: a → s');
  });

  it('jump from hop to hop where movement is not wanted', async () => {
    const page = await open({ reducedMotion: true });
    await page.evaluate(watchProgress);
    for (const hop of ['Hop 1 of 2: a → s', '2 hops']) {
      await page.keyboard.press('.');
      await untilHop(hop);
      await until(async () => (await motion().getAttribute('data-messages')) === '1');
    }
    await until(async () => (await motion().getAttribute('data-progress')) === '1.00');
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    const halfway = seen.filter((progress) => progress !== '1.00');
    assert.ok(new Set(halfway).size <= 1, `it is drawn at its hop alone: ${seen}`);
  });

  for (const reducedMotion of [false, true]) {
    it(`are lost on the cable that is cut, with${reducedMotion ? 'out' : ''} movement`, async () => {
      const page = await open({ reducedMotion });
      await page.keyboard.press('ArrowRight');
      await untilPosition(1);
      await untilStill();
      assert.equal(await page.evaluate(errorInk, '.motion'), 0);
      await panel.host.answer({ type: 'chooseScenario', revision: panel.host.revision(), scenario: 'cut' });
      await panel.send({ type: 'picture', picture: panel.host.picture() });
      await page.keyboard.press('Home');
      await untilPosition(0);
      await page.keyboard.press('ArrowRight');
      await page.locator('.failure:visible').waitFor();
      await untilStill();
      await until(async () => (await page.evaluate(errorInk, '.motion')) > 100);
      await until(async () => (await page.evaluate(errorInk, '.marks')) > 50);
    });
  }

  it('are drawn for a network of thousands, whose list is not in the document as a whole', async () => {
    const page = await open();
    const scene = synthetic(panel.host.picture(), 1000);
    await panel.send(scene.picture(panel.host.revision()));
    await page.getByRole('option', { name: /later nodes/ }).waitFor();
    await panel.send(scene.frame(panel.host.revision(), 1, 20));
    await until(async () => (await motion().getAttribute('data-messages')) === '20');
    assert.ok((await page.locator('.node-list .node').count()) < 500);
    await page.getByRole('listbox', { name: 'Nodes' }).focus();
    await page.keyboard.press('End');
    const last = await page.locator('.node.active').textContent();
    assert.match(last ?? '', /^host999/);
    assert.equal(await page.locator('.node.active').getAttribute('aria-setsize'), '1041');
    await untilStill();
  });
});

describe('a screen of another kind', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  it('without WebGL shows and moves the same', async () => {
    panel = await openPanel({ text: star, reducedMotion: false, before: forbidWebgl });
    await panel.page.locator('.stage').focus();
    await panel.page.keyboard.press('ArrowRight');
    await panel.page.waitForFunction(isStill);
    assert.ok(await panel.page.evaluate(hasPicture));
  });

  it('with twice the pixels is drawn sharply, and takes clicks where they are', async () => {
    panel = await openPanel({ text: star, scale: 2, width: 550, height: 700 });
    const { page } = panel;
    const sizes = await page.evaluate(layerSizes);
    for (const { pixels, width } of sizes) assert.equal(pixels, 2 * width);
    await page.evaluate(() => document.querySelector<HTMLElement>('.stage')?.focus());
    await clickNode(page, 'b');
    await page.getByRole('heading', { name: 'b', exact: true }).waitFor();
  });

  it('that is zoomed while the panel is open becomes sharp and stays usable', async () => {
    panel = await openPanel({ text: star, width: 1000, height: 800 });
    const { page } = panel;
    const session = await page.context().newCDPSession(page);
    const zoomed = { width: 500, height: 400, deviceScaleFactor: 2, mobile: false };
    await session.send('Emulation.setDeviceMetricsOverride', zoomed);
    await until(async () => (await page.evaluate(layerSizes)).every(({ pixels, width }) => pixels === 2 * width));
    for (const selector of ['.sentence', '.play', '.stage']) {
      const box = await page.locator(selector).boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 500 && box.height > 0, selector);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false);
  });
});

interface CytoscapeHost {
  readonly _cyreg: { readonly cy: { getElementById(id: string): { renderedPosition(): { x: number; y: number } } } };
}

/** Whether anything is drawn on the layer of what moves, over the middle of a node. */
function hasInkAt(id: string): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('.motion');
  const { cy } = (document.querySelector('.graph') as unknown as CytoscapeHost)._cyreg;
  const { x, y } = cy.getElementById(id).renderedPosition();
  const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (canvas) copy?.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
  return (copy?.getImageData(0, 0, 1, 1).data[3] ?? 0) > 0;
}

/** Looks each time that the messages have been drawn whether anything is over the node. */
function watchNode(id: string): void {
  const canvas = document.querySelector<HTMLCanvasElement>('.motion');
  const { cy } = (document.querySelector('.graph') as unknown as CytoscapeHost)._cyreg;
  const { x, y } = cy.getElementById(id).renderedPosition();
  const seen: boolean[] = [];
  (window as unknown as { seen: boolean[] }).seen = seen;
  const look = () => {
    const copy = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (canvas) copy?.drawImage(canvas, x, y, 1, 1, 0, 0, 1, 1);
    seen.push((copy?.getImageData(0, 0, 1, 1).data[3] ?? 0) > 0);
  };
  if (canvas) new MutationObserver(look).observe(canvas, { attributeFilter: ['data-progress'] });
}

function watchProgress(): void {
  const canvas = document.querySelector<HTMLElement>('.motion');
  const seen: string[] = [];
  (window as unknown as { seen: string[] }).seen = seen;
  if (canvas)
    new MutationObserver(() => seen.push(canvas.dataset.progress ?? '')).observe(canvas, {
      attributeFilter: ['data-progress'],
    });
}

function isStill(): boolean {
  const canvas = document.querySelector<HTMLElement>('.motion');
  return canvas?.dataset.messages !== '0' && canvas?.dataset.moving === undefined;
}

/** How many pixels of a layer have the colour of errors. */
function errorInk(selector: string): number {
  const canvas = document.querySelector<HTMLCanvasElement>(selector);
  const colour = getComputedStyle(document.body).getPropertyValue('--topo-error').trim();
  const [red, green, blue] = [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16));
  const { width = 1, height = 1 } = canvas ?? {};
  const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (canvas) copy?.drawImage(canvas, 0, 0);
  const pixels = copy?.getImageData(0, 0, width, height).data ?? [];
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue && pixels[at + 3] === 255) count += 1;
  return count;
}

function forbidWebgl(): void {
  const original = HTMLCanvasElement.prototype.getContext as (...asked: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...asked: unknown[]) {
    return String(asked[0]).includes('webgl') ? null : original.apply(this, asked);
  } as never;
}

function hasPicture(): boolean {
  return [...document.querySelectorAll<HTMLCanvasElement>('.graph canvas')].some((canvas) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    return copy?.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value !== 0);
  });
}

function layerSizes(): { pixels: number; width: number }[] {
  return [...document.querySelectorAll<HTMLCanvasElement>('canvas.layer')].map((canvas) => ({
    pixels: canvas.width,
    width: canvas.clientWidth,
  }));
}

async function clickNode(page: Page, id: string): Promise<void> {
  const spot = await page.evaluate((wanted) => {
    const graph = document.querySelector('.graph') as unknown as CytoscapeHost & Element;
    const { left, top } = graph.getBoundingClientRect();
    const { x, y } = graph._cyreg.cy.getElementById(wanted).renderedPosition();
    return { x: left + x, y: top + y };
  }, id);
  await page.mouse.click(spot.x, spot.y);
}

function withoutRepeats(values: readonly boolean[]): readonly boolean[] {
  return values.filter((value, place) => value !== values[place - 1]);
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resume) => setImmediate(resume));
}
