/** What has to be known before anything else: the picture is stale, the run was not made, something was left out. */
import type { Picture } from '../../src/protocol/messages';
import { element, glyph } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { textButton } from '../toolkit';

export function createNotices(runAnyway: () => void) {
  const list = element('div', { class: 'notices', role: 'status' });
  let shown = '';
  return {
    element: list,
    show({ stale, notice, diagram, canRunAnyway, errors }: Picture): void {
      const next = JSON.stringify([stale, notice, diagram.omitted, canRunAnyway, errors]);
      if (next === shown) return;
      shown = next;
      const texts = [stale && notice === undefined ? strings.stale : undefined, notice, diagram.omitted];
      const rows = texts.flatMap((text, place) =>
        text === undefined ? [] : [notification(text, place < 2 && (stale || canRunAnyway))],
      );
      if (canRunAnyway) (rows[0] ?? list).append(textButton(strings.runAnyway, runAnyway));
      list.replaceChildren(...rows);
    },
  };
}

function notification(text: string, isWarning: boolean): HTMLElement {
  const sign = glyph(isWarning ? glyphs.warning : glyphs.information);
  return element(
    'div',
    { class: isWarning ? 'notice warning' : 'notice' },
    sign,
    element('span', { dir: 'auto' }, text),
  );
}
