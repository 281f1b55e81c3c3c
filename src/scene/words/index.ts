/** The catalogue of a language. Without one, the scene speaks English. */
import { de } from './de';
import { en } from './en';
import type { Language } from './language';
import type { Words } from './words';

export type { Words };

const catalogues: Readonly<Record<Language, Words>> = { en, de };

export function wordsIn(language: Language): Words {
  return catalogues[language];
}

export const english: Words = en;
