/** The sequence diagram and the split in the built webview. Needs `npm run build`. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const hybrid = readFileSync(resolve('examples/hybrid-music.topo'), 'utf8');
const meeting = readFileSync(resolve('examples/meeting.topo'), 'utf8');

const panes = (view: string) => ({ panes: { view, split: 50, axis: 'steps' } });

describe('the sequence diagram', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function open(options: Partial<PanelOptions> = {}): Promise<Page> {
    panel = await openPanel({ text: hybrid, state: panes('both'), ...options });
    const { page } = panel;
    await page.locator('.sequence-row').first().waitFor();
    return page;
  }

  const untilPosition = (position: number) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('.position')?.textContent?.startsWith(`step ${wanted} of`),
      position,
    );
  const list = (page: Page) => page.getByRole('listbox', { name: 'Sequence diagram' });
  const box = async (page: Page, selector: string) => {
    const found = await page.locator(selector).first().boundingBox();
    assert.ok(found, selector);
    return found;
  };
  const seek = (position: number) => {
    const answer = panel.host.answer({ type: 'seek', revision: panel.host.revision(), position });
    assert.ok(answer);
    return panel.send(answer);
  };

  describe('shows the run', () => {
    it('with a head for each host that takes part, and a row for each step', async () => {
      const page = await open();
      assert.deepEqual(await page.locator('.head-name').allTextContents(), ['alice', 'bob', 'napster']);
      assert.equal(await list(page).getByRole('option').count(), 8);
      assert.equal(
        await list(page).getByRole('option').nth(3).locator('.unseen').textContent(),
        '4. alice → napster: lookup "song.mp3", from 8 ms to 12 ms',
      );
    });

    it('with arrows between the life lines: solid to ask, dashed to answer', async () => {
      const page = await open();
      const lines = page.locator('.sequence-lines');
      assert.equal(await lines.locator('.message-arrow .solid').count(), 3);
      assert.equal(await lines.locator('.message-arrow .dashed').count(), 3);
      assert.equal(await lines.locator('.activation').count(), 3);
      const [alice, napster] = [
        await box(page, '.life-line-head >> nth=0'),
        await box(page, '.life-line-head >> nth=2'),
      ];
      const arrow = await box(page, '.message-arrow[data-index="3"]');
      assert.ok(arrow.x > alice.x && arrow.x + arrow.width < napster.x + napster.width);
      assert.ok(arrow.width > napster.x - alice.x - 20, 'from alice to napster');
    });

    it('marks the current step and the one that led to it, and says roles on the heads', async () => {
      const page = await open();
      await seek(5);
      await page.locator('#sequence-step-4.is-current').waitFor();
      assert.equal(await page.locator('.sequence-row[aria-selected="true"]').count(), 1);
      assert.equal(await page.locator('#sequence-step-3.is-cause .row-tag').textContent(), 'cause');
      assert.equal(await page.locator('.message-arrow.is-current').getAttribute('data-index'), '4');
      assert.deepEqual(await page.locator('.head-state').allTextContents(), ['client', '', 'server']);
      assert.equal(await list(page).getAttribute('aria-activedescendant'), 'sequence-step-4');
    });

    it('says when the message of the current step arrives', async () => {
      const page = await open();
      await seek(8);
      await page.locator('.row-arrival').waitFor();
      assert.equal(await page.locator('.row-arrival').textContent(), '344 ms');
    });

    it('shows who is offline, and a lost message as one that does not arrive', async () => {
      const page = await open({ state: { ...panes('sequence') } });
      await panel.send(
        panel.host.answer({
          type: 'chooseFlow',
          revision: panel.host.revision(),
          flow: 'Bob goes away without a word',
        }) as never,
      );
      await page.locator('.sequence-lines .lost').first().waitFor();
      await seek(6);
      await page.locator('.life-line-head.offline').waitFor();
      assert.equal(await page.locator('.life-line-head.offline .head-state').textContent(), 'offline');
      assert.equal(await page.locator('.life-line.away').count(), 1);
      assert.equal(await page.locator('.fault-mark').count(), 1);
    });

    it('follows an edit', async () => {
      const page = await open();
      await panel.edit(hybrid.replace('alice -> bob     : get "song.mp3"', 'alice -> carol : get "song.mp3"'));
      await page.locator('.head-name', { hasText: 'carol' }).waitFor();
    });

    it('draws nothing while it is not shown, and all of it as soon as it is', async () => {
      panel = await openPanel({ text: hybrid });
      const { page } = panel;
      await seek(4);
      await untilPosition(4);
      assert.equal(await page.locator('.sequence-row').count(), 0);
      await page.getByRole('button', { name: 'Sequence diagram only' }).click();
      await page.locator('.sequence-row').nth(7).waitFor();
      assert.equal(await page.locator('.sequence-row.is-current').getAttribute('data-index'), '3');
      await page.getByRole('button', { name: 'Network only' }).click();
      await panel.edit(hybrid.replace('"song.mp3" 4MB', '"tune.mp3" 4MB').replaceAll('"song.mp3"', '"tune.mp3"'));
      await page.getByRole('button', { name: 'Sequence diagram only' }).click();
      await page.locator('.row-words', { hasText: 'lookup "tune.mp3"' }).first().waitFor();
    });

    it('has rows for what a filter lets through, and their own times', async () => {
      const page = await open();
      const filter = { services: [], kinds: ['request'], hosts: [] } as const;
      const answer = panel.host.answer({ type: 'filter', revision: panel.host.revision(), filter });
      assert.ok(answer);
      await panel.send(answer);
      await page.waitForFunction(() => document.querySelectorAll('.sequence-row').length === 3);
      assert.deepEqual(await page.locator('.row-number').allTextContents(), ['2', '4', '7']);
      await list(page).focus();
      await page.keyboard.press('ArrowDown');
      await untilPosition(2);
      await page.keyboard.press('ArrowDown');
      await untilPosition(4);
    });

    it('writes no name as markup', async () => {
      const page = await open({ text: 'host a\nhost b\nflow "f" {\n a -> b : "<img src=x onerror=alert(1)>"\n}' });
      assert.equal(await page.locator('.row-words').first().textContent(), '<img src=x onerror=alert(1)>');
    });
  });

  describe('leads to steps', () => {
    it('with a click on a row, which shows its line too', async () => {
      const page = await open();
      await page.locator('#sequence-step-3').click();
      await untilPosition(4);
      assert.equal(panel.sent('seek').at(-1)?.position, 4);
      assert.equal(panel.sent('reveal').length, 1);
    });

    it('with the arrow keys and Enter', async () => {
      const page = await open();
      await list(page).focus();
      await page.keyboard.press('ArrowDown');
      await untilPosition(1);
      await page.keyboard.press('ArrowDown');
      await untilPosition(2);
      await page.keyboard.press('ArrowUp');
      await untilPosition(1);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => true);
      assert.equal(panel.sent('reveal').length, 1);
    });

    it('leaves words that are marked alone, so that they can be copied', async () => {
      const page = await open();
      const words = await box(page, '#sequence-step-3 .row-words');
      await page.mouse.move(words.x + 3, words.y + words.height / 2);
      await page.mouse.down();
      await page.mouse.move(words.x + words.width - 3, words.y + words.height / 2, { steps: 4 });
      await page.mouse.up();
      assert.match(await page.evaluate(() => getSelection()?.toString() ?? ''), /ookup "song/);
      assert.deepEqual(panel.sent('seek'), []);
    });

    it('chooses a host with a click on its head', async () => {
      const page = await open();
      await page.locator('.life-line-head', { hasText: 'bob' }).click();
      await page.getByRole('heading', { name: 'bob' }).waitFor();
      assert.equal(panel.sent('inspect').at(-1)?.node, 'bob');
      assert.equal(await page.locator('.life-line-head.selected .head-name').textContent(), 'bob');
    });
  });

  describe('of a run that is higher than its room', () => {
    const swarm = readFileSync(resolve('examples/bittorrent.topo'), 'utf8');

    it('has only the rows in view in the document, and keeps the heads in view', async () => {
      const page = await open({ text: swarm, state: panes('sequence') });
      const count = await page.locator('.sequence-row').count();
      assert.ok(count < 60, `${count} of 198 rows`);
      const head = await box(page, '.life-line-head');
      await page.locator('.sequence-scroller').evaluate((scroller) => scroller.scrollTo({ top: 3000 }));
      await page.locator('#sequence-step-80').waitFor();
      assert.deepEqual(await box(page, '.life-line-head'), head);
      assert.equal(await page.locator('#sequence-step-0').count(), 0);
    });

    it('follows the steps, and stays where it is while the step is in view', async () => {
      const page = await open({ text: swarm, state: panes('sequence') });
      await seek(150);
      await page.locator('#sequence-step-149.is-current').waitFor();
      const [row, scroller] = [await box(page, '#sequence-step-149'), await box(page, '.sequence-scroller')];
      assert.ok(
        row.y > scroller.y + 46 && row.y + row.height < scroller.y + scroller.height,
        'below the heads, in view',
      );
      const top = await page.locator('.sequence-scroller').evaluate(({ scrollTop }) => scrollTop);
      await page.keyboard.press('ArrowRight');
      await page.locator('#sequence-step-150.is-current').waitFor();
      assert.equal(await page.locator('.sequence-scroller').evaluate(({ scrollTop }) => scrollTop), top);
    });

    it('keeps what is in view when its room changes', async () => {
      const page = await open({ text: swarm, state: panes('sequence') });
      await page.locator('.sequence-scroller').evaluate((scroller) => scroller.scrollTo({ top: 3000 }));
      await page.locator('#sequence-step-80').waitFor();
      const topRow = () =>
        page.evaluate(() => {
          const { top } = document
            .querySelector('.sequence-rows')
            ?.parentElement?.parentElement?.getBoundingClientRect() ?? { top: 0 };
          const rows = [...document.querySelectorAll<HTMLElement>('.sequence-row')];
          const below = rows.filter((row) => row.getBoundingClientRect().bottom > top + 50);
          return Math.min(...below.map((row) => Number(row.dataset.index)));
        });
      const before = await topRow();
      const laid = await page.locator('.sequence-sheet').getAttribute('style');
      await page.setViewportSize({ width: 1500, height: 720 });
      await page.waitForFunction(
        (old) => document.querySelector('.sequence-sheet')?.getAttribute('style') !== old,
        laid,
      );
      const after = await topRow();
      assert.ok(Math.abs(after - before) <= 1, `${before}, then ${after}`);
    });
  });

  describe('of a very long run', () => {
    it('has few rows in the document, and says how many steps come before and after those that it knows', async () => {
      const page = await open({ text: meeting, state: panes('sequence'), width: 1000 });
      await seek(20_000);
      await page.locator('#sequence-step-19999.is-current').waitFor();
      assert.ok((await page.locator('.sequence-row').count()) < 60);
      const elements = await page.locator('.sequence-lines *').count();
      assert.ok(elements < 400, `${elements} elements, though thousands of messages are under way`);
      assert.deepEqual(await page.locator('.sequence-remark').allTextContents(), [
        '… 19,000 earlier steps',
        '18,601 later steps …',
      ]);
    });

    it('asks for the rows that are scrolled to, and keeps those in view in their place', async () => {
      const page = await open({ text: meeting, state: panes('sequence'), width: 1000 });
      await seek(20_000);
      await page.locator('#sequence-step-19999.is-current').waitFor();
      await page
        .locator('.sequence-scroller')
        .evaluate((scroller) => scroller.scrollTo({ top: scroller.scrollHeight }));
      await page.locator('.sequence-remark', { hasText: '17,601 later steps' }).waitFor();
      assert.ok(panel.sent('rows').length >= 1);
      await page.locator('#sequence-step-20998').waitFor();
      const row = await box(page, '#sequence-step-20998');
      assert.ok(row.y > 0 && row.y < 720, 'it is still in view');
      assert.equal(panel.sent('seek').length, 1, 'scrolling does not step');
      await page.keyboard.press('ArrowRight');
      await page.locator('#sequence-step-20000.is-current').waitFor();
    });
  });

  describe('and the network', () => {
    const visible = (page: Page) =>
      page.evaluate(() =>
        ['.picture', '.sequence', '.view-separator'].map(
          (part) => (document.querySelector<HTMLElement>(part)?.offsetWidth ?? 0) > 0,
        ),
      );

    it('are switched with the buttons and with V, and the choice is kept', async () => {
      panel = await openPanel({ text: hybrid });
      const { page } = panel;
      assert.deepEqual(await visible(page), [true, false, false]);
      await page.keyboard.press('v');
      assert.deepEqual(await visible(page), [true, true, true]);
      await page.keyboard.press('v');
      assert.deepEqual(await visible(page), [false, true, false]);
      await page.getByRole('button', { name: 'Network and sequence diagram' }).click();
      assert.deepEqual(await visible(page), [true, true, true]);
      await page.waitForFunction(
        () => (window as unknown as { storedState?: { panes?: { view: string } } }).storedState?.panes?.view === 'both',
      );
    });

    it('are beside each other where there is room, else below each other', async () => {
      const page = await open({ width: 1300 });
      const separator = page.getByRole('separator');
      assert.equal(await separator.getAttribute('aria-orientation'), 'vertical');
      assert.ok((await box(page, '.sequence')).x > (await box(page, '.picture')).x);
      await page.setViewportSize({ width: 600, height: 900 });
      await page.locator('.views.below').waitFor();
      assert.equal(await separator.getAttribute('aria-orientation'), 'horizontal');
      assert.ok((await box(page, '.sequence')).y > (await box(page, '.picture')).y);
    });

    it('share the room as the separator says, by keyboard', async () => {
      const page = await open({ width: 1300 });
      const separator = page.getByRole('separator', { name: 'Room for network and sequence diagram' });
      const before = (await box(page, '.picture')).width;
      await separator.focus();
      await page.keyboard.press('ArrowRight');
      assert.equal(await separator.getAttribute('aria-valuenow'), '54');
      assert.ok((await box(page, '.picture')).width > before + 20);
      await page.keyboard.press('Home');
      assert.equal(await separator.getAttribute('aria-valuenow'), await separator.getAttribute('aria-valuemin'));
      await page.keyboard.press('End');
      assert.equal(await separator.getAttribute('aria-valuenow'), await separator.getAttribute('aria-valuemax'));
      assert.deepEqual(panel.sent('seek'), [], 'its keys do not step');
    });

    it('share the room as the separator is dragged, and after a reload as before', async () => {
      const page = await open({ width: 1300 });
      const at = await box(page, '.view-separator');
      await page.mouse.move(at.x + 3, at.y + 100);
      await page.mouse.down();
      await page.mouse.move(at.x + 103, at.y + 100, { steps: 3 });
      await page.mouse.up();
      const moved = await box(page, '.view-separator');
      assert.ok(Math.abs(moved.x - at.x - 100) < 6, `${at.x} → ${moved.x}`);
      await page.waitForFunction(
        () =>
          ((window as unknown as { storedState?: { panes?: { split: number } } }).storedState?.panes?.split ?? 0) > 55,
      );
      const state = await panel.state();
      await closeWithoutComplaint(panel);
      const again = await open({ width: 1300, state });
      assert.ok(Math.abs((await box(again, '.view-separator')).x - moved.x) < 2);
    });

    it('keep what was stored out where it makes no sense', async () => {
      panel = await openPanel({ text: hybrid, state: { panes: { view: 'upside down', split: -3, axis: 7 } } });
      assert.deepEqual(await visible(panel.page), [true, false, false]);
    });
  });

  for (const [width, height] of [
    [300, 700],
    [700, 720],
    [1600, 900],
  ] as const) {
    it(`can be read at ${width} × ${height}: words overlap neither each other nor the times`, async () => {
      const page = await open({ width, height, state: panes('sequence') });
      await seek(5);
      await page.locator('#sequence-step-4.is-current').waitFor();
      const overlaps = await page.evaluate(() => {
        const overlapping = (selector: string) => {
          const words = [...document.querySelectorAll(selector)].filter((each) => each.textContent !== '');
          const boxes = words.map((each) => ({ text: each.textContent, at: each.getBoundingClientRect() }));
          return boxes.flatMap((a, place) =>
            boxes
              .slice(place + 1)
              .filter(({ at }) => a.at.left < at.right - 1 && at.left < a.at.right - 1)
              .filter(({ at }) => a.at.top < at.bottom - 1 && at.top < a.at.bottom - 1)
              .map(({ text }) => `${a.text} / ${text}`),
          );
        };
        return [...overlapping('.sequence-row :is(.row-words, .row-time, .row-tag)'), ...overlapping('.head-words')];
      });
      assert.deepEqual(overlaps, []);
    });
  }

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const satisfies ThemeName[]) {
    it(`gives axe nothing serious to report in the ${theme} theme`, async () => {
      const page = await open({ theme, width: 1300 });
      await seek(5);
      await page.locator('#sequence-step-4.is-current').waitFor();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }
});
