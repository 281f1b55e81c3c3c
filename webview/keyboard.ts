/**
 * The keys of the whole panel, as a table that the sheet of shortcuts shows too. Keys that a control needs for itself stay
 * with it, and so does everything with Ctrl, Alt or Meta, which belongs to VS Code.
 */
import { isInControl } from './toolkit';

/** One thing to do, by any of its keys. */
export interface Shortcut {
  /** As `KeyboardEvent.key` says; `Shift+` only before keys that type nothing: `Shift+ArrowRight`, but `F`. */
  readonly keys: readonly string[];
  readonly text: string;
  /** Told by which of them. */
  readonly act: (key: string) => void;
}

export interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

/** `shortcuts` is asked for with each key: what covers the network has keys of its own. */
export function listenToKeys(shortcuts: () => readonly Shortcut[]): void {
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const name = keyName(event);
    const found = shortcuts().find(({ keys }) => keys.includes(name));
    if (!found || isInControl(event) || (event.key === ' ' && isOnButton(event))) return;
    event.preventDefault();
    found.act(name);
  });
}

function keyName({ key, shiftKey }: KeyboardEvent): string {
  return shiftKey && [...key].length > 1 ? `Shift+${key}` : key;
}

/** Space presses the button that has the focus. */
function isOnButton(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof HTMLElement && ['vscode-button', 'button'].includes(target.localName));
}
