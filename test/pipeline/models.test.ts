// Runs against models that share no code with the simulation: a list for an index, closed forms for single transfers, and
// a fluid model of transfers that share what they pass.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../src/language/compile';
import { stateAt } from '../../src/simulation/seek';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/simulation/trace';

function run(text: string): Trace {
  const { topology, diagnostics } = compile(text);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  assert.deepEqual(errors, [], text);
  const [flow] = topology.flows;
  assert.ok(flow);
  return simulate(topology, flow);
}

function assertClose(actualMs: number, expectedMs: number, what: string): void {
  assert.ok(
    Math.abs(actualMs - expectedMs) <= expectedMs * 1e-9 + 1e-6,
    `${what}: ${actualMs} ms, not ${expectedMs} ms`,
  );
}

describe('an index, next to a list kept by hand', () => {
  const deed = fc.record({
    verb: fc.constantFrom('register', 'unregister', 'lookup', 'offline', 'online'),
    host: fc.constantFrom('a', 'b', 'c', 'd'),
    resource: fc.constantFrom('x', 'y'),
  });

  it('answers the same, in the same order, with the same entries stale', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
        const { lines, answers, lists } = keptByHand(deeds);
        const trace = run(
          [
            'service s uses index',
            'host i runs s index',
            'host a, b, c, d runs s peer shares "x" shares "y"',
            'flow "F" {',
            ...lines,
            '}',
          ].join('\n'),
        );
        const given = trace.steps.filter(({ answer }) => answer).map(({ answer, stale }) => ({ answer, stale }));
        assert.deepEqual(given, answers);
        const table = stateAt(trace, trace.steps.length).table('i');
        for (const resource of ['x', 'y']) assert.deepEqual([...(table.get(resource) ?? [])], lists[resource]);
      }),
    );
  });

  interface Deed {
    readonly verb: string;
    readonly host: string;
    readonly resource: string;
  }

  function keptByHand(deeds: readonly Deed[]) {
    const lists: Record<string, string[]> = { x: [], y: [] };
    const offline: string[] = [];
    const lines: string[] = [];
    const answers: { answer: string[]; stale: string[] }[] = [];
    for (const { verb, host, resource } of deeds) {
      const isOffline = offline.includes(host);
      if (verb === 'offline' || verb === 'online') {
        lines.push(`${verb} ${host}`);
        if (verb === 'online' && isOffline) offline.splice(offline.indexOf(host), 1);
        if (verb === 'offline' && !isOffline) offline.push(host);
        continue;
      }
      if (isOffline) continue;
      lines.push(`${host} -> i : ${verb} "${resource}"`);
      const list = lists[resource] ?? [];
      if (verb === 'register' && !list.includes(host)) list.push(host);
      if (verb === 'unregister' && list.includes(host)) list.splice(list.indexOf(host), 1);
      if (verb === 'lookup') answers.push({ answer: [...list], stale: list.filter((name) => offline.includes(name)) });
    }
    return { lines, answers, lists };
  }
});

const rateKbps = fc.integer({ min: 1, max: 20_000 });
const sizeKilobytes = fc.integer({ min: 1, max: 5000 });
const latencyMs = fc.integer({ min: 0, max: 200 });

describe('a transfer on its own', () => {
  it('takes the latency of its path and its bits at the rate of the narrowest place', () => {
    const parts = fc.record({
      up: rateKbps,
      down: rateKbps,
      near: rateKbps,
      far: rateKbps,
      a: latencyMs,
      b: latencyMs,
    });
    fc.assert(
      fc.property(parts, sizeKilobytes, fc.boolean(), (it, size, isUpload) => {
        const step = isUpload ? `x -> y : put "f" ${size}kB` : 'y -> x : get "f"';
        const { steps } = run(
          [
            `host x up ${it.up}kbps shares "f" ${size}kB`,
            `host y down ${it.down}kbps`,
            'switch s',
            `link x -- s ${it.near}kbps ${it.a}ms`,
            `link s -- y ${it.far}kbps ${it.b}ms`,
            `flow "F" {\n${step}\n}`,
          ].join('\n'),
        );
        const carrier = steps.find(({ sizeBytes }) => sizeBytes);
        assert.ok(carrier);
        const bits = size * 8000;
        const bitsPerMs = Math.min(it.up, it.down, it.near, it.far);
        assertClose(carrier.endMs - carrier.startMs, it.a + it.b + bits / bitsPerMs, step);
      }),
    );
  });
});

