/** What all commands share: their exit codes, and the one way in which they end early. */
import type { Diagnostic } from '../language/source';

/** All well, findings, wrong usage or an unreadable file. */
export type ExitCode = 0 | 1 | 2;

/** The user asked for something that cannot be had. The message is one line that says what, and what there is instead. */
export class Mistake extends Error {}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

/** The worst of several. */
export function worst(codes: readonly ExitCode[]): ExitCode {
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}
