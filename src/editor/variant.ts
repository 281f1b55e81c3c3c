/**
 * A variant of an exercise for a neighbour: other hosts, resources and numbers, the same to solve. What the file expects has the
 * same outcome as before, which is tried; what would change one stays as it was. The same seed always gives the same variant.
 */
import { check } from '../analysis/check';
import { format } from '../language/format';
import { tokenize } from '../language/lexer';
import { parseQuantity, type QuantityKind } from '../language/quantities';
import type { Line } from '../language/syntax';
import { parse, type Tree } from '../language/tree';
import { statementWords } from '../language/words';
import { type Chance, createChance } from '../simulation/chance';
import { namesOf } from './names';
import { hostNames, resourceNames, tellingNames } from './variant-names';

export interface VariantOptions {
  readonly seed: number;
  readonly maxSteps?: number;
}

export interface Variant {
  readonly text: string;
  /** What could not be changed without changing what the file expects. */
  readonly kept: readonly ('names' | QuantityKind)[];
}

/** How often other names are tried: in some networks a name decides who is whose neighbour. */
const attempts = 4;
const scaledKinds = ['size', 'rate', 'duration'] as const;

/** Columns that line up do so afterwards, and lines end as before. */
export function variantOf(text: string, options: VariantOptions): Variant {
  const variant = variantOfLines(text, options);
  const laidOut = format(text) === text ? format(variant.text) : variant.text;
  return { ...variant, text: text.includes('\r\n') ? laidOut.replace(/\r?\n/g, '\r\n') : laidOut };
}

function variantOfLines(text: string, { seed, maxSteps }: VariantOptions): Variant {
  const tree = parse(text);
  const chance = createChance(seed);
  const wanted = outcomesOf(text, maxSteps);
  const holds = (changed: string) => outcomesOf(changed, maxSteps) === wanted;
  const none: Changes = { names: new Map(), quantities: new Map() };
  let changes = none;
  for (let attempt = 0; attempt < attempts && changes === none; attempt++) {
    const names = newNames(tree, chance);
    if (holds(changed(tree, { ...none, names }))) changes = { ...none, names };
  }
  const quantities = newQuantities(tree, chance);
  const all = { ...changes, quantities };
  if (holds(changed(tree, all))) return { text: changed(tree, all), kept: changes === none ? ['names'] : [] };
  const kept: Variant['kept'][number][] = changes === none ? ['names'] : [];
  for (const kind of scaledKinds) {
    const ofKind = [...quantities].filter(([quantity]) => parseQuantity(quantity)?.kind === kind);
    const more = { ...changes, quantities: new Map([...changes.quantities, ...ofKind]) };
    if (holds(changed(tree, more))) changes = more;
    else kept.push(kind);
  }
  return { text: changed(tree, changes), kept };
}

/** What must stay: which expectations hold, and what is reported, whatever the names in it. */
function outcomesOf(text: string, maxSteps: number | undefined): string {
  const { analysis, diagnostics } = check(text, undefined, { maxSteps });
  const expectations = analysis.expectations.map(({ outcome, isChecked }) => `${outcome} ${isChecked}`);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return [...expectations, ...errors.map(({ code, span }) => `${code} ${span.line}`).sort()].join('\n');
}

interface Changes {
  /** Of hosts and resources, as `kind name`. */
  readonly names: ReadonlyMap<string, string>;
  /** By how they are written, so that what is alike stays alike. */
  readonly quantities: ReadonlyMap<string, string>;
}

