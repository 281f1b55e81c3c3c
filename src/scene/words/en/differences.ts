/** The sentences about how a run differs from the original one. */
import { counted } from '../../../language/wording';
import { formatCount, formatDuration, formatSize, listOf, quoted } from './terms';

export const differences = {
  nothing: 'Nothing changes: the run is the same, step by step.',
  succeedsNow: 'The flow works now.',
  failsNow: (why: string | undefined) => `The flow fails now${because(why)}`,
  failsOtherwise: (why: string | undefined) => `The flow fails for another reason${because(why)}`,
  noLongerHolds: (text: string, actual: string) => `${quoted(text)} does not hold any more. Found instead: ${actual}.`,
  firstStep: (number: number, sentence: string) => `Step ${formatCount(number)} is the first that differs: ${sentence}`,
  endsEarlier: (number: number) => `The run ends already after step ${formatCount(number)}.`,
  wasOver: 'The run was over.',
  onlyTimes: (number: number) => `The same messages are sent, but from step ${formatCount(number)} on at other times.`,
  failedSteps: (now: number, before: number) =>
    `${now === 0 ? 'No step fails' : now === 1 ? '1 step fails' : `${counted(now, 'step')} fail`} instead of ${none(before)}.`,
  takes: (nowMs: number, beforeMs: number) =>
    `It takes ${formatDuration(nowMs)} instead of ${formatDuration(beforeMs)}.`,
  sends: (now: number, before: number) => `${counted(now, 'message')} instead of ${none(before)}.`,
  transfers: (now: number, before: number) =>
    `${now === 0 ? 'No data' : formatSize(now)} transferred instead of ${before === 0 ? 'none' : formatSize(before)}.`,
  /** Something is true of a host in the end that was not before, or the other way round. */
  changes: {
    gets: (hosts: readonly string[], thing: string) =>
      `${listOf(hosts)} ${hosts.length === 1 ? 'gets' : 'get'} ${thing} now.`,
    lacks: (hosts: readonly string[], thing: string) =>
      `${listOf(hosts)} ${hosts.length === 1 ? 'does' : 'do'} not get ${thing} any more.`,
    becomes: (hosts: readonly string[], role: string) =>
      `${listOf(hosts)} ${hosts.length === 1 ? 'becomes' : 'become'} ${role}.`,
    was: (hosts: readonly string[], role: string) =>
      `${listOf(hosts)} ${hosts.length === 1 ? 'is' : 'are'} no longer ${role}.`,
  },
};

function because(why: string | undefined): string {
  return why === undefined ? '.' : `: ${why}`;
}

function none(count: number): string {
  return count === 0 ? 'none' : formatCount(count);
}
