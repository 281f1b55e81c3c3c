/**
 * All that is reported about a text, in one call: what the language finds in it and what running it shows. The editor and
 * the command line show this very list. Never throws, for any text.
 */
import { type Compilation, compile } from '../language/compile';
import { bySpan, type Diagnostic } from '../language/source';
import type { Topology } from '../language/topology';
import { defaultMaxSteps } from '../simulation/simulate';
import { analyse } from './analyse';
import type { Analysis } from './analysis';
import type { Elsewhere } from './runs';

export interface CheckOptions {
  /** How many steps one flow may take before it counts as too large to run. */
  readonly maxSteps?: number | undefined;
  /** Of this very text, where that is known already. */
  readonly compilation?: Compilation | undefined;
  /** Who makes the long runs. `previous` must then come of the same budget, or be left out. */
  readonly elsewhere?: Elsewhere | undefined;
}

export interface Checked {
  readonly compilation: Compilation;
  readonly analysis: Analysis;
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
  readonly maxSteps: number;
}

/** `previous` makes it incremental; the result is the same without it. */
export function check(text: string, previous?: Checked, options: CheckOptions = {}): Checked {
  const { maxSteps = defaultMaxSteps, compilation = compile(text, previous?.compilation), elsewhere } = options;
  const sameBudget = previous?.maxSteps === maxSteps ? previous : undefined;
  const analysis =
    sameBudget && !elsewhere && meansTheSame(compilation, sameBudget.compilation)
      ? { ...sameBudget.analysis, topology: compilation.topology }
      : analyse(
          compilation.topology,
          { maxSteps, reported: compilation.diagnostics, lines: compilation.tree.lines, elsewhere },
          sameBudget?.analysis,
        );
  const diagnostics = [...compilation.diagnostics, ...analysis.diagnostics].sort(bySpan);
  return { compilation, analysis, diagnostics, maxSteps };
}

/** Only comments or blanks have changed: compiling keeps every part whose lines are as they were. */
function meansTheSame(now: Compilation, before: Compilation): boolean {
  return sameParts(now.topology, before.topology) && sameItems(errorLines(now), errorLines(before));
}

function sameParts(a: Topology, b: Topology): boolean {
  return (
    a.title === b.title &&
    a.nodes === b.nodes &&
    a.links === b.links &&
    sameItems(a.services, b.services) &&
    sameItems(a.flows, b.flows) &&
    sameItems(a.scenarios, b.scenarios) &&
    sameItems(a.expectations, b.expectations) &&
    sameItems(a.exercises, b.exercises)
  );
}

/** The analysis leaves these lines alone. */
function errorLines({ diagnostics }: Compilation): readonly number[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ span }) => span.line);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place]);
}
