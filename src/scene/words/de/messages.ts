/** German sentences about messages; the tables have the rows of the English ones. */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import type { answers as englishAnswers, requests as englishRequests } from '../en/messages';
import type { Sentence } from '../sentence';
import { patternAnswers, patternPushes, patternRequests, whereFrom } from './patterns';
import { are, formatSize, from, have, named, pieceOf, quoted, service, size, to, what } from './terms';

export const requests: Readonly<Record<keyof typeof englishRequests, Sentence>> = {
  ...patternRequests,
  put: (step) => `${from(step)} sendet ${what(step)}${size(step)} an ${to(step)}: ein Upload.`,
  lookup: (step) => `${from(step)} fragt ${to(step)}, wo ${what(step)} zu finden ist.`,
  register: (step) =>
    `${from(step)} sagt ${to(step)}: Ich habe ${what(step)}. Die Datei selbst bleibt bei ${from(step)}.`,
  unregister: (step) => `${from(step)} sagt ${to(step)}: Ich gebe ${what(step)} nicht mehr frei.`,
  login: (step) =>
    `${from(step)} meldet sich ${step.text === undefined ? '' : `als ${isolate(step.text)} `}bei ${to(step)} an.`,
  join: (step) => `${from(step)} sagt ${to(step)}: Ich bin da und mache bei ${service(step)} mit.`,
  leave: (step) => `${from(step)} sagt ${to(step)}: Ich verlasse ${service(step)}.`,
};

export const asksInOwnWords: Sentence = (step, { passedOn }) => {
  if (step.text === undefined) return `${from(step)} stellt eine Anfrage an ${to(step)}.`;
  return passedOn(step)?.text === step.text
    ? `${from(step)} sendet ${to(step)} ${quoted(step.text)}${size(step)} zum Weiterleiten.`
    : `${from(step)} sendet ${to(step)} die Anfrage ${quoted(step.text)}${size(step)}.`;
};

export const answers: Readonly<Record<keyof typeof englishAnswers, Sentence>> = {
  ...patternAnswers,
  get: transfers,
  put: (step) => `${from(step)} bestätigt ${to(step)}: ${what(step)} ist gespeichert.`,
  lookup: answersLookup,
  register: (step) => `${from(step)} bestätigt: ${to(step)} steht jetzt auf der Liste für ${what(step)}.`,
  unregister: (step) => `${from(step)} bestätigt: ${to(step)} steht nicht mehr auf der Liste für ${what(step)}.`,
  login: (step) => `${from(step)} lässt ${to(step)} herein.`,
  join: (step) => `${from(step)} nimmt ${to(step)} in ${service(step)} auf.`,
  leave: (step) => `${from(step)} bestätigt: ${to(step)} macht nicht mehr mit.`,
};

export const answersInOwnWords: Sentence = (step) => {
  if (step.text !== undefined) return `${from(step)} antwortet ${to(step)}: ${quoted(step.text)}${size(step)}.`;
  return `${from(step)} antwortet ${to(step)}${step.sizeBytes === undefined ? '' : ` mit ${formatSize(step.sizeBytes)}`}.`;
};

export function transfers(step: TraceStep, wording: Wording): string {
  const direction = step.from === step.client ? 'ein Upload' : 'ein Download';
  const thing = step.resource ?? step.text;
  const whole = thing === undefined ? 'die Daten' : named(thing);
  const part = step.piece === undefined ? whole : pieceOf(step, wording);
  return [`${from(step)} sendet ${part}${size(step)} an ${to(step)}: ${direction}.`, whereFrom(step, wording)]
    .join(' ')
    .trim();
}

export const pushes = patternPushes;

export const pushesInOwnWords: Sentence = (step) => {
  const thing =
    step.text !== undefined ? quoted(step.text) : step.resource !== undefined ? named(step.resource) : 'Daten';
  return `${from(step)} sendet ${thing}${size(step)} an ${to(step)}, ohne gefragt zu werden: ein Push.`;
};

function answersLookup(step: TraceStep): string {
  const found = step.answer ?? [];
  if (found.length === 0) return `${from(step)} kennt niemanden, der ${what(step)} hat.`;
  const answer = `${from(step)} antwortet: ${have(found)} ${what(step)}.`;
  if (step.stale.length === 0) return answer;
  const entries =
    step.stale.length === 1 ? 'führt den Eintrag noch: Er ist veraltet' : 'führt die Einträge noch: Sie sind veraltet';
  return `${answer} Aber ${are(step.stale)} offline, und ${from(step)} ${entries}.`;
}
