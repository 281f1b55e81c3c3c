/** The whole panel without a mouse: everything is reached with the tab key, has a name, and shows where the focus is. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { closeWithoutComplaint, openPanel, type Panel, startBrowser, stopBrowser } from './panel';
import type { ThemeName } from './themes';

const hybrid = readFileSync('examples/hybrid-music.topo', 'utf8');

interface Focused {
  readonly what: string;
  readonly name: string;
  readonly isMarked: boolean;
  readonly isInSight: boolean;
}

describe('the panel without a mouse', () => {
  let panel: Panel;

  before(startBrowser);
  after(stopBrowser);
  afterEach(() => closeWithoutComplaint(panel));

  for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light'] as ThemeName[]) {
    it(`shows in the ${theme} theme where the focus is, from the first control to the last`, async () => {
      panel = await openPanel({ text: hybrid, theme });
      const all = await tabThrough(panel.page);
      assert.ok(all.length >= 12, `${all.length} stops`);
      assert.deepEqual(
        all.filter(({ name, isMarked, isInSight }) => name === '' || !isMarked || !isInSight),
        [],
      );
    });
  }

  it('reaches everything in a narrow panel, too', async () => {
    panel = await openPanel({ text: hybrid, width: 300, height: 640 });
    const all = await tabThrough(panel.page);
    assert.deepEqual(
      all.filter(({ name, isMarked, isInSight }) => name === '' || !isMarked || !isInSight),
      [],
    );
    const names = all.map(({ name }) => name).join('\n');
    for (const wanted of ['Flow', 'Scenario', 'Step forward', 'Steps', 'Nodes', 'Speed'])
      assert.ok(names.includes(wanted), `${wanted} is not among\n${names}`);
  });
});

/** Presses Tab until the focus leaves the page, and says what had it. */
async function tabThrough(page: Page): Promise<Focused[]> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const all: Focused[] = [];
  for (let count = 0; count < 200; count++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(readFocus);
    if (!focused) return all;
    all.push(focused);
  }
  throw new Error(`The focus does not leave the page:\n${all.map(({ what }) => what).join('\n')}`);
}

function readFocus(): Focused | undefined {
  let target = document.activeElement;
  if (!target || target === document.body) return undefined;
  const host = target;
  while (target.shadowRoot?.activeElement) target = target.shadowRoot.activeElement;
  const marks = [host, target, host.querySelector('.active')].flatMap((element) =>
    element
      ? [getComputedStyle(element), getComputedStyle(element, '::after'), getComputedStyle(element, '::before')]
      : [],
  );
  const shows = ({ outlineStyle, outlineWidth, boxShadow, borderTopColor, borderTopWidth }: CSSStyleDeclaration) => {
    const focus = getComputedStyle(document.body).getPropertyValue('--vscode-focusBorder').trim();
    const hasBorder = borderTopWidth !== '0px' && colour(focus) === borderTopColor;
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || hasBorder;
  };
  const { top, bottom, left, right } = host.getBoundingClientRect();
  const labelled = host.getAttribute('aria-labelledby');
  return {
    what: `${host.localName}.${host.className}`,
    name: (
      host.getAttribute('aria-label') ??
      (labelled ? document.getElementById(labelled)?.textContent : undefined) ??
      host.textContent ??
      ''
    ).trim(),
    isMarked: marks.some(shows),
    isInSight: bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth && bottom > top,
  };

  function colour(text: string): string {
    const probe = document.createElement('span');
    probe.style.color = text;
    document.body.append(probe);
    const result = getComputedStyle(probe).color;
    probe.remove();
    return result;
  }
}
