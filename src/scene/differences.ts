/**
 * How a run differs from another one of the same flow: what a changed scenario leads to, as sentences, what matters most
 * first. Compares the two recordings, column by column where it goes through all steps; runs nothing.
 */
import type { ExpectationResult } from '../analysis/analysis';
import type { Topology } from '../language/topology';
import { changelogOf } from '../simulation/changelog';
import { failedSteps, messageCounts } from '../simulation/scan';
import { stateAt } from '../simulation/seek';
import type { StepContent } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import { describe } from './describe';
import { isolate } from './formats';
import type { Difference } from './scene';
import { wordingOf } from './wording';
import { english, type Words } from './words';

/** Something is true of a host in the end that was not before, or the other way round. */
type Change = keyof Words['differences']['changes'];

/** `broken` are the expectations that held in the original run and do not any more. */
export function differences(
  topology: Topology,
  before: Trace,
  after: Trace,
  broken: readonly ExpectationResult[] = [],
  words = english,
): readonly Difference[] {
  const all = [
    ...outcome(before, after, words),
    ...firstDifference(topology, before, after, words),
    ...failures(before, after, words),
    ...outcomes(topology, before, after, words),
    ...broken.map((result) => brokenExpectation(result, words)),
    ...amounts(before, after, words),
  ];
  return all.length > 0 ? all : [plain(words.differences.nothing, 'other')];
}

function plain(text: string, tone: Difference['tone'], more: Partial<Difference> = {}): Difference {
  return { text, tone, before: undefined, position: undefined, line: undefined, ...more };
}

function outcome(before: Trace, after: Trace, { differences: say, reason }: Words): readonly Difference[] {
  const isSame = before.outcome === after.outcome && before.why === after.why;
  if (isSame) return [];
  const position = after.steps.length;
  if (after.outcome === 'completed') return [plain(say.succeedsNow, 'better', { position })];
  const why = after.why === undefined ? undefined : reason(after.why);
  const text = before.outcome === 'failed' ? say.failsOtherwise(why) : say.failsNow(why);
  return [plain(text, 'worse', { position })];
}

function brokenExpectation({ expectation, actual }: ExpectationResult, words: Words): Difference {
  return plain(words.differences.noLongerHolds(expectation.text, words.reason(actual)), 'worse', {
    line: expectation.span.line,
  });
}

/** Another message, another way or another end; failing that, another time. */
function firstDifference(topology: Topology, before: Trace, after: Trace, words: Words): readonly Difference[] {
  const { differences: say } = words;
  const place = firstOtherStep(before, after);
  const timed = place === undefined ? firstOtherTime(before, after) : undefined;
  const at = place ?? timed;
  if (at === undefined) return [];
  const sentence = (trace: Trace) => {
    const step = trace.steps.at(at);
    return step && describe(step, wordingOf(topology, trace, words));
  };
  const [was, is] = [sentence(before), sentence(after)];
  const position = Math.min(at + 1, after.steps.length);
  const line = (after.steps.at(at) ?? before.steps.at(at))?.line;
  if (timed !== undefined) return [plain(say.onlyTimes(at + 1), 'other', { position, line })];
  return [
    plain(is === undefined ? say.endsEarlier(at) : say.firstStep(at + 1, is), 'other', {
      before: was ?? say.wasOver,
      position,
      line,
    }),
  ];
}

function firstOtherStep(before: Trace, after: Trace): number | undefined {
  const [a, b] = [before.steps.columns, after.steps.columns];
  const isSameContent = sameContents(a.contents, b.contents);
  const shorter = Math.min(before.steps.length, after.steps.length);
  for (let step = 0; step < shorter; step += 1) {
    const isSame =
      a.from[step] === b.from[step] &&
      a.to[step] === b.to[step] &&
      a.count[step] === b.count[step] &&
      a.flags[step] === b.flags[step] &&
      isSameContent(a.content[step] ?? 0, b.content[step] ?? 0) &&
      isSameWay(a.ways[a.way[step] ?? -1], b.ways[b.way[step] ?? -1]) &&
      isSameWay(a.details.get(step)?.answer, b.details.get(step)?.answer);
    if (!isSame) return step;
  }
  return before.steps.length === after.steps.length ? undefined : shorter;
}

