import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stateAt } from '../../../src/simulation/seek';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, run } from '../run';

describe('what is published to neighbours', () => {
  it('is announced, asked for and passed on, but not to who has announced it', () => {
    assertSteps(
      run(`
        service coin uses gossip
        host a runs coin peer shares "block" 1kB
        host b, c runs coin peer
        link a, b, c over coin as line
        flow "F" {
          a publishes "block"
        }
      `),
      `
        0-0 state publish a block
          0-10 push inv a>b block
            10-20 request getdata b>a block
              20-30 data getdata a>b block 1000B
                30-40 push inv b>c block
                  40-50 request getdata c>b block
                    50-60 data getdata b>c block 1000B
      `,
    );
  });

  it('makes who announces it the server, and who receives that the client', () => {
    const trace = publishing(2, 'line');
    const roles = trace.steps.filter(({ to }) => to !== undefined).map(({ client, server }) => [client, server]);
    assert.deepEqual(roles, [
      ['p[2]', 'p[1]'],
      ['p[2]', 'p[1]'],
      ['p[2]', 'p[1]'],
    ]);
  });

  it('is held by its author from then on, and has the size that somebody shares it with', () => {
    const trace = run(`
      service coin uses gossip
      host a, b runs coin peer
      host museum runs coin peer shares "block" 5kB
      link a -- b over coin
      flow "F" {
        a publishes "block"
        b publishes "note"
      }
    `);
    assert.deepEqual(
      [...stateAt(trace, trace.steps.length).holds('a').values()],
      [
        { resource: 'block', sizeBytes: 5000 },
        { resource: 'note', sizeBytes: undefined },
      ],
    );
    assert.equal(trace.steps.find(({ kind }) => kind === 'data')?.sizeBytes, 5000);
  });

  it('is asked for again elsewhere where the first who announced it does not deliver', () => {
    const trace = run(`
      service coin uses gossip
      host a, b, c, d runs coin peer
      link a, b, d, c over coin as ring
      flow "F" {
        together {
          a publishes "block"
          repeat 1 {
            wait 45ms
            offline b
          }
        }
      }
    `);
    assert.deepEqual(delivered(trace), ['b', 'c', 'd']);
    const asked = trace.steps.filter(
      ({ verb, kind, from }) => verb === 'getdata' && kind === 'request' && from === 'd',
    );
    assert.deepEqual(
      asked.map(({ to, outcome }) => [to, outcome]),
      [
        ['b', 'failed'],
        ['c', 'ok'],
      ],
    );
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(findings(trace), []);
  });

  it('reaches all but the one who is offline', () => {
    const trace = run(ring('offline c\na publishes "block"'));
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(delivered(trace), ['b', 'd']);
    assert.deepEqual(findings(trace), []);
  });

  it('is told to a host that comes back and joins, by its neighbours', () => {
    const trace = run(ring('a, b, c, d joins coin\noffline c\na publishes "block"\nonline c\nc joins coin'));
    assert.deepEqual(delivered(trace), ['b', 'd', 'c']);
    const rejoined = trace.steps.findLast(({ verb }) => verb === 'join')?.index ?? 0;
    const told = trace.steps.filter(({ verb, cause }) => verb === 'inv' && cause === rejoined);
    assert.deepEqual(
      told.map(({ from, to }) => [from, to]),
      [
        ['b', 'c'],
        ['d', 'c'],
      ],
    );
    assert.equal(trace.steps.filter(({ kind, to }) => kind === 'data' && to === 'c').length, 1);
  });

  it('is not told to a host that has it already', () => {
    const trace = run(ring('a, b, c, d joins coin\na publishes "block"\nc joins coin'));
    assert.equal(trace.steps.at(trace.steps.length - 1)?.verb, 'join');
  });

  it('is asked for by nobody where many join and nothing has been published', () => {
    const trace = run(`
      service coin uses gossip
      host p[5000] runs coin peer
      flow "F" {
        p joins coin
      }
    `);
    assert.equal(trace.truncated, undefined);
    assert.equal(trace.steps.length, 5000);
  });

  it('goes round once where two publish the same at the same time', () => {
    const trace = run(ring('a, c publish "block"'));
    assert.deepEqual(delivered(trace), ['b', 'd']);
  });

  const ring = (steps: string) => `
    service coin uses gossip
    host a, b, c, d runs coin peer
    link a, b, c, d over coin as ring
    flow "F" {
      ${steps.replaceAll('\n', '\n      ')}
    }
  `;
});

describe('fetching over gossip', () => {
  const fetching = (before: string) => `
    service coin uses gossip
    host a runs coin peer
    host b, c runs coin peer shares "block" 2kB
    link a, b, c over coin as ring
    flow "F" {
      ${before}
      a fetches "block"
    }
  `;

  it('asks a neighbour that has it', () => {
    assertSteps(
      run(fetching('note "first"')),
      `
        0-0 note first
        0-10 request getdata a>b block
          10-20 data getdata b>a block 2000B
      `,
    );
  });

  it('asks the next where the first is offline', () => {
    const trace = run(fetching('offline b'));
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(findings(trace), ['7: host-offline (handled)']);
    assert.ok(stateAt(trace, trace.steps.length).holds('a').has('block'));
  });

  it('fails where no neighbour has it', () => {
    const trace = run(`
      service coin uses gossip
      host a, b runs coin peer
      host c runs coin peer shares "block"
      link a, b, c over coin as line
      flow "F" {
        a fetches "block"
      }
    `);
    assert.match(trace.why ?? '', /no neighbour of a has “block”/);
    assert.match(trace.findings[0]?.message ?? '', /^No neighbour of a has “block”\. Let one publish it before/);
  });
});

describe('the number of messages of gossip', () => {
  it('is N − 1 questions and as many answers, whatever the shape', () => {
    for (const [hosts, shape] of [
      [50, 'line'],
      [50, 'ring'],
      [50, 'star'],
      [20, 'mesh'],
      [49, 'grid'],
      [40, 'tree 3'],
    ] as const) {
      assertEachOnce(publishing(hosts, shape), hosts);
    }
  });

  it('is N − 1 questions and as many answers on random graphs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 2, max: 8 }), (hosts, degree) => {
        assertEachOnce(publishing(hosts, `random ${degree}`), hosts);
      }),
      { numRuns: 30 },
    );
  });

  it('is one announcement for each link of a tree', () => {
    assert.equal(count(publishing(40, 'tree 3'), 'push'), 39);
    assert.equal(count(publishing(30, 'star'), 'push'), 29);
  });

  function assertEachOnce(trace: Trace, hosts: number): void {
    assert.equal(count(trace, 'request'), hosts - 1);
    assert.equal(count(trace, 'data'), hosts - 1);
    assert.equal(new Set(delivered(trace)).size, hosts - 1);
  }
});

function publishing(hosts: number, shape: string): Trace {
  return run(`
    service coin uses gossip
    host p[${hosts}] runs coin peer
    link p over coin as ${shape}
    flow "F" {
      p[1] publishes "block"
    }
  `);
}

/** To whom it has come, in order. */
function delivered(trace: Trace): readonly (string | undefined)[] {
  return trace.steps.filter(({ kind, outcome }) => kind === 'data' && outcome === 'ok').map(({ to }) => to);
}

function count(trace: Trace, kind: string): number {
  return trace.steps.filter((step) => step.kind === kind).length;
}
