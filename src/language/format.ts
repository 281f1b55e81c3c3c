/**
 * The one way to lay out a file: two blanks for each block, one blank between words, and columns that line up where hosts,
 * links, messages or properties stand on neighbouring lines. Only white space changes, so a formatted file means the same.
 * Formatting twice changes nothing more. How a line is laid out is decided in format-layout.ts; here it becomes a text or edits.
 */
import { layOut, layOutLine } from './format-layout';
import { parseLine } from './parse-line';
import type { Line } from './syntax';

/** Replaces what is between two places, which may be on different lines; lines and columns are 0-based, the end is exclusive. */
export interface WhiteSpaceEdit {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** Both lines are 0-based and belong to it. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The whole text, laid out. Its line breaks (LF or CRLF) and a byte order mark are kept. */
export function format(text: string): string {
  const { mark, lines, breaks } = split(text);
  const kept = layOut(lines.map(parseLine)).map((line, number) =>
    line === undefined ? '' : line + breakBehind(breaks, number),
  );
  return mark + kept.join('');
}

/** What formatting changes, white space by white space, so that cursors, folds and marks stay where they are. Of a range only its lines. */
export function formattingEdits(text: string, range?: LineRange): readonly WhiteSpaceEdit[] {
  const { mark, lines, breaks } = split(text);
  const laidOut = layOut(lines.map(parseLine));
  const last = Math.min(lines.length - 1, range?.last ?? lines.length - 1);
  const edits: WhiteSpaceEdit[] = [];
  for (let line = Math.max(0, range?.first ?? 0); line <= last; line++) {
    const wanted = laidOut[line];
    const before = line === 0 ? mark : '';
    if (wanted === undefined) {
      const start = { line, column: before.length };
      while (line < last && laidOut[line + 1] === undefined) line++;
      edits.push(...replacement(start, behind(lines, line), '', ''));
    } else {
      const source = lines[line] ?? '';
      const end = { line, column: source.length };
      edits.push(...lineEdits(source, before + wanted, line));
      edits.push(...replacement(end, behind(lines, line), breaks[line] ?? '', breakBehind(breaks, line)));
    }
  }
  return edits;
}

/**
 * What is tidied up while somebody types: behind a line break the line that it ended, behind a `}` the indentation of its
 * line. No other line moves, and a line that cannot be read (yet) is left alone. `lines` are those of the whole file.
 */
export function typingEdits(lines: readonly Line[], typed: '\n' | '}', lineNumber: number): readonly WhiteSpaceEdit[] {
  const number = typed === '\n' ? lineNumber - 1 : lineNumber;
  const line = lines[number];
  if (!line || line.problem || line.text.trim() === '') return [];
  const mark = number === 0 ? markOf(line.text) : '';
  const edits = lineEdits(line.text, mark + layOutLine(lines, number), number);
  if (typed === '\n') return edits;
  return line.closes === undefined ? [] : edits.filter(({ start }) => start.column === 0);
}

function markOf(text: string): string {
  return text.startsWith('\ufeff') ? '\ufeff' : '';
}

interface Split {
  readonly mark: string;
  /** The mark stands in the first of them. */
  readonly lines: readonly string[];
  /** By line; the last one has none. */
  readonly breaks: readonly string[];
}

function split(text: string): Split {
  const pieces = text.split(/(\r\n|\r|\n)/);
  const lines = pieces.filter((_, place) => place % 2 === 0);
  return {
    mark: markOf(text),
    lines,
    breaks: pieces.filter((_, place) => place % 2 === 1),
  };
}

/** A lone CR before a blank line that goes would join the LF behind it, so it becomes what the file uses elsewhere. */
function breakBehind(breaks: readonly string[], line: number): string {
  const own = breaks[line];
  return own !== undefined && own !== '\r' ? own : (breaks.find((text) => text !== '\r') ?? '\n');
}

/** The start of the next line, or the end of the text. */
function behind(lines: readonly string[], line: number): Position {
  return line < lines.length - 1 ? { line: line + 1, column: 0 } : { line, column: lines[line]?.length ?? 0 };
}

function replacement(start: Position, end: Position, old: string, text: string): readonly WhiteSpaceEdit[] {
  const isNothing = start.line === end.line && start.column === end.column ? text === '' : old !== '' && old === text;
  return isNothing ? [] : [{ start, end, text }];
}

/** The two differ in white space alone: one edit for each stretch of it that does. */
function lineEdits(before: string, after: string, line: number): readonly WhiteSpaceEdit[] {
  if (before === after) return [];
  const edits: WhiteSpaceEdit[] = [];
  let from = 0;
  let to = 0;
  while (from < before.length || to < after.length) {
    const column = from;
    const target = to;
    while (from < before.length && isSpace(before, from)) from++;
    while (to < after.length && isSpace(after, to)) to++;
    const text = after.slice(target, to);
    if (before.slice(column, from) !== text) edits.push({ start: { line, column }, end: { line, column: from }, text });
    from++;
    to++;
  }
  return edits;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
