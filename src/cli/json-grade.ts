/** Grades as JSON: the contract of `topo grade`. It is for the instructor, and holds hidden checks in full. */
import type { CheckGrade, ExerciseGrade } from '../analysis/grade';
import type { GradedSubmission, GradeReport } from './graded';
import { printJson } from './json';

export function gradesAsJson({ submissions }: GradeReport): Iterable<string> {
  return printJson({ submissions: submissions.map(submissionAsJson) });
}

function submissionAsJson({ path, outcome, note, mistakes, points, of, exercises }: GradedSubmission) {
  return {
    ...{ path, outcome, note: note ?? null, errors: mistakes?.length ?? null, points, of: of ?? null },
    exercises: exercises.map(exerciseAsJson),
  };
}

function exerciseAsJson({ name, isHidden, points, of, checks }: ExerciseGrade) {
  return { name: name ?? null, hidden: isHidden, points, of, checks: checks.map(checkAsJson) };
}

function checkAsJson({ text, span, points, of, outcome, actual, because, otherwise }: CheckGrade) {
  return { text, line: span.line + 1, points, of, outcome, actual, because, otherwise: otherwise ?? null };
}
