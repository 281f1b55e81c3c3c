/**
 * Questions about all steps of a recording that are answered from its columns, without making an object of each step: so
 * a run of a million steps answers in a few milliseconds. Knows nothing of what the answers are for.
 */

import { messageKinds } from './roles';
import { hasArrived, type StepContent, type StepList, stepFlags, wasSent } from './step-list';
import type { TraceKind } from './trace';

/** The places of the steps that say this, in the order of the run. What is said is asked about once, however often it is. */
export function* stepsSaying({ columns }: StepList, isMeant: (content: StepContent) => boolean): Generator<number> {
  const { content, contents } = columns;
  const meant = Uint8Array.from(contents, (each) => Number(isMeant(each)));
  if (!meant.includes(1)) return;
  for (let step = 0; step < content.length; step += 1) if (meant[content[step] ?? 0]) yield step;
}

/** How many steps before a position say this. */
export function countSaying(
  { columns: { content, contents } }: StepList,
  isMeant: (content: StepContent) => boolean,
  position: number,
): number {
  const meant = Uint8Array.from(contents, (each) => Number(isMeant(each)));
  let count = 0;
  for (let step = 0; step < position; step += 1) count += meant[content[step] ?? 0] ?? 0;
  return count;
}

/** How many messages of each kind went out, in the order in which the kinds first come up. */
export function messageCounts({ columns }: StepList): ReadonlyMap<TraceKind, number> {
  const { content, contents } = columns;
  const kinds = contents.map(({ kind }) => kind);
  const counts = new Map<TraceKind, number>();
  for (let step = 0; step < content.length; step += 1) {
    const kind = kinds[content[step] ?? 0];
    if (kind !== undefined && messageKinds.has(kind) && wasSent(columns, step))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/** The places of the steps that failed. */
export function* failedSteps({ columns: { flags } }: StepList): Generator<number> {
  for (let step = 0; step < flags.length; step += 1) if ((flags[step] ?? 0) & stepFlags.failed) yield step;
}

/** The place of the message that was under way for the longest time, the first of several; undefined where nothing was sent. */
export function longestMessage({ columns }: StepList): number | undefined {
  const { startMs, endMs, content, contents } = columns;
  const isMessage = contents.map(({ kind }) => messageKinds.has(kind));
  let longest: number | undefined;
  let longestMs = -1;
  for (let step = 0; step < content.length; step += 1) {
    const tookMs = (endMs[step] ?? 0) - (startMs[step] ?? 0);
    if (tookMs <= longestMs || !isMessage[content[step] ?? 0] || !wasSent(columns, step)) continue;
    longest = step;
    longestMs = tookMs;
  }
  return longest;
}

/** Whether a step is sent, received, carried out or passed on by one of these nodes, or changes one. */
export function stepsConcerning({ columns }: StepList, nodes: ReadonlySet<string>): (step: number) => boolean {
  const { names, from, to, way, ways, details } = columns;
  const isMeant = Uint8Array.from(names, (name) => Number(nodes.has(name)));
  const isOnWay = Uint8Array.from(ways, (passed) => Number(passed.some((name) => nodes.has(name))));
  return (step) =>
    isMeant[from[step] ?? -1] === 1 ||
    isMeant[to[step] ?? -1] === 1 ||
    (hasArrived(columns, step) && isOnWay[way[step] ?? -1] === 1) ||
    (details.get(step)?.path?.some((name) => nodes.has(name)) ?? false);
}
