/**
 * Something that opens above the page beside its button: Escape, or a click elsewhere, closes it, and the focus goes back.
 * It stays within the panel. What is in it is not known here.
 */
import { element } from '../dom';

export interface Popup {
  readonly button: HTMLButtonElement;
  readonly element: HTMLElement;
  close(): void;
}

export function createPopup(className: string, label: string): Popup {
  const content = element('div', { class: `popup ${className}`, popover: 'auto', role: 'group', 'aria-label': label });
  const button = element('button', { class: 'chip', type: 'button', 'aria-expanded': 'false' });
  button.popoverTargetElement = content;
  content.addEventListener('toggle', (event) => {
    const isOpen = (event as ToggleEvent).newState === 'open';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) place(content, button);
  });
  // The keys of the panel are at rest while something is chosen.
  content.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && !event.ctrlKey && !event.altKey && !event.metaKey) event.stopPropagation();
  });
  return { button, element: content, close: () => content.hidePopover() };
}

/** Below the button, or above it where there is more room. */
function place(content: HTMLElement, button: HTMLElement): void {
  const gap = 4;
  const { left, top, bottom } = button.getBoundingClientRect();
  const isAbove = bottom > window.innerHeight / 2;
  const room = (isAbove ? top : window.innerHeight - bottom) - 2 * gap;
  content.style.maxHeight = `${Math.max(80, room)}px`;
  content.style.left = `${Math.max(gap, Math.min(left, window.innerWidth - content.offsetWidth - gap))}px`;
  content.style.top = isAbove ? `${Math.max(gap, top - gap - content.offsetHeight)}px` : `${bottom + gap}px`;
}
