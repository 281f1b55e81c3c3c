/**
 * Renaming, checked: what can be renamed, and every edit that gives it another name, or a sentence that says why not. A new
 * name never changes what the file means; texts in the author's own words are left alone. Knows the syntax tree alone.
 */
import { tokenize } from '../language/lexer';
import { parseLine } from '../language/parse-line';
import type { Span, TextEdit } from '../language/source';
import type { Line } from '../language/syntax';
import type { Tree } from '../language/tree';
import { quote, shorten } from '../language/wording';
import { statementWords } from '../language/words';
import { declarationsOf, type NameInFile, type NameKind, nameAt, namesOf, usesOf } from './names';
import type { Position } from './position';

export interface Refusal {
  /** What is in the way and what to do about it. */
  readonly refused: string;
}

export interface Renameable {
  /** Without quotes. */
  readonly span: Span;
  /** The name as it is now, without quotes and escapes. */
  readonly placeholder: string;
}

export function renameableAt(tree: Tree, position: Position): Renameable | Refusal {
  const found = nameAt(tree, position);
  if (!found) return { refused: whyNoName(tree.lines[position.line], position.column) };
  if (isOpenText(tree, found)) return { refused: 'This text has no end: close it with a double quote (") first.' };
  return { span: spanWithoutQuotes(tree, found), placeholder: found.name };
}

/** The edits in the order of the file; none where the name stays the same. */
export function rename(tree: Tree, position: Position, newName: string): readonly TextEdit[] | Refusal {
  const renameable = renameableAt(tree, position);
  const found = nameAt(tree, position);
  if ('refused' in renameable || !found) return renameable as Refusal;
  const name = isQuoted(found.kind) ? newName : newName.trim();
  if (name === found.name) return [];
  const refused = whyNotCalled(found.kind, name) ?? whyTaken(tree, found, name);
  if (refused !== undefined) return { refused };
  const text = isQuoted(found.kind) ? name.replace(/[\\"]/g, '\\$&') : name;
  const edits = usesOf(tree, found).map((use) => ({ span: spanWithoutQuotes(tree, use), text }));
  const changed = lineThatReadsOtherwise(tree, edits, found, name);
  return changed === undefined ? edits : { refused: otherwiseRead(name, found.kind, changed) };
}

function isQuoted(kind: NameKind): boolean {
  return kind !== 'node' && kind !== 'service';
}

function spanWithoutQuotes(tree: Tree, use: NameInFile): Span {
  const { kind, line, start, end } = use;
  return isQuoted(kind) ? { line, start: start + 1, end: isOpenText(tree, use) ? end : end - 1 } : { line, start, end };
}

/** A text without its closing quote has swallowed what follows it. */
function isOpenText(tree: Tree, { line, start, end }: NameInFile): boolean {
  return tokenize(tree.lines[line]?.text.slice(start, end) ?? '')[0]?.open === true;
}

const whatHasNames = 'hosts, switches, services, resources, flows and scenarios';

function whyNoName(line: Line | undefined, column: number): string {
  const tokens = tokenize(line?.text ?? '');
  const token = tokens.find(({ start, end }) => start <= column && column <= end);
  const hint = `Put the cursor on a name: ${whatHasNames} have one.`;
  if (token?.kind === 'string') return `This text is in your own words, so there is nothing to rename. ${hint}`;
  if (token?.kind === 'name') return `${quote(token.text)} is a word of the language here, not a name. ${hint}`;
  if (line?.text.slice(tokens.at(-1)?.end ?? 0, column).includes('//')) return `A comment has no name. ${hint}`;
  return `There is no name here. ${hint}`;
}

const nouns: Readonly<Record<NameKind, string>> = {
  node: 'host',
  service: 'service',
  resource: 'resource',
  flow: 'flow',
  scenario: 'scenario',
};

function whyNotCalled(kind: NameKind, name: string): string | undefined {
  if (isQuoted(kind)) {
    if (/[\r\n]/.test(name)) return `The name of a ${nouns[kind]} stands on one line: type it without a line break.`;
    return name.trim() === '' ? `A ${nouns[kind]} needs a name: type at least one letter.` : undefined;
  }
  if (statementWords.has(name)) {
    return `“${name}” is a word of the language, so no ${nouns[kind]} can be called that. Type ${name}1 instead.`;
  }
  const [token, ...more] = tokenize(name);
  if (token?.kind === 'name' && more.length === 0 && token.end === name.length) return undefined;
  const better = name.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '-').replace(/^[^\p{L}]+|-$/gu, '');
  const way =
    better === '' ? 'Type a letter first.' : `Type ${shorten(better)}${statementWords.has(better) ? '1' : ''} instead.`;
  return `A name starts with a letter and goes on with letters, digits, - and _, without spaces. ${way}`;
}

/** A name that is nowhere declared is a slip of the pen: giving it a name that is there mends it. */
function whyTaken(tree: Tree, { kind, name: oldName }: NameInFile, name: string): string | undefined {
  const [taken] = declarationsOf(tree, { kind, name });
  if (!taken || declarationsOf(tree, { kind, name: oldName }).length === 0) return undefined;
  const statement = tree.lines[taken.line]?.statement;
  const noun = statement?.kind === 'device' ? statement.device : nouns[kind];
  return `There is a ${noun} ${quote(name)} already, and the two would become one. Type another name.`;
}

/** The first of the edited lines that would say something else, as `finds nothing` does of a host called “nothing”. */
function lineThatReadsOtherwise(
  tree: Tree,
  edits: readonly TextEdit[],
  { kind, name: oldName }: NameInFile,
  name: string,
): number | undefined {
  for (const [number, onLine] of byLine(edits)) {
    const line = tree.lines[number];
    if (!line || line.problem) continue;
    const wanted = namesOf(line).map((use) =>
      keyOf(use.kind, use.kind === kind && use.name === oldName ? name : use.name),
    );
    const edited = parseLine(applied(line.text, onLine));
    const found = namesOf(edited).map((use) => keyOf(use.kind, use.name));
    const isSame = edited.problem === undefined && edited.statement.kind === line.statement.kind;
    if (!isSame || found.join('\n') !== wanted.join('\n')) return number;
  }
  return undefined;
}

function keyOf(kind: NameKind, name: string): string {
  return `${kind} ${name}`;
}

function byLine(edits: readonly TextEdit[]): ReadonlyMap<number, readonly TextEdit[]> {
  const lines = new Map<number, TextEdit[]>();
  for (const edit of edits) {
    const known = lines.get(edit.span.line);
    if (known) known.push(edit);
    else lines.set(edit.span.line, [edit]);
  }
  return lines;
}

/** The edits of one line, from left to right. */
function applied(line: string, edits: readonly TextEdit[]): string {
  let text = '';
  let at = 0;
  for (const { span, text: replacement } of edits) {
    text += line.slice(at, span.start) + replacement;
    at = span.end;
  }
  return text + line.slice(at);
}

function otherwiseRead(name: string, kind: NameKind, line: number): string {
  return `In line ${line + 1}, ${quote(name)} would not be read as the name of a ${nouns[kind]}. Type another name.`;
}
