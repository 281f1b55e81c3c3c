/**
 * One version of a file, as far as it has been understood: compiled, run and analysed within a budget. Pure; it knows
 * neither documents nor editors.
 */
import { type Checked as CheckedText, check as checkText } from '../analysis/check';
import { type Compilation, compile } from '../language/compile';
import type { Diagnostic, DiagnosticCode } from '../language/source';
import { defaultMaxSteps } from '../simulation/simulate';

/** How many steps a flow may take to be run after each keystroke, and when asked for. */
export const budgets = { typing: defaultMaxSteps, inFull: 1_000_000 } as const;
export type Budget = keyof typeof budgets;

export interface Checked extends CheckedText {
  readonly version: number;
  readonly text: string;
  readonly budget: Budget;
}

/** A text that has been understood, but not run. */
export interface Compiled {
  readonly version: number;
  readonly text: string;
  readonly compilation: Compilation;
}

export function compiled(text: string, version: number, previous?: Compiled): Compiled {
  return { version, text, compilation: compile(text, previous?.compilation) };
}

export function check({ version, text, compilation }: Compiled, previous?: Checked): Checked {
  const checked = checkText(text, previous, { maxSteps: budgets.typing, compilation });
  return { ...checked, version, text, budget: 'typing' };
}

export function countErrors({ diagnostics }: Checked): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

/** Where the text is broken, rather than wrong. */
export function firstSyntaxError({ compilation }: Checked): Diagnostic | undefined {
  return compilation.diagnostics.find(({ code }) => syntaxCodes.has(code));
}

const syntaxCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'unexpected-token',
  'unclosed-block',
  'unterminated-string',
  'unknown-word',
  'bad-quantity',
]);
