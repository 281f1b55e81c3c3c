/** The sentences about steps, as each language has to have them: tables by verb, and what is said where there is no row. */
import type { TraceStep } from '../../simulation/trace';
import type { Wording } from '../wording';

export type Sentence = (step: TraceStep, wording: Wording) => string;
export type Sentences = Readonly<Record<string, Sentence>>;

export interface StepWords {
  readonly requests: Sentences;
  readonly answers: Sentences;
  readonly pushes: Sentences;
  readonly changes: Sentences;
  /** Where no table has a row: what the author wrote is quoted. */
  readonly asksInOwnWords: Sentence;
  readonly answersInOwnWords: Sentence;
  readonly pushesInOwnWords: Sentence;
  readonly changesSomehow: Sentence;
  readonly transfers: Sentence;
  readonly waits: Sentence;
  /** What failed before anything was under way, without a full stop. */
  readonly cannot: {
    /** Join, fetch, search … */
    readonly act: Sentence;
    readonly answer: Sentence;
    readonly reach: Sentence;
    readonly send: Sentence;
    /** It does answer, but with an error. */
    readonly serve: Sentence;
  };
  /** What a sentence says that only tells that it did not work. */
  readonly didNotWork: string;
  readonly fails: (why: string) => string;
  readonly whoIsWho: (client: string, server: string) => string;
  /** A push: who sends serves, and nobody has asked. */
  readonly whoServesUnasked: (client: string, server: string) => string;
}
