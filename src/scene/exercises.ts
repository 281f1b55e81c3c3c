/** The exercises of a file as they are shown to whoever does them: what to do, how far one is, what does not hold yet. Pure. */
import type { Analysis } from '../analysis/analysis';
import { gradeOfExercise } from '../analysis/grading';
import type { Exercise } from '../language/topology';
import { english } from './words';

export interface ShownCheck {
  /** As it stands in the file. */
  readonly text: string;
  readonly of: number;
  readonly outcome: 'pass' | 'fail' | 'not checked';
  /** To whoever does not meet it yet: the author's words, else what was found instead. Empty where it holds. */
  readonly remark: string;
  /** 0-based. */
  readonly line: number;
}

export interface ShownExercise {
  readonly name: string;
  /** Paragraphs. */
  readonly tasks: readonly string[];
  /** To be shown one after the other. */
  readonly hints: readonly string[];
  readonly points: number;
  readonly of: number;
  readonly checks: readonly ShownCheck[];
  /** 0-based. */
  readonly line: number;
}

export function exercisesOf(
  exercises: readonly Exercise[],
  analysis: Pick<Analysis, 'expectations'>,
  words = english,
): readonly ShownExercise[] {
  return exercises.map((exercise): ShownExercise => {
    const { points, of, checks } = gradeOfExercise(exercise, analysis);
    return {
      ...{ name: exercise.name, tasks: exercise.tasks, hints: exercise.hints, line: exercise.span.line },
      ...{ points, of },
      checks: checks.map(({ text, of: worth, outcome, actual, otherwise, span }) => ({
        ...{ text, of: worth, outcome, line: span.line },
        remark: outcome === 'pass' ? '' : (otherwise ?? words.reason(actual)),
      })),
    };
  });
}
