/** Sentences about what is no message: who joins or finds what, what goes offline, how time passes. */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import type { Sentence, Sentences } from '../sentence';
import { formatDuration, from, have, listOf, names, service, what } from './terms';

/** What a host that is offline cannot do. */
export const deeds = {
  join: (step) => `join ${service(step)}`,
  leave: (step) => `leave ${service(step)}`,
  fetch: (step) => `fetch ${what(step)}`,
  search: (step) => `search for ${what(step)}`,
  publish: (step) => `publish ${what(step)}`,
} satisfies Sentences;

export const changes = {
  join: (step) => `${from(step)} joins ${service(step)} and takes part in it from now on.`,
  leave: (step) => `${from(step)} leaves ${service(step)}.`,
  search: knowsNow,
  publish: publishes,
  offline: (step) => `${changed(step, 'offline')} offline: nobody can reach ${pronoun(changedNodes(step))} now.`,
  online: (step) => `${changed(step, 'online')} back online.`,
  cut: (step, wording) => `The link between ${links(step, wording)} is cut.`,
  restore: (step, wording) => `The link between ${links(step, wording)} works again.`,
  wait: waits,
} satisfies Sentences;

export const changesSomehow: Sentence = (step) => step.text ?? `Something changes at ${from(step)}.`;

export function waits(step: TraceStep): string {
  return `Time passes: ${formatDuration(step.endMs - step.startMs)}.`;
}

/** Whoever has gone offline since is told apart: the searcher finds out only when it asks there. */
function knowsNow(step: TraceStep): string {
  const found = step.answer ?? [];
  if (found.length === 0) return `${from(step)} has found nobody who has ${what(step)}.`;
  const knows = `${from(step)} now knows: ${have(found)} ${what(step)}.`;
  if (step.stale.length === 0) return knows;
  return `${knows} But ${names(step.stale)} ${step.stale.length === 1 ? 'is' : 'are'} offline by now, and nobody has told ${from(step)}.`;
}

/** Where peers keep records by key, the nearest of them are named. */
function publishes(step: TraceStep): string {
  const keepers = step.answer;
  if (!keepers) return `${from(step)} has something new: ${what(step)}.`;
  if (keepers.length === 0) return `${from(step)} knows nobody who could keep a record of ${what(step)}.`;
  return `The key of ${what(step)} is nearest to ${keepers.length === 1 ? 'that' : 'those'} of ${names(keepers)}: there the record is kept that ${from(step)} has it.`;
}

/** "bob goes", "bob and carol are". */
function changed(step: TraceStep, kind: 'offline' | 'online'): string {
  const nodes = changedNodes(step);
  const verb = kind === 'offline' ? ['goes', 'go'] : ['is', 'are'];
  return `${names(nodes)} ${nodes.length > 1 ? verb[1] : verb[0]}`;
}

function pronoun(nodes: readonly string[]): string {
  return nodes.length > 1 ? 'them' : names(nodes);
}

function changedNodes(step: TraceStep): readonly string[] {
  const nodes = step.changes.flatMap((change) => ('node' in change ? [change.node] : []));
  return nodes.length > 0 || step.from === undefined ? nodes : [step.from];
}

function links(step: TraceStep, { linksOf }: Wording): string {
  const ends = linksOf(step).map(([a, b]) => `${isolate(a)} and ${isolate(b)}`);
  return ends.length === 0 ? 'two nodes' : listOf(ends, 2);
}