/** Few contents are shared by many steps: each pair is compared once. */
function sameContents(a: readonly StepContent[], b: readonly StepContent[]): (one: number, other: number) => boolean {
  const keys = new Map<string, number>();
  const numberOf = (content: StepContent) => {
    const { kind, line, verb, service, resource, text, sizeBytes } = content;
    const key = JSON.stringify([kind, line, verb, service, resource, text, sizeBytes]);
    const known = keys.get(key) ?? keys.size;
    keys.set(key, known);
    return known;
  };
  const [first, second] = [a.map(numberOf), b.map(numberOf)];
  return (one, other) => first[one] === second[other];
}

function isSameWay(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((node, place) => node === b[place]);
}

function firstOtherTime(before: Trace, after: Trace): number | undefined {
  const [a, b] = [before.steps.columns, after.steps.columns];
  const isOther = (one = 0, other = 0) => Math.abs(one - other) > 1e-6;
  for (let step = 0; step < a.endMs.length; step += 1)
    if (isOther(a.endMs[step], b.endMs[step]) || isOther(a.startMs[step], b.startMs[step])) return step;
  return undefined;
}

function failures(before: Trace, after: Trace, { differences: say }: Words): readonly Difference[] {
  const [was, is] = [[...failedSteps(before.steps)], [...failedSteps(after.steps)]];
  if (was.length === is.length) return [];
  const first = is[0];
  const tone = is.length > was.length ? 'worse' : 'better';
  return [
    plain(say.failedSteps(is.length, was.length), tone, { position: first === undefined ? undefined : first + 1 }),
  ];
}

/** Who has what in the end, and who has taken which role. */
function outcomes(topology: Topology, before: Trace, after: Trace, words: Words): readonly Difference[] {
  const changes = [
    ...changesBetween(topology, heldIn(before, words), heldIn(after, words), (has) => (has ? 'gets' : 'lacks')),
    ...changesBetween(topology, rolesIn(before, words), rolesIn(after, words), (has) => (has ? 'becomes' : 'was')),
  ];
  return changes.map(({ change, thing, hosts }) =>
    plain(
      words.differences.changes[change](hosts.map(isolate), thing),
      change === 'lacks' ? 'worse' : change === 'gets' ? 'better' : 'other',
    ),
  );
}

type Facts = (host: string) => readonly string[];

function heldIn(trace: Trace, { formats }: Words): Facts {
  const end = stateAt(trace, trace.steps.length);
  return (host) => [...end.holds(host).keys()].map(formats.named);
}

function rolesIn(trace: Trace, { picture }: Words): Facts {
  const changelog = changelogOf(trace);
  return (host) =>
    changelog
      .roles(host)
      .map(({ role, service }) => (service === '' ? picture.roles[role] : picture.roleOf(role, isolate(service))));
}

interface Changed {
  readonly change: Change;
  readonly thing: string;
  readonly hosts: readonly string[];
}

/** Hosts of which the same is true are named together. */
function changesBetween(topology: Topology, was: Facts, is: Facts, kind: (has: boolean) => Change): Changed[] {
  const found = new Map<string, { change: Change; thing: string; hosts: string[] }>();
  const add = (change: Change, thing: string, host: string) => {
    const key = `${change} ${thing}`;
    const known = found.get(key) ?? { change, thing, hosts: [] };
    known.hosts.push(host);
    found.set(key, known);
  };
  for (const { name } of topology.hosts) {
    const [old, now] = [new Set(was(name)), new Set(is(name))];
    for (const thing of old) if (!now.has(thing)) add(kind(false), thing, name);
    for (const thing of now) if (!old.has(thing)) add(kind(true), thing, name);
  }
  return [...found.values()];
}

function amounts(before: Trace, after: Trace, { differences: say }: Words): readonly Difference[] {
  const [was, is] = [amountsOf(before), amountsOf(after)];
  // A run that fails sends less, and that it is over sooner is no gain.
  const tone = (more: boolean): Difference['tone'] =>
    after.outcome === 'failed' ? 'other' : more ? 'worse' : 'better';
  return [
    ...(Math.abs(is.endMs - was.endMs) > 1e-6
      ? [plain(say.takes(is.endMs, was.endMs), tone(is.endMs > was.endMs))]
      : []),
    ...(is.messages === was.messages ? [] : [plain(say.sends(is.messages, was.messages), 'other')]),
    ...(is.bytes === was.bytes ? [] : [plain(say.transfers(is.bytes, was.bytes), 'other')]),
  ];
}

function amountsOf(trace: Trace) {
  const messages = [...messageCounts(trace.steps).values()].reduce((sum, count) => sum + count, 0);
  const bytes = trace.metrics.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
  return { endMs: trace.endMs, messages, bytes };
}
