/**
 * The one file that knows @vscode/webview-ui-toolkit, which is no longer maintained. Only components that have a
 * one-to-one successor in @vscode-elements/elements are used: vscode-button, and vscode-dropdown with vscode-option
 * (there: vscode-single-select).
 */
import {
  type Dropdown,
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeDropdown,
  vsCodeOption,
} from '@vscode/webview-ui-toolkit';
import { element, glyph } from './dom';

export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeDropdown(), vsCodeOption());
}

export function textButton(label: string, press: () => void, appearance?: 'secondary'): HTMLElement {
  const button = element('vscode-button', { appearance }, label);
  button.addEventListener('click', press);
  return button;
}

export interface IconButton {
  readonly element: HTMLElement;
  show(path: string, label: string): void;
  enable(isEnabled: boolean): void;
  /** For what is switched on and off. */
  press(isPressed: boolean): void;
}

export function iconButton(path: string, label: string, press: () => void): IconButton {
  const button = element('vscode-button', { appearance: 'icon' });
  let shown = '';
  button.addEventListener('click', press);
  const result: IconButton = {
    element: button,
    show(nextPath, nextLabel) {
      if (shown === nextPath + nextLabel) return;
      shown = nextPath + nextLabel;
      button.replaceChildren(glyph(nextPath));
      button.setAttribute('aria-label', nextLabel);
      button.title = nextLabel;
    },
    enable(isEnabled) {
      // A disabled button loses the focus; one that says that it is disabled keeps it for the next key.
      button.setAttribute('aria-disabled', String(!isEnabled));
    },
    press(isPressed) {
      button.setAttribute('aria-pressed', String(isPressed));
    },
  };
  result.show(path, label);
  return result;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Chooser {
  readonly element: HTMLElement;
  show(choices: readonly Choice[], chosen: string): void;
}

export function chooser(label: string, choose: (value: string) => void): Chooser {
  const dropdown = element('vscode-dropdown', { 'aria-label': label }) as Dropdown;
  let shown: readonly Choice[] = [];
  let chosenValue = '';
  dropdown.addEventListener('change', () => {
    if (dropdown.value !== chosenValue) choose(dropdown.value);
  });
  return {
    element: dropdown,
    show(choices, chosen) {
      chosenValue = chosen;
      if (!sameChoices(choices, shown)) {
        shown = choices;
        dropdown.replaceChildren(...choices.map((choice) => option(choice, choice.value === chosen)));
      }
      dropdown.title = choices.find(({ value }) => value === chosen)?.text ?? '';
      // The options register themselves a moment after they are in the document.
      requestAnimationFrame(() => {
        const index = shown.findIndex(({ value }) => value === chosenValue);
        if (index >= 0 && dropdown.selectedIndex !== index) dropdown.selectedIndex = index;
      });
    },
  };
}

function option({ value, text }: Choice, selected: boolean): HTMLElement {
  return element('vscode-option', { value, selected, dir: 'auto' }, text);
}

function sameChoices(a: readonly Choice[], b: readonly Choice[]): boolean {
  return (
    a.length === b.length &&
    a.every((choice, index) => choice.value === b[index]?.value && choice.text === b[index]?.text)
  );
}

/** Keys typed here belong to the control, not to the player. */
export function isInControl(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some(
      (target) =>
        target instanceof HTMLElement && ['vscode-dropdown', 'input', 'select', 'textarea'].includes(target.localName),
    );
}
