// The catalogues of words: whoever adds an English sentence and no German one, or an empty one, is told here by its key; and what
// the panel says of each step of each example is German in German.

import assert from 'node:assert/strict';
import { wordsIn } from '../src/scene/words';
import { de } from '../webview/strings/de';
import { en } from '../webview/strings/en';
import { emptyIn, leavesOf, unlike } from './catalogues';

const scene = { en: wordsIn('en'), de: wordsIn('de') };

describe('the catalogues of words', () => {
  it('are the same in German as in English: the same keys, functions where there are functions', () => {
    assert.ok(leavesOf(en).length > 100 && leavesOf(scene.en).length > 100);
    assert.deepEqual([...unlike(en, de), ...unlike(scene.en, scene.de)], []);
  });

  it('say something, whatever stands in them', () => {
    assert.deepEqual([en, de, scene.en, scene.de].flatMap(emptyIn), []);
  });

  it('are German in German', () => {
    const english = /\b(the|of|and|is|are|to|with|this|step|show|node|go|by)\b/i;
    const texts = [...leavesOf(de), ...leavesOf(scene.de)].filter(({ value }) => typeof value === 'string');
    const leftOver = texts.filter(({ path, value }) => !path.startsWith('emptyExample') && english.test(String(value)));
    assert.deepEqual(leftOver, []);
  });
});
