/**
 * What could be written where somebody is typing: words of the language as its grammar allows them, names as they make
 * sense there, units, and whole statements. Plain data; the best comes first. Works in lines that are broken elsewhere.
 */
import type { Compilation } from '../language/compile';
import type { Expected, Slot } from '../language/expected';
import { type QuantityKind, units } from '../language/quantities';
import { surroundingsOf } from './blocks';
import { type Candidate, candidatesFor } from './completion-names';
import { type CompletionPlace, lacksMore, placeIn } from './completion-place';
import { wordCompletions } from './completion-words';
import type { Position } from './position';
import { statementCompletions } from './snippets';
import type { Explanation } from './words';

export type CompletionKind =
  | 'statement'
  | 'word'
  | 'symbol'
  | 'host'
  | 'device'
  | 'service'
  | 'resource'
  | 'flow'
  | 'scenario'
  | 'unit'
  | 'text';

export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  readonly explanation?: Explanation | undefined;
  /** What is written; with tab stops (`${1:name}`, `$0`) if it is a snippet. */
  readonly insert: string;
  readonly isSnippet?: boolean;
  /** What stands there is not complete yet, so the editor asks again at once. */
  readonly goesOn?: boolean;
}

export interface Completions {
  readonly items: readonly Completion[];
  /** The columns that are replaced. */
  readonly start: number;
  readonly end: number;
}

/** Nothing within comments, nor within texts that are the author's own. */
export function complete(file: Compilation, { line, column }: Position): Completions {
  const text = file.tree.lines[line]?.text ?? '';
  const place = placeIn(text, column);
  if (!place) return { items: [], start: column, end: column };
  const items = place.tokens.some(({ text }) => text !== '}')
    ? place.expected.flatMap((expected) => completionsFor(file, place, line, expected))
    : startOfLine(file, place, line);
  const fitting = items.filter((item) => couldBe(item, place)).sort((a, b) => rank(a, place) - rank(b, place));
  return { items: fitting.map((item) => spaced(item, place)), start: place.start, end: place.end };
}

/** Within quotes only what has some, behind a digit only what has a unit. */
function couldBe({ insert, kind }: Completion, { isInText, typed }: CompletionPlace): boolean {
  if (isInText) return insert.startsWith('"');
  return !/^\d/.test(typed) || kind === 'unit';
}

/** Arrows before actions, names before words, and of a link its rate before the rest; else the order of the grammar. */
function rank({ kind }: Completion, { statement }: CompletionPlace): number {
  if (kind === 'symbol') return 0;
  if (kind === 'unit' && statement.kind === 'link') return 1;
  return isName(kind) ? 2 : 3;
}

function isName(kind: CompletionKind): boolean {
  return !['statement', 'word', 'unit', 'text'].includes(kind);
}

function startOfLine(file: Compilation, place: CompletionPlace, line: number): readonly Completion[] {
  if (place.isInText) return [];
  const { container, openers } = surroundingsOf(file.tree, line);
  const statements = statementCompletions(file, container, openers, place);
  const hosts =
    container === 'flow' && place.tokens.length === 0 ? named(candidatesFor(file, place, line, 'host'), place) : [];
  return [...hosts, ...statements];
}

function completionsFor(
  file: Compilation,
  place: CompletionPlace,
  line: number,
  expected: Expected,
): readonly Completion[] {
  switch (expected.kind) {
    case 'word':
    case 'symbol':
      return place.isInText ? [] : wordCompletions(file, place, expected.text);
    case 'quantity':
      return place.isInText ? [] : quantities(place.typed, expected.of);
    case 'number':
      return [{ label: expected.example, kind: 'unit', detail: expected.what, insert: expected.example }];
    case 'slot': {
      const names = named(candidatesFor(file, place, line, expected.slot), place);
      return place.isInText || names.length > 0 ? names : ownWords(expected.slot);
    }
  }
}

