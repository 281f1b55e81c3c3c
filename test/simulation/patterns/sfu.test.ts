import assert from 'node:assert/strict';
import { stateAt } from '../../../src/simulation/seek';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, run } from '../run';

describe('a call through a server that forwards', () => {
  it('sends each stream up once, and down to each other', () => {
    assertSteps(
      meeting('call alice, bob'),
      `
        0-10 request join alice>hub
        0-10 request join bob>hub
          10-20 response join hub>alice
          10-20 response join hub>bob
            20-30 stream alice>hub
            20-30 stream bob>hub
              30-40 stream hub>bob alice
              30-40 stream hub>alice bob
      `,
    );
  });

  it('makes each participant a client, also while it sends', () => {
    const trace = meeting('call alice, bob');
    const end = stateAt(trace, trace.steps.length);
    const roles = ['alice', 'bob', 'hub'].map((host) => [...(end.roles(host).get('meet') ?? [])]);
    assert.deepEqual(roles, [['client'], ['client'], ['server']]);
  });

  it('of n has n streams up and n(n − 1) down: each sends one and receives n − 1', () => {
    for (const n of [...Array(19).keys()].map((place) => place + 2)) assertStreams(n);
    assertStreams(100);
  });

  it('passes on what is there already to who comes later', () => {
    const trace = run(`
      service meet uses sfu
      cloud net
      host hub runs meet server
      host alice, bob runs meet client
      link hub, alice -- net 1ms
      link bob -- net 50ms
      flow "F" {
        call alice, bob
      }
    `);
    const down = trace.steps.find(({ from, to, kind }) => kind === 'stream' && from === 'hub' && to === 'bob');
    assert.equal(down?.startMs, 51, 'as soon as bob has joined');
    assert.equal(down?.text, 'alice');
  });

  it('goes on without who is offline', () => {
    const trace = meeting('offline bob\ncall alice, bob, carol');
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(
      trace.metrics.map(({ host, streamsIn }) => [host, streamsIn]),
      [
        ['hub', 2],
        ['alice', 1],
        ['bob', 0],
        ['carol', 1],
      ],
    );
    assert.deepEqual(findings(trace), []);
  });

  it('fails without the server, and where only one is there', () => {
    const trace = meeting('offline hub\ncall alice, bob');
    assert.equal(trace.why, 'hub is offline.');
    assert.deepEqual(findings(trace), ['6: host-offline']);
    assert.equal(meeting('offline bob\ncall alice, bob').why, 'bob is offline.');
  });

  it('takes another server where the first is offline', () => {
    const trace = meeting('offline hub\ncall alice, bob', 'host spare runs meet server');
    assert.equal(trace.outcome, 'completed');
  });

  it('lets those join who have not', () => {
    const trace = meeting('alice joins meet\ncall alice, bob\nbob sends "Hello"');
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual([...stateAt(trace, trace.steps.length).joined('meet')], ['alice', 'bob']);
  });

  it('needs a server in the file', () => {
    const trace = run(`
      service meet uses sfu
      host alice, bob runs meet client
      flow "F" {
        call alice, bob
      }
    `);
    assert.equal(trace.findings[0]?.message, 'No host runs the server of meet. Let a host run it: runs meet server.');
  });

  it('passes on what somebody says, as a relay does', () => {
    const trace = meeting('alice sends "Hello"');
    assert.deepEqual(
      trace.steps.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
      ['request alice hub', 'response hub alice', 'push hub bob', 'push hub carol'],
    );
  });

  function assertStreams(n: number): void {
    const { metrics, steps } = run(
      `
      service meet uses sfu
      host hub runs meet server
      host p[${n}] runs meet client
      flow "F" {
        call p
      }
    `,
      { maxSteps: 20_000 },
    );
    assert.equal(steps.length, 2 * n + n + n * (n - 1));
    const [hub, ...clients] = metrics;
    assert.deepEqual([hub?.streamsIn, hub?.streamsOut], [n, n * (n - 1)]);
    assert.ok(clients.every(({ streamsOut, streamsIn }) => streamsOut === 1 && streamsIn === n - 1));
  }

  function meeting(steps: string, more = ''): Trace {
    return run(`
      service meet uses sfu
      host hub runs meet server
      host alice, bob, carol runs meet client
      flow "F" {
        ${steps.replaceAll('\n', '\n        ')}
      }
      ${more}
    `);
  }
});
