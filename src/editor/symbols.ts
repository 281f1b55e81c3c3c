/**
 * The outline of a file: what it declares, flows with their steps, scenarios with their changes, and what it expects. Notes,
 * links and the properties of hosts are left out, so that it stays shorter than the file. Knows no names but those written.
 */
import type { Declarator, Item, Line, Statement, Word } from '../language/syntax';
import type { Tree } from '../language/tree';
import { counted } from '../language/wording';
import { blockEndsOf } from './blocks';
import type { Range } from './position';

export type OutlineKind =
  | 'title'
  | 'service'
  | 'host'
  | 'group'
  | 'device'
  | 'flow'
  | 'step'
  | 'block'
  | 'scenario'
  | 'exercise'
  | 'change'
  | 'expectations'
  | 'expectation';

export interface OutlineSymbol {
  /** Never empty. */
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  /** All of it with its block; contains those of the children, and the selection. */
  readonly range: Range;
  /** Its name, or the statement where it has none. */
  readonly selection: Range;
  readonly children: readonly OutlineSymbol[];
}

export function outlineOf(tree: Tree): readonly OutlineSymbol[] {
  const file: File = { lines: tree.lines, ends: blockEndsOf(tree) };
  return withExpectationsTogether(tree.items.flatMap((item) => declarationSymbols(file, item)));
}

/** What can be looked for from another file, and the title of this one. */
export interface Declared {
  readonly title: string | undefined;
  readonly symbols: readonly DeclaredSymbol[];
}

/** Without its steps: it is kept for every file of a workspace. */
export type DeclaredSymbol = Pick<OutlineSymbol, 'name' | 'kind' | 'selection'>;

export function declaredIn(tree: Tree): Declared {
  const outline = outlineOf(tree);
  const title = outline.find(({ kind }) => kind === 'title')?.name;
  const sought = outline.filter(({ kind }) => soughtKinds.has(kind));
  return { title, symbols: sought.map(({ name, kind, selection }) => ({ name, kind, selection })) };
}

const soughtKinds: ReadonlySet<OutlineKind> = new Set([
  'service',
  'host',
  'group',
  'device',
  'flow',
  'scenario',
  'exercise',
]);

