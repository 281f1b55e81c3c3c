// What an edit achieves, from one text to the next.

import assert from 'node:assert/strict';
import { check } from '../../src/analysis/check';
import { achievedBy } from '../../src/editor/progress';

const text = `host alice, bob
flow "Ask" {
  alice -> bob : "hello"
}
expect alice is client
`;

function achieved(before: string, now: string): readonly string[] {
  return achievedBy(check(now), check(before));
}

describe('what an edit achieves', () => {
  it('is nothing where it breaks, mends and meets nothing', () => {
    assert.deepEqual(achieved(text, text.replace('hello', 'hi')), []);
  });

  it('is to break what was whole, and to mend it', () => {
    const broken = text.replace('-> bob', '-> bbo');
    assert.deepEqual(achieved(text, broken), ['broken']);
    assert.deepEqual(achieved(broken, broken.replace('hello', 'hi')), []);
    assert.deepEqual(achieved(broken, text), ['mended']);
  });

  it('is to meet what was not met, by whichever side is changed', () => {
    const unmet = text.replace('is client', 'is both');
    assert.deepEqual(achieved(text, unmet), []);
    assert.deepEqual(achieved(unmet, text), ['checked']);
    assert.deepEqual(achieved(unmet, unmet.replace('}', '  bob -> alice : "and you?"\n}')), ['checked']);
  });

  it('is not to take out what is not met', () => {
    assert.deepEqual(achieved(text.replace('is client', 'is both'), text.replace(/expect.*\n/, '')), []);
  });
});
