/**
 * Many fixes at once: all that do the same kind of thing in a file, and all that can be made without asking. Fixes of one
 * kind meet: what two of them write in the same place is written once, and of two that contradict each other the first wins.
 */
import type { Diagnostic, DiagnosticCode, Fix, Span, TextEdit } from '../language/source';
import { listed } from '../simulation/words';

export interface FixAll {
  readonly title: string;
  /** Those that go away. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of the file; none overlap. */
  readonly edits: readonly TextEdit[];
}

interface Repair {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** One entry of a menu: a fix, or all of its kind. */
export interface Offer {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  readonly isBest: boolean;
  /** The report that it is shown for. */
  readonly diagnostic: Diagnostic;
}

/** What to offer for some of the reports of a file; all of a kind once, behind the first of that kind. */
export function offersFor(wanted: readonly Diagnostic[], known: readonly Diagnostic[]): readonly Offer[] {
  const kinds = kindsOf(known);
  const offered = new Set<string>();
  return wanted.flatMap((diagnostic) =>
    diagnostic.fixes.flatMap((fix): readonly Offer[] => {
      const one = { ...fix, isBest: isBest(diagnostic, fix), diagnostic };
      const key = keyOf(diagnostic, fix);
      const all = offered.has(key) ? undefined : allOf(diagnostic, kinds.get(key));
      offered.add(key);
      return all ? [one, { ...all, isBest: false, diagnostic }] : [one];
    }),
  );
}

/** Undefined where this fix alone does as much. */
export function fixAllLike(known: readonly Diagnostic[], diagnostic: Diagnostic, fix: Fix): FixAll | undefined {
  return allOf(diagnostic, kindsOf(known).get(keyOf(diagnostic, fix)));
}

function keyOf(diagnostic: Diagnostic, fix: Fix): string {
  return `${diagnostic.code} ${kindOf(diagnostic, fix)}`;
}

/** By code and kind; of several fixes of one kind for a report the first. */
function kindsOf(known: readonly Diagnostic[]): ReadonlyMap<string, readonly Repair[]> {
  const kinds = new Map<string, Repair[]>();
  for (const diagnostic of known) {
    for (const fix of diagnostic.fixes) {
      const key = keyOf(diagnostic, fix);
      const repairs = kinds.get(key);
      if (!repairs) kinds.set(key, [{ diagnostic, fix }]);
      else if (repairs.at(-1)?.diagnostic !== diagnostic) repairs.push({ diagnostic, fix });
    }
  }
  return kinds;
}

function allOf(diagnostic: Diagnostic, repairs: readonly Repair[] = []): FixAll | undefined {
  if (isClaim(diagnostic)) return undefined;
  const { made, edits } = merged(repairs);
  const [first, ...more] = new Set([...new Set(made.map((one) => one.fix))].map(textOf));
  if (first === undefined || more.length === 0) return undefined;
  const title = `Fix all ${made.length}: ${together(made.map((one) => one.fix.title))}`;
  return { title, diagnostics: made.map((one) => one.diagnostic), edits };
}

/** What can be made without asking, for `lines` as they are. */
export function safeFixes(known: readonly Diagnostic[], lines: (line: number) => string): readonly TextEdit[] {
  const repairs = known.flatMap((diagnostic): readonly Repair[] => {
    const [fix] = diagnostic.fixes;
    return fix && isSafe(diagnostic, fix, lines) ? [{ diagnostic, fix }] : [];
  });
  return merged(repairs).edits;
}

/** The first fix is the best, unless the next says the same of something else: then the author has to choose. */
export function isBest(diagnostic: Diagnostic, fix: Fix): boolean {
  return !isClaim(diagnostic) && diagnostic.fixes[0] === fix && kindOf(diagnostic, fix) !== fix.title;
}

/** An expectation may be the task: what it should say is for its author to decide, one by one. */
function isClaim({ code }: Diagnostic): boolean {
  return code === 'expectation-failed';
}

/** The first word of the title says what is done; where several fixes begin with it, they are alternatives. */
function kindOf({ fixes }: Diagnostic, fix: Fix): string {
  const word = firstWord(fix);
  return fixes.filter((one) => firstWord(one) === word).length > 1 ? fix.title : `${word} …`;
}

function firstWord({ title }: Fix): string {
  return title.split(' ', 1)[0] ?? title;
}

/** What is only to be taken away, or belongs to the grammar alone, needs no thought; more than signs is never lost. */
function isSafe({ code, fixes }: Diagnostic, fix: Fix, lines: (line: number) => string): boolean {
  if (fix.isSafe) return true;
  const losesNothing = ({ span, text }: TextEdit): boolean =>
    text.trim() !== '' || !/[\p{L}\p{N}{}]/u.test(lines(span.line).slice(span.start, span.end));
  return grammarCodes.has(code) && fixes.length === 1 && fix.edits.every(losesNothing);
}

const grammarCodes: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'unexpected-token',
  'unterminated-string',
  'unknown-word',
  'bad-quantity',
]);

