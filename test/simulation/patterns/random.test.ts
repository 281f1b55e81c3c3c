import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../../src/language/compile';
import { simulate } from '../../../src/simulation/simulate';

const host = fc.constantFrom('a', 'b', 'c', 'd');
const hosts = fc.uniqueArray(host, { minLength: 1, maxLength: 4 }).map((names) => names.join(', '));
const talk = fc.constantFrom('chat', 'phone', 'meet');

const step = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(hosts, talk).map(([who, over]) => `${who} send "Hello" over ${over}`) },
  { weight: 3, arbitrary: fc.tuple(hosts, talk).map(([who, over]) => `call ${who} over ${over}`) },
  {
    weight: 3,
    arbitrary: fc.tuple(hosts, fc.constantFrom('"x"', '"y"')).map(([who, what]) => `${who} publish ${what} over coin`),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(hosts, fc.constantFrom('coin', 'cdn', 'chat'))
      .map(([who, over]) => `${who} fetch "x" over ${over}`),
  },
  fc
    .tuple(hosts, fc.constantFrom('join', 'leave'), fc.constantFrom('coin', 'chat', 'phone', 'meet', 'cdn'))
    .map((words) => words.join(' ')),
  fc
    .tuple(fc.constantFrom('offline', 'online'), fc.constantFrom('a', 'b', 'hub', 'edge', 'origin'))
    .map((words) => words.join(' ')),
  fc.constantFrom('cut a -- lan', 'restore a -- lan', 'wait 15ms', 'wait 4s'),
);

/** Steps one after the other in some branches that run at the same time. */
const text = fc
  .tuple(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 4 }), fc.integer({ min: 0, max: 20 }))
  .map(([branches, loss]) =>
    [
      'service chat uses relay',
      'service phone uses mesh',
      'service meet uses sfu',
      'service coin uses gossip',
      'service cdn uses cache',
      'switch lan',
      'host hub runs chat server, phone server, meet server shares "x" 20kB in chat',
      'host origin runs cdn origin shares "x" 100kB in cdn',
      'host edge runs cdn edge',
      'host a runs chat client, phone peer, meet client, coin peer, cdn client shares "x" 50kB in coin',
      'host b, c, d runs chat client, phone peer, meet client, coin peer, cdn client up 2Mbps',
      `link hub, origin, edge, a, b, c, d -- lan 10Mbps 3ms loss ${loss}%`,
      'link a, b, c, d over coin as ring',
      'flow "F" {',
      'together {',
      ...branches.flatMap((steps) => ['repeat 1 {', ...steps, '}']),
      '}',
      '}',
    ].join('\n'),
  );

describe('whatever applications do to each other', () => {
  it('comes to its end, is the same when made again, and fails with a reason that is told', () => {
    fc.assert(
      fc.property(text, fc.nat(9), (file, seed) => {
        const { topology, diagnostics } = compile(file);
        const [flow] = topology.flows;
        assert.ok(flow, file);
        assert.deepEqual(
          diagnostics.filter(({ code }) => code !== 'empty-flow'),
          [],
        );
        const trace = simulate(topology, flow, { seed });
        assert.equal(trace.truncated, undefined);
        for (const { outcome, why, endMs, startMs } of trace.steps) {
          assert.ok(endMs >= startMs && endMs <= trace.endMs);
          assert.equal(why !== undefined, outcome === 'failed');
          assert.ok(!why?.includes('still under way'), why);
        }
        if (trace.outcome === 'failed')
          assert.ok(
            trace.findings.some(({ handled }) => !handled),
            trace.why,
          );
        assert.deepEqual(simulate(topology, flow, { seed }), trace);
      }),
      { numRuns: 150 },
    );
  });
});
