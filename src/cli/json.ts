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
    if (Array.isArray(member) && member.length > 0) yield* printArray(member);
    else yield indented(member, '  ');
    separator = ',\n';
  }
  yield '\n}\n';
}

const pieceLength = 1000;

function* printArray(items: readonly unknown[]): Generator<string> {
  for (let start = 0; start < items.length; start += pieceLength) {
    const piece = items.slice(start, start + pieceLength).map((item) => `    ${indented(item, '    ')}`);
    yield `${start === 0 ? '[' : ','}\n${piece.join(',\n')}`;
  }
  yield '\n  ]';
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
}
