import assert from 'node:assert/strict';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, run } from '../run';

describe('a server that passes on what one says', () => {
  it('pushes it to all others who have joined, and answers', () => {
    assertSteps(
      chat('alice, bob join talk\nalice sends "Hello"'),
      `
        0-0 state join alice
          0-10 request join alice>hub
        0-0 state join bob
          0-10 request join bob>hub
            10-20 response join hub>alice
            10-20 response join hub>bob
        20-30 request send alice>hub Hello
          30-40 response send hub>alice received
          30-40 push send hub>bob Hello
      `,
    );
  });

  it('stays the server while it pushes', () => {
    const trace = chat('alice sends "Hello"');
    const pushes = trace.steps.filter(({ kind }) => kind === 'push');
    assert.deepEqual(
      pushes.map(({ client, server }) => [client, server]),
      [
        ['bob', 'hub'],
        ['carol', 'hub'],
      ],
    );
  });

  it('brings one “Hello” of 1,000 users to the other 999', () => {
    const trace = run(`
      service talk uses relay
      host hub runs talk server
      host user[1000] runs talk client
      flow "F" {
        user[1] sends "Hello"
      }
    `);
    const count = (kind: string) => trace.steps.filter((step) => step.kind === kind).length;
    assert.deepEqual([count('request'), count('response'), count('push')], [1, 1, 999]);
    assert.equal(trace.steps.length, 1001);
  });

  it('does not reach who has left', () => {
    const trace = chat('bob leaves talk\nalice sends "Hello"');
    assert.deepEqual(listeners(trace), ['carol']);
    assert.deepEqual(
      trace.steps.filter(({ verb }) => verb === 'leave').map(({ kind }) => kind),
      ['state', 'request', 'response'],
    );
  });

  it('goes on where one who should hear it is offline', () => {
    const trace = chat('offline bob\nalice sends "Hello"\ncarol sends "Hi"');
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(listeners(trace), ['carol', 'alice']);
    assert.equal(trace.steps.find(({ kind, to }) => kind === 'push' && to === 'bob')?.why, 'bob is offline.');
    assert.deepEqual(findings(trace), []);
  });

  it('is needed: without it nobody hears anything', () => {
    const trace = chat('offline hub\nalice sends "Hello"');
    assert.equal(trace.why, 'hub is offline.');
    assert.deepEqual(listeners(trace), []);
    assert.deepEqual(findings(trace), ['6: host-offline']);
  });

  it('is replaced by the next that answers', () => {
    const trace = chat('offline hub\nalice sends "Hello"', 'host spare runs talk server');
    assert.equal(trace.outcome, 'completed');
    assert.deepEqual(
      trace.steps.filter(({ kind }) => kind === 'push').map(({ from }) => from),
      ['spare', 'spare'],
    );
  });

  it('does not know who has not joined', () => {
    const trace = chat('bob joins talk\nalice sends "Hello"');
    assert.equal(trace.why, 'alice has not joined talk.');
    assert.deepEqual(
      trace.findings.map(({ message }) => message),
      ['alice has not joined talk, so it takes no part. Let it join before: alice joins talk.'],
    );
  });

  it('has something to say itself', () => {
    assert.deepEqual(listeners(chat('hub sends "Closing at five"')), ['alice', 'bob', 'carol']);
  });

  it('gives out what it holds', () => {
    const trace = chat('alice fetches "rules"', 'host archive runs talk server shares "rules" 1kB');
    assert.deepEqual(
      trace.steps.map(({ kind, from }) => [kind, from]),
      [
        ['request', 'alice'],
        ['data', 'archive'],
      ],
    );
  });

  it('has to be there', () => {
    const trace = run(`
      service talk uses relay
      host alice, bob runs talk client
      flow "F" {
        alice sends "Hello"
      }
    `);
    assert.equal(trace.findings[0]?.message, 'No host runs the server of talk. Let a host run it: runs talk server.');
  });

  it('is the first of the peers where there are only peers', () => {
    const trace = run(`
      service game uses relay
      host ann, ben, cem runs game peer
      flow "F" {
        ann, ben, cem join game
        ben sends "left"
        ann sends "right"
      }
    `);
    const said = trace.steps.filter(({ text }) => text !== undefined);
    assert.deepEqual(
      said.map(({ kind, from, to }) => `${kind} ${from} ${to}`),
      ['request ben ann', 'response ann ben', 'push ann cem', 'push ann ben', 'push ann cem'],
    );
  });

  function chat(steps: string, more = ''): Trace {
    return run(`
      service talk uses relay
      host hub runs talk server
      host alice, bob, carol runs talk client
      flow "F" {
        ${steps.replaceAll('\n', '\n        ')}
      }
      ${more}
    `);
  }
});

/** Whom it has reached, in order. */
function listeners(trace: Trace): readonly (string | undefined)[] {
  return trace.steps.filter(({ kind, outcome }) => kind === 'push' && outcome === 'ok').map(({ to }) => to);
}
