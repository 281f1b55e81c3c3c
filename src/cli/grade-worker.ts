/**
 * A thread that grades one submission after the other. It gets texts and answers with plain data; whoever started it ends it
 * when a submission takes too long.
 */
import { parentPort } from 'node:worker_threads';
import { check } from '../analysis/check';
import type { Grade } from '../analysis/grade';
import { type Grading, gradeWith } from '../analysis/grading';
import { compile } from '../language/compile';
import type { Mistake } from './graded';

export interface GradeOrder {
  readonly submission: string;
  readonly grading: Grading;
  readonly maxSteps: number;
}

export interface GradeAnswer {
  readonly grade: Grade;
  /** In what the submission says; not what its flows run into. */
  readonly mistakes: readonly Mistake[];
  /** Something was not checked, and a flow takes more steps than one may. */
  readonly isTooLarge: boolean;
}

export function answerOrders(): void {
  parentPort?.on('message', (order: GradeOrder) => parentPort?.postMessage(answer(order)));
}

function answer({ submission, grading, maxSteps }: GradeOrder): GradeAnswer {
  const errors = compile(submission).diagnostics.filter(({ severity }) => severity === 'error');
  const grade = gradeWith(submission, grading, { maxSteps });
  const isInPart = grade.exercises.some(({ checks }) => checks.some(({ outcome }) => outcome === 'not checked'));
  return {
    grade,
    mistakes: errors.map(({ span, message }) => ({ line: span.line + 1, message })),
    isTooLarge:
      isInPart && check(submission, undefined, { maxSteps }).diagnostics.some(({ code }) => code === 'too-large'),
  };
}
