/**
 * Every name that a file writes down, where it stands, and whether it is declared there: what going to a definition,
 * finding references and renaming rest on. Read off the syntax tree, so it also holds in a file with mistakes; each line's
 * names are found once.
 */
import type { Span } from '../language/source';
import type { Claim, Declarator, Item, Line, Property, Reference, Statement, Word } from '../language/syntax';
import type { Tree } from '../language/tree';
import { type Position, touches } from './position';

/** Hosts, switches and groups share one space of names; so do the others, each kind on its own. */
export type NameKind = 'node' | 'service' | 'resource' | 'flow' | 'scenario';

/** A name in its place within a line; of a quoted one, the place includes the quotes. */
export interface NameUse {
  readonly kind: NameKind;
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly isDeclaration: boolean;
}

export interface NameInFile extends NameUse {
  readonly line: number;
}

/** From left to right. */
export function namesOf(line: Line): readonly NameUse[] {
  const known = remembered.get(line);
  if (known) return known;
  const found = [...namesIn(line.statement)].sort((a, b) => a.start - b.start);
  remembered.set(line, found);
  return found;
}

const remembered = new WeakMap<Line, readonly NameUse[]>();

export function nameAt(tree: Tree, { line, column }: Position): NameInFile | undefined {
  const parsed = tree.lines[line];
  const found = parsed && namesOf(parsed).find((use) => touches(use, column));
  return found && { ...found, line };
}

/** Every place where this name is written, in the order of the file. */
export function usesOf(tree: Tree, { kind, name }: Pick<NameUse, 'kind' | 'name'>): readonly NameInFile[] {
  const uses: NameInFile[] = [];
  tree.lines.forEach((line, number) => {
    for (const use of namesOf(line)) if (use.name === name && use.kind === kind) uses.push({ ...use, line: number });
  });
  return uses;
}

/** Where it is declared; a resource wherever some host shares it, and a service without a declaration where it is run. */
export function declarationsOf(tree: Tree, name: Pick<NameUse, 'kind' | 'name'>): readonly NameInFile[] {
  const uses = usesOf(tree, name);
  const declared = uses.filter(({ isDeclaration }) => isDeclaration);
  return declared.length > 0 ? declared : uses.slice(0, 1);
}

export function spanOfName({ line, start, end }: NameInFile): Span {
  return { line, start, end };
}

/** The statement at a line, however deep it stands; undefined where a line holds none. */
export function itemAt(tree: Tree, line: number): Item | undefined {
  return findItem(tree.items, line);
}

function findItem(items: readonly Item[], line: number): Item | undefined {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.lineNumber ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  if (!item || item.lineNumber === line) return item;
  return findItem(item.otherwise ?? [], line) ?? findItem(item.body ?? [], line);
}

function namesIn(statement: Statement): readonly NameUse[] {
  switch (statement.kind) {
    case 'service':
      return words('service', [statement.name], true);
    case 'host':
      return [...declared(statement.names), ...statement.properties.flatMap(namesInProperty)];
    case 'properties':
      return statement.properties.flatMap(namesInProperty);
    case 'device':
      return declared(statement.names);
    case 'flow':
    case 'scenario':
      return words(statement.kind, [statement.name], true);
    case 'link':
      return [...nodes(statement.left), ...nodes(statement.right), ...words('service', [statement.over])];
    case 'cut':
    case 'restore':
      return [...nodes(statement.left), ...nodes(statement.right)];
    case 'message':
      return namesInMessage(statement);
    case 'action':
      return namesInAction(statement);
    case 'call':
      return [...nodes(statement.hosts), ...words('service', [statement.over])];
    case 'offline':
    case 'online':
      return nodes(statement.hosts);
    case 'set':
      return words(setsRate(statement) ? 'node' : 'service', [statement.target?.name]);
    case 'expect':
      return [
        ...(statement.claim ? namesInClaim(statement.claim) : []),
        ...words('flow', [statement.flow]),
        ...words('scenario', [statement.scenario]),
      ];
    default:
      return [];
  }
}

type Of<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;

function namesInProperty(property: Property): readonly NameUse[] {
  switch (property.kind) {
    case 'runs':
      return words(
        'service',
        property.software.map(({ service }) => service),
      );
    case 'shares':
      return [...words('resource', [property.resource], true), ...words('service', [property.service])];
    case 'lists':
      return [...words('resource', [property.resource]), ...nodes(property.hosts)];
    default:
      return [];
  }
}

function namesInMessage({ from, to, message, over }: Of<'message'>): readonly NameUse[] {
  const resource = message && 'resource' in message ? message.resource : undefined;
  return [...nodes(from), ...nodes(to), ...words('resource', [resource]), ...words('service', [over])];
}

function namesInAction({ hosts, verb, object, over }: Of<'action'>): readonly NameUse[] {
  const kind = verb === 'joins' || verb === 'leaves' ? 'service' : 'resource';
  return [...nodes(hosts), ...(verb === 'sends' ? [] : words(kind, [object])), ...words('service', [over])];
}

function setsRate({ name }: Of<'set'>): boolean {
  return name?.text === 'up' || name?.text === 'down';
}

function namesInClaim(claim: Claim): readonly NameUse[] {
  return [
    ...('flow' in claim ? words('flow', [claim.flow]) : []),
    ...('service' in claim ? words('service', [claim.service]) : []),
    ...('resource' in claim ? words('resource', [claim.resource]) : []),
    ...('hosts' in claim ? nodes(claim.hosts) : []),
    ...('host' in claim && claim.host !== 'any' ? nodes([claim.host]) : []),
  ];
}

function words(kind: NameKind, all: readonly (Word | undefined)[], isDeclaration = false): readonly NameUse[] {
  return all.flatMap((word) =>
    word ? [{ kind, name: word.text, start: word.start, end: word.end, isDeclaration }] : [],
  );
}

function nodes(references: readonly Reference[] | undefined): readonly NameUse[] {
  return words('node', references?.map(({ name }) => name) ?? []);
}

function declared(declarators: readonly Declarator[]): readonly NameUse[] {
  return words(
    'node',
    declarators.map(({ name }) => name),
    true,
  );
}
