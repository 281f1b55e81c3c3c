// What an editor asks of a file four times as long takes about four times as long: each question looks at the file once,
// not once for each of its hosts, shares, steps or expectations.

import assert from 'node:assert/strict';
import { type Checked, check } from '../../src/analysis/check';
import { statementRangeAt } from '../../src/editor/blocks';
import { complete } from '../../src/editor/completion';
import { fixAllLike, offersFor, safeFixes } from '../../src/editor/fix-all';
import { foldsOf } from '../../src/editor/folding';
import { hintsOf } from '../../src/editor/hints';
import { hoverAt } from '../../src/editor/hover';
import { lensesOf, lensesWhileTyping } from '../../src/editor/lenses';
import { declarationsOf, nameAt, usesOf } from '../../src/editor/names';
import type { Position } from '../../src/editor/position';
import { rename } from '../../src/editor/rename';
import { selectionsAt } from '../../src/editor/selection';
import { rolesWhileTyping } from '../../src/editor/steady';
import { declaredIn, outlineOf } from '../../src/editor/symbols';
import { tokensOf } from '../../src/editor/tokens';
import { formattingEdits, typingEdits } from '../../src/language/format';

interface File {
  readonly text: string;
  readonly checked: Checked;
  /** The same before its last keystroke. */
  readonly before: Checked;
}

/** Everybody shares the same song, acts in a flow of ten and is expected to; every tenth has slips. */
function fileOf(hosts: number): File {
  const each = (line: (number: number, isTenth: boolean) => string) =>
    Array.from({ length: hosts }, (_, number) => line(number, number % 10 === 9)).join('');
  const text = [
    'service music uses request\nhost alice runs music peer\n',
    each((number, isTenth) => `host h${number} : both runs music peer shares "song" ${isTenth ? '1mb' : '1MB'}\n`),
    each((number, isTenth) => {
      const step = `  h${number} -> h${(number + 1) % hosts} : get "song"\n`;
      if (number % 10 === 0) return `flow "f${number}" {\n${step}`;
      return isTenth ? `${step}  alcie -> h${number} : get "song"\n}\n` : step;
    }),
    each((number, isTenth) => `expect ${isTenth ? `"f${number - 9}" succeeds` : `h${number} is both`}\n`),
  ].join('');
  return { text, checked: check(text), before: check(text.replace('alcie', 'al')) };
}

function positionOf({ text }: File, words: string): Position {
  const before = text.slice(0, text.indexOf(words) + words.length).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

const places = [
  'host h',
  'shares "so',
  'flow "f1',
  'h11 -> h1',
  'h11 -> h12 : get "s',
  'expect h1',
  'expect "f',
  '  alci',
];

const questions: Readonly<Record<string, (file: File) => unknown>> = {
  folding: ({ checked }) => foldsOf(checked.compilation.tree),
  outline: ({ checked }) => [outlineOf(checked.compilation.tree), declaredIn(checked.compilation.tree)],
  lenses: ({ checked }) => lensesOf(checked),
  'lenses while typing': ({ checked, before }) =>
    lensesWhileTyping(checked, { checked: before, lenses: lensesOf(before) }),
  'roles while typing': ({ checked, before }) => rolesWhileTyping(checked, { checked: before, view: before }),
  hints: ({ checked }) => hintsOf(checked, 0, Number.POSITIVE_INFINITY),
  'hints of a window': ({ checked }) => hintsOf(checked, 50, 100),
  colours: ({ checked }) => tokensOf(checked, 0, Number.POSITIVE_INFINITY),
  layout: ({ text }) => formattingEdits(text),
  'a line break': ({ checked }) => typingEdits(checked.compilation.tree.lines, '\n', 50),
  'fixes on save': ({ checked }) =>
    safeFixes(checked.diagnostics, (line) => checked.compilation.tree.lines[line]?.text ?? ''),
  'all fixes of a kind': ({ checked: { diagnostics } }) => {
    const wanted = diagnostics.find(({ code }) => code === 'unknown-host');
    assert.ok(wanted?.fixes[0] && fixAllLike(diagnostics, wanted, wanted.fixes[0]));
    return offersFor([wanted], diagnostics);
  },
  ...atPlaces('completion', ({ checked }, position) => complete(checked.compilation, position)),
  ...atPlaces('hover', ({ checked }, position) => hoverAt(checked, position, String)),
  ...atPlaces('definition', ({ checked: { compilation } }, position) => {
    const name = nameAt(compilation.tree, position);
    const found = name ? declarationsOf(compilation.tree, name) : [];
    return [name && usesOf(compilation.tree, name), found.map(({ line }) => statementRangeAt(compilation.tree, line))];
  }),
  ...atPlaces('renaming', ({ checked }, position) => rename(checked.compilation.tree, position, 'somebody')),
  ...atPlaces('selection', ({ checked }, position) => selectionsAt(checked.compilation.tree, [position])),
};

type AtPlace = (file: File, position: Position) => unknown;

function atPlaces(name: string, ask: AtPlace): Readonly<Record<string, (file: File) => unknown>> {
  return Object.fromEntries(
    places.map((words) => [`${name} behind “${words.trim()}”`, (file: File) => ask(file, positionOf(file, words))]),
  );
}

/** Linear is 4, quadratic 16; the floor is for what takes no time worth measuring. */
const [factor, floorMs] = [10, 3];
const sizes = [500, 2000];

describe('what an editor asks of a file four times as long', () => {
  let files: readonly (readonly File[])[] = [];
  before(() => {
    files = prepared();
  });
  after(() => {
    files = [];
  });

  for (const [name, ask] of Object.entries(questions)) {
    it(`takes no more time than in proportion: ${name}`, () => {
      let [short = 0, long = 0] = files.map((each) => timeOf(ask, each));
      // The machine may be busy with something else, but not each time.
      for (let again = 0; again < 3 && long > factor * short + floorMs; again++) {
        [short = 0, long = 0] = prepared().map((each) => timeOf(ask, each));
      }
      assert.ok(long <= factor * short + floorMs, `${long.toFixed(1)} ms instead of ${short.toFixed(1)} ms`);
    });
  }
});

/** What is asked for the first time is remembered, so that each file can be asked once. */
function prepared(): readonly (readonly File[])[] {
  return sizes.map((hosts) => Array.from({ length: 3 }, () => fileOf(hosts)));
}

/** The quickest is the one that was disturbed least. */
function timeOf(ask: (file: File) => unknown, files: readonly File[]): number {
  const times = files.map((file) => {
    const startMs = performance.now();
    ask(file);
    return performance.now() - startMs;
  });
  return Math.min(...times);
}
