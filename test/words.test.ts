// The webview's two catalogues: whoever adds an English word and no German one, or an empty one, is told here by its key.

import assert from 'node:assert/strict';
import { de } from '../webview/strings/de';
import { en } from '../webview/strings/en';
import { emptyIn, leavesOf, unlike } from './catalogues';

describe('the words of the webview', () => {
  it('are the same in German as in English: the same keys, functions where there are functions', () => {
    assert.ok(leavesOf(en).length > 100);
    assert.deepEqual(unlike(en, de), []);
  });

  it('say something in both languages, whatever stands in them', () => {
    assert.deepEqual([...emptyIn(en), ...emptyIn(de)], []);
  });

  it('are German in German', () => {
    const english = /\b(the|of|and|is|are|to|with|this|step|show|node|go|by)\b/i;
    const texts = leavesOf(de).filter(({ value }) => typeof value === 'string');
    const leftOver = texts.filter(({ path, value }) => !path.startsWith('emptyExample') && english.test(String(value)));
    assert.deepEqual(leftOver, []);
  });
});
