// The map from what the subject teaches to the examples that show it: for each statement where to look, and the line or the
// figures that hold it. docs/claims.md is made of it (`npm run docs`), and claims.test.ts holds it against the examples.

import type { DiagnosticCode } from '../../src/language/source';
import type { Comparison } from '../../src/language/topology';

export interface Chapter {
  readonly title: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly text: string;
  readonly shown: readonly Shown[];
}

/** One example that shows it, and what holds it to that. */
export type Shown = Place & (Expected | Measured | Changed);

interface Place {
  /** A file in examples/, without its ending. */
  readonly example: string;
  /** The flow to step through. */
  readonly flow?: string;
  /** What to look at: one or two sentences. */
  readonly look: string;
}

/** A line of the example behind the word `expect`. */
interface Expected {
  readonly expect: string;
}

/** A figure of one run, or how many times as large it is as that of another run. */
export interface Measured {
  readonly figure: Figure;
  readonly of: Run;
  readonly against?: Run;
  readonly is: readonly [Comparison, number];
}

/** Lines to change in the example, and what is reported then. */
interface Changed {
  readonly change: string;
  readonly to: string;
  readonly reports: DiagnosticCode;
}

export type Figure =
  | 'time'
  | 'messages'
  | 'streams'
  /** From the first message about a resource to the last. */
  | { readonly timeFor: string }
  | { readonly sentBy: string }
  | { readonly streamsFrom: string }
  | { readonly streamsTo: string };

export interface Run {
  readonly flow: string;
  /** Another number of members for groups of the example. */
  readonly members?: Readonly<Record<string, number>>;
}