describe('transfers that begin together', () => {
  const transfer = fc
    .record({ from: fc.nat(3), to: fc.nat(3), size: sizeKilobytes })
    .filter(({ from, to }) => from !== to);
  const hosts = fc.array(fc.record({ up: rateKbps, down: rateKbps, link: rateKbps }), { minLength: 4, maxLength: 4 });

  it('share each link and each host fairly, until the last has ended', () => {
    fc.assert(
      fc.property(hosts, fc.array(transfer, { minLength: 1, maxLength: 6 }), (network, transfers) => {
        const { steps } = run(
          [
            'switch s',
            ...network.map(({ up, down }, place) => `host h${place} up ${up}kbps down ${down}kbps`),
            ...network.map(({ link }, place) => `link h${place} -- s ${link}kbps 5ms`),
            'flow "F" {\ntogether {',
            ...transfers.map(({ from, to, size }, place) => `h${from} ~> h${to} : "m${place}" ${size}kB`),
            '}\n}',
          ].join('\n'),
        );
        const uses = transfers.map(({ from, to }) => [`out ${from}`, `in ${to}`]);
        const capacities = new Map(
          network.flatMap(({ up, down, link }, place) => [
            [`out ${place}`, Math.min(up, link)],
            [`in ${place}`, Math.min(down, link)],
          ]),
        );
        const bits = transfers.map(({ size }) => size * 8000);
        const expected = fluidEnds(uses, capacities, bits);
        transfers.forEach((_, place) => {
          assertClose(steps.at(place)?.endMs ?? Number.NaN, 10 + (expected[place] ?? Number.NaN), `message ${place}`);
        });
      }),
    );
  });

  it('take twice as long over one link if there are two, and no longer in opposite directions', () => {
    const file = (steps: string) => `host a, b\nlink a -- b 8Mbps 1ms\nflow "F" {\ntogether {\n${steps}\n}\n}`;
    const ends = (steps: string) => run(file(steps)).steps.map(({ endMs }) => endMs);
    assert.deepEqual(ends('a ~> b : "x" 1MB'), [1001]);
    assert.deepEqual(ends('a ~> b : "x" 1MB\na ~> b : "y" 1MB'), [2001, 2001]);
    assert.deepEqual(ends('a ~> b : "x" 1MB\nb ~> a : "y" 1MB'), [1001, 1001]);
  });
});

/** When each ends, in ms: all rates are raised in small equal steps of what is left, until something is full. */
function fluidEnds(
  uses: readonly (readonly string[])[],
  capacities: ReadonlyMap<string, number>,
  bits: readonly number[],
): readonly number[] {
  const left = [...bits];
  const ends = bits.map(() => Number.NaN);
  for (let nowMs = 0; ends.some(Number.isNaN); ) {
    const active = ends.flatMap((end, place) => (Number.isNaN(end) ? [place] : []));
    const rates = fairRates(active, uses, capacities);
    const waitMs = Math.min(...active.map((place) => (left[place] ?? 0) / (rates.get(place) ?? 0)));
    nowMs += waitMs;
    for (const place of active) {
      left[place] = (left[place] ?? 0) - (rates.get(place) ?? 0) * waitMs;
      if (left[place] < 1e-6) ends[place] = nowMs;
    }
  }
  return ends;
}

/** Straight from the definition: all rise together; who passes something full stays, the others go on. */
function fairRates(
  active: readonly number[],
  uses: readonly (readonly string[])[],
  capacities: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const rates = new Map(active.map((place) => [place, 0]));
  const rising = new Set(active);
  while (rising.size > 0) {
    const room = [...capacities].map(([name, capacity]) => {
      const users = active.filter((place) => uses[place]?.includes(name));
      const used = users.reduce((sum, place) => sum + (rates.get(place) ?? 0), 0);
      const growing = users.filter((place) => rising.has(place));
      return { growing, by: growing.length > 0 ? (capacity - used) / growing.length : Infinity };
    });
    const by = Math.min(...room.map((each) => each.by));
    for (const place of rising) rates.set(place, (rates.get(place) ?? 0) + by);
    for (const each of room) if (each.by === by) for (const place of each.growing) rising.delete(place);
  }
  return rates;
}
