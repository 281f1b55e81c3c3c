/** The language for Chevrotain: lexer, parser, and a pass that finds what each name means. */
import type { IToken } from 'chevrotain';
import { type Found, type Node, parser, type Reference, type Use } from './chevrotain-parser';
import { lexer } from './chevrotain-tokens';
import type { FrontEnd } from './front-end';
import { countHosts, countLinks, type Outline, type Referred } from './outline';

interface Reading {
  readonly tree: readonly Node[];
  readonly found: Found;
  readonly unresolved: readonly IToken[];
  readonly syntaxErrors: number;
}

export const chevrotain: FrontEnd = {
  name: 'Chevrotain',
  read(text) {
    const reading = read(text);
    return { outline: () => outlineOf(reading) };
  },
  open(text) {
    let reading = read(text);
    return {
      edit(changed) {
        reading = read(changed);
      },
      outline: () => outlineOf(reading),
    };
  },
};

export function read(text: string): Reading {
  const { tokens, errors } = lexer.tokenize(text);
  const { tree, found } = parser.parse(tokens);
  return { tree, found, unresolved: link(found), syntaxErrors: errors.length + parser.errors.length };
}

function link(found: Found): readonly IToken[] {
  const unresolved: IToken[] = [];
  const declarators = new Map(found.declarators.map((declarator) => [declarator.name.image, declarator] as const));
  for (const reference of found.references) {
    reference.target = declarators.get(reference.name.image);
    if (!reference.target) unresolved.push(reference.name);
  }
  const resolve = (uses: readonly Use[], meanings: ReadonlyMap<string, Node>): void => {
    for (const use of uses) {
      use.target = meanings.get(use.name.image);
      if (!use.target) unresolved.push(use.name);
    }
  };
  resolve(found.serviceUses, servicesOf(found));
  resolve(found.flowUses, byName(found.flows));
  resolve(found.scenarioUses, byName(found.scenarios));
  return unresolved;
}

function byName(nodes: readonly Node[]): Map<string, Node> {
  return new Map(nodes.map((node) => [(node.name as IToken).image, node] as const));
}

const tellingKinds: readonly string[] = ['index', 'tracker', 'edge', 'origin'];

/** A service of the default pattern is there because somebody runs it. */
function servicesOf({ services, software }: Found): ReadonlyMap<string, Node> {
  const known = byName(services);
  const needsDeclaration = new Set<string>();
  for (const { service, kind } of software)
    if (tellingKinds.includes(kind.image)) needsDeclaration.add(service.name.image);
  for (const { service, kind } of software) {
    const name = service.name.image;
    if (!known.has(name) && !needsDeclaration.has(name))
      known.set(name, { kind: 'service', line: kind.startLine ?? 0, name: service.name });
  }
  return known;
}

function outlineOf({ found, unresolved, syntaxErrors }: Reading): Outline {
  const declared = found.declarators
    .filter(({ name }) => name.image !== '')
    .map(({ name, count, isHost }) => ({ name: name.image, count: count && Number(count.image), isHost }));
  const links = found.links.map(({ left, right, shape, degree }) => ({
    left: left?.map(referred) ?? [],
    right: right?.map(referred),
    shape: shape?.image,
    degree: degree && Number(degree.image),
  }));
  return {
    statements: new Map(found.statements.map(({ line, kind }) => [line - 1, kind] as const)),
    hosts: countHosts(declared),
    links: countLinks(declared, links),
    steps: found.statements.filter(({ kind }) => kind === 'step').length,
    unresolved: unresolved
      .map(({ startLine = 0, startColumn = 0 }) => [startLine - 1, startColumn - 1] as const)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      .map(([line, column]) => `${line}:${column}`),
    syntaxErrors,
  };
}

function referred({ name, first, last }: Reference): Referred {
  return { name: name.image, first: first && Number(first.image), last: last && Number(last.image) };
}
