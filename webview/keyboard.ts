/**
 * The keys of the whole panel. Keys that a control needs for itself stay with it, and so does everything with Ctrl, Alt
 * or Meta, which belongs to VS Code.
 */
import { isInControl } from './toolkit';

export interface KeyActions {
  readonly step: (by: number) => void;
  readonly seek: (position: number) => void;
  readonly togglePlay: () => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  /** While something else is in the place of the network, its keys are at rest, and Escape goes back. */
  readonly isCovered: () => boolean;
  readonly uncover: () => void;
}

const zoomStep = 1.25;

export function listenToKeys({ step, seek, togglePlay, zoom, fit, isCovered, uncover }: KeyActions): void {
  const actions: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    PageDown: () => step(1),
    ArrowLeft: () => step(-1),
    PageUp: () => step(-1),
    Home: () => seek(0),
    End: () => seek(Number.MAX_SAFE_INTEGER),
    ' ': togglePlay,
    '+': () => zoom(zoomStep),
    '=': () => zoom(zoomStep),
    '-': () => zoom(1 / zoomStep),
    '0': fit,
  };
  const covered: typeof actions = { Escape: uncover };
  window.addEventListener('keydown', (event) => {
    const action = isCovered() ? covered[event.key] : actions[event.key];
    if (!action || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isInControl(event) || (event.key === ' ' && isOnButton(event))) return;
    event.preventDefault();
    action();
  });
}

/** Space presses the button that has the focus. */
function isOnButton(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof HTMLElement && ['vscode-button', 'button'].includes(target.localName));
}
