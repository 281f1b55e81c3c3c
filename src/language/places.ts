/**
 * Where a new line belongs in a file: behind the last declaration of its kind, or where a reader would look for it. Only
 * lines that declare something are asked, so that an edit of a flow moves none of these places. Knows no names.
 */
import { isTopLevel } from './placement';
import type { TextEdit } from './source';
import type { Item, Line, StatementKind } from './syntax';

export interface Places {
  readonly lines: readonly Line[];
  /** Adds a line that declares something. */
  declare(kind: Declared, text: string): TextEdit;
}

type Declared = 'host' | 'device' | 'service' | 'link';

/** Behind the last of these, the first kind that there is. */
const behind: Readonly<Record<Declared, readonly StatementKind[]>> = {
  service: ['service'],
  host: ['host'],
  device: ['device', 'host'],
  link: ['link', 'device', 'host'],
};

/** Else behind the last of these, with a blank line between. */
const head: readonly StatementKind[] = ['service', 'topology'];

export function placesOf(lines: readonly Line[], declarations: readonly Item[]): Places {
  const known = new Map<Declared, (text: string) => TextEdit>();
  const whole = once(() => wholeOnes(lines, declarations));
  const declare = (kind: Declared, text: string): TextEdit => {
    const place = known.get(kind) ?? placeFor(kind, whole());
    known.set(kind, place);
    return place(text);
  };
  return { lines, declare };
}

/** A declaration that can be read and ends, at this line. */
interface Whole {
  readonly kind: StatementKind;
  readonly lineNumber: number;
  readonly last: number;
  readonly lastLine: Line;
}

function placeFor(kind: Declared, whole: readonly Whole[]): (text: string) => TextEdit {
  const lastOf = (wanted: StatementKind): Whole | undefined => whole.filter((one) => one.kind === wanted).at(-1);
  const alike = behind[kind].map(lastOf).find((one) => one !== undefined);
  if (alike) return (text) => insertion(alike.last, alike.lastLine.text.length, `\n${text}`);
  const above = head
    .filter((one) => one !== kind)
    .map(lastOf)
    .find((one) => one !== undefined);
  if (above) return (text) => insertion(above.last, above.lastLine.text.length, `\n\n${text}`);
  const [first] = whole;
  return (text) => insertion(first?.lineNumber ?? 0, 0, `${text}\n${first && kind !== 'service' ? '' : '\n'}`);
}

/** What is indented may stand in the block of something else by mistake. */
function wholeOnes(lines: readonly Line[], declarations: readonly Item[]): readonly Whole[] {
  return declarations.flatMap((item): readonly Whole[] => {
    const { line, lineNumber } = item;
    const last = line.problem || line.start > 0 ? undefined : endOf(lines, item);
    const lastLine = last === undefined ? undefined : lines[last];
    return last !== undefined && lastLine ? [{ kind: line.statement.kind, lineNumber, last, lastLine }] : [];
  });
}

/** The line of its `}` where it has a block; undefined where that is not plain to see. */
function endOf(lines: readonly Line[], { line, lineNumber, body }: Item): number | undefined {
  if (line.opens === undefined) return body === undefined ? lineNumber : undefined;
  for (let number = lineNumber + 1; number < lines.length; number++) {
    const inner = lines[number];
    if (!inner || inner.opens !== undefined || inner.closesBehind || isTopLevel(inner.statement.kind)) return undefined;
    if (inner.closes !== undefined) return inner.statement.kind === 'nothing' && !inner.problem ? number : undefined;
  }
  return undefined;
}

export function insertion(line: number, column: number, text: string): TextEdit {
  return { span: { line, start: column, end: column }, text };
}

/** The white space before a statement. */
export function indentationOf(line: Line): string {
  return /^\s*/.exec(line.text)?.[0] ?? '';
}

/** A line of its own before this one. */
export function lineBefore(lines: readonly Line[], number: number, text: string): TextEdit {
  const line = lines[number];
  return insertion(number, 0, `${line ? indentationOf(line) : ''}${text}\n`);
}

/** The value, made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
