/**
 * Points for what holds. A file is graded by its own exercises, or a submission by those that were handed out and by checks
 * that its author has not seen. Pure; never throws, for any text.
 */
import { expectationAt } from '../language/link-expectations';
import type { Exercise, ExerciseCheck } from '../language/topology';
import type { Analysis, ExpectationResult } from './analysis';
import { type Checked, type CheckOptions, check } from './check';
import type { CheckGrade, ExerciseGrade, Feedback, Grade } from './grade';
import { behind, namesOfBlocks, onlyChecks, withoutBlocks, withoutChecks } from './grading-texts';

/** Expectations that stand outside of exercises count where there are no exercises, one point each. */
export function gradeOf(checked: Checked): Grade {
  return total(groupsBehind(checked, 0));
}

/** One of the exercises of a file that has been checked. */
export function gradeOfExercise(exercise: Exercise, analysis: Pick<Analysis, 'expectations'>): ExerciseGrade {
  return groupOf(exercise.name, exercise.checks, resultsByLine(analysis));
}

export interface Grading {
  /** Expectations that the student has not seen, with flows and scenarios of their own if they want some. */
  readonly checks?: string | undefined;
  /** The text that was handed out: its exercises and expectations count, instead of those of the submission. */
  readonly exercises?: string | undefined;
}

/**
 * What a student can see is graded without the hidden checks, so that no flow of theirs changes or explains it. Spans are
 * those of the file that a check comes from.
 */
export function gradeWith(submission: string, { checks, exercises }: Grading, options: CheckOptions = {}): Grade {
  const bare = exercises === undefined && checks === undefined ? submission : withoutChecks(submission);
  const open =
    exercises !== undefined
      ? graded(bare, onlyChecks(exercises), options)
      : groupsBehind(check(submission, undefined, options), 0).filter(
          ({ name }) => checks === undefined || name !== undefined,
        );
  if (checks === undefined) return total(open);
  const hidden = graded(withoutBlocks(bare, namesOfBlocks(checks)), checks, options);
  return total([...open, ...hidden.map((group) => ({ ...group, isHidden: true }))]);
}

/** By name what may be seen of it; of hidden checks neither texts nor names nor reasons. */
export function feedbackOf({ exercises, points, of }: Grade): Feedback {
  const hidden = exercises.flatMap(({ checks, isHidden }) => (isHidden ? checks : []));
  return {
    exercises: exercises.flatMap(({ isHidden, ...seen }) => (isHidden ? [] : [seen])),
    hidden: hidden.map(({ points, of, outcome, otherwise }, place) => ({
      ...{ number: place + 1, points, of, outcome },
      otherwise: outcome === 'pass' ? undefined : otherwise,
    })),
    points,
    of,
  };
}

/** The exercises of one text, about what is declared in another. */
function graded(submission: string, exercises: string, options: CheckOptions): readonly ExerciseGrade[] {
  const { text, boundary } = behind(submission, exercises);
  return groupsBehind(check(text, undefined, options), boundary);
}

/** Those from this line on, with their lines counted from there. */
function groupsBehind({ compilation, analysis, diagnostics }: Checked, boundary: number): readonly ExerciseGrade[] {
  const results = resultsByLine(analysis);
  const shifted = (group: ExerciseGrade): ExerciseGrade => ({
    ...group,
    checks: group.checks.map((one) => {
      const mistake = diagnostics.find(({ severity, span }) => severity === 'error' && span.line === one.span.line);
      const because = results.has(one.span.line) ? one.because : (mistake?.message ?? '');
      return { ...one, because, span: { ...one.span, line: one.span.line - boundary } };
    }),
  });
  const exercises = compilation.topology.exercises.filter(({ span }) => span.line >= boundary);
  if (exercises.length > 0) return exercises.map(({ name, checks }) => shifted(groupOf(name, checks, results)));
  const loose = compilation.tree.items.flatMap((item): readonly Checkable[] => {
    const { statement } = item.line;
    if (statement.kind !== 'expect' || item.lineNumber < boundary) return [];
    return [{ points: 1, ...expectationAt(item, statement), otherwise: statement.otherwise?.text }];
  });
  return loose.length > 0 ? [shifted(groupOf(undefined, loose, results))] : [];
}

type Checkable = Omit<ExerciseCheck, 'expectation'>;
type Results = ReadonlyMap<number, ExpectationResult>;

function resultsByLine({ expectations }: Pick<Analysis, 'expectations'>): Results {
  return new Map(expectations.map((result) => [result.expectation.span.line, result]));
}

function groupOf(name: string | undefined, checks: readonly Checkable[], results: Results): ExerciseGrade {
  const grades = checks.map(({ points: of, text, span, otherwise }): CheckGrade => {
    const { isChecked, outcome: found, actual = 'not checked', because = '' } = results.get(span.line) ?? {};
    const outcome = isChecked && found ? found : 'not checked';
    return { text, points: outcome === 'pass' ? of : 0, of, outcome, actual, because, otherwise, span };
  });
  return { name, ...sum(grades), checks: grades, isHidden: false };
}

function total(exercises: readonly ExerciseGrade[]): Grade {
  return { exercises, ...sum(exercises) };
}

function sum(parts: readonly { readonly points: number; readonly of: number }[]) {
  return {
    points: parts.reduce((all, { points }) => all + points, 0),
    of: parts.reduce((all, { of }) => all + of, 0),
  };
}
