// What the editor does by itself while typing: indent, fold, select words.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const configuration = JSON.parse(readFileSync('media/language-configuration.json', 'utf8'));
const indents = new RegExp(configuration.indentationRules.increaseIndentPattern);
const outdents = new RegExp(configuration.indentationRules.decreaseIndentPattern);
const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);

describe('the language configuration', () => {
  it('indents after a line that opens a block', () => {
    for (const line of ['flow "A" {', '  a -> b : "x" { // why', 'host a {']) assert.match(line, indents);
  });

  it('does not indent after braces in strings and comments', () => {
    for (const line of ['note "{"', '// flow {', 'host a // {', 'a -> b : "x {"']) assert.doesNotMatch(line, indents);
  });

  it('puts a closing line back, and goes in again after "otherwise"', () => {
    assert.match('  }', outdents);
    assert.match('} otherwise {', outdents);
    assert.match('} otherwise {', indents);
  });

  it('folds where it indents', () => {
    assert.equal(configuration.folding.markers.start, configuration.indentationRules.increaseIndentPattern);
  });

  it('selects whole names and quantities', () => {
    assert.deepEqual('web-1->büro 1.5Mbps'.match(word), ['web-1', 'büro', '1.5Mbps']);
  });
});
