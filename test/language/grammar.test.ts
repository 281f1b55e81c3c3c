// The grammar that docs/language.md shows is the one that the parser has: what the grammar makes the parser reads, what the
// parser reads the grammar knows, and where a token is lost, doubled or swapped the two agree.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { tokenize } from '../../src/language/lexer';
import { parse } from '../../src/language/tree';
import { exerciseCases } from './cases/exercises';
import { nameCases } from './cases/names';
import { networkCases } from './cases/network';
import { syntaxCases } from './cases/syntax';
import { withoutIndentation } from './check';
import { type Choices, forksOf, lineEnd, readGrammar, recogniserOf, sentenceOf } from './grammar-ebnf';
import { samples } from './samples';

const reference = readFileSync('docs/language.md', 'utf8');
const grammar = readGrammar(/```ebnf\n([\s\S]*?)```/.exec(reference)?.[1] ?? '');
const isSentence = recogniserOf(grammar, 'file');

/** Everything that is accepted elsewhere. */
const accepted: readonly string[] = [
  ...readdirSync('examples').map((name) => readFileSync(`examples/${name}`, 'utf8')),
  ...[...reference.matchAll(/```topo\n([\s\S]*?)```/g)].map(([, text]) => text ?? ''),
  ...[...nameCases, ...networkCases, ...syntaxCases, ...exerciseCases].map(({ right }) => withoutIndentation(right)),
  ...samples,
];

/** The tokens of a text as they are written, with the ends of its lines. */
function tokensOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => [...tokenize(line).map(({ start, end }) => line.slice(start, end)), lineEnd]);
}

/** Tokens as a text, with a blank between them where there must be one and here and there where not. */
function textOf(tokens: readonly string[], below: (count: number) => number): string {
  let text = '';
  let line = '';
  for (const token of tokens) {
    if (token === lineEnd) {
      text += below(4) === 0 ? `${line}  // so "that` : line;
      text += below(6) === 0 ? '\n\n' : '\n';
      line = '';
    } else {
      const tight = line + token;
      const isTight = below(3) === 0 && tokenize(tight).length === tokenize(line).length + 1;
      line = isTight && tokenize(tight).at(-2)?.end === line.length ? tight : `${line} ${token}`;
    }
  }
  return text + line;
}

function problemsOf(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ span, message }) => `${text.split('\n')[span.line]}: ${message}`);
}

/** Numbers from 0 to below `count`, the same in each run (Park and Miller, 1988). */
function randomNumbers(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state * 48271) % 2147483647;
    return state % count;
  };
}

/** Names that mean something elsewhere. */
const contextual = [
  'server',
  'up',
  'at',
  'get',
  'over',
  'in',
  'is',
  'finds',
  'any',
  'client',
  'index',
  'as',
  'line',
  'loss',
  'ttl',
];

/** The flat parts of a text: each declaration with its block, on its own. */
function partsOf(text: string): readonly (readonly string[])[] {
  const { items, lines } = parse(text);
  const starts = items.map(({ lineNumber }) => lineNumber);
  return starts.map((start, place) => {
    const end = starts[place + 1] ?? lines.length;
    return tokensOf(
      lines
        .slice(start, end)
        .map((line) => line.text)
        .join('\n'),
    );
  });
}

/** How often each way was taken at each choice of the grammar. */
const taken = new Map([...forksOf(grammar)].map(([fork, count]) => [fork, Array.from({ length: count }, () => 0)]));
const choices = randomChoices(randomNumbers(2026));
/** Whole files, and short ones with one declaration or step. */
const sentences: readonly (readonly string[])[] = Array.from({ length: 1_200 }, (_, number) => {
  if (number % 4 === 0) return sentenceOf(grammar, 'file', choices);
  if (number % 4 === 1) return [...sentenceOf(grammar, 'declaration', choices), lineEnd];
  return ['flow', '"f"', '{', lineEnd, ...sentenceOf(grammar, 'step', choices), lineEnd, '}', lineEnd];
});

function randomChoices(below: (count: number) => number): Choices {
  return {
    below,
    // Now the way that was taken least often, now any.
    way: (fork, ways) => {
      const counts = taken.get(fork) ?? [];
      const way = below(2) === 0 ? counts.indexOf(Math.min(...counts)) : below(ways);
      counts[way] = (counts[way] ?? 0) + 1;
      return way;
    },
    word: (rule, madeUp) => {
      if (rule === 'RATE' && Number.parseFloat(madeUp) === 0) return '1Mbps';
      return rule.endsWith('NAME') && below(3) === 0 ? (contextual[below(contextual.length)] ?? madeUp) : madeUp;
    },
  };
}

describe('the grammar in docs/language.md', () => {
  it('is complete: every rule is used and there', () => {
    const used = new Set<string>(['file', 'END']);
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('kind' in value && value.kind === 'name' && 'text' in value) used.add(String(value.text));
      Object.values(value).forEach(visit);
    };
    for (const rule of grammar.values()) visit(rule);
    assert.deepEqual([...used].filter((name) => name !== 'END').sort(), [...grammar.keys()].sort());
  });

  it('makes nothing that the parser does not read, whichever way it takes', () => {
    for (const tokens of sentences) {
      const text = textOf(tokens, randomNumbers(tokens.length + 1));
      assert.deepEqual(problemsOf(text), [], text);
      assert.deepEqual(tokensOf(text).filter(isNoEnd), tokens.filter(isNoEnd));
    }
    // The reserved words are there to be left out.
    const missed = [...taken].filter(([, counts]) => counts.includes(0)).map(([fork]) => fork);
    assert.deepEqual(missed, [grammar.get('RESERVED')]);
  });

  it('knows everything that is accepted elsewhere', () => {
    for (const text of accepted) {
      assert.deepEqual(problemsOf(text), []);
      assert.ok(isSentence(tokensOf(text)), text);
    }
  });

  it('agrees with the parser where a token is lost, doubled or swapped', () => {
    const below = randomNumbers(7);
    const short = sentences.filter(({ length }) => length > 1 && length < 80);
    const disagreements = new Set<string>();
    for (const part of [...accepted.flatMap(partsOf), ...short]) {
      for (const tokens of mutations(part, below)) {
        const text = tokens.map((token) => (token === lineEnd ? token : `${token} `)).join('');
        if ((problemsOf(text).length === 0) !== isSentence(tokens)) {
          disagreements.add(`${isSentence(tokens) ? 'only the grammar' : 'only the parser'} accepts:\n${text}`);
        }
      }
    }
    assert.deepEqual([...disagreements], []);
  });
});

function isNoEnd(token: string): boolean {
  return token !== lineEnd;
}

/** A short list of tokens without each of them in turn, and any list with a few of them lost, doubled or swapped. */
function mutations(tokens: readonly string[], below: (count: number) => number): readonly (readonly string[])[] {
  const swept = tokens.length > 24 ? [] : tokens.map((_, at) => tokens.filter((_, place) => place !== at));
  return [...swept, ...Array.from({ length: 3 }, () => mutated(tokens, below))].map((list) => [...list, lineEnd]);
}

function mutated(tokens: readonly string[], below: (count: number) => number): readonly string[] {
  const at = below(tokens.length);
  const token = tokens[at] ?? lineEnd;
  const other = below(2) === 0 ? at + 1 : below(tokens.length);
  switch (below(3)) {
    case 0:
      return [...tokens.slice(0, at), ...tokens.slice(at + 1)];
    case 1:
      return [...tokens.slice(0, at), token, ...tokens.slice(at)];
    default:
      return tokens.map((old, place) => (place === at ? (tokens[other] ?? old) : place === other ? token : old));
  }
}
