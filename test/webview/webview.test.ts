/** The built webview in a browser: what a user does, and what the host then hears. Needs `npm run build`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const hybrid = readFileSync(resolve('examples/hybrid-music.topo'), 'utf8');

interface Box {
  readonly x: number;
  readonly y: number;
}

describe('webview', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: hybrid, ...options });
    return panel.page;
  }

  const sentence = () => panel.page.locator('.sentence').textContent();
  const untilPosition = (position: number) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('.position')?.textContent?.startsWith(`step ${wanted} of`),
      position,
    );
  const positions = () => panel.page.evaluate(readPositions);
  const viewport = () => panel.page.evaluate(readViewport);

  describe('stepping', () => {
    it('says ready once and shows the picture that it gets', async () => {
      const page = await open();
      assert.equal(panel.sent('ready').length, 1);
      assert.equal(await page.locator('.step').count(), 8);
      assert.match((await sentence()) ?? '', /^Before the first step of “Find and fetch”/);
    });

    it('goes forward, back, to the start and to the end with the buttons', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Step forward' }).click();
      await untilPosition(1);
      await page.getByRole('button', { name: 'Go to the end' }).click();
      await untilPosition(8);
      await page.getByRole('button', { name: 'Step back' }).click();
      await untilPosition(7);
      await page.getByRole('button', { name: 'Go to the start' }).click();
      await untilPosition(0);
      assert.deepEqual(
        panel.sent('step').map(({ direction }) => direction),
        [1, -1],
      );
      assert.deepEqual(
        panel.sent('seek').map(({ position }) => position),
        [8, 0],
      );
    });

    it('seeks and reveals the line when a step is clicked', async () => {
      const page = await open();
      await page.locator('.step').nth(3).click();
      await untilPosition(4);
      assert.equal(await sentence(), 'alice asks napster where song.mp3 is. alice is the client, napster the server.');
      assert.equal(panel.sent('reveal').length, 1);
      assert.equal(await page.locator('.step[aria-selected="true"] .number').textContent(), '4');
    });

    it('seeks with the timeline', async () => {
      const page = await open();
      const strip = page.getByRole('slider', { name: 'Step' });
      const { width = 0, height = 0 } = (await strip.boundingBox()) ?? {};
      await strip.click({ position: { x: (width * 5) / 8, y: height / 2 } });
      await untilPosition(5);
      assert.match((await strip.getAttribute('aria-valuetext')) ?? '', /^step 5 of 8, /);
    });

    it('plays to the end and stops there', async () => {
      const page = await open();
      await page.getByRole('combobox', { name: 'Speed' }).click();
      await page.getByRole('option', { name: '4×' }).click();
      await page.locator('.step').nth(5).click();
      await page.getByRole('button', { name: 'Play' }).click();
      await untilPosition(8);
      await page.getByRole('button', { name: 'Play' }).waitFor();
    });

    it('chooses a flow and a scenario', async () => {
      const page = await open();
      await page.getByRole('combobox', { name: 'Flow' }).click();
      await page.getByRole('option', { name: 'Bob leaves properly' }).click();
      await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('Bob leaves'));
      await page.getByRole('combobox', { name: 'Scenario' }).click();
      await page.getByRole('option', { name: 'bob is away' }).click();
      await page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('bob is away'));
      assert.deepEqual(panel.sent('chooseFlow').at(-1)?.flow, 'Bob leaves properly');
      assert.deepEqual(panel.sent('chooseScenario').at(-1)?.scenario, 'bob is away');
      assert.match((await page.getByRole('listbox', { name: 'Nodes' }).textContent()) ?? '', /boboffline/);
    });

    it('says that a step failed, in words', async () => {
      const page = await open();
      await panel.host.answer({ type: 'chooseScenario', revision: 1, scenario: 'bob is away' });
      await panel.send({ type: 'picture', picture: panel.host.picture() });
      await page.getByRole('button', { name: 'Go to the end' }).click();
      await page.locator('.failure:visible').waitFor();
      assert.match((await sentence()) ?? '', /^bob cannot reach napster: bob is offline\./);
    });
  });

  describe('messages under way', () => {
    it('move when stepping forward', async () => {
      const page = await open({ reducedMotion: false });
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => {
        const progress = Number(document.querySelector<HTMLElement>('.motion')?.dataset.progress);
        return progress > 0 && progress < 1;
      });
      await page.waitForFunction(() => document.querySelector<HTMLElement>('.motion')?.dataset.progress === '1.00');
      assert.equal(await page.locator('.motion').getAttribute('data-messages'), '1');
    });

    it('are drawn at rest where movement is not wanted', async () => {
      const page = await open({ reducedMotion: true });
      await page.evaluate(() => {
        const motion = document.querySelector<HTMLElement>('.motion');
        const target = window as unknown as { seen: string[] };
        target.seen = [];
        if (!motion) return;
        new MutationObserver(() => target.seen.push(motion.dataset.progress ?? '')).observe(motion, {
          attributes: true,
        });
      });
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await untilPosition(2);
      await page.waitForFunction(() => document.querySelector<HTMLElement>('.motion')?.dataset.messages === '1');
      const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
      assert.deepEqual([...new Set(seen)], ['1.00']);
    });

    it('do not move when stepping back', async () => {
      const page = await open({ reducedMotion: false });
      await page.locator('.step').nth(4).click();
      await untilPosition(5);
      await page.keyboard.press('ArrowLeft');
      await untilPosition(4);
      assert.equal(await page.locator('.motion').getAttribute('data-progress'), '1.00');
    });
  });

  describe('the drawing', () => {
    it('keeps places and viewport when the file is edited', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Zoom in' }).click();
      const before = { viewport: await viewport(), positions: await positions() };
      await panel.edit(
        hybrid.replace('switch lan', 'switch lan\nhost dave').replace('carol -- lan', 'carol, dave -- lan'),
      );
      await page.getByRole('option', { name: /^dave/ }).waitFor();
      assert.deepEqual(await viewport(), before.viewport);
      const after = await positions();
      for (const [id, place] of Object.entries(before.positions)) assert.deepEqual(after[id], place, id);
      assert.ok(after.dave);
    });

    it('fits again when nodes come and nobody has touched the viewport', async () => {
      const page = await open();
      const before = await viewport();
      await panel.edit(
        hybrid.replace('switch lan', 'switch lan\nhost dave').replace('carol -- lan', 'carol, dave -- lan'),
      );
      await page.getByRole('option', { name: /^dave/ }).waitFor();
      assert.notDeepEqual(await viewport(), before);
    });

    it('stays as it is when only the words change', async () => {
      await open();
      const before = await viewport();
      await panel.edit(hybrid.replace('Find and fetch', 'Found'));
      await panel.page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('Found'));
      assert.deepEqual(await viewport(), before);
    });

    it('takes the keys from the editor when it is clicked', async () => {
      const page = await open();
      const body = '<input><iframe src="/en" style="width: 900px; height: 600px"></iframe>';
      await page.route('**/editor', (route) => route.fulfill({ contentType: 'text/html', body }));
      await page.goto(new URL('/editor', page.url()).href);
      await page.locator('input').focus();
      const inner = page.frameLocator('iframe');
      await inner.locator('.step').first().waitFor();
      await inner.locator('.graph').click({ position: { x: 5, y: 5 } });
      await page.keyboard.press('ArrowRight');
      await inner.locator('.position', { hasText: 'step 1 of' }).waitFor();
    });

    it('inspects a host that is clicked and reveals its line', async () => {
      const page = await open();
      await clickNode(page, 'napster');
      await page.getByRole('heading', { name: 'napster' }).waitFor();
      assert.equal(panel.sent('inspect').at(-1)?.node, 'napster');
      assert.equal(panel.sent('reveal').at(-1)?.line, panel.host.picture().diagram.nodes[0]?.line);
      assert.match((await page.locator('.inspector').textContent()) ?? '', /Index.*The table is empty/);
    });

    it('reveals the line of a cable that is clicked', async () => {
      const page = await open();
      const [napster, lan] = [await nodeOnScreen(page, 'napster'), await nodeOnScreen(page, 'lan')];
      await page.mouse.click(napster.x, (2 * lan.y + napster.y) / 3);
      await panel.page.waitForFunction(() => true);
      await until(() => panel.sent('reveal').length > 0);
      assert.equal(panel.sent('reveal').at(-1)?.line, panel.host.picture().diagram.edges[0]?.line);
    });

    it('reports where a node was dragged, and keeps it there', async () => {
      const page = await open();
      const from = await nodeOnScreen(page, 'carol');
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x - 20, from.y - 40, { steps: 4 });
      await page.mouse.up();
      await until(() => panel.sent('moved').length > 0);
      const moved = panel.sent('moved').at(-1)?.positions.carol;
      assert.ok(moved);
      await panel.edit(`${hybrid}\n`);
      await until(async () => JSON.stringify((await positions()).carol) === JSON.stringify(moved));
      await until(async () => JSON.stringify((await panel.state()) ?? null).includes(JSON.stringify(moved)));
    });

    it('zooms with Ctrl and the wheel, never with the wheel alone', async () => {
      const page = await open();
      const before = await viewport();
      const middle = await nodeOnScreen(page, 'lan');
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.wheel(0, 200);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -200);
      await page.keyboard.up('Control');
      await page.waitForFunction(readViewportDiffers, before);
      assert.ok((await viewport()).zoom > before.zoom);
    });

    it('arranges afresh when asked', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Layout' }).click();
      await page.getByRole('menuitem', { name: 'Arrange afresh' }).click();
      await until(() => panel.sent('arrange').length === 1);
    });

    it('gets its viewport back after a reload of the window', async () => {
      await open({ state: { viewport: { zoom: 0.5, x: 12, y: 34, touched: true } } });
      assert.deepEqual(await viewport(), { zoom: 0.5, x: 12, y: 34 });
    });

    it('stores what the host needs for a reload', async () => {
      const page = await open();
      await page.keyboard.press('End');
      await until(async () => ((await panel.state()) as { position?: number } | undefined)?.position === 8);
      const state = (await panel.state()) as Record<string, unknown>;
      assert.equal(state.uri, 'file:///test.topo');
      assert.ok(state.viewport);
    });

    it('stores a selection that came with a frame alone, and that it was taken back', async () => {
      const page = await open();
      const selected = async () => ((await panel.state()) as { selected?: string } | undefined)?.selected;
      await page.getByRole('option', { name: /^bob/ }).click();
      await until(async () => (await selected()) === 'bob');
      await page.locator('.graph').click({ position: { x: 5, y: 5 } });
      await until(async () => (await selected()) === undefined);
    });

    it('keeps its size from step to step, once the longest sentence has been seen', async () => {
      const page = await open({ width: 400, height: 800 });
      const heights = new Set<number>();
      for (let position = 1; position <= 8; position++) {
        await page.keyboard.press('ArrowRight');
        await untilPosition(position);
      }
      for (let position = 7; position >= 0; position--) {
        await page.keyboard.press('ArrowLeft');
        await untilPosition(position);
        heights.add((await page.locator('.stage').boundingBox())?.height ?? 0);
      }
      assert.equal(heights.size, 1, [...heights].join(', '));
    });
  });

  describe('revisions', () => {
    it('drop pictures and frames that are older than what is shown', async () => {
      await open();
      const old = panel.host.picture();
      await panel.edit(hybrid.replace('Find and fetch', 'Newer'));
      await panel.send({ type: 'picture', picture: old });
      await panel.send({ type: 'frame', revision: old.revision, frame: { ...old.frame, sentence: 'Too late.' } });
      await panel.edit(hybrid.replace('Find and fetch', 'Newest'));
      await panel.page.waitForFunction(() => document.querySelector('.sentence')?.textContent?.includes('Newest'));
      assert.match((await sentence()) ?? '', /Newest/);
    });
  });

  describe('keyboard', () => {
    it('steps, goes to both ends, plays and zooms', async () => {
      const page = await open();
      for (const [key, position] of [
        ['ArrowRight', 1],
        ['PageDown', 2],
        ['ArrowLeft', 1],
        ['End', 8],
        ['PageUp', 7],
        ['Home', 0],
      ] as const) {
        await page.keyboard.press(key);
        await untilPosition(position);
      }
      await page.keyboard.press(' ');
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      await page.keyboard.press(' ');
      await page.getByRole('button', { name: 'Play' }).waitFor();
      const before = await viewport();
      await page.keyboard.press('+');
      await page.waitForFunction(readViewportDiffers, before);
      await page.keyboard.press('0');
      await until(async () => JSON.stringify(await viewport()) === JSON.stringify(before));
    });

    it('counts quick presses from the step that was asked for', async () => {
      const page = await open();
      await Promise.all([1, 2, 3].map(() => page.keyboard.press('ArrowRight')));
      await untilPosition(3);
    });

    it('leaves its keys to a list that is open', async () => {
      const page = await open();
      await page.getByRole('combobox', { name: 'Flow' }).focus();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowUp');
      await until(() => panel.sent('chooseFlow').length > 0);
      assert.deepEqual(panel.sent('seek'), []);
    });

    it('reaches every host: choose it in the list, read its facts, follow one to its line', async () => {
      const page = await open();
      await page.getByRole('listbox', { name: 'Nodes' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'alice' }).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await until(() => panel.sent('reveal').length === 2);
    });

    it('moves through the steps in their list', async () => {
      const page = await open();
      await page.getByRole('listbox', { name: 'Steps' }).focus();
      await page.keyboard.press('ArrowDown');
      await untilPosition(1);
      await page.keyboard.press('End');
      await untilPosition(8);
      await page.keyboard.press('Enter');
      await until(() => panel.sent('reveal').length === 1);
    });
  });

  describe('states', () => {
    it('has the title above the drawing, or the name of the file', async () => {
      const page = await open();
      assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Hybrid music sharing');
      await panel.edit(hybrid.replace('topology "Hybrid music sharing"', ''));
      await page.getByRole('heading', { level: 1, name: 'test.topo' }).waitFor();
    });

    it('invites to write something while there is nothing to draw', async () => {
      const page = await open({ text: '// nothing yet\n' });
      assert.match((await page.locator('.invitation').textContent()) ?? '', /Nothing to draw yet.*link alice -- bob/s);
    });

    it('shows a network without flows, and says how to add one with its own names', async () => {
      const page = await open({ text: 'host ada, bea\nlink ada -- bea' });
      assert.match((await page.locator('.invitation').textContent()) ?? '', /ada -> bea : "Hello!"/);
      assert.equal(Object.keys(await positions()).length, 2);
      assert.equal(await page.locator('.transport').isVisible(), false);
      const drawing = await page.locator('.picture').boundingBox();
      const words = await page.locator('.invitation').boundingBox();
      assert.ok((words?.y ?? 0) >= (drawing?.y ?? 0) + (drawing?.height ?? 0), 'nothing is covered');
    });

    it('marks the last good picture while the text is broken', async () => {
      const page = await open();
      const before = await viewport();
      await panel.send({ type: 'picture', picture: panel.host.picture({ stale: true, errors: 1 }) });
      await page.getByText('this is the last good picture').waitFor();
      assert.deepEqual(await viewport(), before, 'the drawing does not move');
      await panel.send({ type: 'picture', picture: panel.host.picture() });
      await page.getByText('this is the last good picture').waitFor({ state: 'detached' });
    });

    it('offers to run what is too large to be run while typing', async () => {
      const page = await open();
      const notice = 'This flow is too large to run while you type.';
      await panel.send({ type: 'picture', picture: panel.host.picture({ notice, canRunAnyway: true, steps: [] }) });
      await page.getByRole('button', { name: 'Run anyway' }).click();
      await until(() => panel.sent('runAnyway').length === 1);
    });

    it('says what was left out', async () => {
      const page = await open({ text: 'host peer[400]\nhost a\nswitch s\nlink peer, a -- s' });
      await page.getByText('drawn as one node: peer').waitFor();
      assert.deepEqual(Object.keys(await positions()), ['peer[*]', 'a', 's']);
    });

    it('ignores what it does not know, with a word on the console', async () => {
      const page = await open();
      await page.evaluate(() => window.postMessage({ type: 'explode' }, '*'));
      await until(() => panel.complaints.length === 1);
      assert.match(panel.complaints.pop() ?? '', /ignored/);
    });
  });

  describe('names', () => {
    const text = [
      'host שרת : server',
      'host zoë-👩 : client',
      'link שרת -- zoë-👩',
      'flow "<b>bold</b> & \\"quoted\\" 😀" {',
      '  zoë -> שרת : "<img src=x onerror=alert(1)>"',
      '}',
    ]
      .join('\n')
      .replaceAll('zoë-👩', 'zoë');

    it('with markup, quotes, emoji or right-to-left letters are shown literally', async () => {
      const page = await open({ text });
      await page.keyboard.press('ArrowRight');
      await untilPosition(1);
      assert.equal(await page.locator('#playground img, #playground b').count(), 0);
      assert.match((await page.locator('.step').first().textContent()) ?? '', /<img src=x onerror=alert\(1\)>/);
      const flow = page.getByRole('combobox', { name: 'Flow' });
      assert.match((await flow.textContent()) ?? '', /<b>bold<\/b> & "quoted" 😀/);
      assert.equal(await page.locator('.node bdi').first().textContent(), 'שרת');
      assert.match((await sentence()) ?? '', /^zoë sends \u2068שרת\u2069 the request “<img src=x onerror=alert\(1\)>”/);
    });
  });

  describe('small and large panels', () => {
    for (const [width, height] of [
      [300, 600],
      [300, 480],
      [500, 800],
      [1400, 900],
    ] as const) {
      it(`show sentence, buttons and drawing at ${width} × ${height} without scrolling`, async () => {
        const page = await open({ width, height });
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        await untilPosition(2);
        for (const selector of ['.sentence', '.transport', '.timeline-strip', '.stage', '.play']) {
          const box = await page.locator(selector).boundingBox();
          assert.ok(box, selector);
          assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, selector);
        }
        const stage = await page.locator('.stage').boundingBox();
        assert.ok((stage?.height ?? 0) >= 120);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        assert.equal(overflow, false);
      });
    }
  });

  describe('accessibility', () => {
    it('has the drawing in words: nodes with shape, roles and state', async () => {
      const page = await open();
      await panel.host.answer({ type: 'chooseFlow', revision: 1, flow: 'Bob goes away without a word' });
      await panel.send({ type: 'picture', picture: panel.host.picture() });
      await page.locator('.step').nth(7).click();
      await untilPosition(8);
      const tree = await page.getByRole('listbox', { name: 'Nodes' }).ariaSnapshot();
      assert.deepEqual(tree.match(/(?<=option ").*(?=")/g), [
        'napster (index, music index, server of music, server now)',
        'alice (peer, music peer, client of music, client now)',
        'bob (peer, music peer, client of music, offline)',
        'carol (peer, music peer, client of music)',
        'lan (switch)',
      ]);
    });

    it('speaks each step in a live region', async () => {
      const page = await open();
      await page.keyboard.press('ArrowRight');
      await untilPosition(1);
      const status = page.getByRole('status').filter({ hasText: 'Bob tells the index' });
      assert.equal(await status.getAttribute('aria-live'), 'polite');
    });

    it('has names for all controls and landmarks', async () => {
      const page = await open();
      const tree = await page.locator('#playground').ariaSnapshot();
      for (const expected of [
        'combobox "Flow"',
        'combobox "Scenario"',
        'main "Network"',
        'button "Zoom in"',
        'region "What is happening"',
        'group "Stepping"',
        'slider "Step"',
        'complementary "Steps and nodes"',
        'listbox "Steps"',
        'listbox "Nodes"',
      ]) {
        assert.ok(tree.includes(expected), `${expected} is missing in\n${tree}`);
      }
    });

    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const satisfies ThemeName[]) {
      it(`gives axe nothing serious to report in the ${theme} theme`, async () => {
        const page = await open({ theme });
        await page.getByRole('option', { name: /^napster/ }).click();
        await page.getByRole('heading', { name: 'napster' }).waitFor();
        await page.locator('.step').nth(3).click();
        await untilPosition(4);
        assert.deepEqual(await seriousViolations(page), []);
      });
    }

    it('gives axe nothing serious to report while a step fails and the picture is stale', async () => {
      const page = await open({ theme: 'light', width: 320, height: 700 });
      await panel.host.answer({ type: 'chooseScenario', revision: 1, scenario: 'bob is away' });
      await panel.send({ type: 'picture', picture: panel.host.picture({ stale: true, errors: 1 }) });
      await page.keyboard.press('End');
      await page.locator('.failure:visible').waitFor();
      assert.deepEqual(await seriousViolations(page), []);
    });
  });
});

