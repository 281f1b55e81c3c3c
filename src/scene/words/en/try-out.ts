/** What is tried out without being in the file: changes, in a few words each, and a lookup. */
import { formatDuration, listOf } from './terms';

export const whatIf = {
  offline: (names: string) => `${names} offline`,
  online: (names: string) => `${names} online`,
  cable: { cut: (ends: string) => `cable ${ends} cut`, restore: (ends: string) => `cable ${ends} mended` },
  link: { cut: (ends: string) => `link ${ends} cut`, restore: (ends: string) => `link ${ends} mended` },
  /** `factor` 4 is a quarter of its speed. */
  slow: (host: string, factor: number) =>
    `${host} at ${factor === 1 ? 'full' : factor === 4 ? '¼' : `1/${factor}`} speed`,
  notSaved: (summary: string) => `${summary} (not saved)`,
};

export const lookup = {
  nobodyAsked: 'No index was asked.',
  noAnswer: (host: string, asked: string) => `${host} gets no answer from ${asked}.`,
  nothing: (why: string) => `Nothing is transferred: ${why}`,
  transfer: (senders: readonly string[], host: string, durationMs: number, isDirect: boolean) =>
    `The transfer goes ${isDirect ? 'directly ' : ''}from ${listOf(senders)} to ${host} and takes ${formatDuration(durationMs)}.`,
};
