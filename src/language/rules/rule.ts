/**
 * What one diagnostic teaches. Documentation and tests read it, and the command line for reports; the extension does not, so
 * that it costs its bundle nothing.
 */
import type { DiagnosticCode } from '../source';

export interface Rule {
  /** A few words. */
  readonly title: string;
  /** For somebody who learns: what the rule is, why it is so, what to do. Markdown within a paragraph. */
  readonly explanation: string;
  /** A text that reports this alone. Under the place stands a line of `^^^` with the code. */
  readonly wrong: string;
  /** The same, repaired: it reports nothing. */
  readonly right: string;
}

export type Rules<Code extends DiagnosticCode> = Readonly<Record<Code, Rule>>;
