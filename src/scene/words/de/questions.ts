/** Was jemand über den nächsten Schritt gefragt wird, bevor er gezeigt wird. */
import type { Words } from '../words';

export const questions: Words['questions'] = {
  client: 'Wer ist der Client?',
  server: 'Wer ist der Server?',
  next: 'Wohin geht die Nachricht?',
  answer: (server) => `Was antwortet ${server}?`,
  outcome: 'Gelingt es?',
  works: 'Ja, es gelingt.',
  fails: 'Nein, es scheitert.',
  sends: (sender, label) => `${sender} sendet: ${label}.`,
  receives: (receiver, label) => `${receiver} erhält: ${label}.`,
};
