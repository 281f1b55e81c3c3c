/** Questions in a block of steps: each belongs to the statement that follows it. None of them makes a step. */
import { insertion } from './places';
import type { Scope } from './scope';
import type { Span } from './source';
import type { Item } from './syntax';
import type { Ask, Step } from './topology';

/** Of one block, from its first statement to its last. */
export class Questions {
  private waiting: Ask[] = [];
  /** The last of those that wait. */
  private last: Span | undefined;

  constructor(private readonly scope: Scope) {}

  /** Whether this is a question: it then waits for what follows. */
  takes({ line, lineNumber }: Item): boolean {
    const { statement, start, end } = line;
    if (statement.kind !== 'ask') return false;
    if (!statement.text || line.problem) return true;
    this.waiting.push({ text: statement.text.text, about: statement.about?.text, line: lineNumber });
    this.last = { line: lineNumber, start, end };
    return true;
  }

  /** Those that stand in front of a statement, if there are any; one that could not be understood loses them. */
  before(step: Step | undefined): readonly Ask[] | undefined {
    const asks = this.waiting;
    this.waiting = [];
    return step && asks.length > 0 ? asks : undefined;
  }

  /** At the end of the block nobody may be waiting. */
  end(): void {
    const last = this.last;
    if (this.waiting.length === 0 || !last) return;
    const message = 'Nothing follows this question in its block. Put it in front of the step that it asks about.';
    const fixes = [{ title: 'Make it a comment', edits: [insertion(last.line, last.start, '// ')] }];
    this.scope.report('question-without-step', last, message, { fixes });
  }
}
