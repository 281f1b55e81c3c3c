/** How long it takes to understand a text: as a whole, and after one more character. */
import { check } from '../src/analysis/check';
import { compile } from '../src/language/compile';
import { generate } from './generate';
import { medianMs } from './measure';
import type { Figure } from './report';

export function* languageFigures(): Generator<Figure> {
  const small = generate({ lines: 200, hosts: 30 });
  const large = generate({ lines: 10_000, hosts: 500 });
  assertInOrder(small);
  assertInOrder(large);
  yield { what: 'parse, link and check 200 lines', value: medianMs(() => compile(small)), unit: 'ms', goal: 1 };
  yield { what: 'parse, link and check 10,000 lines', value: medianMs(() => compile(large)), unit: 'ms', goal: 20 };
  const edits = [
    ['in a flow, of 10,000 lines', 'takes 20ms', 'takes 2ms'],
    ['in a comment, of 10,000 lines', '// peer', '// peers'],
    ['at a host, of 10,000 lines', 'up 8Mbps', 'up 88Mbps'],
  ] as const;
  for (const [where, from, to] of edits) {
    yield { what: `one character ${where}`, value: editMs(large, edited(large, from, to)), unit: 'ms', goal: 3 };
  }
}

/** The edit and its undoing take turns, each on what was known before it. */
function editMs(text: string, editedText: string): number {
  let known = compile(text);
  return medianMs((number) => {
    known = compile(number % 2 === 0 ? editedText : text, known);
  });
}

/** One occurrence in the middle of the file is replaced. */
export function edited(text: string, from: string, to: string): string {
  const middle = text.indexOf(from, text.length / 2);
  const place = middle >= 0 ? middle : text.lastIndexOf(from);
  if (place < 0) throw new Error(`The generated file has no “${from}”.`);
  return text.slice(0, place) + to + text.slice(place + from.length);
}

export function assertInOrder(text: string): void {
  const [first] = check(text, undefined, { maxSteps: 1_000_000 }).diagnostics;
  if (first) throw new Error(`The generated file is not in order: line ${first.span.line + 1}: ${first.message}`);
}
