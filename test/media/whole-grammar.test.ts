// What the editor does by itself, held against the whole grammar of docs/language.md: every word of the language has a
// colour, names look like names wherever they stand, and lines are indented and words selected as the parser reads them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';
import { tokenize } from '../../src/language/lexer';
import { parseLine } from '../../src/language/parse-line';
import { lineEnd, readGrammar, sentenceOf } from '../language/grammar-ebnf';

const ebnf = readGrammar(/```ebnf\n([\s\S]*?)```/.exec(readFileSync('docs/language.md', 'utf8'))?.[1] ?? '');
const names = ['alice', 'bob-2', 'büro', 'x_1'];

/** The same lines in each run (Park and Miller, 1988). Their names are none of the words of the language. */
function randomLines(rule: string, rounds: number): readonly (readonly string[])[] {
  let state = 2026;
  const below = (count: number): number => {
    state = (state * 48271) % 2147483647;
    return state % count;
  };
  const word = (token: string, madeUp: string): string =>
    token === 'STRING' ? '"text"' : token.endsWith('NAME') ? (names[below(names.length)] ?? '') : madeUp;
  const lines: (readonly string[])[] = [];
  for (let round = 0; round < rounds; round++) {
    let line: string[] = [];
    for (const token of [...sentenceOf(ebnf, rule, { below, way: (_, ways) => below(ways), word }), lineEnd]) {
      if (token !== lineEnd) line.push(token);
      else {
        lines.push(line);
        line = [];
      }
    }
  }
  return lines.filter((line) => line.length > 0);
}

const lines = ['declaration', 'step', 'changes', 'checks', 'expectation'].flatMap((rule) =>
  randomLines(rule, 400).map((line) => (rule === 'expectation' ? ['expect', ...line] : line)),
);

describe('the colours of the whole grammar', () => {
  let grammar: IGrammar;
  before(async () => {
    await loadWASM(new Uint8Array(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm')).buffer);
    const path = 'media/topology.tmLanguage.json';
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: async () => parseRawGrammar(readFileSync(path, 'utf8'), path),
    });
    const loaded = await registry.loadGrammar('source.topology');
    assert.ok(loaded);
    grammar = loaded;
  });

  it('leave no word and no symbol plain, and take names for names alone', () => {
    const isNameScope = /^(?:entity\.name\.type\.|variable\.other)/;
    const wrong = new Set<string>();
    for (const line of lines) {
      const text = line.join(' ');
      const { tokens } = grammar.tokenizeLine(text, INITIAL);
      let at = 0;
      for (const word of line) {
        const token = tokens.find(({ startIndex, endIndex }) => startIndex <= at && endIndex > at);
        const scope = token?.scopes.slice(1).at(-1) ?? '';
        if (scope === '' || names.includes(word) !== isNameScope.test(scope)) wrong.add(`${word}: ${scope} in ${text}`);
        at += word.length + 1;
      }
    }
    assert.deepEqual([...wrong].slice(0, 5), []);
  });
});

describe('the language configuration, for the whole grammar', () => {
  const { indentationRules, wordPattern, brackets, autoClosingPairs, surroundingPairs, comments } = JSON.parse(
    readFileSync('media/language-configuration.json', 'utf8'),
  );
  const texts = lines.flatMap((line) => [line.join(' '), `  ${line.join(' ')} // { }`]);

  it('indents behind the lines that open a block, and puts back those that close one', () => {
    const increases = new RegExp(indentationRules.increaseIndentPattern);
    const decreases = new RegExp(indentationRules.decreaseIndentPattern);
    for (const text of texts) {
      const { opens, closes } = parseLine(text);
      assert.equal(increases.test(text), opens !== undefined, text);
      assert.equal(decreases.test(text), closes !== undefined, text);
    }
  });

  it('selects the names and quantities that the language has', () => {
    const word = new RegExp(wordPattern.pattern, `g${wordPattern.flags}`);
    for (const text of texts) {
      const [code = ''] = text.split('//');
      const expected = tokenize(code).filter(({ kind }) => kind === 'name' || kind === 'quantity');
      const found = [...code.replaceAll(/"[^"]*"/g, (string) => ' '.repeat(string.length)).matchAll(word)];
      const wholes = found.filter(([match]) => !/^\d+(?:\.\d+)?$/.test(match));
      assert.deepEqual(
        wholes.map(({ 0: match, index }) => [match, index]),
        expected.map(({ text, start }) => [text, start]),
      );
    }
  });

  it('pairs every bracket and quote of the language, and comments lines out as it does', () => {
    const pairs = ['{}', '[]', '()'];
    assert.deepEqual(
      brackets.map((pair: string[]) => pair.join('')),
      pairs,
    );
    assert.deepEqual(
      surroundingPairs.map((pair: string[]) => pair.join('')),
      [...pairs, '""'],
    );
    assert.deepEqual(
      autoClosingPairs.map(({ open, close }: { open: string; close: string }) => open + close),
      [...pairs, '""'],
    );
    assert.equal(tokenize(`${comments.lineComment} a`).length, 0);
  });
});
