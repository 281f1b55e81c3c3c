/** Predict mode: before each step something is asked, and what lies ahead is not shown until it is answered. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const text = `service music uses index
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB
flow "Find and fetch" {
  ask "Who provides the list?" server
  ask "Why does the index not send the song itself?"
  alice -> napster : lookup "song.mp3"
  ask "Who provides the song?" server
  alice -> bob : get "song.mp3"
}
flow "Again" {
  alice -> bob : get "song.mp3"
}`;

describe('predicting', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  async function predict(options: Partial<PanelOptions> = {}) {
    panel = await openPanel({ text, ...options });
    await panel.page.keyboard.press('q');
    await untilAsked('Who provides the list?');
    return panel.page;
  }
  const untilAsked = (question: string) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('.question-card:not([hidden]) .asked')?.textContent === wanted,
      question,
    );
  const untilPosition = (position: number) =>
    panel.page.waitForFunction(
      (start) => document.querySelector('.position')?.textContent?.startsWith(start),
      `step ${position} `,
    );
  const clickOn = async (page: Page, node: string) => {
    const spot = await page.evaluate((id) => {
      const graph = document.querySelector('.graph') as unknown as {
        _cyreg: { cy: { getElementById(id: string): { renderedPosition(): { x: number; y: number } } } };
        getBoundingClientRect(): DOMRect;
      };
      const { x, y } = graph._cyreg.cy.getElementById(id).renderedPosition();
      const { left, top } = graph.getBoundingClientRect();
      return { x: left + x, y: top + y };
    }, node);
    await page.mouse.click(spot.x, spot.y);
  };
  const verdict = () => panel.page.locator('.verdict').textContent();
  const score = () => panel.page.locator('.score').textContent();

  it('asks before the step, takes a key as the answer, explains, and goes on', async () => {
    const page = await predict();
    assert.deepEqual(await page.locator('.answer-choice bdi').allTextContents(), ['napster', 'alice', 'bob']);
    assert.equal(panel.host.session().position, 0);
    await page.keyboard.press('1');
    assert.match((await verdict()) ?? '', /^Right\. alice asks napster/);
    assert.equal(await score(), '1 of 1 right');
    await page.keyboard.press('ArrowRight');
    await untilAsked('Why does the index not send the song itself?');
    assert.equal(panel.host.session().position, 0, 'two questions stand before the step');
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await page.getByRole('button', { name: 'I did not know' }).click();
    assert.equal(await score(), '1 of 2 right');
    await page.getByRole('button', { name: 'Go on' }).click();
    await untilPosition(1);
  });

  it('says which was right where the answer is wrong, and counts it once', async () => {
    const page = await predict();
    await page.keyboard.press('2');
    await page.keyboard.press('1');
    assert.match((await verdict()) ?? '', /^Not this time\. /);
    assert.match((await page.locator('.answer-choice.right').textContent()) ?? '', /napster/);
    assert.match((await page.locator('.answer-choice.wrong').textContent()) ?? '', /alice/);
    assert.equal(await score(), '0 of 1 right');
  });

  it('takes a click on a node of the picture as the answer, and does not open its facts then', async () => {
    const page = await predict();
    await clickOn(page, 'napster');
    await page.locator('.answer-choice.right').waitFor();
    assert.match((await verdict()) ?? '', /^Right\./);
    assert.deepEqual(panel.sent('inspect'), []);
  });

  it('does not take a click on a group for one of its members', async () => {
    const page = await predict({
      text: `host web : server
host pupil[40] : client
flow "Visit" {
  ask "Who provides the list?" client
  pupil[1] -> web : "hello"
}`,
    });
    assert.ok((await page.locator('.answer-choice').count()) > 2);
    await clickOn(page, 'pupil[*]');
    await page.waitForFunction(() => document.querySelector('.inspector .title') !== null);
    assert.equal(await verdict(), '');
  });

  it('waits for an answer before it steps or plays on, with the focus on the choices', async () => {
    const page = await predict();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'answer-choice ');
    await page.keyboard.press('Escape');
    await page.locator('.transport').getByRole('button', { name: 'Play' }).click();
    assert.equal(panel.host.session().position, 0);
    assert.equal(await page.locator('.transport').getByRole('button', { name: 'Pause' }).count(), 0);
  });

  it('says that it is on where nothing is asked, and its button stays pressed until it is off', async () => {
    panel = await openPanel({ text });
    const { page } = panel;
    const button = page.locator('.toolbar vscode-button[aria-label="Predict each step"]');
    const untilPressed = (pressed: boolean) =>
      page.locator(`.toolbar vscode-button[aria-pressed="${pressed}"]`).waitFor();
    await untilPressed(false);
    await page.keyboard.press('End');
    await untilPosition(4);
    await button.click();
    await untilPressed(true);
    assert.match(
      (await page.locator('.question-card .situation').textContent()) ?? '',
      /^You predict: .* q ends it\.$/,
    );
    await page.keyboard.press('q');
    await untilPressed(false);
    assert.equal(await page.locator('.question-card').isVisible(), false);
  });

  it('skips a question without counting it, asks none twice, and tells the result at the end', async () => {
    const page = await predict();
    await page.keyboard.press('1');
    await page.getByRole('button', { name: 'Go on' }).click();
    await untilAsked('Why does the index not send the song itself?');
    await page.getByRole('button', { name: 'Skip' }).click();
    await untilPosition(1);
    await page.keyboard.press('ArrowRight');
    await untilAsked('Who provides the song?');
    await page.keyboard.press('3');
    await page.keyboard.press('ArrowRight');
    await untilPosition(3);
    await page.keyboard.press('End');
    await untilAsked('That was the last step. You were right 2 of 2 times.');
    await page.keyboard.press('Home');
    await untilPosition(0);
    assert.equal(await page.locator('.question-card.asking').count(), 0, 'asked once');
    await page.keyboard.press('End');
    await page.getByRole('button', { name: 'Start again' }).click();
    await untilAsked('Who provides the list?');
    assert.equal(await score(), '');
  });

  it('does not show what lies ahead, neither in the list nor in the sequence diagram', async () => {
    const page = await predict({ width: 1400, height: 900 });
    await page.keyboard.press('v');
    await page.locator('.sequence-row.is-ahead').first().waitFor({ state: 'attached' });
    for (const ahead of ['.step .what', '.sequence-row.is-ahead', '.timeline-marks'])
      for (const each of await page.locator(ahead).all()) assert.equal(await each.isVisible(), false, ahead);
    await page.keyboard.press('q');
    await page.locator('#playground:not(.predicting)').waitFor();
    assert.equal(await page.locator('.step .what').first().isVisible(), true);
  });

  it('asks anew in another flow, and is still on after the window was reloaded', async () => {
    const page = await predict();
    await page.keyboard.press('1');
    await page.waitForFunction(
      () => (window as unknown as { storedState?: { isPredicting?: boolean } }).storedState?.isPredicting === true,
    );
    await panel.send(
      panel.host.answer({ type: 'chooseFlow', revision: panel.host.revision(), flow: 'Again' }) as never,
    );
    await untilAsked('Who is the client?');
    assert.equal(await score(), '');
  });

  it('asks about the next step that the filter shows', async () => {
    const page = await predict();
    const filter = { services: [], kinds: ['data'], hosts: [] } as const;
    await panel.send(panel.host.answer({ type: 'filter', revision: panel.host.revision(), filter }) as never);
    await page.locator('.question-card:not(.asking)').waitFor();
    await page.keyboard.press('ArrowRight');
    await untilPosition(4);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const satisfies ThemeName[]) {
    it(`has no serious problems of accessibility in the theme ${theme}, before and after an answer`, async () => {
      const page = await predict({ theme });
      assert.deepEqual(await seriousViolations(page), []);
      await page.keyboard.press('2');
      assert.deepEqual(await seriousViolations(page), []);
    });
  }
});
