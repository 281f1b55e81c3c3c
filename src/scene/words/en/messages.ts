/**
 * Sentences about messages, in three tables by verb: requests, answers, and what is sent without being asked for. What the
 * applications of the patterns say to each other of their own accord is in `patterns.ts`.
 */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import type { Sentence, Sentences } from '../sentence';
import { patternAnswers, patternPushes, patternRequests, whereFrom } from './patterns';
import { formatSize, from, have, named, names, pieceOf, quoted, service, size, to, what } from './terms';

export const requests = {
  ...patternRequests,
  put: (step) => `${from(step)} sends ${what(step)}${size(step)} to ${to(step)}: an upload.`,
  lookup: (step) => `${from(step)} asks ${to(step)} where ${what(step)} is.`,
  register: (step) =>
    `${from(step)} tells ${to(step)}: I have ${what(step)}. The file itself stays with ${from(step)}.`,
  unregister: (step) => `${from(step)} tells ${to(step)}: I no longer share ${what(step)}.`,
  login: (step) => `${from(step)} logs in at ${to(step)}${step.text === undefined ? '' : ` as ${isolate(step.text)}`}.`,
  join: (step) => `${from(step)} tells ${to(step)}: I am here and take part in ${service(step)}.`,
  leave: (step) => `${from(step)} tells ${to(step)}: I am leaving ${service(step)}.`,
} satisfies Sentences;

export const asksInOwnWords: Sentence = (step, { passedOn }) => {
  if (step.text === undefined) return `${from(step)} asks ${to(step)}.`;
  return passedOn(step)?.text === step.text
    ? `${from(step)} sends ${to(step)} ${quoted(step.text)}${size(step)}, to be passed on.`
    : `${from(step)} sends ${to(step)} the request ${quoted(step.text)}${size(step)}.`;
};

export const answers = {
  ...patternAnswers,
  get: transfers,
  put: (step) => `${from(step)} confirms to ${to(step)}: ${what(step)} is stored.`,
  lookup: answersLookup,
  register: (step) => `${from(step)} confirms: ${to(step)} is now on its list for ${what(step)}.`,
  unregister: (step) => `${from(step)} confirms: ${to(step)} is off its list for ${what(step)}.`,
  login: (step) => `${from(step)} lets ${to(step)} in.`,
  join: (step) => `${from(step)} lets ${to(step)} take part in ${service(step)}.`,
  leave: (step) => `${from(step)} confirms: ${to(step)} takes part no longer.`,
} satisfies Sentences;

export const answersInOwnWords: Sentence = (step) => {
  if (step.text !== undefined) return `${from(step)} answers ${to(step)}: ${quoted(step.text)}${size(step)}.`;
  return `${from(step)} answers ${to(step)}${step.sizeBytes === undefined ? '' : ` with ${formatSize(step.sizeBytes)}`}.`;
};

/** Seen from the client: data towards it is a download, data from it an upload. */
export function transfers(step: TraceStep, wording: Wording): string {
  const direction = step.from === step.client ? 'an upload' : 'a download';
  const thing = step.resource ?? step.text;
  const whole = thing === undefined ? 'the data' : named(thing);
  const part = step.piece === undefined ? whole : pieceOf(step, wording);
  return [`${from(step)} sends ${part}${size(step)} to ${to(step)}: ${direction}.`, whereFrom(step, wording)]
    .join(' ')
    .trim();
}

export const pushes = patternPushes;

export const pushesInOwnWords: Sentence = (step) => {
  const thing =
    step.text !== undefined ? quoted(step.text) : step.resource !== undefined ? named(step.resource) : 'data';
  return `${from(step)} sends ${thing}${size(step)} to ${to(step)} without being asked: a push.`;
};

/** The host that is offline is told apart, because an index does not notice that it has gone. */
function answersLookup(step: TraceStep): string {
  const found = step.answer ?? [];
  if (found.length === 0) return `${from(step)} knows nobody who has ${what(step)}.`;
  const answer = `${from(step)} answers: ${have(found)} ${what(step)}.`;
  if (step.stale.length === 0) return answer;
  const [are, them, entries] =
    step.stale.length === 1
      ? ['is', step.stale.map(isolate).join(), 'the entry is']
      : ['are', 'them', 'the entries are'];
  return `${answer} But ${names(step.stale)} ${are} offline, and ${from(step)} still lists ${them}: ${entries} stale.`;
}
