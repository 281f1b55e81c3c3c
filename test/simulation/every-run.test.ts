import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../src/language/compile';
import { acts, arrived, isMessage } from '../../src/simulation/roles';
import { stateAt } from '../../src/simulation/seek';
import { type SimulationOptions, simulate } from '../../src/simulation/simulate';
import { createDraft } from '../../src/simulation/state';
import type { Trace } from '../../src/simulation/trace';
import type { World } from '../../src/simulation/world';
import { randomTopology } from './random-topology';
import { flowOf, run } from './run';

function runText(text: string, options: SimulationOptions = {}): Trace {
  const { topology } = compile(text);
  const [flow] = topology.flows;
  assert.ok(flow);
  return simulate(topology, flow, options);
}

describe('every run', () => {
  it('is the same when it is made again, to the byte', () => {
    fc.assert(
      fc.property(randomTopology, fc.nat(9), (text, seed) => {
        const [once, again] = [runText(text, { seed }), runText(text, { seed })];
        assert.deepEqual(once, again);
        assert.equal(JSON.stringify(once), JSON.stringify(again));
      }),
    );
  });

  it('ends, and its steps are in the order of their starts, each after its cause', () => {
    fc.assert(
      fc.property(randomTopology, (text) => {
        const { steps, endMs } = runText(text);
        assert.ok(Number.isFinite(endMs));
        [...steps].forEach((step, place) => {
          assert.equal(step.index, place);
          assert.ok(step.startMs >= (steps.at(place - 1)?.startMs ?? 0));
          assert.ok(step.endMs >= step.startMs && step.endMs <= endMs);
          assert.ok((step.cause ?? -1) < place);
          if (isMessage(step) && step.outcome === 'ok') assert.ok(arrived(step));
        });
      }),
    );
  });

  it('gives at each position the state that playing all steps before it gives', () => {
    fc.assert(
      fc.property(randomTopology, fc.infiniteStream(fc.nat(1000)), (text, positions) => {
        const trace = runText(text.replace('flow "F" {', 'flow "F" {\nrepeat 40 {').concat('\n}'));
        const jumps = [...positions.take(10)].map((position) => position % (trace.steps.length + 1));
        for (const position of [trace.steps.length, ...jumps, 0]) {
          const { state, apply } = createDraft(trace.initial);
          const roles = new Map<string, Set<string>>();
          for (const step of trace.steps.slice(0, position)) {
            for (const change of step.changes) apply(change);
            for (const role of ['client', 'server'] as const) {
              const host = step[role];
              if (host === undefined || !acts(step, role)) continue;
              roles.set(host, (roles.get(host) ?? new Set()).add(`${role} of ${step.service ?? ''}`));
            }
          }
          const world = stateAt(trace, position);
          assert.deepEqual([world.offline, world.cut], [state.offline, state.cut]);
          for (const { host } of trace.metrics) {
            assert.deepEqual(world.holds(host), state.holds.get(host) ?? new Map());
            assert.deepEqual(world.pieces(host), state.pieces.get(host) ?? new Map());
            assert.deepEqual(world.table(host), state.tables.get(host) ?? new Map());
            assert.deepEqual(rolesIn(world, host), roles.get(host) ?? new Set());
          }
          for (const [service, hosts] of state.joined) assert.deepEqual(world.joined(service), hosts);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays within its budget, and says where it was stopped', () => {
    fc.assert(
      fc.property(randomTopology, fc.integer({ min: 1, max: 30 }), (text, maxSteps) => {
        const whole = runText(text);
        const part = runText(text, { maxSteps });
        assert.ok(part.steps.length <= maxSteps);
        assert.equal(part.truncated === undefined, whole.steps.length <= maxSteps);
        assert.ok(part.steps.every((step) => Number.isFinite(step.endMs)));
      }),
    );
  });
});

function rolesIn(world: World, host: string): ReadonlySet<string> {
  return new Set(
    [...world.roles(host)].flatMap(([service, roles]) => [...roles].map((role) => `${role} of ${service}`)),
  );
}

describe('a position', () => {
  it('out of range counts as the nearer end', () => {
    const trace = run(flowOf('offline bob'));
    assert.deepEqual([...stateAt(trace, -5).offline], []);
    assert.deepEqual([...stateAt(trace, 99).offline], ['bob']);
    assert.deepEqual([...trace.initial.offline], []);
  });

  it('shows the roles taken so far, by service', () => {
    const trace = run(flowOf('alice -> bob : "hello"'));
    assert.equal(stateAt(trace, 0).roles('bob').size, 0);
    assert.deepEqual([...(stateAt(trace, 1).roles('bob').get('') ?? [])], ['server']);
  });
});

describe('a run that is too large', () => {
  const huge: Readonly<Record<string, string>> = {
    'a billion turns of a step': 'repeat 1000000000 {\n  note "again"\n}',
    'a billion turns of nothing': 'repeat 1000000000 {\n}',
    'a billion turns of a billion turns of nothing': 'repeat 1000000000 {\n  repeat 1000000000 {\n  }\n}',
    'a billion waits of no time': 'repeat 1000000000 {\n  wait 0ms\n}',
    'hundreds of millions of pairs': 'peer -> peer : "hello" 1kB',
    'a large transfer of everybody': 'peer -> alice : put "film" 1GB',
  };
  for (const [name, steps] of Object.entries(huge)) {
    it(`is stopped at its budget: ${name}`, () => {
      const { topology } = compile(
        `host alice\nhost peer[20000] up 1Mbps\nswitch lan\nlink alice, peer -- lan\nflow "F" {\n${steps}\n}`,
      );
      const [flow] = topology.flows;
      assert.ok(flow);
      const trace = simulate(topology, flow, { maxSteps: 1000 });
      assert.ok(trace.steps.length <= 1000);
      assert.match(trace.truncated ?? '', /^“F” was stopped .*; what comes after is left out\.$/);
      assert.deepEqual(
        trace.findings.map(({ code, line }) => `${line}: ${code}`),
        ['4: too-large'],
      );
    });
  }

  // Whatever a crowd does with its application, it is cut short in bounded time and memory.
  const crowds: Readonly<Record<string, readonly [declarations: string, deed: string]>> = {
    index: ['host i runs s index\nhost p[30000] runs s peer shares "x" 1MB', 'p fetch "x"'],
    flooding: ['host p[30000] runs s peer', 'p[1] searches "x"'],
    swarm: ['host t runs s tracker\nhost seed runs s peer shares "x" 1GB\nhost p[30000] runs s peer', 'p fetch "x"'],
    dht: ['host p[30000] runs s peer shares "x" 1MB', 'p fetch "x"'],
    gossip: ['host p[30000] runs s peer', 'p[1] publishes "x"'],
    relay: ['host c runs s server\nhost p[30000] runs s client', 'p send "hello"'],
    mesh: ['host c runs s server\nhost p[30000] runs s peer', 'call p'],
    sfu: ['host c runs s server\nhost p[30000] runs s client', 'call p'],
    cache: ['host o runs s origin shares "x" 1MB\nhost e[300] runs s edge\nhost p[30000] runs s client', 'p fetch "x"'],
  };
  for (const [pattern, [declarations, deed]] of Object.entries(crowds)) {
    it(`is stopped at its budget: a crowd in the pattern ${pattern}`, () => {
      const { topology } = compile(`service s uses ${pattern}\n${declarations}\nflow "F" {\n${deed}\n}`);
      const [flow] = topology.flows;
      assert.ok(flow);
      const trace = simulate(topology, flow, { maxSteps: 1000 });
      assert.ok(trace.steps.length <= 1000);
      assert.match(trace.truncated ?? '', /^“F” was stopped .*; what comes after is left out\.$/);
    });
  }

  it('is stopped where an index answers with ever so many hosts, again and again', () => {
    const { topology } = compile(`service s uses index
host i runs s index lists "x" at p
host p[50000] runs s peer shares "x"
flow "F" {
repeat 1000 {
p[1] -> i : lookup "x"
}
}`);
    const [flow] = topology.flows;
    assert.ok(flow);
    assert.match(simulate(topology, flow, { maxSteps: 1000 }).truncated ?? '', /takes too long/);
  });

  it('is stopped where ways through a large network are searched again and again', () => {
    const { topology } = compile(`router r[500]
host a, b
link r as ring
link a -- r[1]
link b -- r[250]
flow "F" {
repeat 300 {
cut a -- r[1]
restore a -- r[1]
a -> b : "x"
}
}`);
    const [flow] = topology.flows;
    assert.ok(flow);
    assert.match(simulate(topology, flow, { maxSteps: 1000 }).truncated ?? '', /takes too long/);
  });

  // Little is recorded of these, but much is looked at.
  const longSearches: Readonly<Record<string, string>> = {
    'who could give what a host lacks is searched': `host c, d
host p[20000] shares "x" 1kB
flow "F" {
repeat 100 {
d -> c : get "x"
otherwise {
}
}
}`,
    'who could publish what a host lacks is searched': `service s uses dht
host d runs s peer
host p[20000] runs s peer shares "x" 1kB
flow "F" {
together {
${'d publishes "x"\n'.repeat(100)}}
}`,
    'each of many transfers is looked at after each fault': `switch lan
host c, d
host p[900]
link c, d, p -- lan
flow "F" {
together {
p -> c : put "x" 1GB
repeat 100 {
wait 2ms
offline d
online d
}
}
}`,
    'all that an index lists is looked through for who leaves': `service s uses index
host i runs s index
host p[20000] runs s peer
host z {
runs s peer
${Array.from({ length: 1000 }, (_, place) => `shares "${place}"\n`).join('')}}
flow "F" {
p leave s
}`,
    'all that is shared elsewhere is looked through for who joins': `service s uses index
service other uses index
host i runs s index
host p[20000] runs s peer, other peer shares "x" in other
flow "F" {
p join s
}`,
  };
  for (const [what, text] of Object.entries(longSearches)) {
    it(`is stopped where ${what}, again and again`, () => {
      const { topology } = compile(text);
      const [flow] = topology.flows;
      assert.ok(flow);
      assert.match(simulate(topology, flow, { maxSteps: 4000 }).truncated ?? '', /takes too long/);
    });
  }

  it('is stopped where blocks are nested too deeply', () => {
    const { topology } = compile('host a, b\nflow "F" {\na -> b : "hello"\n}');
    const [flow] = topology.flows;
    assert.ok(flow);
    for (const kind of ['together', 'repeat'] as const) {
      let { steps } = flow;
      for (let depth = 0; depth < 20_000; depth += 1) steps = [{ kind, count: 1, body: steps, span: flow.span }];
      assert.match(simulate(topology, { ...flow, steps }).truncated ?? '', /200 blocks/);
    }
  });

  it('is stopped at a time, with what is under way left unfinished', () => {
    const trace = run(flowOf('alice -> bob : "hello"\nwait 1s'), { untilMs: 15 });
    assert.equal(trace.endMs, 15);
    assert.deepEqual(
      trace.steps.map(({ endMs, outcome }) => [endMs, outcome]),
      [
        [10, 'ok'],
        [15, 'failed'],
      ],
    );
    assert.equal(trace.steps.at(1)?.why, 'the run ended while it was still under way.');
    assert.match(trace.truncated ?? '', /stopped at 15 ms/);
    assert.deepEqual(trace.findings, []);
  });
});
