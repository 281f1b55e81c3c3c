/** The axes of the plots: pure, but the webview's own. */
import assert from 'node:assert/strict';
import { axisTo, placed } from '../../webview/comparison/scale';

describe('an axis of times', () => {
  for (const [largestMs, ticks] of [
    [7, [0, 2, 4, 6, 8]],
    [2000, [0, 500, 1000, 1500, 2000]],
    [80_030, [0, 30_000, 60_000, 90_000]],
    [320_000, [0, 120_000, 240_000, 360_000]],
    [3 * 3_600_000, [0, 3_600_000, 7_200_000, 10_800_000]],
    [0, [0, 1]],
  ] as const) {
    it(`up to ${largestMs} ms has round numbers, the last at or above it`, () => {
      assert.deepEqual(axisTo(largestMs), { end: ticks.at(-1), ticks });
    });
  }

  it('never has many ticks', () => {
    for (let largest = 0.01; largest < 1e12; largest *= 1.3) {
      const { end, ticks } = axisTo(largest);
      assert.ok(ticks.length >= 2 && ticks.length <= 6 && end >= largest * (1 - 1e-9), `${largest}: ${ticks}`);
    }
  });
});

describe('labels of an axis', () => {
  it('leave out those that have no room, never the last', () => {
    assert.deepEqual(
      placed([1, 2, 5, 10, 20], (value) => value * 10, 40),
      [1, 5, 10, 20],
    );
  });
});
