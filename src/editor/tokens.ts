/**
 * What each name stands for, so that hosts are coloured by the role that the flows make them take, everywhere they are
 * named. Knows no editor and no colours.
 */
import type { Analysis } from '../analysis/analysis';
import type { Checked } from '../analysis/check';
import { union } from '../analysis/roles';
import type { Role } from '../language/topology';
import { namesOf } from './names';

/** In the order in which the editor is told of them; the manifest names their colours. */
export const tokenTypes = ['host', 'device', 'service', 'resource'] as const;
export const tokenModifiers = ['client', 'server', 'both'] as const;

export interface NameToken {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly type: (typeof tokenTypes)[number];
  /** A host's role over all flows. */
  readonly role: Role | undefined;
}

/** Of the lines from `first` to `last`, in the order of the file. */
export function tokensOf({ compilation, analysis }: Checked, first: number, last: number): readonly NameToken[] {
  const known = nodesOf(analysis);
  const tokens: NameToken[] = [];
  compilation.tree.lines.slice(first, last + 1).forEach((line, place) => {
    for (const { kind, name, start, end } of namesOf(line)) {
      if (kind === 'flow' || kind === 'scenario') continue;
      const named = kind === 'node' ? known.get(name) : { type: kind, role: undefined };
      if (named) tokens.push({ line: first + place, start, length: end - start, ...named });
    }
  });
  return tokens;
}

type Named = Pick<NameToken, 'type' | 'role'>;

/** By name; the members of a group have its name and add up. */
function nodesOf(analysis: Analysis): ReadonlyMap<string, Named> {
  const known = remembered.get(analysis.roles);
  if (known) return known;
  const nodes = new Map<string, Named>();
  for (const { name, group, kind } of analysis.topology.nodes) {
    if (kind !== 'host') nodes.set(group ?? name, { type: 'device', role: undefined });
  }
  for (const { host, exercised } of analysis.roles) {
    const name = host.group ?? host.name;
    const before = nodes.get(name)?.role;
    nodes.set(name, { type: 'host', role: union([before, exercised].flatMap((role) => role ?? [])) });
  }
  remembered.set(analysis.roles, nodes);
  return nodes;
}

const remembered = new WeakMap<Analysis['roles'], ReadonlyMap<string, Named>>();
