/**
 * A thread that grades one submission after the other. It gets texts and answers with plain data; whoever started it ends it
 * when a submission takes too long.
 */
import { parentPort } from 'node:worker_threads';
import { check } from '../analysis/check';
import type { Grade } from '../analysis/grade';
import { type Grading, gradeWith } from '../analysis/grading';
import { compile } from '../language/compile';

export interface GradeOrder {
  readonly submission: string;
  readonly grading: Grading;
  readonly maxSteps: number;
}

export interface GradeAnswer {
  readonly grade: Grade;
  /** In what the submission says; not what its flows run into. */
  readonly errors: number;
  /** Something was not checked, and a flow takes more steps than one may. */
  readonly isTooLarge: boolean;
}

export function answerOrders(): void {
  parentPort?.on('message', (order: GradeOrder) => parentPort?.postMessage(answer(order)));
}

function answer({ submission, grading, maxSteps }: GradeOrder): GradeAnswer {
  const { diagnostics } = compile(submission);
  const grade = gradeWith(submission, grading, { maxSteps });
  const isInPart = grade.exercises.some(({ checks }) => checks.some(({ outcome }) => outcome === 'not checked'));
  return {
    grade,
    errors: diagnostics.filter(({ severity }) => severity === 'error').length,
    isTooLarge:
      isInPart && check(submission, undefined, { maxSteps }).diagnostics.some(({ code }) => code === 'too-large'),
  };
}
