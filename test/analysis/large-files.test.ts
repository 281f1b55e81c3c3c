// What grows with the steps of a flow times its hosts, or times its steps, keeps an editor waiting: files in which that would
// take a minute are judged within the seconds that each test has.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { faultsIn } from '../../src/analysis/faults';
import { flowDiagnostics } from '../../src/analysis/flow-diagnostics';
import { memoryFor } from '../../src/analysis/run-memory';
import { createRuns } from '../../src/analysis/runs';
import { ttlDiagnostics } from '../../src/analysis/ttl';
import { compile } from '../../src/language/compile';
import { stateAt } from '../../src/simulation/seek';
import { simulate } from '../../src/simulation/simulate';
import { randomTopology } from '../simulation/random-topology';

const secondsMs = 5000;
const many = 20_000;
const lines = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join('\n');

describe('a large file', () => {
  const hosts = lines(many / 4, (number) => `host p${number} runs music peer shares "x${number}" in music`);
  const music = `service music uses index\nhost i runs music index\n${hosts}\nhost q runs music peer`;
  const asks: readonly (readonly [what: string, steps: string, title: string])[] = [
    ['lookups', lines(many, (number) => `q -> i : lookup "x${number % (many / 4)}"`), 'Let p7 register it first'],
    [
      'searches',
      `q joins music\n${lines(many, (number) => `q searches "x${number % (many / 4)}"`)}`,
      'Let p7 join first',
    ],
  ];
  for (const [what, steps, title] of asks) {
    it(`is told what would make ${what} find something`, () => {
      const { topology, tree } = compile(`${music}\nflow "F" {\n${steps}\n}`);
      const found = flowDiagnostics(createRuns(topology, 1e6, memoryFor(topology, undefined)), tree.lines);
      assert.equal(found.length, many);
      assert.deepEqual(
        found[7]?.fixes.map((fix) => fix.title),
        [title],
      );
    }).timeout(secondsMs);
  }

  const chain = `service files uses flooding ttl 2
host p[9] runs files peer
host far runs files peer shares "song"
host q[2000] runs files peer
link p, far over files as line
link far, q over files as star`;
  const flooding: readonly (readonly [what: string, steps: string])[] = [
    ['one after the other', lines(many, () => 'p[1] searches "song"\np[1] searches "song"')],
    ['each getting it', lines(2000, (number) => `q[${number + 1}] fetches "song"`).repeat(10)],
    ['at once', `together {\n${lines(many / 10, (number) => `q[${number + 1}] fetches "song"`)}\n}`],
  ];
  for (const [what, steps] of flooding) {
    it(`is told of queries that do not get far enough, ${what}`, () => {
      const { topology, tree } = compile(`${chain}\nflow "F" {\np[1] searches "song"\n${steps}\n}`);
      const [first] = ttlDiagnostics({ topology, trace: () => undefined, whyMissing: () => '' }, tree.lines);
      assert.match(first?.message ?? '', /at far, 9 hops from p\[1\]/);
    }).timeout(secondsMs);
  }
});

describe('what is offline and cut in a run', () => {
  it('is what the whole world of that moment holds, in whatever order it is asked for', () => {
    fc.assert(
      fc.property(randomTopology, fc.array(fc.nat(40), { minLength: 1 }), (text, places) => {
        const { topology } = compile(text);
        const [flow] = topology.flows;
        assert.ok(flow);
        const trace = simulate(topology, flow);
        const at = faultsIn(trace);
        for (const place of places) {
          const { offline, cut } = stateAt(trace, place);
          const found = at(place);
          assert.deepEqual([found.offline, found.cut], [offline, cut]);
        }
      }),
    );
  });
});
