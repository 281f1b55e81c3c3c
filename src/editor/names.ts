/**
 * Every name that a file writes down, where it stands, and whether it is declared there: what going to a definition,
 * finding references and renaming rest on. Read off the syntax tree, so it also holds in a file with mistakes; each line's
 * names are found once.
 */
import { tokenize } from '../language/lexer';
import { actionVerbs } from '../language/parse-step';
import type { Span } from '../language/source';
import type { Claim, Declarator, Line, Property, Reference, Statement, Word } from '../language/syntax';
import { patternNames, softwareKinds } from '../language/topology';
import type { Tree } from '../language/tree';
import { propertyWords, statementWords } from '../language/words';
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
  /** Where nothing declares it, it is there because of this: software of a service, an upload of a resource. */
  readonly isOrigin: boolean;
}

export interface NameInFile extends NameUse {
  readonly line: number;
}

/** From left to right. */
export function namesOf(line: Line): readonly NameUse[] {
  const known = remembered.get(line);
  if (known) return known;
  const read = namesIn(line.statement);
  const found = [...read, ...(line.problem ? unreadTexts(line, read) : [])].sort((a, b) => a.start - b.start);
  remembered.set(line, found);
  return found;
}

const remembered = new WeakMap<Line, readonly NameUse[]>();

/** Of a line with a mistake, texts behind a word that says what they name. */
function unreadTexts({ text }: Line, read: readonly NameUse[]): readonly NameUse[] {
  const tokens = tokenize(text);
  const taken = startsOf(read);
  return tokens.flatMap((token, place) => {
    const before = tokens[place - 1];
    const kind = token.kind === 'string' && before?.kind === 'name' ? kindsBehind.get(before.text) : undefined;
    return kind && !taken.has(token.start) ? [useOf(kind, token)] : [];
  });
}

const kindsBehind: ReadonlyMap<string, NameKind> = new Map([
  ...['expect', 'in'].map((word) => [word, 'flow'] as const),
  ['when', 'scenario'],
  ...'get put lookup register unregister fetches searches publishes shares lists'
    .split(' ')
    .map((word) => [word, 'resource'] as const),
]);

function startsOf(uses: readonly NameUse[]): ReadonlySet<number> {
  return new Set(uses.map(({ start }) => start));
}

export function nameAt(tree: Tree, { line, column }: Position): NameInFile | undefined {
  const parsed = tree.lines[line];
  if (!parsed) return undefined;
  const found = namesOf(parsed).find((use) => touches(use, column)) ?? looseNameAt(tree, parsed, column);
  return found && { ...found, line };
}

/** Every place where this name is written, in the order of the file. */
export function usesOf(tree: Tree, { kind, name }: Pick<NameUse, 'kind' | 'name'>): readonly NameInFile[] {
  const uses: NameInFile[] = [];
  const loose: NameInFile[] = [];
  let isClear = kind === 'node' || kind === 'service';
  tree.lines.forEach((line, number) => {
    for (const use of namesOf(line)) {
      if (use.name !== name) continue;
      if (use.kind === kind) uses.push({ ...use, line: number });
      else if (use.kind === 'node' || use.kind === 'service') isClear = false;
    }
    if (!line.problem || !isClear) return;
    for (const word of looseWordsOf(line)) {
      if (word.text === name) loose.push({ ...useOf(kind, word), line: number });
    }
  });
  if (!isClear || loose.length === 0 || uses.length === 0) return uses;
  return [...uses, ...loose].sort((a, b) => a.line - b.line || a.start - b.start);
}

/** Where it is declared: a resource wherever some host shares it. What is not declared is where it comes from. */
export function declarationsOf(tree: Tree, name: Pick<NameUse, 'kind' | 'name'>): readonly NameInFile[] {
  const uses = usesOf(tree, name);
  const declared = uses.filter(({ isDeclaration }) => isDeclaration);
  return declared.length > 0 ? declared : uses.filter(({ isOrigin }) => isOrigin).slice(0, 1);
}

