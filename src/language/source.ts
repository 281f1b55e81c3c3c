/**
 * Places in a file and what is reported about them. Every later layer speaks in these terms; none of them knows an editor.
 * A place is always within one line, because no token of the language spans lines.
 */

/** Part of one line: `line` and the columns are 0-based, columns count UTF-16 units, `end` is exclusive. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where a word or token of this line stands. */
export function spanOf(word: { readonly start: number; readonly end: number }, line: number): Span {
  return { line, start: word.start, end: word.end };
}

export type Severity = 'error' | 'warning' | 'information';

/** Replaces the text of `span` by `text`, which may hold line breaks. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** There is only one thing that can be meant, so it may be made without asking. */
  readonly isSafe?: true;
}

/** A second place that helps to understand the first, such as "first declared here". */
export interface Related {
  readonly message: string;
  readonly span: Span;
}

/**
 * One thing to tell the author. The code is stable and part of the command line's JSON; renderers (squiggles, the
 * terminal, JSON) show the same list and add nothing to it.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** Every code and its severity: the one table that the checks, the documentation and the tests share. */
export const severities = {
  'unexpected-token': 'error',
  'unclosed-block': 'error',
  'unterminated-string': 'error',
  'unknown-word': 'error',
  'bad-quantity': 'error',
  'duplicate-name': 'error',
  'unknown-host': 'error',
  'unknown-service': 'error',
  'unknown-flow': 'error',
  'unknown-scenario': 'error',
  'unknown-resource': 'error',
  'bad-group': 'error',
  'no-path': 'error',
  'hosts-do-not-forward': 'error',
  'link-to-itself': 'error',
  'isolated-host': 'warning',
  'missing-client-software': 'error',
  'missing-server-software': 'error',
  'ambiguous-service': 'error',
  'peer-needs-both': 'error',
  'role-mismatch': 'error',
  'role-not-exercised': 'warning',
  'not-an-index': 'error',
  'lookup-finds-nothing': 'warning',
  'stale-entry': 'warning',
  'not-held': 'error',
  'register-not-held': 'error',
  'transfer-without-lookup': 'warning',
  'payload-through-index': 'warning',
  'not-registered': 'warning',
  'host-offline': 'error',
  'no-neighbours': 'error',
  'ttl-exhausted': 'warning',
  'request-failed': 'error',
  'empty-flow': 'warning',
  'question-without-step': 'warning',
  'too-large': 'warning',
  'expectation-failed': 'error',
  'empty-exercise': 'warning',
  'single-point-of-failure': 'information',
  'serves-while-busy': 'information',
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof severities;

/** A diagnostic with the severity that its code has in the table. */
export function diagnostic(
  code: DiagnosticCode,
  span: Span,
  message: string,
  more: { readonly related?: readonly Related[]; readonly fixes?: readonly Fix[] } = {},
): Diagnostic {
  const { related = [], fixes = [] } = more;
  return { code, severity: severities[code], message: readable(message), span, related, fixes };
}

/** A name may be as long as a line; a message about it stays one that can be read. */
function readable(message: string): string {
  return message.length <= 300
    ? message
    : message.replace(/\S{61,}/g, (word) => `${word.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…`);
}

/** The order of a file: by line, then by column. */
export function bySpan(a: { readonly span: Span }, b: { readonly span: Span }): number {
  return a.span.line - b.span.line || a.span.start - b.span.start;
}
