/**
 * A menu that opens where somebody points, or beside what has the focus. It follows the menu pattern of the ARIA practices:
 * arrow keys, Home, End and first letters move, Enter or Space chooses, Escape and Tab close, and the focus goes back to
 * where it came from. It knows nothing of what its entries do.
 */
import { element, glyph, name } from '../dom';
import { glyphs } from '../glyphs';

export interface MenuItem {
  readonly text: string;
  readonly act: () => void;
  /** One of several of which one holds; undefined is an ordinary entry. */
  readonly isChosen?: boolean;
  /** A line above it. */
  readonly isApart?: boolean;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Menu {
  readonly element: HTMLElement;
  readonly isOpen: () => boolean;
  /** `spot` in pixels of the page; the menu stays within it. */
  open(label: string, items: readonly MenuItem[], spot: Spot): void;
  close(): void;
}

export function createMenu(): Menu {
  const list = element('div', { class: 'menu', role: 'menu', tabindex: '-1', hidden: true });
  let cameFrom: HTMLElement | undefined;

  const entries = () => [...list.querySelectorAll<HTMLElement>('.menu-item')];
  const close = (returnsFocus: boolean) => {
    if (list.hidden) return;
    list.hidden = true;
    if (returnsFocus) cameFrom?.focus({ preventScroll: true });
    cameFrom = undefined;
  };
  const entryFor = ({ text, act, isChosen, isApart }: MenuItem) => {
    const entry = element(
      'button',
      {
        class: isApart ? 'menu-item apart' : 'menu-item',
        type: 'button',
        role: isChosen === undefined ? 'menuitem' : 'menuitemradio',
        'aria-checked': isChosen === undefined ? undefined : String(isChosen),
        tabindex: '-1',
      },
      element('span', { class: 'mark' }, isChosen ? glyph(glyphs.check) : undefined),
      name(text),
    );
    entry.addEventListener('click', () => {
      close(true);
      act();
    });
    entry.addEventListener('pointermove', () => entry.focus({ preventScroll: true }));
    return entry;
  };

  list.addEventListener('keydown', (event) => {
    // The keys of the panel rest while the menu is open; those of VS Code do not.
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    event.stopPropagation();
    if (event.key === 'Enter' || event.key === ' ') return;
    event.preventDefault();
    if (event.key === 'Escape' || event.key === 'Tab') return close(true);
    const all = entries();
    const next = entryAfter(event.key, all, all.indexOf(document.activeElement as HTMLElement));
    next?.focus();
  });
  list.addEventListener('contextmenu', (event) => event.preventDefault());
  const closeFromOutside = (event: Event) => {
    if (!(event.target instanceof Node && list.contains(event.target))) close(false);
  };
  window.addEventListener('pointerdown', closeFromOutside, { capture: true });
  window.addEventListener('wheel', closeFromOutside, { capture: true, passive: true });
  window.addEventListener('blur', () => close(false));
  window.addEventListener('resize', () => close(true));

  return {
    element: list,
    isOpen: () => !list.hidden,
    open(label, items, spot) {
      if (list.hidden) cameFrom = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
      list.setAttribute('aria-label', label);
      list.replaceChildren(
        element('div', { class: 'menu-title', 'aria-hidden': 'true' }, name(label)),
        ...items.map(entryFor),
      );
      list.hidden = false;
      place(list, spot);
      entries()[0]?.focus({ preventScroll: true });
    },
    close: () => close(true),
  };
}

/** Below an element: where a menu opens that was asked for by a key or a button. */
export function below(target: Element): Spot {
  const { left, bottom } = target.getBoundingClientRect();
  return { x: left + 8, y: bottom + 2 };
}

/** Below and right of the spot; where there is no room, as far up and left as is needed. */
function place(list: HTMLElement, { x, y }: Spot): void {
  const gap = 4;
  const { width, height } = list.getBoundingClientRect();
  list.style.left = `${Math.max(gap, Math.min(x, window.innerWidth - width - gap))}px`;
  list.style.top = `${Math.max(gap, Math.min(y, window.innerHeight - height - gap))}px`;
}

function entryAfter(key: string, all: readonly HTMLElement[], current: number): HTMLElement | undefined {
  const count = all.length;
  switch (key) {
    case 'ArrowDown':
      return all[(current + 1) % count];
    case 'ArrowUp':
      return all[(current - 1 + count) % count];
    case 'Home':
      return all[0];
    case 'End':
      return all[count - 1];
    default:
      return key.length === 1 ? startingWith(key, all, current) : undefined;
  }
}

function startingWith(letter: string, all: readonly HTMLElement[], current: number): HTMLElement | undefined {
  const inOrder = [...all.slice(current + 1), ...all.slice(0, current + 1)];
  return inOrder.find((entry) => entry.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()));
}
