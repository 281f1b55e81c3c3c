/**
 * Where in a line somebody is typing: what stands before, what has been typed of the word so far, and what the grammar
 * lets follow. The parser itself is asked, so completion cannot disagree with it. Knows one line, no file.
 */
import type { Expected } from '../language/expected';
import { type Token, tokenize } from '../language/lexer';
import { parseLine, probeLine } from '../language/parse-line';
import type { Statement } from '../language/syntax';

export interface CompletionPlace {
  /** The line up to the word that is being typed. */
  readonly beginning: string;
  /** The words of the beginning, with obvious mistakes mended. */
  readonly tokens: readonly Token[];
  readonly typed: string;
  /** The columns of the word that is being typed, up to its end behind the cursor. */
  readonly start: number;
  readonly end: number;
  /** The cursor is between the quotes of a text. */
  readonly isInText: boolean;
  /** What follows on the line. */
  readonly rest: string;
  /** What the beginning says. */
  readonly statement: Statement;
  /** Each once; nothing where the beginning cannot be read. */
  readonly expected: readonly Expected[];
}

/** Undefined within a comment. */
export function placeIn(line: string, column: number): CompletionPlace | undefined {
  const tokens = tokenize(line);
  const typing = tokens.find((token) => isTypedAt(token, column));
  const start = typing?.start ?? column;
  const lastEnd = tokens.filter((token) => token.end <= start).at(-1)?.end ?? 0;
  if (!typing && line.slice(lastEnd, column).includes('//')) return undefined;
  const beginning = line.slice(0, start);
  const end = typing?.open ? column : Math.max(column, typing?.end ?? column);
  return {
    beginning,
    typed: line.slice(start, column),
    start,
    end,
    isInText: typing?.kind === 'string',
    rest: line.slice(end),
    ...readable(beginning),
  };
}

/** Somebody types at its end, or within it; a text that is complete is not being typed any more. */
function isTypedAt(token: Token, column: number): boolean {
  if (token.start >= column || token.kind === 'symbol') return false;
  if (token.kind === 'string') return column < token.end || (token.open === true && column === token.end);
  return column <= token.end;
}

/** How many mistakes before the cursor are mended in thought, so that what is being typed behind them can be helped with. */
const maximumMended = 3;

function readable(beginning: string): Pick<CompletionPlace, 'tokens' | 'statement' | 'expected'> {
  let text = beginning;
  for (let mended = 0; ; mended++) {
    const { statement, expected, problem } = probeLine(text);
    const isMissing = !problem || expected.length > 0;
    if (isMissing || mended === maximumMended) {
      return { tokens: tokenize(text), statement, expected: distinct(expected) };
    }
    text = text.slice(0, problem.start) + (problem.fix?.text ?? '') + text.slice(problem.end);
  }
}

function distinct(expected: readonly Expected[]): readonly Expected[] {
  return [...new Map(expected.map((one) => [JSON.stringify(one), one])).values()];
}

/** Whether something is missing at the end of this beginning of a line. */
export function lacksMore(beginning: string): boolean {
  const { problem, end } = parseLine(beginning);
  return problem !== undefined && problem.end >= end;
}
