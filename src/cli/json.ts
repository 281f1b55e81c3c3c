/**
 * What the commands' JSON shares. The shapes are a contract with other programs: members are added, never renamed or left
 * out (what is unknown is null). Positions are 1-based; columns count UTF-16 units, as editors and LSP do; `end` is behind
 * the last character. Times are milliseconds, sizes bytes.
 */
import type { Span } from '../language/source';

export interface JsonRange {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

export function rangeOf({ line, start, end }: Span): JsonRange {
  return { start: { line: line + 1, column: start + 1 }, end: { line: line + 1, column: end + 1 } };
}

/** Two-space indented JSON, in pieces so that no run is too long for one string; ends with a line feed. */
export function* printJson(value: Readonly<Record<string, unknown>>): Generator<string> {
  let separator = '{\n';
  for (const [name, member] of Object.entries(value)) {
    yield `${separator}  ${JSON.stringify(name)}: `;
    if (isLongList(member)) yield* printList(member);
    else yield indented(member, '  ');
    separator = ',\n';
  }
  yield '\n}\n';
}

/** Something to be written item by item; each is made only when its turn comes. */
function isLongList(member: unknown): member is Iterable<unknown> {
  return typeof member === 'object' && member !== null && Symbol.iterator in member;
}

function* printList(items: Iterable<unknown>): Generator<string> {
  let separator = '[\n';
  for (const item of items) {
    yield `${separator}    ${indented(item, '    ')}`;
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]' : '\n  ]';
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
}
