/** What a submission is worth, and what its author may see of that. This file holds the types alone. */
import type { Span } from '../language/source';

export type GradeOutcome = 'pass' | 'fail' | 'not checked';

/** One thing that is checked. */
export interface CheckGrade {
  readonly text: string;
  /** All of `of`, or none. */
  readonly points: number;
  readonly of: number;
  readonly outcome: GradeOutcome;
  readonly actual: string;
  readonly because: string;
  /** The author's words for whoever does not meet it yet. */
  readonly otherwise: string | undefined;
  /** In the file that the check comes from. */
  readonly span: Span;
}

export interface ExerciseGrade {
  /** Undefined for expectations outside of exercises, in a file that has none. */
  readonly name: string | undefined;
  readonly points: number;
  readonly of: number;
  readonly checks: readonly CheckGrade[];
  /** It comes from a file that students do not have: see `feedbackOf`. */
  readonly isHidden: boolean;
}

/** For the instructor: it holds hidden checks in full. */
export interface Grade {
  /** The hidden ones last. */
  readonly exercises: readonly ExerciseGrade[];
  readonly points: number;
  readonly of: number;
}

/** Of a grade, what a student may see. */
export interface Feedback {
  readonly exercises: readonly Omit<ExerciseGrade, 'isHidden'>[];
  readonly hidden: readonly HiddenCheckFeedback[];
  readonly points: number;
  readonly of: number;
}

/** “hidden check 2”, and no more of it than this. */
export interface HiddenCheckFeedback {
  /** From 1. */
  readonly number: number;
  readonly points: number;
  readonly of: number;
  readonly outcome: GradeOutcome;
  /** Where it does not hold. */
  readonly otherwise: string | undefined;
}
