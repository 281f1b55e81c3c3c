/** All keys of the panel on one sheet, from the same table that the keyboard follows. Escape or a click beside it closes it. */
import { element } from '../dom';
import { glyphs } from '../glyphs';
import type { Shortcut, ShortcutGroup } from '../keyboard';
import { strings } from '../strings';
import { iconButton } from '../toolkit';

export interface ShortcutSheet {
  readonly element: HTMLElement;
  toggle(): void;
}

export function createShortcutSheet(groups: () => readonly ShortcutGroup[]): ShortcutSheet {
  const content = element('div', { class: 'shortcut-groups' });
  const title = element('h2', { id: 'shortcuts-title' }, strings.shortcuts);
  const sheet = element('dialog', { class: 'shortcuts', 'aria-labelledby': 'shortcuts-title' }) as HTMLDialogElement;
  const close = iconButton(glyphs.cross, strings.close, () => sheet.close());
  sheet.append(element('div', { class: 'sheet-head' }, title, close.element), content);
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
  // The keys of the panel are at rest while they are read.
  sheet.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === '?') sheet.close();
  });
  return {
    element: sheet,
    toggle() {
      if (sheet.open) return sheet.close();
      content.replaceChildren(...groups().map(groupOf));
      sheet.showModal();
    },
  };
}

function groupOf({ title, shortcuts }: ShortcutGroup): HTMLElement {
  return element('section', {}, element('h3', {}, title), element('dl', {}, ...shortcuts.flatMap(rowOf)));
}

function rowOf({ keys, text }: Shortcut): HTMLElement[] {
  const shown = [...new Set(keys.map(readable))];
  return [
    element('dt', {}, ...shown.flatMap((key, place) => [place > 0 ? ' ' : '', element('kbd', {}, key)])),
    element('dd', {}, text),
  ];
}

/** As it stands on the keyboard. Capitals only stand for a key pressed with Shift. */
function readable(key: string): string {
  if (key.startsWith('Shift+')) return `${strings.keys.Shift}+${readable(key.slice('Shift+'.length))}`;
  return (strings.keys as Readonly<Record<string, string>>)[key] ?? key;
}
