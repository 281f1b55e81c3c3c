/** What the editor says about a file, in one language. The language and the analysis speak English. */
import type { Hint } from './hints';

export interface EditorWords {
  /** Of a diagnostic. */
  readonly message: (text: string) => string;
  /** Of a second place that a diagnostic names. */
  readonly related: (text: string) => string;
  readonly fixTitle: (text: string) => string;
  readonly lensTitle: (text: string) => string;
  readonly lensTooltip: (text: string) => string;
  readonly hint: (hint: Hint) => Hint;
  /** Markdown. */
  readonly hover: (markdown: string) => string;
  /** What a word of the language means. */
  readonly meaning: (text: string) => string;
}

const asItIs = <T>(it: T): T => it;

export const englishEditor: EditorWords = {
  message: asItIs,
  related: asItIs,
  fixTitle: asItIs,
  lensTitle: asItIs,
  lensTooltip: asItIs,
  hint: asItIs,
  hover: asItIs,
  meaning: asItIs,
};
