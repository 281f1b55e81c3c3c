/** What is tried out without being in the file, in German. */
import type { Words } from '../words';
import { formatDuration, listOf } from './terms';

export const whatIf: Words['whatIf'] = {
  offline: (names) => `${names} offline`,
  online: (names) => `${names} online`,
  cable: { cut: (ends) => `Kabel ${ends} durchtrennt`, restore: (ends) => `Kabel ${ends} repariert` },
  link: { cut: (ends) => `Verbindung ${ends} getrennt`, restore: (ends) => `Verbindung ${ends} wiederhergestellt` },
  slow: (host, factor) =>
    `${host} mit ${factor === 1 ? 'vollem' : factor === 4 ? '¼ des' : `1/${factor} des`} ${factor === 1 ? 'Tempo' : 'Tempos'}`,
  notSaved: (summary) => `${summary} (nicht gespeichert)`,
};

export const lookup: Words['lookup'] = {
  nobodyAsked: 'Kein Index wurde gefragt.',
  noAnswer: (host, asked) => `${host} bekommt keine Antwort von ${asked}.`,
  nothing: (why) => `Nichts wird übertragen: ${why}`,
  transfer: (senders, host, durationMs, isDirect) =>
    `Die Übertragung dauert ${formatDuration(durationMs)} und geht ${isDirect ? 'direkt ' : ''}an ${host}. Absender: ${listOf(senders)}.`,
};
