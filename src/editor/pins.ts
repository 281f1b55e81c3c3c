/**
 * Writes places in the diagram into a file, as `at (x, y)` behind the declarations, or takes them out again. Hosts that share
 * a declaration and get places of their own get declarations of their own, in the same order, so that nothing else changes.
 * Places in, lines out; knows neither a diagram nor an editor.
 */
import type { Compilation } from '../language/compile';
import type { Declarator, Item, Place } from '../language/syntax';

/** Replaces whole lines, by their 0-based numbers, `last` included. */
export interface LinesEdit {
  readonly first: number;
  readonly last: number;
  readonly lines: readonly string[];
}

/** By the name of a host, device or group. */
export function pinEdits({ tree }: Compilation, places: ReadonlyMap<string, Place>): LinesEdit[] {
  return edits(tree, (name, before) => places.get(name) ?? before);
}

/** Undefined names are all. */
export function unpinEdits({ tree }: Compilation, names: ReadonlySet<string> | undefined): LinesEdit[] {
  return edits(tree, (name, before) => (!names || names.has(name) ? undefined : before));
}

type Tree = Compilation['tree'];
type Decide = (name: string, before: Place | undefined) => Place | undefined;

function edits(tree: Tree, decide: Decide): LinesEdit[] {
  return tree.items.flatMap((item) => {
    const declaration = declarationOf(item, tree);
    return declaration ? changed(declaration, decide) : [];
  });
}

interface Declaration {
  readonly item: Item;
  readonly names: readonly Declarator[];
  readonly before: Place | undefined;
  /** The lines of its block, with the closing brace. */
  readonly block: readonly string[];
}

function declarationOf(item: Item, { lines }: Tree): Declaration | undefined {
  const { statement, problem } = item.line;
  if (problem || (statement.kind !== 'host' && statement.kind !== 'device') || statement.names.length === 0)
    return undefined;
  const before = statement.kind === 'device' ? statement.at : placeOfHost(item);
  const first = item.lineNumber + 1;
  const close = item.body ? lines.findIndex(({ closes }, place) => place >= first && closes !== undefined) : first - 1;
  if (close < 0) return undefined;
  return { item, names: statement.names, before, block: lines.slice(first, close + 1).map(({ text }) => text) };
}

function placeOfHost({ line, body = [] }: Item): Place | undefined {
  for (const { statement } of [line, ...body.map((inner) => inner.line)]) {
    if (statement.kind !== 'host' && statement.kind !== 'properties') continue;
    for (const property of statement.properties) if (property.kind === 'at') return property.at;
  }
  return undefined;
}

/** Neighbours in the declaration that stay together, with the place that they get. */
interface Run {
  readonly names: Declarator[];
  readonly place: Place | undefined;
}

function changed(declaration: Declaration, decide: Decide): LinesEdit[] {
  const { item, names, before, block } = declaration;
  const runs: Run[] = [];
  for (const declarator of names) {
    const decided = decide(declarator.name.text, before);
    const place = decided && { x: Math.round(decided.x), y: Math.round(decided.y) };
    const last = runs.at(-1);
    if (last && isSame(last.place, place)) last.names.push(declarator);
    else runs.push({ names: [declarator], place });
  }
  if (runs.length === 1 && isSame(runs[0]?.place, before)) return [];
  const first = item.lineNumber;
  return [{ first, last: first + block.length, lines: runs.flatMap((run) => written(declaration, run)) }];
}

function isSame(a: Place | undefined, b: Place | undefined): boolean {
  return a?.x === b?.x && a?.y === b?.y;
}

function written({ item, names, block }: Declaration, { names: own, place }: Run): string[] {
  const { text, end } = item.line;
  const start = names[0]?.name.start ?? 0;
  const behind = afterName(text, names.at(-1) as Declarator);
  const named = own.map((declarator) => text.slice(declarator.name.start, afterName(text, declarator))).join(', ');
  const statement = withoutPlace(text.slice(behind, end)).trimEnd();
  const at = place ? ` at (${place.x}, ${place.y})` : '';
  const header = `${text.slice(0, start)}${named}${statement}${at}${text.slice(end)}`;
  const kept = block.filter((line) => withoutPlace(line) === line || withoutPlace(line).trim() !== '');
  return [header, ...kept.map(withoutPlace)];
}

function afterName(text: string, { name, count }: Declarator): number {
  return count ? text.indexOf(']', count.end) + 1 : name.end;
}

/** Words between quotation marks are no places. */
function withoutPlace(text: string): string {
  const masked = text.replace(/"(?:[^"\\]|\\.)*"?|\/\/.*/g, (found) => '_'.repeat(found.length));
  const found = /\s*\bat\s*\([^)]*\)/.exec(masked);
  return found ? text.slice(0, found.index) + text.slice(found.index + found[0].length) : text;
}
