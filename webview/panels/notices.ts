/** What has to be known before anything else: the picture is stale, the run was not made, something was left out. */
import type { Picture } from '../../src/protocol/messages';
import { element, glyph } from '../dom';
import { glyphs } from '../glyphs';
import { strings } from '../strings';
import { textButton } from '../toolkit';

export function createNotices(runAnyway: () => void) {
  const lasting = element('div', { class: 'notices', role: 'status' });
  // It comes and goes with every other keystroke: above the drawing, which stays where it is.
  const passing = element('div', { class: 'notices passing', role: 'status' });
  let shown = '';
  return {
    lasting,
    passing,
    showPicture({ stale, notice, diagram, canRunAnyway, errors }: Picture): void {
      const next = JSON.stringify([stale, notice, diagram.omitted, canRunAnyway, errors]);
      if (next === shown) return;
      shown = next;
      const omitted = diagram.omitted === undefined ? [] : [notification(diagram.omitted, false)];
      const text = stale ? (notice ?? strings.stale) : notice;
      const row = text === undefined ? [] : [notification(text, stale || canRunAnyway)];
      if (canRunAnyway) row[0]?.append(textButton(strings.runAnyway, runAnyway));
      passing.replaceChildren(...(stale ? row : []));
      lasting.replaceChildren(...(stale ? [] : row), ...omitted);
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
