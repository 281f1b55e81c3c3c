/** What somebody who learns the language has achieved with an edit: the walkthrough ticks it off. Knows no editor. */
import type { Checked } from '../analysis/check';

export type Achievement = 'broken' | 'mended' | 'checked';

/** `before` is what the same file was with the edit before. */
export function achievedBy(now: Checked, before: Checked): readonly Achievement[] {
  const [errors, errorsBefore] = [countMistakes(now), countMistakes(before)];
  const achieved: Achievement[] = [];
  if (errors > 0 && errorsBefore === 0) achieved.push('broken');
  if (errors === 0 && errorsBefore > 0) achieved.push('mended');
  if (countUnmet(now) === 0 && countUnmet(before) > 0 && countMet(now) > 0) achieved.push('checked');
  return achieved;
}

function countMistakes({ diagnostics }: Checked): number {
  return diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'expectation-failed').length;
}

/** Where nothing is known, nothing is unmet: that is a mistake, and mending it is another thing. */
function countUnmet({ analysis }: Checked): number {
  return analysis.expectations.filter(({ outcome, isChecked }) => isChecked && outcome === 'fail').length;
}

function countMet({ analysis }: Checked): number {
  return analysis.expectations.filter(({ outcome }) => outcome === 'pass').length;
}
