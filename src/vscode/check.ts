/**
 * One version of a file, as far as it has been understood: compiled, run and analysed within a budget. Pure; it knows
 * neither documents nor editors.
 */
import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import { type Compilation, compile } from '../language/compile';
import { bySpan, type Diagnostic } from '../language/source';

/** Steps that a file may take, over all its flows, to be run after each keystroke; and when the user asks for it. */
export const budgets = { typing: 5_000, inFull: 1_000_000 } as const;
export type Budget = keyof typeof budgets;

export interface Checked {
  readonly version: number;
  readonly text: string;
  readonly budget: Budget;
  readonly compilation: Compilation;
  readonly analysis: Analysis;
  /** What compiling and running report, in the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
}

export function check(text: string, version: number, budget: Budget, previous?: Checked): Checked {
  const compilation = compile(text, previous?.compilation);
  const reusable = previous?.budget === budget ? previous.analysis : undefined;
  const analysis = analyse(compilation.topology, { maxSteps: budgets[budget] }, reusable);
  const diagnostics = [...compilation.diagnostics, ...analysis.diagnostics].sort(bySpan);
  return { version, text, budget, compilation, analysis, diagnostics };
}

export function countErrors({ diagnostics }: Checked): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
