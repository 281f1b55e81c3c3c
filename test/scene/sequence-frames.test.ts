// The frames around blocks of a flow in the sequence diagram: which rows they hold, and that they lie within each other.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { drawn } from '../../src/scene/drawn';
import { sequenceOf } from '../../src/scene/sequence';
import { layoutSequence, type SequenceLayout } from '../../src/scene/sequence-layout';
import { stepSummaries } from '../../src/scene/steps';
import { run } from './scene';

function layoutOf(steps: string, width = 700): SequenceLayout {
  const { topology, trace } = run(`host ada, ben : client\nhost web, spare : server\nflow "f" {\n${steps}\n}`);
  const { lifeLines, fragments } = sequenceOf(drawn(topology), trace, undefined, topology.flows[0]);
  const room = { width, gutter: 90, textWidth: (text: string) => text.length * 7, isNarrow: false };
  return layoutSequence(stepSummaries(trace), lifeLines, room, fragments);
}

/** Each frame with the numbers of its first row and its last, from 1. */
const framesOf = (steps: string) =>
  layoutOf(steps).frames.map(({ word, first, last }) => `${word}: ${first + 1}–${last + 1}`);

const request = 'ada -> web : "a"';

describe('frames in the sequence diagram', () => {
  it('hold what happens together, with the answers', () => {
    assert.deepEqual(framesOf(`${request}\ntogether {\n${request}\nben -> web : "b"\n}\n${request}`), [
      'together: 3–6',
    ]);
  });

  it('hold all rounds of what is repeated, and blocks in it once each round', () => {
    assert.deepEqual(framesOf(`repeat 2 {\n${request}\ntogether {\nada -> web : "b"\nben -> web : "c"\n}\n}`), [
      'repeat 2: 1–12',
      'together: 3–6',
      'together: 9–12',
    ]);
  });

  it('hold what is done instead where something failed, and are not there where nothing did', () => {
    const steps = (before: string) => `${before}\nada -> web : "a" {\n} otherwise {\nada -> spare : "a"\n}`;
    assert.deepEqual(framesOf(steps('offline web')), ['otherwise: 3–4']);
    assert.deepEqual(framesOf(steps('note "All is well."')), []);
  });

  it('have room for their word above the first row, and lie around all of their rows', () => {
    const { frames, tops, bottoms, leaves, columnOf, rows } = layoutOf(
      `repeat 2 {\ntogether {\nada -> web : "b"\nben -> spare : "c"\n}\n}`,
    );
    for (const { first, last, top, bottom, left, right } of frames) {
      assert.ok(top + 16 <= (tops[first] ?? 0), 'the word');
      assert.ok(bottom >= (bottoms[last] ?? 0));
      for (let place = first; place <= last; place += 1) {
        assert.ok((leaves[place] ?? 0) > top && (leaves[place] ?? 0) < bottom);
        for (const end of [rows[place]?.from, rows[place]?.to]) {
          const x = columnOf.get(end ?? '')?.x ?? 0;
          assert.ok(left < x && x < right, `${left} ${x} ${right}`);
        }
      }
    }
  });

  it('never cross each other, whatever is nested in what', () => {
    const block = fc.letrec<{ step: string; steps: string }>((tie) => ({
      steps: fc
        .array(tie('step'), { minLength: 1, maxLength: 3, depthIdentifier: 'block' })
        .map((all) => all.join('\n')),
      step: fc.oneof(
        { depthIdentifier: 'block', maxDepth: 3 },
        fc.constantFrom(request, 'ben -> spare : "b"', 'note "n"', 'offline web', 'online web'),
        tie('steps').map((inner) => `together {\n${inner}\n}`),
        tie('steps').map((inner) => `repeat 2 {\n${inner}\n}`),
        tie('steps').map((inner) => `ada -> web : "x" {\n} otherwise {\n${inner}\n}`),
      ),
    })).steps;
    fc.assert(
      fc.property(block, fc.integer({ min: 200, max: 1200 }), (steps, width) => {
        const { frames } = layoutOf(steps, width);
        for (const a of frames) {
          assert.ok(a.left < a.right && a.top < a.bottom);
          for (const b of frames) {
            const isApart = a.bottom <= b.top || b.bottom <= a.top;
            const isWithin = (x: typeof a, y: typeof a) =>
              x.left >= y.left && x.right <= y.right && x.top >= y.top && x.bottom <= y.bottom;
            assert.ok(isApart || isWithin(a, b) || isWithin(b, a), JSON.stringify([a, b]));
          }
        }
      }),
      { numRuns: 150, interruptAfterTimeLimit: 60_000 },
    );
  });
});