/** Of a line with a mistake, the words that no statement has taken up: names of hosts or services, but nobody knows which. */
function looseWordsOf(line: Line): readonly Word[] {
  const known = rememberedLoose.get(line);
  if (known) return known;
  const taken = startsOf(namesOf(line));
  const found = tokenize(line.text).filter(
    (token) => token.kind === 'name' && !languageWords.has(token.text) && !taken.has(token.start),
  );
  rememberedLoose.set(line, found);
  return found;
}

const rememberedLoose = new WeakMap<Line, readonly Word[]>();

/** They may be names as well, but in a line that cannot be read they are rather themselves. */
const languageWords: ReadonlySet<string> = new Set([
  ...[...statementWords, ...propertyWords, ...actionVerbs.keys(), ...patternNames, ...softwareKinds],
  ...'both uses over in of when is as and to with takes replies finds nothing any loss carries no data'.split(' '),
  ...'uploads downloads succeeds fails needs survives messages get put lookup register unregister login'.split(' '),
]);

/** It is what the rest of the file takes this word for, if that is one thing. */
function looseNameAt(tree: Tree, line: Line, column: number): NameUse | undefined {
  const word = line.problem && looseWordsOf(line).find((candidate) => touches(candidate, column));
  if (!word) return undefined;
  const kinds = (['node', 'service'] as const).filter((kind) => usesOf(tree, { kind, name: word.text }).length > 0);
  return kinds[0] && kinds.length === 1 ? useOf(kinds[0], word) : undefined;
}

/** Every name of this kind, wherever it is written. */
export function namesOfKind(tree: Tree, kind: NameKind): readonly NameUse[] {
  return tree.lines.flatMap((line) => namesOf(line).filter((use) => use.kind === kind));
}

export function spanOfName({ line, start, end }: NameInFile): Span {
  return { line, start, end };
}

function namesIn(statement: Statement): readonly NameUse[] {
  switch (statement.kind) {
    case 'service':
      return words('service', [statement.name], 'declared');
    case 'host':
      return [...declared(statement.names), ...statement.properties.flatMap(namesInProperty)];
    case 'properties':
      return statement.properties.flatMap(namesInProperty);
    case 'device':
      return declared(statement.names);
    case 'flow':
    case 'scenario':
      return words(statement.kind, [statement.name], 'declared');
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
      return statement.name ? words(setsRate(statement) ? 'node' : 'service', [statement.target?.name]) : [];
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
        'implied',
      );
    case 'shares':
      return [...words('resource', [property.resource], 'declared'), ...words('service', [property.service])];
    case 'lists':
      return [...words('resource', [property.resource]), ...nodes(property.hosts)];
    default:
      return [];
  }
}

function namesInMessage({ from, to, message, over }: Of<'message'>): readonly NameUse[] {
  const resource = message && 'resource' in message ? message.resource : undefined;
  const presence = message?.verb === 'put' ? 'implied' : 'used';
  return [...nodes(from), ...nodes(to), ...words('resource', [resource], presence), ...words('service', [over])];
}

function namesInAction({ hosts, verb, object, over }: Of<'action'>): readonly NameUse[] {
  const kind = verb === 'joins' || verb === 'leaves' ? 'service' : 'resource';
  const objects = words(kind, [verb === 'sends' ? undefined : object], verb === 'publishes' ? 'implied' : 'used');
  return [...nodes(hosts), ...objects, ...words('service', [over])];
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

type Presence = 'used' | 'declared' | 'implied';

function words(kind: NameKind, all: readonly (Word | undefined)[], presence: Presence = 'used'): readonly NameUse[] {
  return all.flatMap((word) => (word ? [useOf(kind, word, presence)] : []));
}

function useOf(kind: NameKind, { text: name, start, end }: Word, presence: Presence = 'used'): NameUse {
  return { kind, name, start, end, isDeclaration: presence === 'declared', isOrigin: presence === 'implied' };
}

function nodes(references: readonly Reference[] | undefined): readonly NameUse[] {
  return words('node', references?.map(({ name }) => name) ?? []);
}

function declared(declarators: readonly Declarator[]): readonly NameUse[] {
  return words(
    'node',
    declarators.map(({ name }) => name),
    'declared',
  );
}
