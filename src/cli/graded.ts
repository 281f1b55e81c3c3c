/** What came of grading a folder of submissions, before anybody prints it. */
import type { ExerciseGrade, Grade } from '../analysis/grade';

/** In the text of the submission itself, whatever it is checked with. */
export interface Mistake {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface GradedSubmission {
  readonly path: string;
  /** `cut off`: it took too long or too much, so it has no points. */
  readonly outcome: 'graded' | 'cut off' | 'unreadable';
  /** What was in the way; also where it was graded, if there is something to know. */
  readonly note: string | undefined;
  /** Its errors; unknown where it was not graded. */
  readonly mistakes: readonly Mistake[] | undefined;
  readonly points: number;
  /** Unknown where a submission that was not graded would have said itself what there is to reach. */
  readonly of: number | undefined;
  readonly exercises: readonly ExerciseGrade[];
}

export interface GradeReport {
  readonly submissions: readonly GradedSubmission[];
}

export function hasAllPoints({ outcome, points, of = 0 }: GradedSubmission): boolean {
  return outcome === 'graded' && of > 0 && points === of;
}

/** No points. `worth` is what there is to reach, where those who hand out the exercises have said it. */
export function notGraded(
  path: string,
  outcome: 'cut off' | 'unreadable',
  note: string,
  worth: Grade | undefined,
): GradedSubmission {
  return { path, outcome, note, mistakes: undefined, points: 0, of: worth?.of, exercises: [] };
}
