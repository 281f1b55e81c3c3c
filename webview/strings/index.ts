/** The webview's words in the language of its page, which the host names in `<html lang>`. */
import { type Language, languageOf } from '../../src/scene/words/language';
import { de } from './de';
import { en } from './en';

export type Strings = Widened<typeof en>;

/** The shape of a catalogue: any text in the place of a text, functions that take the same. */
type Widened<T> = T extends string
  ? string
  : T extends (...parts: infer Parts) => infer Said
    ? (...parts: Parts) => Widened<Said>
    : { readonly [Key in keyof T]: Widened<T[Key]> };

const catalogues: Readonly<Record<Language, Strings>> = { en, de };

export const strings: Strings = catalogues[languageOf(document.documentElement.lang)];
