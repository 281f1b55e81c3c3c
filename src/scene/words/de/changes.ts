/** German sentences about what is no message: who joins or finds what, what goes offline, how time passes. */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import type { changes as english, deeds as englishDeeds } from '../en/changes';
import type { Sentence } from '../sentence';
import { are, formatDuration, from, have, listOf, names, service, what } from './terms';

/** What a host that is offline cannot do: `alice kann …`. */
export const deeds: Readonly<Record<keyof typeof englishDeeds, Sentence>> = {
  join: (step) => `${service(step)} nicht beitreten`,
  leave: (step) => `${service(step)} nicht verlassen`,
  fetch: (step) => `${what(step)} nicht holen`,
  search: (step) => `nicht nach ${what(step)} suchen`,
  publish: (step) => `${what(step)} nicht veröffentlichen`,
};

export const changes: Readonly<Record<keyof typeof english, Sentence>> = {
  join: (step) => `${from(step)} tritt ${service(step)} bei und macht ab jetzt mit.`,
  leave: (step) => `${from(step)} verlässt ${service(step)}.`,
  search: knowsNow,
  publish: publishes,
  offline: goesOffline,
  online: (step) => `${are(changedNodes(step))} wieder online.`,
  cut: (step, wording) => links(step, wording, 'ist unterbrochen', 'Unterbrochene Verbindungen'),
  restore: (step, wording) => links(step, wording, 'funktioniert wieder', 'Wieder funktionierende Verbindungen'),
  wait: waits,
};

export const changesSomehow: Sentence = (step) => step.text ?? `Bei ${from(step)} ändert sich etwas.`;

export function waits(step: TraceStep): string {
  return `Es vergeht Zeit: ${formatDuration(step.endMs - step.startMs)}.`;
}

function knowsNow(step: TraceStep): string {
  const found = step.answer ?? [];
  if (found.length === 0) return `${from(step)} hat niemanden gefunden, der ${what(step)} hat.`;
  const knows = `${from(step)} weiß jetzt: ${have(found)} ${what(step)}.`;
  if (step.stale.length === 0) return knows;
  return `${knows} Aber ${are(step.stale)} inzwischen offline, und ${from(step)} hat davon nichts erfahren.`;
}

function publishes(step: TraceStep): string {
  const keepers = step.answer;
  if (!keepers) return `${from(step)} hat etwas Neues: ${what(step)}.`;
  if (keepers.length === 0)
    return `${from(step)} kennt niemanden, der einen Eintrag zu ${what(step)} aufbewahren könnte.`;
  return `Dem Schlüssel von ${what(step)} am nächsten ${keepers.length === 1 ? 'ist' : 'sind'} ${names(keepers)}: Dort wird der Eintrag aufbewahrt, wer ${what(step)} hat, nämlich ${from(step)}.`;
}

function goesOffline(step: TraceStep): string {
  const nodes = changedNodes(step);
  const [verb, them] = nodes.length > 1 ? ['gehen', 'sie'] : ['geht', names(nodes)];
  return `${names(nodes)} ${verb} offline: Niemand kann ${them} jetzt erreichen.`;
}

function changedNodes(step: TraceStep): readonly string[] {
  const nodes = step.changes.flatMap((change) => ('node' in change ? [change.node] : []));
  return nodes.length > 0 || step.from === undefined ? nodes : [step.from];
}

function links(step: TraceStep, { linksOf }: Wording, one: string, several: string): string {
  const ends = linksOf(step).map(([a, b]) => [isolate(a), isolate(b)] as const);
  const [first, second] = ends;
  if (!first) return `Die Verbindung zwischen zwei Knoten ${one}.`;
  if (!second) return `Die Verbindung zwischen ${first[0]} und ${first[1]} ${one}.`;
  return `${several}: ${listOf(ends.map((pair) => pair.join('–')))}.`;
}
