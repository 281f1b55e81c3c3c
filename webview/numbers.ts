/** Numbers as they are written in a language. */
import type { Language } from '../src/scene/words/language';

/** To make one takes longer than to use it a thousand times, and messages that move need one a frame. */
const formats = new Map<string, Intl.NumberFormat>();

export function decimal(value: number, digits: number, language: Language): string {
  const key = `${language} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    formats.set(key, format);
  }
  return format.format(value);
}
