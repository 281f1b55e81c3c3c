/**
 * The buttons over the drawing. Those that do not fit are behind one more, in a menu, so that a narrow panel has all that a
 * wide one has. What a button does is not known here.
 */
import { element } from '../dom';
import { glyphs } from '../glyphs';
import { below, type Menu, type Spot } from '../menu/menu';
import type { Part } from '../part';
import { strings } from '../strings';
import { iconButton } from '../toolkit';

export interface Tool {
  /** A path of `glyphs`. */
  readonly icon: string;
  readonly text: string;
  /** `spot`: where a menu of its own may open, in pixels of the page. */
  readonly act: (spot: Spot) => void;
  /** Of a button that stays pressed as long as something is on. */
  readonly isOn?: () => boolean;
}

/** The most important first. */
export function createToolbar(tools: readonly Tool[], menu: Menu): Part & { readonly element: HTMLElement } {
  const buttons = tools.map(({ icon, text, act }) => toolButton(icon, text, act));
  let hidden: readonly Tool[] = [];
  const more = toolButton(glyphs.more, strings.moreTools, (spot) => {
    const items = hidden.map(({ text, act }) => ({ text, act: () => act(spot) }));
    menu.open(strings.moreTools, items, spot);
  });
  more.setAttribute('aria-haspopup', 'menu');
  const group = element('div', { class: 'tools', role: 'group', 'aria-label': strings.network }, ...buttons, more);
  const fillRoom = (room: number) => {
    const width = buttons[0]?.offsetWidth ?? 0;
    if (width === 0) return;
    const all = Math.floor(room / width);
    const count = all >= tools.length ? tools.length : Math.max(1, all - 1);
    hidden = tools.slice(count);
    buttons.forEach((button, place) => {
      button.hidden = place >= count;
    });
    more.hidden = hidden.length === 0;
  };
  const toolbar = element('div', { class: 'toolbar' }, group);
  new ResizeObserver(() => fillRoom(toolbar.clientWidth)).observe(toolbar);
  return {
    element: toolbar,
    showFrame: () =>
      tools.forEach(({ isOn }, place) => {
        if (isOn) buttons[place]?.setAttribute('aria-pressed', String(isOn()));
      }),
  };
}

function toolButton(icon: string, text: string, act: (spot: Spot) => void): HTMLElement {
  const button = iconButton(icon, text, () => act(below(button))).element;
  return button;
}
