// What is read off a run does not grow with how often the same happens in it.

import assert from 'node:assert/strict';
import { analyse } from '../../src/analysis/analyse';
import { exchangesOf } from '../../src/analysis/exchanges';
import { onBehalfIn } from '../../src/analysis/on-behalf';
import { compile } from '../../src/language/compile';
import type { Trace } from '../../src/simulation/trace';
import { withoutIndentation } from '../language/check';

function run(template: string) {
  const { topology } = compile(withoutIndentation(template));
  const { traces } = analyse(topology);
  const [flow] = topology.flows;
  const trace = traces.get(flow?.name ?? '');
  assert.ok(flow && trace);
  const exchanges = exchangesOf({ topology, trace: () => trace, whyMissing: () => '' }, [flow], undefined);
  return { trace, exchanges };
}

/** The messages whose client asks in order to answer, as `from → to`. */
function askedOnBehalf(trace: Trace): readonly string[] {
  const isOnBehalf = onBehalfIn(trace);
  return trace.steps
    .filter(({ index, kind }) => kind === 'request' && isOnBehalf(index))
    .map(({ from, to }) => `${from} → ${to}`);
}

describe('who asks whom', () => {
  it('is told once, however often it is asked', () => {
    const { trace, exchanges } = run(`
      host alice, bob, web
      flow "F" {
        repeat 100 {
          alice, bob -> web : "news?"
        }
        alice -> web : "more?"
      }
    `);
    assert.equal(trace.steps.length, 402);
    assert.deepEqual(
      exchanges.map(({ client, server, span }) => [client, server, span.line]),
      [
        ['alice', 'web', 3],
        ['bob', 'web', 3],
        ['alice', 'web', 5],
      ],
    );
  });

  it('is told again where it arrives only once', () => {
    const { exchanges } = run(`
      host alice, web
      flow "F" {
        repeat 2 {
          alice -> web : "news?" {
          } otherwise {
            note "no news"
          }
          offline web
        }
      }
    `);
    assert.deepEqual(
      exchanges.map(({ clientActs, serverActs }) => [clientActs, serverActs]),
      [
        [true, true],
        [true, false],
      ],
    );
  });

  it('tells a query passed on from a question asked in order to answer', () => {
    const { exchanges } = run(`
      service files uses flooding
      host ann, bob, carol runs files peer
      link ann, bob, carol over files as line
      flow "F" {
        ann searches "song"
      }
    `);
    assert.deepEqual(
      exchanges.map(({ client, server, isOnBehalf }) => `${client} asks ${server}${isOnBehalf ? ' for another' : ''}`),
      ['ann asks bob', 'bob asks carol'],
    );
  });
});

describe('asking in order to answer', () => {
  it('goes on through all that is asked before the answer', () => {
    const { trace } = run(`
      host alice, web, cache, base
      flow "F" {
        alice -> web : "page" {
          web -> cache : "page?"
          web -> base : "page?" {
            base -> cache : "page!"
          }
        }
      }
    `);
    assert.deepEqual(askedOnBehalf(trace), ['web → cache', 'web → base', 'base → cache']);
  });

  it('is over with the answer', () => {
    const { trace } = run(`
      service music uses index
      host napster runs music index lists "song" at bob
      host alice runs music peer
      host bob runs music peer shares "song"
      flow "F" {
        alice fetches "song"
      }
    `);
    assert.deepEqual(askedOnBehalf(trace), []);
  });

  it('is seen where an application looks something up for it', () => {
    const { trace } = run(`
      service music uses index
      host napster runs music index lists "song" at bob
      host alice, carl runs music peer
      host bob runs music peer shares "song"
      flow "F" {
        carl -> alice : "have you got it?" {
          alice fetches "song"
        }
      }
    `);
    assert.deepEqual(askedOnBehalf(trace), ['alice → napster', 'alice → bob']);
  });
});
