import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, run } from '../run';

describe('a query that floods', () => {
  it('is passed on once by each, and the hit travels back the way it came', () => {
    const trace = run(`
      service g uses flooding ttl 3
      host a, b, c runs g peer
      host d runs g peer shares "song" 1kB
      link a, b, c, d over g as line
      flow "F" {
        a fetches "song"
      }
    `);
    assertSteps(
      trace,
      `
        0-10 query a>b song
          10-20 query b>c song
            20-30 query c>d song
              30-40 hit query-hit d>c song [d]
                40-50 hit query-hit c>b song [d]
                  50-60 hit query-hit b>a song [d]
        60-60 state search a song [d]
          60-70 request get a>d song
            70-80 data get d>a song 1000B
      `,
    );
    assert.deepEqual(
      trace.steps.filter(({ kind }) => kind === 'query').map(({ ttl }) => ttl),
      [3, 2, 1],
    );
  });

  it('ends where its TTL is spent, and fetching fails', () => {
    const trace = run(`
      service g uses flooding ttl 2
      host a, b, c runs g peer
      host d runs g peer shares "song"
      link a, b, c, d over g as line
      flow "F" {
        a fetches "song"
      }
    `);
    assert.equal(trace.steps.filter(({ kind }) => kind === 'query').length, 2);
    assert.match(trace.why ?? '', /no peer that the query of a reaches has “song”/);
  });

  it('names who shares it, where that one is offline or takes no part', () => {
    const why = (before: string) =>
      run(`
      service g uses flooding
      host a, b runs g peer
      host c runs g peer shares "song"
      flow "F" {
        ${before}
        a fetches "song"
      }
    `).why;
    assert.equal(why('offline c'), 'c has “song”, but is offline.');
    assert.equal(why('b joins g'), 'c has “song”, but takes no part in g.');
  });

  it('says that a larger TTL would not help where no neighbours lead there', () => {
    const trace = run(`
      service g uses flooding ttl 2
      host a, b runs g peer
      host c, d runs g peer shares "song"
      link a -- b over g
      link c -- d over g
      flow "F" {
        a fetches "song"
      }
    `);
    assert.equal(trace.why, 'no chain of neighbours leads from a to a peer that has “song”.');
  });

  it('fails for who has it already, and knows nobody else', () => {
    const trace = run(`
      service g uses flooding
      host a runs g peer shares "song"
      host b runs g peer
      flow "F" {
        a fetches "song"
      }
    `);
    assert.equal(trace.why, 'a has “song” already, and finds nobody else who has it.');
  });

  it('of a search finds all who have it, without getting it', () => {
    const trace = run(`
      service g uses flooding
      host a, b runs g peer
      host c, d runs g peer shares "song"
      link a, b, c, d over g as ring
      flow "F" {
        a searches "song"
      }
    `);
    assert.deepEqual(trace.steps.find(({ verb }) => verb === 'search')?.answer, ['d', 'c']);
    assert.ok(!trace.steps.some(({ verb }) => verb === 'get'));
  });

  it('goes around who is offline, and says what is not found', () => {
    const ring = (goneOffline: string) => `
      service g uses flooding
      host a, b runs g peer
      host c runs g peer shares "song"
      host d runs g peer
      link a, b, c, d over g as ring
      flow "F" {
        offline ${goneOffline}
        a searches "song"
      }
    `;
    assert.deepEqual(run(ring('b')).steps.find(({ verb }) => verb === 'search')?.answer, ['c']);
    const lost = run(ring('b, d'));
    assert.equal(lost.outcome, 'completed');
    assert.deepEqual(findings(lost), ['8: lookup-finds-nothing']);
  });
});

// With enough TTL each of N servents passes the query on to all its neighbours but the one it has it from, and the
// origin to all: 2E − (N − 1) messages over E links (Jovanović, Modeling Large-Scale Peer-to-Peer Networks, 2001).
describe('the number of queries', () => {
  const queries = (hosts: number, shape: string, ttl = 60): Trace =>
    run(`
      service g uses flooding ttl ${ttl}
      host p[${hosts}] runs g peer
      link p over g as ${shape}
      flow "F" {
        p[1] searches "nothing"
      }
    `);
  const count = (trace: Trace) => trace.steps.filter(({ kind }) => kind === 'query').length;
  const closedForm = (hosts: number, links: number) => 2 * links - (hosts - 1);

  it('is 2E − (N − 1) on lines, rings, stars, meshes, grids and trees', () => {
    for (const n of [2, 3, 10, 50]) assert.equal(count(queries(n, 'line')), closedForm(n, n - 1));
    for (const n of [3, 4, 11, 50]) assert.equal(count(queries(n, 'ring')), closedForm(n, n));
    for (const n of [2, 10, 50]) assert.equal(count(queries(n, 'star')), closedForm(n, n - 1));
    for (const n of [3, 8, 20]) assert.equal(count(queries(n, 'mesh')), closedForm(n, (n * (n - 1)) / 2));
    for (const side of [2, 5, 9])
      assert.equal(count(queries(side * side, 'grid')), closedForm(side * side, 2 * side * (side - 1)));
    for (const n of [7, 40]) assert.equal(count(queries(n, 'tree 3')), closedForm(n, n - 1));
  });

  it('is 2E − (N − 1) on random graphs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 2, max: 4 }), (hosts, neighbours) => {
        const trace = queries(hosts, `random ${neighbours}`);
        const pairs = new Set(
          trace.steps.filter(({ kind }) => kind === 'query').map(({ from, to }) => [from, to].sort().join(' ')),
        );
        // A connected graph is flooded over every link, so the links are those that the queries took.
        assert.equal(count(trace), closedForm(hosts, pairs.size));
      }),
      { numRuns: 30 },
    );
  });

  it('reaches 1 + c + … + c^t servents of a tree with c children within t hops', () => {
    for (const [children, ttl] of [
      [2, 1],
      [2, 3],
      [3, 2],
      [3, 3],
    ] as const) {
      let reached = 0;
      for (let hop = 1; hop <= ttl; hop += 1) reached += children ** hop;
      assert.equal(count(queries(121, `tree ${children}`, ttl)), reached);
    }
  });
});
