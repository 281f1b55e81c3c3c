/**
 * Who has a line in the sequence diagram of a run, and when each was offline: what holds for the whole run, so that the
 * lines stay where they are from step to step. Where things are on the page is decided elsewhere. Runs nothing.
 */
import type { Flow } from '../language/topology';
import { changelogOf } from '../simulation/changelog';
import type { StepColumns } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import type { Drawn, DrawnNode } from './drawn';
import { type Fragment, fragmentsOf } from './fragments';
import type { Machine, NodeShape } from './scene';
import { descriptionOf, machineOf, shapeOf } from './shapes';
import { english, type Words } from './words';

export interface LifeLine {
  /** The id of the drawn node. */
  readonly id: string;
  readonly label: string;
  readonly shape: NodeShape;
  readonly machine: Machine | undefined;
  readonly description: string;
  /** How many hosts it stands for. */
  readonly count: number;
}

/** A life line is offline from the step `from` (-1: before the first) until the step `until`, or to the end. */
export interface Outage {
  readonly id: string;
  readonly from: number;
  readonly until: number | undefined;
}

export interface SequenceScene {
  /** From left to right. */
  readonly lifeLines: readonly LifeLine[];
  readonly outages: readonly Outage[];
  /** Outer ones first. */
  readonly fragments: readonly Fragment[];
}

const nothing: SequenceScene = { lifeLines: [], outages: [], fragments: [] };

// A recording never changes, and neither does what is drawn of its topology.
interface Known {
  readonly network: Drawn;
  readonly words: Words;
  readonly scene: Omit<SequenceScene, 'fragments'>;
}

const cache = new WeakMap<Trace, Known>();

/** `flow` is the one that was run. */
export function sequenceOf(
  network: Drawn,
  trace: Trace | undefined,
  words = english,
  flow?: Flow | undefined,
): SequenceScene {
  return trace ? { ...sceneOf(network, trace, words), fragments: fragmentsOf(flow) } : nothing;
}

function sceneOf(network: Drawn, trace: Trace, words: Words): Known['scene'] {
  const known = cache.get(trace);
  if (known?.network === network && known.words === words) return known.scene;
  const scene = { lifeLines: lifeLines(network, trace, words), outages: outages(network, trace) };
  cache.set(trace, { network, words, scene });
  return scene;
}

/** Who asks stands to the left of who answers, who does both between them; otherwise the order is that of the picture. */
function lifeLines({ nodes }: Drawn, trace: Trace, words: Words): LifeLine[] {
  const active = activeNames(trace.steps.columns);
  return nodes
    .filter(({ first, members }) => first.kind === 'host' && members.some(({ name }) => active.has(name)))
    .map((node) => ({ node, rank: rank(node, trace) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ node: { id, label, first, members } }) => ({
      ...{
        id,
        label,
        shape: shapeOf(first),
        machine: machineOf(first),
        description: descriptionOf(first, words),
        count: members.length,
      },
    }));
}

function activeNames({ names, from, to }: StepColumns): ReadonlySet<string> {
  const seen = new Uint8Array(names.length);
  for (const column of [from, to]) for (const place of column) if (place >= 0) seen[place] = 1;
  return new Set(names.filter((_, place) => seen[place] === 1));
}

function rank({ members }: DrawnNode, trace: Trace): number {
  const roles = new Set(
    members.flatMap(({ name }) =>
      changelogOf(trace)
        .roles(name)
        .map(({ role }) => role),
    ),
  );
  if (roles.size !== 1) return 1;
  return roles.has('client') ? 0 : 2;
}

/** A group is offline while all of its members are. */
function outages({ nodes, idOf, nodeById }: Drawn, trace: Trace): Outage[] {
  const found: Outage[] = [];
  const offline = new Set<string>();
  const open = new Map<string, number>();
  const changed = (name: string, step: number) => {
    const id = idOf(name);
    const isOff = nodeById.get(id)?.members.every((member) => offline.has(member.name)) ?? false;
    const from = open.get(id);
    if (isOff && from === undefined) open.set(id, step);
    if (isOff || from === undefined) return;
    open.delete(id);
    found.push({ id, from, until: step });
  };
  for (const name of trace.initial.offline) offline.add(name);
  for (const { first, id } of nodes) if (offline.size > 0 && nodeById.has(id)) changed(first.name, -1);
  for (const { step, change } of changelogOf(trace).of({ kind: 'faults', name: '' })) {
    if (change.kind !== 'offline' && change.kind !== 'online') continue;
    if (change.kind === 'offline') offline.add(change.node);
    else offline.delete(change.node);
    changed(change.node, step);
  }
  return [...found, ...[...open].map(([id, from]) => ({ id, from, until: undefined }))];
}
