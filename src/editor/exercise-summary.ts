/** How far an exercise is done, in a few words. */
import type { ExerciseGrade } from '../analysis/grade';
import { counted } from '../language/wording';

/** `✓ 6 of 6 points`, `3 of 6 points: 2 checks do not hold yet`. */
export function pointsReached({ points, of, checks }: ExerciseGrade): string {
  const count = (wanted: string) => checks.filter(({ outcome }) => outcome === wanted).length;
  const failed = count('fail');
  const open = count('not checked');
  const parts = [
    ...(failed > 0 ? [`${counted(failed, 'check')} ${failed === 1 ? 'does' : 'do'} not hold yet`] : []),
    ...(open > 0 ? [`${open} not checked`] : []),
  ];
  const reached = `${points} of ${counted(of, 'point')}`;
  return parts.length === 0 ? `✓ ${reached}` : `${reached}: ${parts.join(', ')}`;
}
