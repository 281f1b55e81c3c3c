import assert from 'node:assert/strict';
import { stateAt } from '../../../src/simulation/seek';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, type RunOptions, run } from '../run';

describe('a call from each to each', () => {
  it('is agreed on through the signalling server; the media goes directly', () => {
    assertSteps(
      phone('call alice, bob'),
      `
        0-10 request offer alice>hub
          10-20 response offer hub>alice
          10-20 push offer hub>bob
            20-30 request answer bob>hub
              30-40 response answer hub>bob
              30-40 push answer hub>alice
                40-50 stream alice>bob
                40-50 stream bob>alice
      `,
    );
  });

  it('is agreed on directly where no server is part of it', () => {
    assertSteps(
      run(`
        service phone uses mesh
        host alice, bob runs phone peer
        flow "F" {
          call alice, bob
        }
      `),
      `
        0-10 request offer alice>bob
          10-20 response answer bob>alice answer
            20-30 stream alice>bob
            20-30 stream bob>alice
      `,
    );
  });

  it('makes each peer client and server, and the signalling server a server', () => {
    const trace = phone('call alice, bob');
    const end = stateAt(trace, trace.steps.length);
    const roles = ['alice', 'bob', 'hub'].map((host) => [...(end.roles(host).get('phone') ?? [])].sort());
    assert.deepEqual(roles, [['client', 'server'], ['client', 'server'], ['server']]);
  });

  it('has n(n − 1) streams: each sends n − 1 and receives n − 1', () => {
    for (const n of [...Array(19).keys()].map((place) => place + 2)) assertStreams(n);
    assertStreams(100);
  });

  it('takes eight messages for each pair', () => {
    assert.equal(callOf(4).steps.length, 6 * 8);
    assert.equal(callOf(50).steps.length, 9_800);
  });

  it('goes on without who is offline', () => {
    for (const missing of ['alice', 'bob', 'carol']) {
      const trace = phone(`offline ${missing}\ncall alice, bob, carol`);
      assert.equal(trace.outcome, 'completed', missing);
      assert.equal(trace.steps.filter(({ kind }) => kind === 'stream').length, 2);
      assert.ok(!trace.steps.some(({ kind, from }) => kind === 'request' && from === missing), 'who is there calls');
      assert.deepEqual(findings(trace), []);
    }
  });

  it('fails where somebody who is there sees nobody', () => {
    const trace = phone('offline bob\ncall alice, bob');
    assert.equal(trace.why, 'bob is offline.');
    assert.deepEqual(findings(trace), ['6: host-offline']);
    assert.equal(phone('offline alice, bob\ncall alice, bob').why, 'alice is offline.');
  });

  it('needs its signalling server to begin, and not to go on', () => {
    const before = phone('offline hub\ncall alice, bob');
    assert.equal(before.why, 'hub is offline.');
    const after = phone('call alice, bob\noffline hub\nbob sends "Still here"');
    assert.equal(after.outcome, 'completed');
    assert.deepEqual(heard(after), ['alice', 'carol']);
  });

  it('takes another signalling server where the first is offline', () => {
    const trace = phone('offline hub\ncall alice, bob', { more: 'host spare runs phone server' });
    assert.equal(trace.outcome, 'completed');
    assert.ok(!trace.steps.some(({ to }) => to === 'hub'));
  });

  it('is for those who have joined', () => {
    const trace = phone('alice joins phone\ncall alice, bob');
    assert.deepEqual(
      trace.steps.map(({ kind, verb }) => `${kind} ${verb}`),
      ['state join', 'request join', 'response join'],
    );
    assert.equal(trace.why, 'bob has not joined phone.');
    assert.match(trace.findings[0]?.message ?? '', /Let it join before: bob joins phone\.$/);
  });

  it('needs two', () => {
    const trace = phone('call alice');
    assert.equal(trace.why, 'nobody but alice is in this call.');
    assert.equal(trace.findings.length, 1);
  });

  function assertStreams(n: number): void {
    const { metrics, steps } = callOf(n);
    assert.equal(steps.filter(({ kind }) => kind === 'stream').length, n * (n - 1));
    const [hub, ...peers] = metrics;
    assert.deepEqual([hub?.streamsOut, hub?.streamsIn], [0, 0]);
    assert.ok(peers.every(({ streamsOut, streamsIn }) => streamsOut === n - 1 && streamsIn === n - 1));
  }

  function callOf(n: number): Trace {
    return run(
      `
      service phone uses mesh
      host hub runs phone server
      host p[${n}] runs phone peer
      flow "F" {
        call p
      }
    `,
      { maxSteps: 50_000 },
    );
  }
});

describe('what is sent from each to each', () => {
  it('goes directly to all others who have joined', () => {
    assertSteps(
      phone('alice sends "Hello"'),
      `
        0-10 push send alice>bob Hello
        0-10 push send alice>carol Hello
      `,
    );
  });

  it('reaches those who are there, and fails only if nobody is', () => {
    const one = phone('offline bob\nalice sends "Hello"');
    assert.deepEqual(heard(one), ['carol']);
    assert.equal(one.outcome, 'completed');
    const none = phone('offline bob, carol\nalice sends "Hello"');
    assert.equal(none.why, 'bob is offline.');
    assert.deepEqual(findings(none), ['6: host-offline']);
  });

  it('needs its sender to have joined', () => {
    assert.equal(phone('bob joins phone\nalice sends "Hello"').why, 'alice has not joined phone.');
  });
});

function phone(steps: string, { more = '', ...options }: RunOptions & { readonly more?: string } = {}): Trace {
  return run(
    `
    service phone uses mesh
    host hub runs phone server
    host alice, bob, carol runs phone peer
    flow "F" {
      ${steps.replaceAll('\n', '\n      ')}
    }
    ${more}
  `,
    options,
  );
}

/** Whom a push has reached, in order. */
function heard(trace: Trace): readonly (string | undefined)[] {
  return trace.steps
    .filter(({ kind, verb, outcome }) => kind === 'push' && verb === 'send' && outcome === 'ok')
    .map(({ to }) => to);
}
