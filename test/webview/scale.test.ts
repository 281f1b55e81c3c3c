/** The axes of the plots: pure, but the webview's own. */
import assert from 'node:assert/strict';
import type { Timeline } from '../../src/scene/timeline';
import { axisTo, placed } from '../../webview/comparison/scale';
import { ticksOf } from '../../webview/timeline/scale';

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

describe('the numbers under the timeline', () => {
  const run = (count: number, endMs: number): Timeline => ({
    ...{ count, endMs, marks: [], activity: { steps: [], time: [], nonlinear: [] } },
    startsMs: Array.from({ length: Math.min(count, 1024) + 1 }, (_, at) => (at * endMs) / (Math.min(count, 1024) + 1)),
  });
  const values = (timeline: Timeline, axis: 'steps' | 'time') => ticksOf(timeline, axis).map(({ value }) => value);

  it('are round steps where they are, and the last step', () => {
    assert.deepEqual(values(run(8, 100), 'steps'), [0, 2, 4, 6, 8]);
    assert.deepEqual(values(run(198, 100), 'steps'), [0, 50, 100, 150, 198]);
    assert.deepEqual(values(run(39_601, 100), 'steps'), [0, 10_000, 20_000, 30_000, 39_601]);
    assert.deepEqual(values(run(1, 100), 'steps'), [0, 1]);
    for (const { place, value } of ticksOf(run(198, 100), 'steps')) assert.equal(place, value / 198);
  });

  it('are round times, and the end', () => {
    assert.deepEqual(values(run(8, 344), 'time'), [0, 100, 200, 344]);
    assert.deepEqual(values(run(3, 0), 'time'), [0]);
  });

  it('never run into each other', () => {
    for (let count = 1; count < 1e6; count = Math.ceil(count * 1.1)) {
      for (const axis of ['steps', 'time'] as const) {
        const places = ticksOf(run(count, count * 1.7), axis).map(({ place }) => place);
        assert.ok(places.length <= 6 && places[0] === 0 && places.at(-1) === 1, `${axis} ${count}`);
        for (const [at, place] of places.slice(1).entries())
          assert.ok(place - (places[at] ?? 0) > 0.135, `${axis} of ${count}: ${places}`);
      }
    }
  });
});