/** What is written in one place. */
interface Place {
  readonly span: Span;
  /** By the message of the report that wants it: two that say the same mean the same thing. */
  readonly texts: Map<string, string>;
  readonly written: Set<string>;
}

function merged(repairs: readonly Repair[]): { readonly made: readonly Repair[]; readonly edits: readonly TextEdit[] } {
  const byLine = new Map<number, Place[]>();
  const known = new Set<Fix>();
  const made = repairs.filter(({ diagnostic: { message }, fix }) => {
    if (known.has(fix)) return true;
    if (!fix.edits.every((edit) => fits(byLine.get(edit.span.line) ?? [], edit, message))) return false;
    for (const edit of fix.edits) write(placeFor(byLine, edit.span), edit.text, message);
    known.add(fix);
    return true;
  });
  const edits = [...byLine.values()].flat().map(({ span, texts }) => ({ span, text: inOneGo([...texts.values()]) }));
  return { made, edits: edits.sort((a, b) => a.span.line - b.span.line || a.span.start - b.span.start) };
}

function fits(places: readonly Place[], { span, text }: TextEdit, message: string): boolean {
  if (places.some((place) => overlaps(place.span, span))) return false;
  const there = places.find((place) => isSamePlace(place.span, span));
  return !there || span.start === span.end || there.written.has(text) || there.texts.has(message);
}

function placeFor(byLine: Map<number, Place[]>, span: Span): Place {
  const places = byLine.get(span.line) ?? [];
  byLine.set(span.line, places);
  const there = places.find((place) => isSamePlace(place.span, span));
  if (there) return there;
  const place = { span, texts: new Map(), written: new Set<string>() };
  places.push(place);
  return place;
}

function write({ texts, written }: Place, text: string, message: string): void {
  if (written.has(text)) return;
  const known = texts.get(message);
  // Two sizes of one group: the larger holds for both.
  texts.set(message, known === undefined ? text : larger(known, text));
  written.add(text);
}

function overlaps(a: Span, b: Span): boolean {
  return !isSamePlace(a, b) && a.start < b.end && b.start < a.end;
}

function isSamePlace(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function larger(one: string, other: string): string {
  return one.length > other.length || (one.length === other.length && one > other) ? one : other;
}

/** Lines that belong together stand without a blank line between them, blocks with one alone. */
function inOneGo(texts: readonly string[]): string {
  const isLone = (text: string): boolean => !text.trim().includes('\n');
  if (texts.length < 2) return texts.join('');
  if (!texts.every(isLone))
    return texts.reduce((all, text) => all + (all.endsWith('\n\n') ? text.replace(/^\n+/, '') : text));
  const [first = ''] = texts;
  if (first.startsWith('\n\n')) return `\n${texts.map((text) => text.replace(/^\n\n/, '\n')).join('')}`;
  return first.endsWith('\n\n') ? `${texts.map((text) => text.replace(/\n\n$/, '\n')).join('')}\n` : texts.join('');
}

function textOf({ edits }: Fix): string {
  return JSON.stringify(edits);
}

/** `write a colon`; where they go on differently `declare host shop and forum`, or `let … run web client`. */
function together(titles: readonly string[]): string {
  const all = [...new Set(titles)].map((title) => title.charAt(0).toLowerCase() + title.slice(1));
  const [words = [], ...others] = all.map((title) => title.split(' '));
  if (others.length === 0) return words.join(' ');
  const from = words.findIndex((word, place) => others.some((other) => other[place] !== word));
  const start = from < 0 ? words : words.slice(0, from);
  const rests = all.map((title) => title.split(' ').slice(start.length).join(' '));
  const list = [...start, listed(rests)].join(' ');
  if (list.length <= longestList && !rests.some((rest) => rest === '' || / .* /.test(rest))) return list;
  const ends = words.slice(start.length).reverse();
  const to = ends.findIndex((word, place) => others.some((other) => other[other.length - 1 - place] !== word));
  const end = to < 0 ? [] : ends.slice(0, to).reverse();
  return [...start, '…', ...end].join(' ');
}

/** What is longer is not read in a menu. */
const longestList = 60;
