/**
 * The texts that a submission is graded by: what of it counts, with the checks behind it. Lines that do not count are blank,
 * so that all others keep their number. Knows lines and blocks, no meaning.
 */
import { depthsOf } from '../language/format-depth';
import { parseLine } from '../language/parse-line';
import type { Item } from '../language/syntax';
import { parse, type Tree } from '../language/tree';

/** A text without its exercises and expectations. */
export function withoutChecks(text: string): string {
  return blanked(text, isCheck);
}

/** Of a text its exercises and expectations alone. */
export function onlyChecks(text: string): string {
  return blanked(text, isCheck, true);
}

/** By kind and name: a flow may be called as a scenario is. */
export type BlockNames = ReadonlySet<string>;

export function namesOfBlocks(text: string): BlockNames {
  return new Set(parse(text).items.flatMap((item) => keyOf(item) ?? []));
}

/** Without flows and scenarios of these names, so that those behind it are the ones that are meant. */
export function withoutBlocks(text: string, names: BlockNames): string {
  return blanked(text, (item) => names.has(keyOf(item) ?? ''));
}

/** The second text starts at the line `boundary`, outside of all blocks of the first. */
export function behind(first: string, second: string): { readonly text: string; readonly boundary: number } {
  const { lines } = parse(first);
  const open = depthsOf([...lines, parseLine('')]).at(-1) ?? 0;
  const before = `${first}${'\n}'.repeat(open)}\n`;
  return { text: before + second, boundary: lines.length + open };
}

function isCheck({ line: { statement } }: Item): boolean {
  return statement.kind === 'expect' || statement.kind === 'exercise';
}

function keyOf({ line: { statement } }: Item): string | undefined {
  if (statement.kind !== 'flow' && statement.kind !== 'scenario') return undefined;
  return `${statement.kind} ${statement.name?.text}`;
}

/** The lines of the items that are meant are blank, or all others. */
function blanked(text: string, isMeant: (item: Item) => boolean, others = false): string {
  const tree = parse(text);
  const meant = new Set<number>();
  tree.items.forEach((item, place) => {
    if (!isMeant(item)) return;
    const end = lastLineOf(tree, item, tree.items[place + 1]?.lineNumber ?? tree.lines.length);
    for (let line = item.lineNumber; line <= end; line++) meant.add(line);
  });
  return tree.lines.map((line, number) => (meant.has(number) === others ? line.text : '')).join('\n');
}

/** The line of its `}`; where that is missing, the last one before the next item. */
function lastLineOf({ lines }: Tree, { lineNumber, body }: Item, next: number): number {
  if (body === undefined) return lineNumber;
  let depth = 0;
  for (let number = lineNumber; number < next; number++) {
    const line = lines[number];
    if (number > lineNumber && line?.closes !== undefined && --depth <= 0 && line.opens === undefined) return number;
    if (line?.opens !== undefined) depth++;
    if (line?.closesBehind && --depth <= 0) return number;
  }
  return next - 1;
}
