/**
 * What a front end must have understood of a file, in terms that all three can be asked for: the comparison is only worth
 * something where these are equal. Nothing here is part of what is measured.
 */
import { shapedPairs } from '../../src/language/shapes';

/** `peer[100]`, where it is declared. */
export interface Declared {
  readonly name: string;
  /** `undefined` for a machine on its own. */
  readonly count: number | undefined;
  readonly isHost: boolean;
}

/** `peer[7]`, `peer[1..10]`; without numbers the whole group. */
export interface Referred {
  readonly name: string;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export interface LinkStatement {
  readonly left: readonly Referred[];
  readonly right: readonly Referred[] | undefined;
  readonly shape: string | undefined;
  readonly degree: number | undefined;
}

export interface Outline {
  /** By line number from 0: what begins there, in the words of `StatementKind`. */
  readonly statements: ReadonlyMap<number, StatementKind>;
  readonly hosts: number;
  readonly links: number;
  readonly steps: number;
  /** `LINE:COLUMN`, both from 0, in the order of the file. */
  readonly unresolved: readonly string[];
  /** How many other mistakes were found: lexer, parser. */
  readonly syntaxErrors: number;
}

export type StatementKind =
  | 'topology'
  | 'service'
  | 'host'
  | 'device'
  | 'link'
  | 'flow'
  | 'scenario'
  | 'expect'
  | 'properties'
  | 'step'
  | 'change';

export function countHosts(declared: readonly Declared[]): number {
  return declared.reduce((sum, { isHost, count }) => sum + (isHost ? (count ?? 1) : 0), 0);
}

/** Groups are expanded, and each on the left is linked with each on the right, once. */
export function countLinks(declared: readonly Declared[], links: readonly LinkStatement[]): number {
  const members = new Map(declared.map(({ name, count }) => [name, membersOf(name, count)] as const));
  const resolve = (references: readonly Referred[]) => [
    ...new Set(
      references.flatMap(({ name, first, last }) => {
        const all = members.get(name) ?? [];
        return first === undefined ? all : all.slice(first - 1, last ?? first);
      }),
    ),
  ];
  return links.reduce((sum, { left, right, shape, degree }) => {
    const from = resolve(left);
    if (right) return sum + countPairs(from, resolve(right));
    return sum + (shape === undefined ? 0 : (shapedPairs(shape, from, degree ?? 0, 500_000)?.length ?? 0));
  }, 0);
}

function membersOf(name: string, count: number | undefined): readonly string[] {
  return count === undefined ? [name] : Array.from({ length: count }, (_, place) => `${name}[${place + 1}]`);
}

function countPairs(left: readonly string[], right: readonly string[]): number {
  const pairs = new Set<string>();
  for (const a of left) for (const b of right) if (a !== b) pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
  return pairs.size;
}
