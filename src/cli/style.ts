/** Emphasis in a terminal (ECMA-48, "select graphic rendition"), and text made safe to show there. */
import type { Severity } from '../language/source';

export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly bySeverity: Readonly<Record<Severity, (text: string) => string>>;
}

const same = (text: string) => text;
export const plain: Style = {
  strong: same,
  faint: same,
  bySeverity: { error: same, warning: same, information: same },
};

const between = (start: number, end: number) => (text: string) => `\u001b[${start}m${text}\u001b[${end}m`;
export const styled: Style = {
  strong: between(1, 22),
  faint: between(2, 22),
  bySeverity: { error: between(31, 39), warning: between(33, 39), information: between(36, 39) },
};

/**
 * A file's own text must not move the cursor or change colours: control characters become their pictures (␛), the rest
 * is shown as it is. A tab becomes a space.
 */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/\p{Cc}/gu, picture);
}

function picture(control: string): string {
  const code = control.charCodeAt(0);
  return String.fromCharCode(code < 0x20 ? 0x2400 + code : 0x2421);
}
