/**
 * The syntax tree: what a line says, before names are looked up. Columns are within the line; where a line stands in the
 * file is known to the Item that holds it, so that lines can be kept when text moves. A statement may be partial: a
 * half-typed line still says what it can.
 */
import type { DiagnosticCode } from './source';
import type { Comparison, QuestionTopic } from './topology';

/** A word, name or number in its place. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A value that was written somewhere: a number, a quantity in its base unit. */
export interface Amount {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** `peer[100]` where it is declared. */
export interface Declarator {
  readonly name: Word;
  readonly count: Amount | undefined;
}

/** `alice`, `peer[7]`, `peer[1..10]`, `peer[*]`. `first` and `last` are 1-based and inclusive. */
export interface Reference {
  readonly name: Word;
  readonly range: { readonly first: number; readonly last: number } | 'all' | undefined;
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export type Property =
  | { readonly kind: 'runs'; readonly software: readonly { readonly service: Word; readonly kind: Word }[] }
  | {
      readonly kind: 'shares';
      readonly resource: Word;
      readonly size: Amount | undefined;
      readonly service: Word | undefined;
    }
  | { readonly kind: 'lists'; readonly resource: Word; readonly hosts: readonly Reference[] }
  | { readonly kind: 'up' | 'down'; readonly rate: Amount }
  | { readonly kind: 'at'; readonly at: Place }
  | { readonly kind: 'note'; readonly text: Word };

export type MessageSyntax = {
  /** The verb, or the string of a message in the author's own words. */
  readonly word: Word;
} & (
  | { readonly verb: 'get' | 'lookup' | 'register' | 'unregister'; readonly resource: Word }
  | { readonly verb: 'put'; readonly resource: Word; readonly size: Amount | undefined }
  | { readonly verb: 'login'; readonly account: Word | undefined }
  | {
      readonly verb: 'send';
      readonly size: Amount | undefined;
      readonly takes: Amount | undefined;
      readonly reply: { readonly text: Word; readonly size: Amount | undefined } | undefined;
    }
);

export type ActionVerb = 'joins' | 'leaves' | 'fetches' | 'searches' | 'publishes' | 'sends';

/** What an `expect` claims; `in` and `when` stand beside it. */
export type Claim =
  | { readonly kind: 'role'; readonly host: Reference; readonly role: Word; readonly service: Word | undefined }
  | { readonly kind: 'lookup'; readonly resource: Word; readonly hosts: readonly Reference[] }
  | { readonly kind: 'outcome'; readonly flow: Word; readonly succeeds: boolean }
  | {
      readonly kind: 'takes';
      readonly flow: Word;
      readonly comparison: Comparison;
      readonly duration: Amount;
    }
  | { readonly kind: 'sends'; readonly flow: Word; readonly comparison: Comparison; readonly count: Amount }
  | {
      readonly kind: 'transfers';
      readonly host: Reference;
      readonly direction: 'uploads' | 'downloads';
      readonly comparison: Comparison;
      readonly size: Amount;
    }
  | { readonly kind: 'needs'; readonly flow: Word; readonly hosts: readonly Reference[] }
  | { readonly kind: 'survives'; readonly flow: Word; readonly host: Reference | 'any' }
  | { readonly kind: 'architecture'; readonly architecture: Word; readonly service: Word | undefined }
  | { readonly kind: 'carries-no-data'; readonly host: Reference };

export type Statement =
  | { readonly kind: 'topology'; readonly title: Word | undefined }
  | {
      readonly kind: 'service';
      readonly name: Word | undefined;
      readonly pattern: Word | undefined;
      readonly options: readonly { readonly name: Word; readonly value: Amount }[];
    }
  | {
      readonly kind: 'host';
      readonly names: readonly Declarator[];
      readonly role: Word | undefined;
      readonly properties: readonly Property[];
    }
  /** A line in the block of a host. */
  | { readonly kind: 'properties'; readonly properties: readonly Property[] }
  | {
      readonly kind: 'device';
      readonly device: 'switch' | 'router' | 'cloud';
      readonly names: readonly Declarator[];
      readonly at: Place | undefined;
    }
  | {
      readonly kind: 'link';
      readonly left: readonly Reference[];
      readonly right: readonly Reference[] | undefined;
      readonly shape: { readonly word: Word; readonly degree: Amount | undefined } | undefined;
      readonly over: Word | undefined;
      readonly rate: Amount | undefined;
      readonly latency: Amount | undefined;
      readonly loss: Amount | undefined;
      /** A rate, latency or loss where the link has one already. */
      readonly repeated: Amount | undefined;
    }
  | { readonly kind: 'flow'; readonly name: Word | undefined }
  | { readonly kind: 'scenario'; readonly name: Word | undefined }
  | {
      readonly kind: 'message';
      readonly from: readonly Reference[];
      readonly to: readonly Reference[];
      readonly oneWay: boolean;
      readonly message: MessageSyntax | undefined;
      readonly over: Word | undefined;
    }
  | {
      readonly kind: 'action';
      readonly hosts: readonly Reference[];
      readonly verb: ActionVerb;
      /** A service, a resource or a text. */
      readonly object: Word | undefined;
      readonly over: Word | undefined;
    }
  | { readonly kind: 'call'; readonly hosts: readonly Reference[]; readonly over: Word | undefined }
  | { readonly kind: 'offline'; readonly hosts: readonly Reference[] }
  | { readonly kind: 'online'; readonly hosts: readonly Reference[] }
  | { readonly kind: 'cut'; readonly left: readonly Reference[]; readonly right: readonly Reference[] }
  | { readonly kind: 'restore'; readonly left: readonly Reference[]; readonly right: readonly Reference[] }
  | { readonly kind: 'wait'; readonly duration: Amount | undefined }
  /** In a flow a step, in the block of a host a property. */
  | { readonly kind: 'note'; readonly text: Word | undefined }
  /** A question about the statement behind it; without a topic the learner thinks, and then compares. */
  | { readonly kind: 'ask'; readonly text: Word | undefined; readonly about: QuestionWord | undefined }
  | { readonly kind: 'together' | 'otherwise' }
  | { readonly kind: 'repeat'; readonly count: Amount | undefined }
  | {
      readonly kind: 'set';
      readonly target: Reference | undefined;
      /** `up` or `down` with a rate, else a service's option with a number. */
      readonly name: Word | undefined;
      readonly value: Amount | undefined;
    }
  | { readonly kind: 'exercise'; readonly name: Word | undefined }
  /** What the learner is to do, and what helps with it. */
  | { readonly kind: 'task' | 'hint'; readonly text: Word | undefined }
  | {
      readonly kind: 'expect';
      /** In an exercise, what it is worth. */
      readonly points: Amount | undefined;
      readonly claim: Claim | undefined;
      readonly flow: Word | undefined;
      readonly scenario: Word | undefined;
      /** The author's words for whoever does not meet it yet. */
      readonly otherwise: Word | undefined;
      /** Where the expectation itself stands: from its word to the end of what it claims. */
      readonly expectation: Extent;
    }
  /** A line that could not be read, or one that only closes a block. */
  | { readonly kind: 'nothing' };

export type StatementKind = Statement['kind'];

/** Part of a line. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** `client`, `next` … behind a question. */
export interface QuestionWord extends Word {
  readonly text: QuestionTopic;
}

/** A problem within a line. */
export interface Problem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** A replacement for the text of the span that mends it, with a title for the fix. */
  readonly fix?: { readonly title: string; readonly text: string };
}

/** A line on its own: what it says depends on its text alone, so an unchanged line is never parsed again. */
export interface Line {
  readonly text: string;
  readonly statement: Statement;
  /** Where the statement starts and ends, without braces and comment. */
  readonly start: number;
  readonly end: number;
  /** Column of a `}` at the start. */
  readonly closes: number | undefined;
  /** Column of a `{` at the end. */
  readonly opens: number | undefined;
  /** A `}` stands at the end, where it should not. */
  readonly closesBehind: boolean;
  /** At most one: what follows a first problem is rarely news. */
  readonly problem: Problem | undefined;
}

/** A statement in its place, with the statements of its block. */
export interface Item {
  readonly lineNumber: number;
  readonly line: Line;
  /** `undefined` where it has no block. */
  readonly body: readonly Item[] | undefined;
  /** The block of an `otherwise` that follows. */
  readonly otherwise: readonly Item[] | undefined;
}
