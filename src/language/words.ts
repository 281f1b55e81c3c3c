/** The words of the language. Statement words are reserved; the others mean something only in their place. */

/** Statements that stand outside of every block, so one of them inside means that a block was not closed. */
const topLevelWords: ReadonlySet<string> = new Set(
  'topology service host switch router cloud link flow scenario exercise expect'.split(' '),
);

/** Words that start a statement: nothing can be named so, and every line that starts with one is a safe place to resume. */
export const statementWords: ReadonlySet<string> = new Set([
  ...topLevelWords,
  ...'call offline online cut restore set wait note ask together repeat otherwise task hint points'.split(' '),
]);

export const propertyWords: readonly string[] = 'runs shares lists up down at note'.split(' ');
