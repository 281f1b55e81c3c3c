import assert from 'node:assert/strict';
import { stateAt } from '../../../src/simulation/seek';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, type RunOptions, run } from '../run';

describe('a cache nearby', () => {
  it('asks the origin on a miss, keeps the copy, and answers the next by itself', () => {
    assertSteps(
      delivery('bob fetches "film"\nbob fetches "film"'),
      `
        0-5 request get bob>hub>berlin film
          5-55 request get berlin>internet>boston film
            55-105 data get boston>internet>berlin film 1000B
          105-110 data get berlin>hub>bob film 1000B
        110-115 request get bob>hub>berlin film
          115-120 data get berlin>hub>bob film 1000B
      `,
    );
  });

  it('is a server to its client and a client of the origin at once', () => {
    const trace = delivery('bob fetches "film"');
    assert.deepEqual(rolesOf(trace, 'berlin'), ['client', 'server']);
    assert.deepEqual(rolesOf(trace, 'bob'), ['client']);
    assert.deepEqual(rolesOf(trace, 'boston'), ['server']);
  });

  it('asks the origin once where many miss at the same time', () => {
    const trace = delivery('bob, ben fetch "film"');
    assert.equal(trace.outcome, 'completed');
    assert.equal(askedOf(trace, 'berlin').length, 2);
    assert.equal(askedOf(trace, 'boston').length, 1);
    assert.ok(stateAt(trace, trace.steps.length).holds('ben').has('film'));
  });

  it('serves each client from the edge nearest to it', () => {
    const trace = delivery('bob, ada fetch "film"');
    assert.deepEqual(askedOf(trace, 'berlin'), ['bob']);
    assert.deepEqual(askedOf(trace, 'austin'), ['ada']);
  });

  it('is left for the next one where it does not answer, and at last for the origin', () => {
    const one = delivery('offline berlin\nbob fetches "film"');
    assert.equal(one.outcome, 'completed');
    assert.deepEqual(askedOf(one, 'austin'), ['bob']);
    assert.deepEqual(findings(one), ['14: host-offline (handled)']);
    const both = delivery('offline berlin, austin\nbob fetches "film"');
    assert.equal(both.outcome, 'completed');
    assert.deepEqual(askedOf(both, 'boston'), ['bob']);
  });

  it('still has its copies where the origin is down, and says what it lacks', () => {
    const hit = delivery('bob fetches "film"\noffline boston\nbob fetches "film"');
    assert.equal(hit.outcome, 'completed');
    const miss = delivery('bob fetches "film"', { scenario: 'origin is down' });
    assert.equal(miss.outcome, 'failed');
    assert.equal(miss.why, 'berlin could not answer, because boston is offline.');
    assert.deepEqual(askedOf(miss, 'austin'), [], 'an error is an answer');
    assert.deepEqual(findings(miss), ['13: host-offline']);
  });

  it('tells all who wait for the same that the origin is down', () => {
    const trace = delivery('bob, ben fetch "film"', { scenario: 'origin is down' });
    const answers = trace.steps.filter(({ from, kind }) => from === 'berlin' && kind === 'response');
    assert.deepEqual(
      answers.map(({ outcome }) => outcome),
      ['failed', 'failed'],
    );
    assert.equal(trace.steps.filter(({ to }) => to === 'boston').length, 1);
  });

  it('reports what failed for all who wait, where only one of them finds another way', () => {
    const text = `
      service cdn uses cache
      switch lan
      host origin runs cdn origin shares "x" 100kB in cdn
      host edge runs cdn edge
      host a, b runs cdn client
      link origin, edge, a, b -- lan 10Mbps 3ms loss 15%
      flow "F" {
        a, b fetch "x" over cdn
      }
    `;
    const failed = [...Array(100).keys()]
      .map((seed) => run(text, { seed }))
      .filter(({ outcome }) => outcome === 'failed');
    assert.ok(failed.length > 0);
    for (const { why, findings: found } of failed)
      assert.ok(
        found.some(({ handled }) => !handled),
        why,
      );
  });

  it('can be filled before anybody asks', () => {
    const trace = delivery('berlin fetches "film"\nbob fetches "film"');
    assert.deepEqual(askedOf(trace, 'boston'), ['berlin']);
  });

  /** The steps are lines 13 and following. */
  function delivery(steps: string, options: RunOptions = {}): Trace {
    return run(
      `
      service cdn uses cache
      cloud internet
      host boston runs cdn origin shares "film" 1kB
      host austin, berlin runs cdn edge
      host ada, bob, ben runs cdn client
      link boston -- internet 1000Gbps 40ms
      link austin, ada -- internet 1000Gbps 10ms
      link berlin -- internet 1000Gbps 10ms
      switch hub
      link berlin, bob, ben -- hub 1000Gbps 2.5ms
      link hub -- internet 1000Gbps 10ms
      flow "F" {
        ${steps.replaceAll('\n', '\n        ')}
      }
      scenario "origin is down" {
        offline boston
      }
    `,
      options,
    );
  }
});

describe('where a cache finds what it lacks', () => {
  it('is the first origin that shares it', () => {
    const trace = run(`
      service cdn uses cache
      host pictures runs cdn origin shares "photo"
      host films runs cdn origin shares "film"
      host edge runs cdn edge
      host bob runs cdn client
      flow "F" {
        bob fetches "film"
      }
    `);
    assert.deepEqual(askedOf(trace, 'films'), ['edge']);
    assert.deepEqual(askedOf(trace, 'pictures'), []);
  });

  it('is the origin itself for a client without an edge', () => {
    const trace = run(`
      service cdn uses cache
      host films runs cdn origin shares "film"
      host bob runs cdn client
      flow "F" {
        bob fetches "film"
      }
    `);
    assert.deepEqual(askedOf(trace, 'films'), ['bob']);
  });

  it('has to be there', () => {
    const trace = run(`
      service cdn uses cache
      host edge runs cdn edge
      host bob runs cdn client
      host ann shares "film"
      flow "F" {
        bob fetches "film" over cdn
      }
    `);
    assert.equal(trace.why, 'edge could not answer, because no host runs the origin of cdn.');
    assert.equal(trace.findings[0]?.message, 'No host runs the origin of cdn. Let a host run it: runs cdn origin.');
  });
});

/** Who has asked this host, in order. */
function askedOf(trace: Trace, server: string): readonly (string | undefined)[] {
  return trace.steps
    .filter(({ kind, to, outcome }) => kind === 'request' && to === server && outcome === 'ok')
    .map(({ from }) => from);
}

function rolesOf(trace: Trace, host: string): readonly string[] {
  return [
    ...new Set([...stateAt(trace, trace.steps.length).roles(host).values()].flatMap((roles) => [...roles])),
  ].sort();
}
