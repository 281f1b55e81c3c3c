/**
 * The blocks of a flow that say how steps belong together: at the same time, again, or because something failed. A sequence
 * diagram frames them (UML 2.5, 17.6: combined fragments), under the word that the file uses.
 */
import type { Flow, Step } from '../language/topology';

export interface Fragment {
  /** `together`, `repeat 5`, `otherwise`. */
  readonly word: string;
  /** The 0-based lines of what is in it. */
  readonly from: number;
  readonly to: number;
}

/** Outer ones first. */
export function fragmentsOf(flow: Flow | undefined): readonly Fragment[] {
  const found: Fragment[] = [];
  const pending: (readonly Step[])[] = flow ? [flow.steps] : [];
  const frame = (word: string, steps: readonly Step[]) => {
    const lines = linesOf(steps);
    if (lines.length > 0) found.push({ word, from: Math.min(...lines), to: Math.max(...lines) });
  };
  for (let steps = pending.shift(); steps; steps = pending.shift()) {
    for (const step of steps) {
      if (step.kind === 'together') frame('together', step.body);
      if (step.kind === 'repeat') frame(`repeat ${step.count}`, step.body);
      if ('body' in step) pending.push(step.body);
      if (step.kind !== 'request' || !step.otherwise) continue;
      frame('otherwise', step.otherwise);
      pending.push(step.otherwise);
    }
  }
  return found;
}

/** Without recursion, because blocks may be nested to any depth. */
function linesOf(steps: readonly Step[]): number[] {
  const lines: number[] = [];
  const pending = [...steps];
  for (let step = pending.pop(); step; step = pending.pop()) {
    lines.push(step.span.line);
    if ('body' in step) for (const inner of step.body) pending.push(inner);
    if (step.kind === 'request') for (const inner of step.otherwise ?? []) pending.push(inner);
  }
  return lines;
}
