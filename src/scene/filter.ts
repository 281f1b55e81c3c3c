/**
 * Which steps of a run are shown: those of the chosen services, kinds and hosts, and of these perhaps only what failed. Worked out from the columns of a recording
 * in one pass, and remembered with it. What is filtered out still happens: a filter changes what is listed, passed over and
 * dimmed, never the world at a position.
 */
import { stepsConcerning } from '../simulation/scan';
import { hasArrived, type StepColumns, type StepList, stepFlags } from '../simulation/step-list';
import type { Drawn } from './drawn';
import type { FilterView, MessageShape, StepFilter } from './scene';
import { contentShape, messageShape } from './steps';

export const noFilter: StepFilter = { services: [], kinds: [], hosts: [], onlyFailed: false };

export function isFiltering({ services, kinds, hosts, onlyFailed }: StepFilter): boolean {
  return onlyFailed || services.length > 0 || kinds.length > 0 || hosts.length > 0;
}

/** More hosts than this are not offered one by one. */
const offeredHosts = 60;

interface Known {
  readonly key: string;
  readonly visible: Uint8Array;
}

const known = new WeakMap<StepList, Known>();

/** By step 1 where it is shown; undefined where all are. */
export function visibleSteps(steps: StepList, filter: StepFilter, network: Drawn): Uint8Array | undefined {
  if (!isFiltering(filter)) return undefined;
  const hosts = filter.hosts.flatMap((id) => namesOf(network, id));
  const key = JSON.stringify([filter, hosts]);
  const remembered = known.get(steps);
  if (remembered?.key === key) return remembered.visible;
  const visible = read(steps, filter, new Set(hosts));
  known.set(steps, { key, visible });
  return visible;
}

/** Without any of a sort chosen, all of that sort are shown. */
function read(steps: StepList, filter: StepFilter, names: ReadonlySet<string>): Uint8Array {
  const { services, kinds, hosts, onlyFailed } = filter;
  const { content, contents, flags } = steps.columns;
  const isServed = contents.map(({ service = '' }) => services.length === 0 || services.includes(service));
  const isMeant = hosts.length === 0 ? () => true : stepsConcerning(steps, names);
  const shape = shapesOf(steps);
  const visible = new Uint8Array(content.length);
  for (let step = 0; step < content.length; step += 1) {
    const isKind = kinds.length === 0 || kinds.includes(shape(step));
    const isWanted = !onlyFailed || hasFailed(flags, step);
    visible[step] = Number(isWanted && isKind && isServed[content[step] ?? 0] && isMeant(step));
  }
  return visible;
}

/** Only an answer that arrives as an error needs a closer look. */
function shapesOf(steps: StepList): (step: number) => MessageShape {
  const { columns } = steps;
  const { contents, content, flags } = columns;
  const shapes = contents.map(contentShape);
  return (step) => {
    const place = content[step] ?? 0;
    const isError = contents[place]?.kind === 'response' && hasFailed(flags, step);
    const exact = isError ? steps.at(step) : undefined;
    return exact ? messageShape(exact) : (shapes[place] ?? 'note');
  };
}

function hasFailed(flags: StepColumns['flags'], step: number): boolean {
  return ((flags[step] ?? 0) & stepFlags.failed) !== 0;
}

/** What is folded or unfolded in another way by now is still meant as a whole, or as the one. */
function namesOf({ nodeById, nodes }: Drawn, id: string): readonly string[] {
  const node = nodeById.get(id);
  const meant = node ? node.members : nodes.flatMap(({ bundle, members }) => (bundle?.id === id ? members : []));
  if (meant.length > 0) return meant.map(({ name }) => name);
  return nodes.some(({ members }) => members.some(({ name }) => name === id)) ? [id] : [];
}

/** What there is to choose in a run, and what the choice leaves. */
export function filterView(steps: StepList, filter: StepFilter, network: Drawn): FilterView {
  const visible = visibleSteps(steps, filter, network);
  const { services, kinds, hosts, hasFailures } = choicesIn(steps);
  const ids = [...new Set([...hosts].map(network.idOf))];
  const offered = ids.slice(0, offeredHosts);
  return {
    chosen: filter,
    services: withChosen(services, filter.services),
    kinds: withChosen(kinds, filter.kinds),
    hosts: withChosen(offered, filter.hosts),
    otherHosts: ids.length - offered.length,
    hasFailures,
    shown: visible ? countOf(visible) : steps.length,
    end: visible ? visible.lastIndexOf(1) + 1 : steps.length,
    isFiltering: visible !== undefined,
  };
}

/** What is chosen can be unchosen, even while the file does not have it. */
function withChosen<T>(offered: readonly T[], chosen: readonly T[]): readonly T[] {
  return [...offered, ...chosen.filter((each) => !offered.includes(each))];
}

interface Choices {
  readonly services: readonly string[];
  readonly kinds: readonly MessageShape[];
  readonly hosts: ReadonlySet<string>;
  readonly hasFailures: boolean;
}

const choices = new WeakMap<StepList, Choices>();

function choicesIn(steps: StepList): Choices {
  const found = choices.get(steps) ?? readChoices(steps);
  choices.set(steps, found);
  return found;
}

function readChoices(steps: StepList): Choices {
  const { names, from, to, contents, content, flags } = steps.columns;
  const shape = shapesOf(steps);
  const kinds = new Set<MessageShape>();
  const ends = new Set<number>();
  for (let step = 0; step < content.length; step += 1) {
    kinds.add(shape(step));
    ends.add(from[step] ?? -1).add(to[step] ?? -1);
  }
  const services = new Set(contents.map(({ service = '' }) => service));
  return {
    ...{ services: [...services], kinds: [...kinds] },
    hosts: new Set(names.filter((_, place) => ends.has(place))),
    hasFailures: content.some((_, step) => hasFailed(flags, step)),
  };
}

function countOf(visible: Uint8Array): number {
  let count = 0;
  for (const each of visible) count += each;
  return count;
}

const concerned = new WeakMap<Uint8Array, ReadonlySet<string>>();

/** The names of the nodes that the visible steps are sent by, received by, or pass. */
export function concernedBy({ columns }: StepList, visible: Uint8Array): ReadonlySet<string> {
  const names = concerned.get(visible) ?? readConcerned(columns, visible);
  concerned.set(visible, names);
  return names;
}

function readConcerned(columns: StepColumns, visible: Uint8Array): ReadonlySet<string> {
  const { names, from, to, way, ways, details } = columns;
  const places = new Set<number>();
  const passed = new Set<number>();
  const others = new Set<string>();
  for (let step = 0; step < visible.length; step += 1) {
    if (!visible[step]) continue;
    places.add(from[step] ?? -1).add(to[step] ?? -1);
    if (hasArrived(columns, step)) passed.add(way[step] ?? -1);
    for (const name of details.get(step)?.path ?? []) others.add(name);
  }
  const onWay = [...passed].flatMap((place) => ways[place] ?? []);
  return new Set([...names.filter((_, place) => places.has(place)), ...onWay, ...others]);
}
