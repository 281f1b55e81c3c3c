/** Grades as a table for spreadsheets and learning platforms: a row for each submission, a column for each exercise. */
import type { ExerciseGrade } from '../analysis/grade';
import { csv } from './csv';
import type { GradeReport } from './graded';

export function gradesAsCsv({ submissions }: GradeReport): readonly string[] {
  const titles = [...new Set(submissions.flatMap(({ exercises }) => exercises.map(titleOf)))];
  const rows = submissions.map(({ path, points, of, outcome, note, mistakes, exercises }) => {
    const byTitle = new Map(exercises.map((exercise) => [titleOf(exercise), exercise.points]));
    return [path, points, of, outcome, note, mistakes?.length, ...titles.map((title) => byTitle.get(title))];
  });
  return [csv([['submission', 'points', 'of', 'outcome', 'note', 'errors', ...titles], ...rows])];
}

function titleOf({ name = 'expectations', isHidden }: ExerciseGrade): string {
  return isHidden ? `hidden: ${name}` : name;
}
