/** Parses what teaches: the lines of an exercise with their points, and questions about the next step of a flow. */
import type { Cursor } from './cursor';
import { otherTopics } from './misnomers';
import { parseExpect } from './parse-expect';
import type { QuestionWord, Statement } from './syntax';
import { questionTopics } from './topology';

export function parseTask(cursor: Cursor): Statement {
  return { kind: 'task', text: cursor.expectString('task', 'Let alice fetch the song from bob.', 'rest') };
}

export function parseHint(cursor: Cursor): Statement {
  return { kind: 'hint', text: cursor.expectString('hint', 'Who asks, and who answers?', 'rest') };
}

/** `"points" INT "expect" …` */
export function parsePoints(cursor: Cursor): Statement {
  reportNumberWord(cursor);
  const points = cursor.expectInteger('how many points', '3');
  if (points) reportNothingBehind(cursor);
  const isThere =
    points && cursor.expectWord('expect', 'Points are given for what follows them, such as: expect alice is client');
  if (isThere) return parseExpect(cursor, points);
  const expectation = { start: cursor.start, end: cursor.limitColumn };
  return {
    kind: 'expect',
    points,
    claim: undefined,
    flow: undefined,
    scenario: undefined,
    otherwise: undefined,
    expectation,
  };
}

const numberWords = 'zero one two three four five six seven eight nine ten'.split(' ');

/** `points three` */
function reportNumberWord(cursor: Cursor): void {
  const token = cursor.peek();
  const number = numberWords.indexOf(token?.text.toLowerCase() ?? '');
  if (!token || number < 0) return;
  const text = String(number);
  cursor.failAt('unexpected-token', token, `Write points as a number: ${text}`, { title: `Write ${text}`, text });
}

/** `points 3`, and `points 3 alice is client` */
function reportNothingBehind(cursor: Cursor): void {
  const token = cursor.peek();
  if (!token && !cursor.isProbe) {
    const message = 'Say behind the number what it is given for, such as: points 3 expect alice is client';
    cursor.fail('unexpected-token', message);
  } else if (token && (token.kind === 'string' || claimVerbs.some((verb) => cursor.isWord(verb, 1)))) {
    const written = cursor.line.slice(token.start, token.end);
    const fix = { title: 'Write expect', text: `expect ${written}` };
    cursor.failAt('unexpected-token', token, 'The word “expect” stands behind the number: points 3 expect …', fix);
  }
}

const claimVerbs = ['is', 'uploads', 'downloads', 'carries'];

/** `"ask" STRING [TOPIC]` */
export function parseAsk(cursor: Cursor): Statement {
  const text = cursor.expectString('question', 'Who serves here?', 'rest');
  const about =
    text && !cursor.done ? cursor.expectOneOf(questionTopics, 'what a question is about', otherTopics) : undefined;
  return { kind: 'ask', text, about: about as QuestionWord | undefined };
}
