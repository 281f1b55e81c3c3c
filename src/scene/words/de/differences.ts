/** The sentences about how a run differs from the original one, in German. */
import type { Words } from '../words';
import { formatCount, formatDuration, formatSize, listOf, quoted } from './terms';

export const differences: Words['differences'] = {
  nothing: 'Nichts ändert sich: Der Lauf ist Schritt für Schritt derselbe.',
  succeedsNow: 'Der Ablauf gelingt jetzt.',
  failsNow: (why) => `Der Ablauf scheitert jetzt${because(why)}`,
  failsOtherwise: (why) => `Der Ablauf scheitert aus einem anderen Grund${because(why)}`,
  noLongerHolds: (text, actual) => `${quoted(text)} gilt nicht mehr. Stattdessen: ${actual}.`,
  firstStep: (number, sentence) => `Schritt ${formatCount(number)} ist der erste, der anders ist: ${sentence}`,
  endsEarlier: (number) => `Der Lauf endet schon nach Schritt ${formatCount(number)}.`,
  wasOver: 'Der Lauf war zu Ende.',
  onlyTimes: (number) =>
    `Dieselben Nachrichten werden gesendet, aber ab Schritt ${formatCount(number)} zu anderen Zeiten.`,
  failedSteps: (now, before) =>
    `${now === 0 ? 'Kein Schritt scheitert' : now === 1 ? '1 Schritt scheitert' : `${formatCount(now)} Schritte scheitern`}; vorher: ${none(before)}.`,
  takes: (nowMs, beforeMs) => `Es dauert ${formatDuration(nowMs)} statt ${formatDuration(beforeMs)}.`,
  sends: (now, before) => `${now === 1 ? '1 Nachricht' : `${formatCount(now)} Nachrichten`} statt ${none(before)}.`,
  transfers: (now, before) =>
    `Übertragen: ${now === 0 ? 'nichts' : formatSize(now)} statt ${before === 0 ? 'nichts' : formatSize(before)}.`,
  changes: {
    gets: (hosts, thing) => `${listOf(hosts)} ${hosts.length === 1 ? 'bekommt' : 'bekommen'} jetzt ${thing}.`,
    lacks: (hosts, thing) => `${listOf(hosts)} ${hosts.length === 1 ? 'bekommt' : 'bekommen'} ${thing} nicht mehr.`,
    becomes: (hosts, role) => `${listOf(hosts)} ${hosts.length === 1 ? 'wird' : 'werden'} ${role}.`,
    was: (hosts, role) => `${listOf(hosts)} ${hosts.length === 1 ? 'ist' : 'sind'} nicht mehr ${role}.`,
  },
};

function because(why: string | undefined): string {
  return why === undefined ? '.' : `: ${why}`;
}

function none(count: number): string {
  return count === 0 ? 'keine' : formatCount(count);
}