/** Whether the name has all letters of what was typed, in that order; the case does not matter. */
export function isSought(name: string, typed: string): boolean {
  let at = 0;
  const letters = name.toLowerCase();
  for (const letter of typed.toLowerCase()) {
    if (letter.trim() === '') continue;
    at = letters.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}

interface File {
  readonly lines: readonly Line[];
  /** Of each block, the last line by the first. */
  readonly ends: ReadonlyMap<number, number>;
}

function declarationSymbols(file: File, item: Item): readonly OutlineSymbol[] {
  const { statement } = item.line;
  const symbol = (kind: OutlineKind, word: Word | undefined, detail = '', children: readonly OutlineSymbol[] = []) => [
    symbolOf(file, item, { kind, word, detail, children }),
  ];
  switch (statement.kind) {
    case 'topology':
      return symbol('title', statement.title);
    case 'service':
      return symbol('service', statement.name, statement.pattern?.text);
    case 'host':
      return nodeSymbols(file, item, statement.names, 'host', hostDetail(statement, item));
    case 'device':
      return nodeSymbols(file, item, statement.names, 'device', statement.device);
    case 'flow': {
      const steps = stepSymbols(file, item.body, 'step');
      return symbol('flow', statement.name, counted(steps.length, 'step'), steps);
    }
    case 'scenario':
      return symbol('scenario', statement.name, '', stepSymbols(file, item.body, 'change'));
    case 'exercise': {
      const checks = (item.body ?? []).filter(({ line }) => line.statement.kind === 'expect');
      const points = checks.reduce((sum, { line }) => sum + worthOf(line.statement), 0);
      return symbol(
        'exercise',
        statement.name,
        counted(points, 'point'),
        checks.flatMap((check) => declarationSymbols(file, check)),
      );
    }
    case 'expect':
      return symbol('expectation', undefined);
    default:
      return [];
  }
}

function worthOf(statement: Statement): number {
  return statement.kind === 'expect' ? (statement.points?.value ?? 1) : 0;
}

/** `client · music peer, web client` */
function hostDetail({ role, properties }: Extract<Statement, { kind: 'host' }>, { body = [] }: Item): string {
  const inBlock = body.flatMap(({ line: { statement } }) =>
    statement.kind === 'properties' ? statement.properties : [],
  );
  const software = [...properties, ...inBlock].flatMap((property) =>
    property.kind === 'runs' ? property.software : [],
  );
  const runs = software.map(({ service, kind }) => `${service.text} ${kind.text}`).join(', ');
  return [role?.text, runs].filter(Boolean).join(' · ');
}

/** Of several on a line, each has its own name for a range: the line is not one's more than another's. */
function nodeSymbols(
  file: File,
  item: Item,
  names: readonly Declarator[],
  kind: 'host' | 'device',
  detail: string,
): readonly OutlineSymbol[] {
  return names.map(({ name: word, count }) => {
    const symbol = symbolOf(file, item, { kind, word, detail, children: [] });
    const range = names.length > 1 ? symbol.selection : symbol.range;
    if (!count) return { ...symbol, range };
    return { ...symbol, range, name: `${symbol.name}[${count.value}]`, kind: kind === 'host' ? 'group' : kind };
  });
}

function stepSymbols(file: File, items: readonly Item[] = [], kind: 'step' | 'change'): readonly OutlineSymbol[] {
  return items.flatMap((item) => {
    const { statement } = item.line;
    if (remarks.has(statement.kind)) return [];
    const otherwise = item.otherwise ? otherwiseSymbol(file, item, item.otherwise) : undefined;
    const children = [...stepSymbols(file, item.body, kind), ...(otherwise ? [otherwise] : [])];
    const isBlock = statement.kind === 'together' || statement.kind === 'repeat';
    return [symbolOf(file, item, { kind: isBlock ? 'block' : kind, word: undefined, detail: '', children })];
  });
}

const remarks: ReadonlySet<Statement['kind']> = new Set(['note', 'ask', 'nothing']);

function otherwiseSymbol(file: File, request: Item, body: readonly Item[]): OutlineSymbol | undefined {
  let lineNumber = file.ends.get(request.lineNumber) ?? request.lineNumber + 1;
  while (lineNumber < file.lines.length && file.lines[lineNumber]?.statement.kind !== 'otherwise') lineNumber++;
  const line = file.lines[lineNumber];
  const item = line && { lineNumber, line, body, otherwise: undefined };
  const children = stepSymbols(file, body, 'step');
  return item && symbolOf(file, item, { kind: 'block', word: undefined, detail: '', children });
}

interface Description {
  readonly kind: OutlineKind;
  readonly word: Word | undefined;
  readonly detail: string;
  readonly children: readonly OutlineSymbol[];
}

function symbolOf(file: File, item: Item, { kind, word, detail, children }: Description): OutlineSymbol {
  const { lineNumber: line, line: parsed } = item;
  const { start, end } = word ?? parsed;
  return {
    name: word?.text.trim().slice(0, longestName) || statementText(parsed),
    detail,
    kind,
    range: { start: { line, column: parsed.start }, end: endOf(file, item, children) },
    selection: { start: { line, column: start }, end: { line, column: end } },
    children,
  };
}

/** A line may be as long as a file. */
export const longestName = 200;

/** A block that lacks its `{` or its `}` ends with what stands in it. */
function endOf({ lines, ends }: File, { lineNumber }: Item, children: readonly OutlineSymbol[]): Range['end'] {
  const line = Math.max(ends.get(lineNumber) ?? lineNumber, children.at(-1)?.range.end.line ?? 0);
  const { text = '', end = 0 } = lines[line] ?? {};
  return { line, column: Math.max(text.trimEnd().length, end) }; // a text without its closing quote ends with its spaces
}

/** As written, on one line without the spaces that align it. */
export function statementText(line: Line): string {
  const known = remembered.get(line);
  if (known !== undefined) return known;
  const { start, end } = line.statement.kind === 'expect' ? line.statement.expectation : line;
  const written = line.text.slice(start, end).replace(/\s+/g, ' ');
  const text = written.replace(/^expect (?=.)/, '').slice(0, longestName);
  remembered.set(line, text);
  return text;
}

const remembered = new WeakMap<Line, string>();

/** Those that follow each other are one entry with each of them below it. */
function withExpectationsTogether(symbols: readonly OutlineSymbol[]): readonly OutlineSymbol[] {
  const together: OutlineSymbol[] = [];
  let run: OutlineSymbol[] = [];
  const finish = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length === 1) together.push(...run);
    else {
      const range = { start: first.range.start, end: last.range.end };
      const detail = `${run.length}`;
      together.push({ ...first, name: 'Expectations', kind: 'expectations', detail, range, children: run });
    }
    run = [];
  };
  for (const symbol of symbols) {
    if (symbol.kind === 'expectation') run.push(symbol);
    else {
      finish();
      together.push(symbol);
    }
  }
  finish();
  return together;
}
