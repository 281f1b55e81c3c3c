/**
 * Diagnostics as a terminal shows them: place, severity, code and message on one line that tools can pick up, the line of
 * the file with carets under what is meant, the other places that help, and what could be done.
 */
import type { Diagnostic, Severity, Span } from '../language/source';
import { displayWidth } from '../language/width';
import { counted } from '../language/wording';
import type { CheckedFile } from './check';
import type { SourceFile } from './read';
import { printable, type Style } from './style';

/** Of one file; the empty string if nothing is reported. */
export function reportAsText({ path, text }: SourceFile, diagnostics: readonly Diagnostic[], style: Style): string {
  const lines = text.split(/\r\n|\r|\n/);
  return diagnostics.map((diagnostic) => `${describe(diagnostic, path, lines, style)}\n\n`).join('');
}

/** For a command whose result is something else: only what it could not make sense of. */
export function errorsAsText(file: SourceFile, diagnostics: readonly Diagnostic[], style: Style): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return reportAsText(file, errors, style);
}

function describe(diagnostic: Diagnostic, path: string, lines: readonly string[], style: Style): string {
  const { code, severity, message, span, related, fixes } = diagnostic;
  const colour = style.bySeverity[severity];
  return [
    `${style.strong(placeOf(path, span))} ${colour(severity)} ${code}: ${printable(message)}`,
    ...underlined(lines[span.line] ?? '', span, colour),
    ...related.map((other) => style.faint(`  ${placeOf(path, other.span)} ${printable(other.message)}`)),
    ...fixes.map(({ title }) => style.faint(`  Fix: ${printable(title)}`)),
  ].join('\n');
}

function placeOf(path: string, { line, start }: Span): string {
  return `${printable(path)}:${line + 1}:${start + 1}`;
}

const margin = '    ';
/** Of a longer line only the part around the span is shown. */
const maximumWidth = 160;
const context = 40;

function underlined(line: string, { start, end }: Span, colour: (text: string) => string): readonly string[] {
  const from = line.length > maximumWidth ? Math.max(0, start - context) : 0;
  const to = line.length > maximumWidth ? Math.min(line.length, Math.max(start + 1, from + maximumWidth)) : line.length;
  const shownEnd = Math.min(end, to);
  const before = (from > 0 ? '… ' : '') + printable(line.slice(from, start));
  const meant = printable(line.slice(start, shownEnd));
  const after = printable(line.slice(shownEnd, to)) + (to < line.length ? ' …' : '');
  const carets = '^'.repeat(Math.max(1, displayWidth(meant)));
  return [
    `${margin}${before}${meant}${after}`.trimEnd(),
    `${margin}${' '.repeat(displayWidth(before))}${colour(carets)}`,
  ];
}

/** `chat.topo: 2 errors, 1 warning; 3 of 4 expectations hold.` */
export function summaryOf(files: readonly CheckedFile[]): string {
  const [only] = files;
  const what = only && files.length === 1 ? printable(only.path) : counted(files.length, 'file');
  const diagnostics = files.flatMap((file) => file.diagnostics);
  const expectations = files.flatMap((file) => file.expectations);
  const sentences = [problems(diagnostics), ...(expectations.length > 0 ? [holding(expectations)] : [])];
  return `${what}: ${sentences.join('; ')}.\n`;
}

const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'remark' };

function problems(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'information'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count > 0 ? [counted(count, nouns[severity])] : [];
  });
  return counts.length > 0 ? counts.join(', ') : 'no problems';
}

function holding(expectations: readonly { readonly outcome: 'pass' | 'fail' }[]): string {
  const passed = expectations.filter(({ outcome }) => outcome === 'pass').length;
  const total = expectations.length;
  if (passed < total) return `${passed} of ${total} expectations hold`;
  return total === 1 ? 'its expectation holds' : `all ${total} expectations hold`;
}
