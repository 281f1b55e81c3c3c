// The messages that beginners get, word for word: plain, in their own names, with what to write instead.

import assert from 'node:assert/strict';
import { mistakes } from './cases/mistakes';
import { checkMessages, diagnosticsOf } from './check';

describe('a mistake of a beginner', () => {
  for (const { mistake, wrong } of mistakes) {
    it(`answers ${mistake}`, () => checkMessages(wrong));
  }

  it('gets one report', () => {
    for (const { mistake, wrong } of mistakes) assert.equal(diagnosticsOf(wrong).length, 1, mistake);
  });
});
