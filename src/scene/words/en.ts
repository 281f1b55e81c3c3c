/**
 * All that the scene says, in English. To add a sentence: write it here, or in the file of its subject in `en/`, as a text or a
 * function of names and numbers; the compiler then asks for the same key in `de/`. Say it with `words.…`, which the session
 * has and hands to whatever speaks; `words.formats` writes quantities and lists. Names are isolated (`isolate`) where they
 * are put in, and no word in a sentence may depend on a name.
 */
import { comparison } from './en/comparison';
import { differences } from './en/differences';
import { inspect } from './en/inspect';
import { labels } from './en/labels';
import { picture } from './en/picture';
import { questions } from './en/questions';
import { stepping } from './en/stepping';
import { steps } from './en/steps';
import { transcript } from './en/transcript';
import { lookup, whatIf } from './en/try-out';
import { formats } from './formats';

export const en = {
  language: 'en',
  formats: formats.en,
  /** Why something fails, as the simulation says it. */
  reason: (why: string) => why,
  ...{ steps, labels, picture, inspect, differences, comparison, lookup, whatIf, stepping, questions, transcript },
};