function newNames(tree: Tree, chance: Chance): Changes['names'] {
  const taken = new Set(tree.lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  const hosts = distinct(tree, 'node').filter((name) => !tellingNames.has(name));
  const resources = distinct(tree, 'resource');
  const freshHosts = shuffled(hostNames, chance).filter((name) => !taken.has(name) && !statementWords.has(name));
  const freshResources = shuffled(resourceNames, chance).filter((name) => !taken.has(name));
  return new Map([
    ...hosts.map((name, place) => [`node ${name}`, pick(freshHosts, place)] as const),
    ...resources.map((name, place) => {
      const ending = /\.[\p{L}\p{N}]{1,5}$/u.exec(name)?.[0] ?? '';
      return [`resource ${name}`, pick(freshResources, place) + ending] as const;
    }),
  ]);
}

/** Hosts and groups, not the switches between them. */
function distinct(tree: Tree, kind: 'node' | 'resource'): readonly string[] {
  const uses = tree.lines.flatMap((line) =>
    kind === 'resource' || line.statement.kind === 'host'
      ? namesOf(line).filter((use) => use.kind === kind && (kind === 'resource' || use.isDeclaration))
      : [],
  );
  return [...new Set(uses.map(({ name }) => name))];
}

/** Of more than there are, the second round is numbered. */
function pick(names: readonly string[], place: number): string {
  const name = names[place % names.length] ?? 'other';
  const round = Math.floor(place / Math.max(1, names.length));
  return round === 0 ? name : `${name}${round + 1}`;
}

const factors = [0.5, 0.75, 1.25, 1.5, 2] as const;

/** What the file expects names its own numbers, and keeps them wherever they stand. */
function newQuantities(tree: Tree, chance: Chance): Changes['quantities'] {
  const written = (lines: readonly Line[]) => new Set(lines.flatMap(({ text }) => quantitiesIn(text)));
  const expected = written(tree.lines.filter(({ statement }) => statement.kind === 'expect'));
  const free = [...written(tree.lines)].filter((quantity) => !expected.has(quantity));
  return new Map(free.map((quantity) => [quantity, scaled(quantity, factors[chance.below(factors.length)] ?? 1)]));
}

function quantitiesIn(line: string): readonly string[] {
  return tokenize(line).flatMap(({ kind, text }) => (kind === 'quantity' && isScaled(text) ? [text] : []));
}

function isScaled(text: string): boolean {
  const kind = parseQuantity(text)?.kind;
  return scaledKinds.some((one) => one === kind);
}

/** At most three digits that say something, as people write numbers. */
function scaled(quantity: string, factor: number): string {
  const number = Number.parseFloat(quantity);
  const unit = quantity.replace(/^[\d.]+/, '');
  const wanted = Number((number * factor).toPrecision(3));
  const isWhole = unit === 'B' || unit === 'bps';
  return `${isWhole ? Math.max(1, Math.round(wanted)) : wanted}${unit}`;
}

function changed({ lines }: Tree, changes: Changes): string {
  const inTexts = wordsIn(changes);
  return lines.map((line) => changedLine(line, changes, inTexts)).join('\n');
}

function changedLine(line: Line, { names, quantities }: Changes, inTexts: (text: string) => string): string {
  const uses = new Map(namesOf(line).map((use) => [use.start, use]));
  let text = '';
  let at = 0;
  for (const token of tokenize(line.text)) {
    const written = line.text.slice(token.start, token.end);
    const use = uses.get(token.start);
    const name = use && names.get(`${use.kind} ${use.name}`);
    text += line.text.slice(at, token.start) + tokenOf(token.kind, written, name);
    at = token.end;
  }
  return text + inTexts(line.text.slice(at)); // a comment, if anything

  function tokenOf(kind: string, written: string, name: string | undefined): string {
    if (kind === 'string') return name === undefined ? inTexts(written) : `"${name}"`;
    if (kind === 'quantity') return quantities.get(written) ?? written;
    return name ?? written;
  }
}

/** Whole words alone: `bob` in “bob's song”, not in “bobsleigh”; `Bob` becomes a name with a capital letter as well. */
function wordsIn({ names, quantities }: Changes): (text: string) => string {
  const words = new Map<string, string>();
  for (const [key, name] of names) {
    const old = key.slice(key.indexOf(' ') + 1);
    words.set(old, name);
    if (key.startsWith('node ')) words.set(capitalised(old), capitalised(name));
  }
  for (const [old, quantity] of quantities) {
    words.set(old, quantity);
    words.set(spaced(old), spaced(quantity));
  }
  if (words.size === 0) return (text) => text;
  const longestFirst = [...words.keys()]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  return (text) => text.replace(pattern, (word) => words.get(word) ?? word);
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function spaced(quantity: string): string {
  return quantity.replace(/^[\d.]+/, '$& ');
}

function shuffled(items: readonly string[], chance: Chance): readonly string[] {
  return items
    .map((item) => ({ item, at: chance.float() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
