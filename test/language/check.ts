// The smallest topology in a template string, and under its lines what is reported there:
//
//   host alice
//   host alice
//        ^^^^^ duplicate-name a piece of the message, if it matters
//
// All diagnostics are compared: one that is not written down is as wrong as one that is missing.

import assert from 'node:assert/strict';
import { compile } from '../../src/language/compile';
import type { Diagnostic, Fix } from '../../src/language/source';
import type { Topology } from '../../src/language/topology';

interface Expected {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly piece: string;
}

interface Annotated {
  readonly text: string;
  readonly expected: readonly Expected[];
}

const marker = /^( *)(\^+) ([a-z-]+) ?(.*)$/;

/** Takes the `^^^` lines out of a text, and the indentation that the test gave it. */
export function readAnnotated(template: string): Annotated {
  const lines: string[] = [];
  const expected: Expected[] = [];
  for (const line of withoutIndentation(template).split('\n')) {
    const [, before, carets, code, piece] = marker.exec(line) ?? [];
    if (before === undefined || carets === undefined || code === undefined) lines.push(line);
    else {
      const start = before.length;
      expected.push({ line: lines.length - 1, start, end: start + carets.length, code, piece: piece ?? '' });
    }
  }
  return { text: lines.join('\n'), expected };
}

/** Compares everything that compiling reports with the `^^^` lines; gives back what it compiled. */
export function check(template: string): Topology {
  const { text, expected } = readAnnotated(template);
  const { diagnostics, topology } = compile(text);
  assertSame(text, diagnostics, withFullMessages(expected, diagnostics));
  return topology;
}

/** As `check`, where messages are written down in full. */
export function checkMessages(template: string): void {
  const { text, expected } = readAnnotated(template);
  assertSame(text, compile(text).diagnostics, expected);
}

/** The topology of a text that must be without fault. */
export function topologyOf(template: string): Topology {
  return check(template);
}

export function diagnosticsOf(template: string): readonly Diagnostic[] {
  return compile(readAnnotated(template).text).diagnostics;
}

export function applyFix(text: string, fix: Fix): string {
  const lines = text.split('\n');
  const backwards = [...fix.edits].sort((a, b) => b.span.line - a.span.line || b.span.start - a.span.start);
  for (const { span, text: replacement } of backwards) {
    const line = lines[span.line] ?? '';
    lines[span.line] = line.slice(0, span.start) + replacement + line.slice(span.end);
  }
  return lines.join('\n');
}

/** What a test compares of hosts, links' ends and the like. */
export function names(nodes: readonly { readonly name: string }[] | undefined): readonly string[] {
  return nodes?.map(({ name }) => name) ?? [];
}

/** Removes the indentation of the first line that is not blank from all lines, and blank lines at both ends. */
export function withoutIndentation(template: string): string {
  const lines = template.split('\n');
  while (lines[0]?.trim() === '') lines.shift();
  while (lines[lines.length - 1]?.trim() === '') lines.pop();
  const indentation = /^ */.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indentation) ? line.slice(indentation.length) : line)).join('\n');
}

function expectedOf({ span, code, message }: Diagnostic): Expected {
  return { ...span, code, piece: message };
}

/** A piece that is found in the message stands for all of it, so that the comparison shows whole messages. */
function withFullMessages(expected: readonly Expected[], found: readonly Diagnostic[]): readonly Expected[] {
  return expected.map((one) => {
    const match = found.find(
      ({ code, span, message }) =>
        code === one.code && span.line === one.line && span.start === one.start && message.includes(one.piece),
    );
    return match ? { ...one, piece: match.message } : one;
  });
}

function assertSame(text: string, found: readonly Diagnostic[], expected: readonly Expected[]): void {
  assert.equal(annotate(text, found.map(expectedOf)), annotate(text, expected));
}

function annotate(text: string, expected: readonly Expected[]): string {
  return text
    .split('\n')
    .flatMap((line, number) => [line, ...expected.filter((one) => one.line === number).map(markerOf)])
    .join('\n');
}

function markerOf({ start, end, code, piece }: Expected): string {
  return `${' '.repeat(start)}${'^'.repeat(end - start)} ${code} ${piece}`;
}
