// What holds for a swarm whatever happens to those who take part: who goes offline or leaves at any moment, which cables are
// cut, what gets lost.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stateAt } from '../../../src/simulation/seek';
import type { Trace } from '../../../src/simulation/trace';
import { run } from '../run';

const peers = ['seed', 'other', 'a', 'b', 'c', 'd'];
const pieces = 12;

const peer = fc.constantFrom(...peers);
const event = fc.oneof(
  peer.map((name) => `offline ${name}`),
  peer.map((name) => `online ${name}`),
  peer.map((name) => `${name} leaves files`),
  peer.map((name) => `${name} joins files`),
  peer.map((name) => `${name} fetches "film"`),
  fc.tuple(fc.constantFrom('cut', 'restore'), peer).map(([deed, name]) => `${deed} ${name} -- lan`),
  fc.constantFrom('offline tracker', 'online tracker', 'offline lan', 'online lan'),
);
const dated = fc.tuple(fc.integer({ min: 0, max: 9000 }), event);

const troubled = fc
  .tuple(fc.array(dated, { maxLength: 6 }), fc.constantFrom(0, 0, 2, 20), fc.integer({ min: 1, max: 4 }), fc.nat(1000))
  .map(([events, loss, slots, seed]) => ({
    seed,
    text: `
      service files uses swarm pieces ${pieces} slots ${slots}
      switch lan
      host tracker runs files tracker
      host seed, other runs files peer shares "film" 24kB up 16kbps
      host a, b runs files peer up 16kbps down 64kbps
      host c, d runs files peer up 32kbps
      link tracker, seed, other, a, b, c, d -- lan loss ${loss}%
      flow "F" {
        together {
          a, b, c, d fetches "film"
          ${events.flatMap(([timeMs, deed]) => ['repeat 1 {', `wait ${timeMs}ms`, deed, '}']).join('\n          ')}
        }
        a fetches "film"
      }
    `,
  }));

describe('a swarm in which anything may happen', () => {
  it('comes to an end, brings no piece twice, and from nobody who lacks it', () => {
    fc.assert(
      fc.property(troubled, ({ text, seed }) => {
        const trace = run(text, { seed, maxSteps: 50_000 });
        assert.equal(trace.truncated, undefined);
        assertPiecesFollow(trace);
      }),
      { numRuns: 150 },
    );
  }).timeout(60_000);

  it('is the same when it is run again', () => {
    fc.assert(
      fc.property(troubled, ({ text, seed }) => {
        const [once, again] = [run(text, { seed }), run(text, { seed })];
        assert.deepEqual(again.steps.columns, once.steps.columns);
      }),
      { numRuns: 20 },
    );
  }).timeout(60_000);
});

/** Plays the pieces in the order in which they arrived. */
function assertPiecesFollow(trace: Trace): void {
  const have = new Map(peers.map((name) => [name, new Set<number>()]));
  const whole = (name: string | undefined) => name === 'seed' || name === 'other';
  const arrived = trace.steps.filter(({ kind, outcome }) => kind === 'piece' && outcome === 'ok');
  for (const { from, to, piece = -1 } of arrived.sort((a, b) => a.endMs - b.endMs)) {
    assert.ok(whole(from) || have.get(from ?? '')?.has(piece), `${from} sends piece ${piece} without having it`);
    assert.ok(!have.get(to ?? '')?.has(piece), `${to} gets piece ${piece} twice`);
    have.get(to ?? '')?.add(piece);
  }
  const end = stateAt(trace, trace.steps.length);
  for (const name of ['a', 'b', 'c', 'd']) {
    assert.equal(end.holds(name).has('film'), have.get(name)?.size === pieces);
  }
}