/** A flow or scenario that is declared here gets its block with its name. */
function named(candidates: readonly Candidate[], { statement, rest }: CompletionPlace): readonly Completion[] {
  const isDeclared = (statement.kind === 'flow' || statement.kind === 'scenario') && rest.trim() === '';
  return candidates.map(({ name, kind, detail, written }) =>
    isDeclared
      ? { label: name, kind, detail, insert: `${escaped(written)} {\n\t$0\n}`, isSnippet: true }
      : { label: name, kind, detail, insert: written },
  );
}

/** As a snippet has it, so that nothing in it is taken for a tab stop. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

const ownTexts: Partial<Record<Slot, readonly [detail: string, example: string]>> = {
  title: ['the title', 'Music sharing'],
  'new flow': ['the name of the flow', 'Find and fetch'],
  'new scenario': ['the name of the scenario', 'The index is down'],
  'new exercise': ['the name of the exercise', 'Who asks, who serves?'],
  task: ['what is to be done', 'Let alice fetch the song from bob.'],
  hint: ['what helps', 'Who asks, and who answers?'],
  question: ['a question about the next step', 'Who is the server here?'],
  advice: ['in your own words', 'Has bob registered his song?'],
  note: ['a note', 'What is worth seeing here.'],
  shared: ['what it shares', 'song.mp3'],
  uploaded: ['what is uploaded', 'photo.jpg'],
  message: ['in your own words', 'GET /'],
  reply: ['the answer', '200 OK'],
  text: ['in your own words', 'Hello'],
};

function ownWords(slot: Slot): readonly Completion[] {
  const [detail, example] = ownTexts[slot] ?? [];
  if (detail === undefined) return [];
  const block = slot === 'new flow' || slot === 'new scenario' || slot === 'new exercise' ? ' {\n\t$0\n}' : '';
  return [{ label: '"…"', kind: 'text', detail, insert: `"\${1:${example}}"${block}`, isSnippet: true }];
}

/** The usual ones first; where no number is typed yet, a few that are likely. */
const usual: Readonly<Record<QuantityKind, readonly string[]>> = {
  size: ['4MB', '12kB', '1GB'],
  rate: ['100Mbps', '10Mbps', '1Gbps'],
  duration: ['2ms', '20ms', '1s'],
  percent: ['1%', '5%'],
};
const whole: Readonly<Record<string, string>> = {
  B: 'bytes',
  kB: 'kilobytes, 1,000 B',
  MB: 'megabytes, 1,000 kB',
  GB: 'gigabytes, 1,000 MB',
  TB: 'terabytes, 1,000 GB',
  KiB: 'kibibytes, 1,024 B',
  MiB: 'mebibytes, 1,024 KiB',
  GiB: 'gibibytes, 1,024 MiB',
  bps: 'bits per second',
  kbps: 'kilobits per second',
  Mbps: 'megabits per second',
  Gbps: 'gigabits per second',
  us: 'microseconds',
  ms: 'milliseconds',
  s: 'seconds',
  min: 'minutes',
  h: 'hours',
  '%': 'percent',
};

function quantities(typed: string, kind: QuantityKind): readonly Completion[] {
  const number = /^\d+(?:\.\d+)?/.exec(typed)?.[0];
  if (number === undefined && typed !== '') return [];
  const unitsOfKind = [...units].flatMap(([unit, { kind: of }]) => (of === kind ? [unit] : []));
  const amounts = number === undefined ? usual[kind] : unitsOfKind.map((unit) => number + unit);
  return amounts.map((amount) => ({
    label: amount,
    kind: 'unit',
    detail: whole[amount.replace(/^[\d.]+/, '')],
    insert: amount,
  }));
}

/** With a blank on either side where one is missing, and another question behind it where the line lacks more. */
function spaced(item: Completion, { beginning, typed, rest }: CompletionPlace): Completion {
  const touchesWord = typed === '' && /[^\s[(]$/.test(beginning);
  const insert = touchesWord ? ` ${item.insert}` : item.insert;
  const goesOn = !item.isSnippet && rest.trim() === '' && lacksMore(beginning + insert);
  return goesOn ? { ...item, insert: `${insert} `, goesOn } : { ...item, insert };
}
