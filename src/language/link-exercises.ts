/** From the blocks of exercises to exercises; what they expect is linked as all expectations are. */
import { expectationAt } from './link-expectations';
import type { Scope } from './scope';
import { spanOf } from './source';
import type { Item, Statement } from './syntax';
import type { Exercise, ExerciseCheck, Expectation } from './topology';
import { formatCount, quote } from './wording';

const mostPoints = 1_000;

/** `expectations` are those that could be understood, by the item that says them. `kept` is what was made of the item before. */
export function linkExercise(
  scope: Scope,
  item: Item,
  { name }: Extract<Statement, { kind: 'exercise' }>,
  expectations: ReadonlyMap<Item, Expectation>,
  kept: Exercise | undefined,
): Exercise | undefined {
  if (!name) return undefined;
  const body = item.body ?? [];
  const checks = body.flatMap((child) => linkCheck(scope, child, expectations));
  const span = spanOf(name, item.lineNumber);
  if (checks.length === 0 && body.every(({ line }) => !line.problem)) {
    const message = `Nothing is checked in ${quote(name.text)} yet. Say what holds once it is done, such as: expect alice is client`;
    scope.report('empty-exercise', span, message);
  }
  if (kept && isSame(kept.checks, checks)) return kept;
  return { name: name.text, tasks: textsOf(body, 'task'), hints: textsOf(body, 'hint'), checks, span };
}

function linkCheck(scope: Scope, item: Item, expectations: ReadonlyMap<Item, Expectation>): readonly ExerciseCheck[] {
  const { statement } = item.line;
  if (statement.kind !== 'expect') return [];
  const { points, otherwise } = statement;
  if (points && points.value > mostPoints) {
    const message = `At most ${formatCount(mostPoints)} points are given for one thing.`;
    scope.report('bad-quantity', spanOf(points, item.lineNumber), message);
  }
  const worth = Math.min(points?.value ?? 1, mostPoints);
  return [
    {
      points: worth,
      expectation: expectations.get(item),
      ...expectationAt(item, statement),
      otherwise: otherwise?.text,
    },
  ];
}

function textsOf(items: readonly Item[], kind: 'task' | 'hint'): readonly string[] {
  return items.flatMap(({ line: { statement } }) =>
    statement.kind === kind && statement.text ? [statement.text.text] : [],
  );
}

/** The item is the same, so its checks differ in nothing but what their names mean. */
function isSame(before: readonly ExerciseCheck[], now: readonly ExerciseCheck[]): boolean {
  return before.every(({ expectation }, place) => expectation === now[place]?.expectation);
}
