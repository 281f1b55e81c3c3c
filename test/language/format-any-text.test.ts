// What holds of formatting for any text, however broken: it changes white space alone, it means the same, it is content with
// its own work, and its edits make what it makes.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { compile } from '../../src/language/compile';
import { format, formattingEdits, type LineRange, typingEdits, type WhiteSpaceEdit } from '../../src/language/format';
import { tokenize } from '../../src/language/lexer';
import { parse } from '../../src/language/tree';
import { samples } from './samples';

const sources = [...readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8')), ...samples];
const sourceLines = sources.flatMap((text) => text.split('\n'));

/** What a text says, without its white space: the tokens of each line that is not blank, and the comment behind them. */
function words(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const tokens = tokenize(line);
      const written = tokens.map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`);
      return [...written, line.slice(tokens.at(-1)?.end ?? 0).trim()];
    });
}

/** What compiling makes of a text, without the places where it stands. */
function meaning(text: string): string {
  const { topology, diagnostics } = compile(text);
  const { nodes, ...rest } = topology;
  const all = { nodes: nodes.map(({ group, ...node }) => ({ ...node, groupName: group })), ...rest, diagnostics };
  return JSON.stringify(all, (key, value) => {
    if (/span$/i.test(key) || key === 'fixes') return undefined;
    if (typeof value === 'string') return value.replace(/\bline \d+/g, 'line').replace(/\s+/g, '');
    if (value instanceof Map) return [...value];
    return typeof value === 'object' && value !== null && 'group' in value ? value.name : value;
  });
}

function apply(text: string, edits: readonly WhiteSpaceEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ 0: { length }, index }) => index + length)];
  const offset = ({ line, column }: WhiteSpaceEdit['start']): number => (starts[line] ?? 0) + column;
  let result = '';
  let from = 0;
  for (const { start, end, text: wanted } of edits) {
    assert.ok(offset(start) >= from && offset(end) >= offset(start), 'edits overlap');
    const old = text.slice(offset(start), offset(end));
    assert.match(old + wanted, /^\s*$/, 'an edit changes more than white space');
    assert.notEqual(old, wanted, 'an edit changes nothing');
    result += text.slice(from, offset(start)) + wanted;
    from = offset(end);
  }
  return result + text.slice(from);
}

const noise = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'ab"\\{}[]:,->~ .19M/\t'), maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '{',
    '}',
    '  {',
    '} {',
    '} otherwise {',
    'otherwise',
    ' \t',
    '// x',
    'flow "x"',
    '\ud800 host a',
    '\ufeff',
  ),
);
const space = fc.constantFrom('', ' ', '   ', '\t', ' \t  ', '\u00a0', '\u3000');

/** A line of a real file, with other white space, and with characters missing. */
const nearlyReal = fc
  .tuple(fc.constantFrom(...sourceLines), space, space, fc.option(fc.nat({ max: 40 }), { freq: 4 }))
  .map(([line, before, within, cut]) => {
    const spread = before + line.trim().replaceAll(' ', within === '' ? ' ' : within);
    return cut === null ? spread : spread.slice(0, cut) + spread.slice(cut + 2);
  });

const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const anyText = fc
  .tuple(
    fc.constantFrom('', '', '\ufeff'),
    fc.array(fc.tuple(fc.oneof(nearlyReal, nearlyReal, noise), lineBreak), { maxLength: 14 }),
  )
  .map(([mark, lines]) => mark + lines.flat().join(''));

/** A whole file, in which some stretches are cut out, doubled or indented. */
const damagedFile = fc
  .tuple(
    fc.constantFrom(...sources),
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 12 }), noise), { maxLength: 4 }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((left, [where, length, put]) => {
      const at = Math.floor(where * left.length);
      return left.slice(0, at) + put + left.slice(at + length);
    }, text),
  );

const text = fc.oneof(anyText, damagedFile);

function holds(property: (text: string) => void): void {
  fc.assert(fc.property(text, property), { numRuns: 300 });
}

describe('formatting any text', () => {
  it('changes white space alone', () => holds((text) => assert.deepEqual(words(format(text)), words(text))));

  it('is content with its own work', () =>
    holds((text) => {
      const formatted = format(text);
      assert.equal(format(formatted), formatted);
    }));

  it('keeps what the text means, and what is wrong with it', () =>
    holds((text) => assert.equal(meaning(format(text)), meaning(text))));

  it('makes the same by its edits, each of which changes white space alone', () =>
    holds((text) => {
      assert.equal(apply(text, formattingEdits(text)), format(text));
      assert.deepEqual(formattingEdits(format(text)), []);
    }));

  it('keeps to the lines of a range, which become what they are in the whole', () =>
    fc.assert(
      fc.property(text, fc.nat({ max: 20 }), fc.nat({ max: 10 }), (text, first, length) => {
        const range: LineRange = { first, last: first + length };
        const edits = formattingEdits(text, range);
        for (const { start, end } of edits) {
          assert.ok(start.line >= range.first && end.line <= range.last + 1);
          assert.ok(end.line <= range.last || end.column === 0);
        }
        const lines = text.split(/\r\n|\r|\n/);
        const within = ({ start: { line } }: WhiteSpaceEdit): boolean =>
          line >= range.first && line <= range.last && lines[line]?.trim() !== '';
        assert.deepEqual(edits.filter(within), formattingEdits(text).filter(within));
      }),
      { numRuns: 300 },
    ));

  it('while typing does to the line just ended what formatting does to it, if it can be read', () =>
    fc.assert(
      fc.property(text, fc.nat({ max: 20 }), (text, number) => {
        const { lines } = parse(text);
        const edits = typingEdits(lines, '\n', number + 1);
        const isReadable = lines[number]?.text.trim() && lines[number].problem === undefined;
        const within = ({ end, text }: WhiteSpaceEdit): boolean => end.line === number && !/[\r\n]/.test(text);
        const wanted = isReadable ? formattingEdits(text, { first: number, last: number }).filter(within) : [];
        assert.deepEqual(edits, wanted);
        const brace = typingEdits(lines, '}', number);
        assert.deepEqual(
          brace.filter((edit) => !wanted.some((one) => isDeepStrictEqual(one, edit))),
          [],
        );
      }),
      { numRuns: 300 },
    ));
});
