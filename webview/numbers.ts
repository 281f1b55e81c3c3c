/** Numbers as they are written in a language. */
import type { Language } from '../src/scene/words/language';

export function decimal(value: number, digits: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}
