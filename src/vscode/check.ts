/**
 * One version of a file, as far as it has been understood: compiled, run and analysed within a budget. Pure; it knows
 * neither documents nor editors.
 */
import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/analysis';
import { type Compilation, compile } from '../language/compile';
import { bySpan, type Diagnostic, type DiagnosticCode } from '../language/source';
import { defaultMaxSteps } from '../simulation/simulate';

/** How many steps a flow may take to be run after each keystroke, and when asked for (more could not be shown). */
export const budgets = { typing: defaultMaxSteps, inFull: 100_000 } as const;
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
  const options = { maxSteps: budgets[budget], reported: compilation.diagnostics };
  const analysis = analyse(compilation.topology, options, reusable);
  const diagnostics = [...compilation.diagnostics, ...analysis.diagnostics].sort(bySpan);
  return { version, text, budget, compilation, analysis, diagnostics };
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
