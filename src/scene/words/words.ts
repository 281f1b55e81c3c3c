/** All that the scene says, in one language. A value that is chosen once, where the language is known, and handed on. */
import type { en } from './en';

export interface Words extends Widened<typeof en> {}

/** The shape of a catalogue: any text in the place of a text, functions that take the same. */
export type Widened<T> = T extends string
  ? string
  : T extends (...parts: infer Parts) => infer Said
    ? (...parts: Parts) => Widened<Said>
    : { readonly [Key in keyof T]: Widened<T[Key]> };
