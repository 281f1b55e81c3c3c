/** All that the scene says, in German. Names stand where they need neither an article nor an ending. */
import { comparison } from './de/comparison';
import { differences } from './de/differences';
import { inspect } from './de/inspect';
import { labels } from './de/labels';
import { picture } from './de/picture';
import { questions } from './de/questions';
import { reason } from './de/reasons';
import { stepping } from './de/stepping';
import { steps } from './de/steps';
import { transcript } from './de/transcript';
import { lookup, whatIf } from './de/try-out';
import { formats } from './formats';
import type { Words } from './words';

export const de: Words = {
  language: 'de',
  formats: formats.de,
  reason,
  ...{ steps, labels, picture, inspect, differences, comparison, lookup, whatIf, stepping, questions, transcript },
};
