/** What is said of a step, in German. */
import { isolate } from '../../formats';
import type { Sentences, StepWords } from '../sentence';
import { changes, changesSomehow, deeds, waits } from './changes';
import { answers, answersInOwnWords, asksInOwnWords, pushes, pushesInOwnWords, requests, transfers } from './messages';
import { from, to, what } from './terms';

export const steps: StepWords = {
  ...{ requests, answers, pushes, changes },
  ...{ asksInOwnWords, answersInOwnWords, pushesInOwnWords, changesSomehow, transfers, waits },
  cannot: {
    act: (step, wording) =>
      `${from(step)} kann ${(deeds as Sentences)[step.verb ?? '']?.(step, wording) ?? 'das nicht tun'}`,
    answer: (step) => `${from(step)} kann ${to(step)} nicht mehr antworten`,
    reach: (step) => `${from(step)} kann ${to(step)} nicht erreichen`,
    send: (step) => `${from(step)} kann ${what(step)} nicht an ${to(step)} senden`,
    serve: (step) => `${from(step)} antwortet ${to(step)} mit einer Fehlermeldung`,
  },
  didNotWork: 'Es hat nicht geklappt',
  fails: (why) => `Das scheitert: ${why}`,
  whoIsWho: (client, server) => `${isolate(client)} ist der Client, ${isolate(server)} der Server.`,
  whoServesUnasked: (client, server) =>
    `${isolate(server)} ist der Server, weil ${isolate(server)} etwas bereitstellt; ${isolate(client)} ist der Client, weil ${isolate(client)} es empfängt.`,
};
