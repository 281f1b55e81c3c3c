/** The table of keys in the documentation is the one that the keyboard follows. `UPDATE=1` writes it. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { closeWithoutComplaint, openPanel, type Panel, startBrowser, stopBrowser } from './panel';

const page = 'docs/playground.md';

describe('the documented keys', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  it('are those of the sheet of shortcuts', async () => {
    panel = await openPanel({ text: 'host alice\nhost bob\nlink alice -- bob\nflow "f" {\n  alice -> bob : "Hi"\n}' });
    await panel.page.keyboard.press('?');
    const groups = await panel.page.locator('.shortcuts section').evaluateAll((all) =>
      all.map((group) => ({
        title: group.querySelector('h3')?.textContent ?? '',
        rows: [...group.querySelectorAll('dt')].map((keys) => [
          [...keys.querySelectorAll('kbd')].map((key) => key.textContent ?? ''),
          keys.nextElementSibling?.textContent ?? '',
        ]) as [string[], string][],
      })),
    );
    const table = groups.flatMap(({ title, rows }) => [
      `| **${title}** | |`,
      ...rows.map(([keys, text]) => `| ${keys.map((key) => `\`${key}\``).join(' ')} | ${text} |`),
    ]);
    const expected = ['<!-- keys -->', '', '| key | does |', '|---|---|', ...table, '', '<!-- /keys -->'].join('\n');
    const text = readFileSync(page, 'utf8');
    const found = /<!-- keys -->.*<!-- \/keys -->/s.exec(text)?.[0];
    if (process.env.UPDATE)
      writeFileSync(
        page,
        text.replace(found ?? '', () => expected),
      );
    else assert.equal(found, expected);
  });
});