interface CytoscapeHost {
  readonly _cyreg: {
    readonly cy: {
      zoom(): number;
      pan(): Box;
      nodes(): { id(): string; position(): Box; renderedPosition(): Box }[];
    };
  };
}

function readPositions(): Record<string, Box> {
  const graph = document.querySelector('.graph') as unknown as CytoscapeHost;
  return Object.fromEntries(graph._cyreg.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
}

function readViewport(): Box & { zoom: number } {
  const { cy } = (document.querySelector('.graph') as unknown as CytoscapeHost)._cyreg;
  return { zoom: cy.zoom(), x: cy.pan().x, y: cy.pan().y };
}

function readViewportDiffers(before: { zoom: number }): boolean {
  return (document.querySelector('.graph') as unknown as CytoscapeHost)._cyreg.cy.zoom() !== before.zoom;
}

/** The middle of a node in the window. */
async function nodeOnScreen(page: Page, id: string): Promise<Box> {
  return page.evaluate((wanted) => {
    const graph = document.querySelector('.graph') as unknown as CytoscapeHost & Element;
    const { left, top } = graph.getBoundingClientRect();
    const node = graph._cyreg.cy.nodes().find((each) => each.id() === wanted);
    const { x, y } = node?.renderedPosition() ?? { x: 0, y: 0 };
    return { x: left + x, y: top + y };
  }, id);
}

async function clickNode(page: Page, id: string): Promise<void> {
  const { x, y } = await nodeOnScreen(page, id);
  await page.mouse.click(x, y);
}

/** Waits for something that only the host knows; the time limit is the test's own. */
async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resume) => setImmediate(resume));
}
