/** What is said of a step, in English: the tables of sentences, and what is said where something does not work. */
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
      `${from(step)} cannot ${(deeds as Sentences)[step.verb ?? '']?.(step, wording) ?? step.verb ?? 'act'}`,
    answer: (step) => `${from(step)} can no longer answer ${to(step)}`,
    reach: (step) => `${from(step)} cannot reach ${to(step)}`,
    send: (step) => `${from(step)} cannot send ${what(step)} to ${to(step)}`,
    serve: (step) => `${from(step)} answers ${to(step)} with an error`,
  },
  didNotWork: 'it did not work',
  fails: (why) => `It fails: ${why}`,
  whoIsWho: (client, server) => `${isolate(client)} is the client, ${isolate(server)} the server.`,
  whoServesUnasked: (client, server) =>
    `${isolate(server)} is the server, because it provides; ${isolate(client)} is the client, because it receives.`,
};
