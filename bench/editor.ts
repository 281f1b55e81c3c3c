/** How long the editor waits for an answer while 10,000 lines are open and one of them has just been changed. */
import { complete } from '../src/editor/completion';
import { foldsOf } from '../src/editor/folding';
import { declarationsOf, nameAt, usesOf } from '../src/editor/names';
import type { Position } from '../src/editor/position';
import { rename } from '../src/editor/rename';
import { selectionsAt } from '../src/editor/selection';
import { outlineOf } from '../src/editor/symbols';
import { type Compilation, compile } from '../src/language/compile';
import { generate } from './generate';
import { assertInOrder, edited } from './language';
import { medianMs } from './measure';
import { placeOf } from './places';
import type { Figure } from './report';

/** One thing that an editor asks for. */
export interface Query {
  readonly what: string;
  readonly goalMs: number;
  readonly ask: (file: Compilation, places: Places) => unknown;
}

/** Where the cursor is when it is asked. */
export interface Places {
  /** On the name of a host that is used a thousand times, where it is declared. */
  readonly host: Position;
  /** On a resource, in a step in the middle of the file. */
  readonly step: Position;
  /** There, behind its arrow. */
  readonly asked: Position;
  /** There, where the line of a step starts. */
  readonly line: Position;
}

export const queries: readonly Query[] = [
  { what: 'completion of who is asked', goalMs: 20, ask: (file, { asked }) => complete(file, asked) },
  { what: 'completion of what is asked for', goalMs: 20, ask: (file, { step }) => complete(file, step) },
  { what: 'completion at the start of a step', goalMs: 20, ask: (file, { line }) => complete(file, line) },
  { what: 'completion of a name to declare', goalMs: 20, ask: (file, { host }) => complete(file, host) },
  {
    what: 'rename a host that is used 1,000 times',
    goalMs: 50,
    ask: ({ tree }, { host }) => rename(tree, host, 'index-server'),
  },
  { what: 'its references', goalMs: 5, ask: ({ tree }, { host }) => usesAt(tree, host) },
  {
    what: 'definition of a resource',
    goalMs: 5,
    ask: ({ tree }, { step }) => {
      const name = nameAt(tree, step);
      return name && declarationsOf(tree, name);
    },
  },
  { what: 'outline', goalMs: 20, ask: ({ tree }) => outlineOf(tree) },
  { what: 'folding', goalMs: 5, ask: ({ tree }) => foldsOf(tree) },
  { what: 'growing a selection', goalMs: 5, ask: ({ tree }, { step }) => selectionsAt(tree, [step]) },
];

export function* editorFigures(): Generator<Figure> {
  const text = largeFile();
  const file = compile(text);
  const changed = compile(edited(text, 'takes 20ms', 'takes 2ms'), file);
  const middle = text.length / 2;
  const step = placeOf(text, 'get "song', middle);
  const asked = { line: step.line, column: (text.split('\n')[step.line] ?? '').indexOf('->') + 3 };
  const places = { host: placeOf(text, 'host napster'), step, asked, line: { line: step.line, column: 2 } };
  const uses = usesAt(file.tree, places.host).length;
  if (uses < 1_000) throw new Error(`The host is used ${uses} times only.`);
  for (const { what, goalMs, ask } of queries) {
    const value = medianMs((number) => ask(number % 2 === 0 ? file : changed, places));
    yield { what: `${what}, 10,000 lines`, value, unit: 'ms', goal: goalMs };
  }
}

/** 200 of its lines expect something of the index, so that it is named a thousand times. */
function largeFile(): string {
  const expectation = '\nexpect napster carries no data in "Music 1"';
  const text = generate({ lines: 9_800, hosts: 400 }) + expectation.repeat(200);
  assertInOrder(text);
  return text;
}

function usesAt(tree: Compilation['tree'], position: Position) {
  const name = nameAt(tree, position);
  return name ? usesOf(tree, name) : [];
}
