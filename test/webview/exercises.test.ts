/** The exercises of a file in the panel: tasks, points that follow the text, hints one after the other. */
import assert from 'node:assert/strict';
import { seriousViolations } from './axe';
import { closeWithoutComplaint, openPanel, type Panel, type PanelOptions, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const text = (flow: string) => `host ada : client
host web : server
flow "Open" {
  ${flow}
}
exercise "Ask" {
  task "Let ada ask web."
  hint "Who stands on the left?"
  hint "Write ada -> web."
  points 2 expect ada is client in "Open" otherwise "Does ada ask for anything?"
  expect web is server in "Open"
}
exercise "Answer" {
  task "Let web answer."
  points 3 expect web is server in "Open"
}`;
const nothing = 'note "Nothing yet."';
const solution = 'ada -> web : "hello"';

describe('exercises', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  const open = async (options: Partial<PanelOptions> = {}) => {
    panel = await openPanel({ text: text(nothing), ...options });
    return panel.page;
  };
  const total = (points: string) =>
    panel.page.waitForFunction(
      (wanted) => document.querySelector('.exercises-head .exercise-points')?.textContent === wanted,
      points,
    );

  it('show what is to be done, and what does not hold yet in the words of the author', async () => {
    const page = await open();
    await total('0 of 6 points');
    assert.deepEqual(await page.locator('.exercise[open] .exercise-task').allTextContents(), ['Let ada ask web.']);
    assert.equal(
      await page.locator('.exercise[open] .check-remark').first().textContent(),
      'Does ada ask for anything?',
    );
  });

  it('count the points while the text is edited, say so, and open the next that is not solved', async () => {
    const page = await open();
    await panel.edit(text(solution));
    await total('6 of 6 points');
    assert.equal(await page.locator('.exercise.solved').count(), 2);
    assert.equal(await page.locator('.exercises [role=status]').textContent(), '6 of 6 points');
    assert.equal(await page.locator('.check-remark').count(), 0);
    await panel.edit(text(nothing));
    await total('0 of 6 points');
  });

  it('keep open what the user has opened, over an edit', async () => {
    const page = await open();
    await page.locator('.exercise summary').nth(1).click();
    await panel.edit(text(solution));
    await total('6 of 6 points');
    assert.deepEqual(
      await page.locator('.exercise').evaluateAll((all) => all.map((each) => (each as HTMLDetailsElement).open)),
      [false, true],
    );
  });

  it('give one hint after the other, by keyboard too, and keep them over an edit and a reload', async () => {
    const page = await open();
    const hints = () => page.locator('.exercise[open] .exercise-hints li').allTextContents();
    assert.deepEqual(await hints(), []);
    await page.getByRole('button', { name: 'Show a hint (1 of 2)' }).click();
    assert.deepEqual(await hints(), ['Who stands on the left?']);
    await page.keyboard.press('Enter');
    assert.deepEqual(await hints(), ['Who stands on the left?', 'Write ada -> web.']);
    assert.equal(await page.getByRole('button', { name: /Show a hint/ }).count(), 0);
    await panel.edit(text(`${nothing} // more`));
    assert.equal((await hints()).length, 2);
    await page.waitForFunction(
      () =>
        (window as unknown as { storedState?: { panes?: { hints?: Record<string, number> } } }).storedState?.panes
          ?.hints?.Ask === 2,
    );
    const state = await panel.state();
    await closeWithoutComplaint(panel);
    await open({ state });
    assert.equal(await panel.page.locator('.exercise-hints li').count(), 2);
  });

  it('have the room beside an editor to be read: task and checks of the first are in sight', async () => {
    const page = await open({ width: 600, height: 820 });
    await total('0 of 6 points');
    for (const part of ['.exercise-task', '.exercise-check >> nth=1']) {
      const [shown, room] = await Promise.all(
        [part, '.exercises'].map((selector) => page.locator(selector).first().boundingBox()),
      );
      assert.ok(shown && room && shown.y + shown.height <= room.y + room.height, part);
    }
  });

  it('show the next hint of the open one with a key, from anywhere in the panel', async () => {
    const page = await open();
    await total('0 of 6 points');
    const hints = page.locator('.exercise-hints li');
    await page.keyboard.press('h');
    await page.keyboard.press('h');
    assert.deepEqual(await hints.allTextContents(), ['Who stands on the left?', 'Write ada -> web.']);
    await page.keyboard.press('h');
    assert.equal(await hints.count(), 2);
  });

  it('lead to the line of what is checked', async () => {
    const page = await open();
    await page.locator('.exercise-check').first().click();
    assert.deepEqual(
      panel.sent('reveal').map(({ line }) => line),
      [9],
    );
  });

  it('are not there in a file without any', async () => {
    const page = await open({ text: 'host a, b\nflow "f" {\n a -> b : "hi"\n}' });
    assert.equal(await page.locator('.exercises').isVisible(), false);
  });

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as const satisfies ThemeName[]) {
    it(`have no serious problems of accessibility in the theme ${theme}`, async () => {
      const page = await open({ theme });
      await page.getByRole('button', { name: /Show a hint/ }).click();
      assert.deepEqual(await seriousViolations(page), []);
    });
  }
});
