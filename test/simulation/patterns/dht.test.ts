import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compile } from '../../../src/language/compile';
import { keyOf } from '../../../src/simulation/patterns/dht/keys';
import { stateAt } from '../../../src/simulation/seek';
import { simulate } from '../../../src/simulation/simulate';
import type { Trace } from '../../../src/simulation/trace';
import { assertSteps, findings, run } from '../run';

describe('a search by key', () => {
  it('asks some peers at the same time, and gets the resource from who has it', () => {
    const trace = run(`
      service ipfs uses dht
      host alice, bob runs ipfs peer
      host carol runs ipfs peer shares "song" 1kB
      flow "F" {
        alice fetches "song"
      }
    `);
    assertSteps(
      trace,
      `
        0-10 query find-value alice>carol song
        0-10 query find-value alice>bob song
          10-20 hit find-value carol>alice song [carol]
          10-20 hit find-value bob>alice song [carol]
            20-20 state search alice song [carol]
              20-30 request get alice>carol song
                30-40 data get carol>alice song 1000B
      `,
    );
  });

  it('goes on to whom it is told of, ever nearer, until the nearest have answered', () => {
    const trace = run(`
      service ipfs uses dht bucket 1 parallel 1
      host p[400] runs ipfs peer
      flow "F" {
        p[7] searches "song"
      }
    `);
    const asked = trace.steps.filter(({ kind }) => kind === 'query').map(({ to = '' }) => to);
    assert.ok(asked.length > 2);
    assert.deepEqual(asked, nearest('song', asked).reverse());
    for (const step of trace.steps.filter(({ kind, cause }) => kind === 'query' && cause !== undefined)) {
      assert.deepEqual(trace.steps.at(step.cause ?? -1)?.answer, [step.to]);
    }
  });

  it('ends with what the asker itself keeps, if the others know nothing', () => {
    const trace = run(`
      service ipfs uses dht
      host alice runs ipfs peer
      host bob runs ipfs peer shares "song"
      flow "F" {
        alice, bob leave ipfs
        alice searches "song"
      }
    `);
    assert.deepEqual(trace.steps.find(({ verb }) => verb === 'search')?.answer, ['bob']);
  });

  it('that finds nobody says so, and fetching fails', () => {
    const trace = run(`
      service ipfs uses dht
      host p[3] runs ipfs peer
      host seed runs ipfs peer shares "song"
      flow "F" {
        p joins ipfs
        p[1] searches "song"
        p[1] fetches "song"
      }
    `);
    assert.deepEqual(findings(trace), ['6: lookup-finds-nothing', '7: request-failed']);
    assert.equal(trace.why, 'seed has “song”, but takes no part in ipfs.');
  });

  it('goes on as soon as it knows, and is over when all that still answer have answered', () => {
    const trace = run(`
      service ipfs uses dht
      host near, asker runs ipfs peer
      host far runs ipfs peer shares "song"
      cloud net
      link near, asker -- net 5ms
      link far -- net 45ms
      flow "F" {
        asker searches "song"
      }
    `);
    assert.equal(trace.steps.find(({ verb }) => verb === 'search')?.startMs, 20);
    assert.equal(trace.endMs, 100);
    assert.ok(trace.steps.every(({ outcome }) => outcome === 'ok'));
  });

  it('is stopped at its budget where buckets are as large as the network', () => {
    const trace = run(
      `
      service ipfs uses dht bucket 20000
      host p[20000] runs ipfs peer
      flow "F" {
        p search "song"
      }
    `,
      { maxSteps: 1000 },
    );
    assert.match(trace.truncated ?? '', /takes too long/);
  });

  it('of a peer that is alone asks nobody', () => {
    const trace = run(`
      service ipfs uses dht
      host alice runs ipfs peer shares "song"
      flow "F" {
        alice searches "song"
      }
    `);
    assertSteps(trace, '0-0 state search alice song [alice]');
  });
});

describe('who has a resource', () => {
  const members = Array.from({ length: 60 }, (_, place) => `p[${place + 1}]`);
  const network = (steps: string) =>
    run(`
      service ipfs uses dht bucket 5
      host p[60] runs ipfs peer
      host seed runs ipfs peer shares "song" 1kB
      flow "F" {
        ${steps}
      }
    `);

  it('is known at the start to the k peers nearest to its key', () => {
    const trace = network('p[1] fetches "song"');
    assert.deepEqual(
      keepersOf(trace, 'song', 0),
      nearest('song', ['seed', ...members])
        .slice(0, 5)
        .sort(),
    );
    assert.equal(trace.outcome, 'completed');
  });

  it('is told to the k nearest by whoever publishes it', () => {
    const trace = network('p[9] fetches "song"\np[9] publishes "song"\np[30] searches "song"');
    const keepers = nearest('song', ['seed', ...members]).slice(0, 5);
    assert.deepEqual(trace.steps.find(({ verb }) => verb === 'publish')?.answer, keepers);
    const world = stateAt(trace, trace.steps.length);
    for (const keeper of keepers) {
      assert.deepEqual([...(world.table(keeper).get('song') ?? [])], ['seed', 'p[9]']);
    }
    assert.deepEqual(trace.steps.findLast(({ verb }) => verb === 'search')?.answer, ['seed', 'p[9]']);
  });

  it('cannot be published by a host that does not hold it', () => {
    const trace = network('p[9] publishes "song"');
    assert.equal(trace.outcome, 'failed');
    assert.deepEqual(findings(trace), ['5: not-held']);
  });
});

describe('a peer that joins', () => {
  it('finds its place through the first that has joined, and is given the records that it is to keep', () => {
    const trace = run(`
      service ipfs uses dht
      host alice, bob runs ipfs peer
      host carol runs ipfs peer shares "song" 1kB
      flow "F" {
        carol joins ipfs
        bob joins ipfs
        alice joins ipfs
      }
    `);
    assertSteps(
      trace,
      `
        0-0 state join carol
          0-0 state publish carol song [carol]
        0-0 state join bob
          0-10 query find-node bob>carol
            10-20 hit find-node carol>bob []
            10-20 query store carol>bob song
              20-30 hit store bob>carol song
        30-30 state join alice
          30-40 query find-node alice>carol
            40-50 hit find-node carol>alice [bob]
            40-50 query store carol>alice song
              50-60 query find-node alice>bob
              50-60 hit store alice>carol song
                60-70 hit find-node bob>alice [carol]
      `,
    );
    assert.deepEqual(keepersOf(trace, 'song'), ['alice', 'bob', 'carol']);
  });

  describe('is found by all, and finds all, in a network that has grown', () => {
    const some = (line: (place: number) => string) => Array.from({ length: 12 }, (_, place) => line(place));
    const oneByOne = some((place) => `s${place} joins d`).concat(
      Array.from({ length: 60 }, (_, place) => `p[${place + 1}] joins d`),
    );
    const grown = (k: number, joining: readonly string[]) =>
      run(
        [
          `service d uses dht bucket ${k}`,
          'host p[60] runs d peer',
          ...some((place) => `host s${place} runs d peer shares "r${place}"`),
          'flow "F" {',
          ...joining,
          ...some((place) => `p[${place * 5 + 3}] searches "r${place}"`),
          '}',
        ].join('\n'),
      );
    const networks = {
      'one by one': grown(8, oneByOne),
      'one by one, with small buckets': grown(2, oneByOne),
      'at the same time': grown(8, [...some((place) => `s${place} joins d`), 'p joins d']),
    };
    for (const [how, trace] of Object.entries(networks)) {
      it(how, () => {
        const k = how.includes('small') ? 2 : 8;
        const names = trace.metrics.map(({ host }) => host);
        let total = 0;
        for (let place = 0; place < 12; place += 1) {
          const search = trace.steps.find(({ verb, resource }) => verb === 'search' && resource === `r${place}`);
          assert.deepEqual(search?.answer, [`s${place}`]);
          const keepers = keepersOf(trace, `r${place}`);
          for (const host of nearest(`r${place}`, names).slice(0, k)) assert.ok(keepers.includes(host), host);
          total += keepers.length;
        }
        // Who was among the nearest while there were fewer peers keeps it as well; the others never have it.
        assert.ok(total / 12 < (names.length * 2) / 3, `${total / 12} keep it on average`);
      });
    }

    it('and nobody is asked twice to keep the same', () => {
      for (const { steps } of Object.values(networks)) {
        const entries = steps.flatMap(({ changes }) => changes).filter(({ kind }) => kind === 'lists');
        assert.equal(new Set(entries.map((entry) => JSON.stringify(entry))).size, entries.length);
      }
    });
  });

  it('is not needed in order to ask; who only asks is remembered by nobody', () => {
    const trace = run(`
      service ipfs uses dht
      host alice runs ipfs peer
      host bob, carol runs ipfs peer shares "song"
      flow "F" {
        bob, carol join ipfs
        alice searches "song"
        bob searches "other"
      }
    `);
    const search = trace.steps.find(({ verb, from }) => verb === 'search' && from === 'alice');
    assert.deepEqual([...(search?.answer ?? [])].sort(), ['bob', 'carol']);
    assert.ok(!trace.steps.some(({ kind, to }) => kind === 'query' && to === 'alice'));
  });
});

describe('a peer that is gone', () => {
  const network = (steps: string, service = 'ipfs uses dht') =>
    run(`
      service ${service}
      host a, b, c, d runs ipfs peer
      host e, f runs ipfs peer shares "song" 1kB
      flow "F" {
        ${steps}
      }
    `);

  it('does not stop a search: others are asked at the same time', () => {
    const [first = ''] = nearest('song', ['b', 'c', 'd', 'e', 'f']);
    const trace = network(`offline ${first}\na searches "song"\nwait 4s`);
    const lost = trace.steps.find(({ outcome }) => outcome === 'failed');
    assert.deepEqual([lost?.to, lost?.endMs, lost?.why], [first, 3000, `${first} is offline.`]);
    const search = trace.steps.find(({ verb }) => verb === 'search');
    assert.deepEqual([search?.startMs, search?.answer], [20, ['e', 'f']]);
  });

  it('stops it for the time that a message is waited for, where one is asked at a time', () => {
    const trace = network('offline b, c, d, e\na searches "song"', 'ipfs uses dht parallel 1');
    const search = trace.steps.find(({ verb }) => verb === 'search');
    const lost = trace.steps.filter(({ kind, outcome }) => kind === 'query' && outcome === 'failed');
    assert.equal(search?.startMs, lost.length * 3000 + 20);
    assert.deepEqual([search?.answer, search?.stale], [['e', 'f'], ['e']]);
  });

  it('is asked again by who has waited for it in vain only if others still name it', () => {
    const { steps } = network('offline b\na searches "x"\na searches "y"');
    const queries = steps.filter(({ kind, to }) => kind === 'query' && to === 'b');
    assert.equal(queries.length, 2);
    assert.equal(queries[0]?.cause, undefined);
    assert.ok(steps.at(queries[1]?.cause ?? -1)?.answer?.includes('b'));
  });

  it('stays on record: it is tried, and then the next', () => {
    const offline = network('offline e\na fetches "song"');
    assert.equal(offline.outcome, 'completed');
    const gets = (trace: Trace) => trace.steps.filter(({ verb, kind }) => verb === 'get' && kind === 'request');
    assert.deepEqual(
      gets(offline).map(({ to, outcome }) => [to, outcome]),
      [
        ['e', 'failed'],
        ['f', 'ok'],
      ],
    );
    const left = network('e leaves ipfs\na fetches "song"');
    assert.equal(left.outcome, 'completed');
    assert.deepEqual(
      gets(left).map(({ to, startMs, why }) => [to, startMs, why]),
      [
        ['e', 20, 'e has left ipfs, so it does not answer.'],
        ['f', 3020, undefined],
      ],
    );
    assert.match(network('e, f leave ipfs\na fetches "song"').why ?? '', /e has left ipfs/);
  });

  it('by leaving answers no query any more', () => {
    const trace = network('b leaves ipfs\na searches "x"');
    const query = trace.steps.find(({ kind, to }) => kind === 'query' && to === 'b');
    assert.equal(query?.why, 'b has left ipfs, so it does not answer.');
    assert.equal(trace.endMs, (query?.startMs ?? 0) + 3000);
    assert.ok(!trace.steps.some(({ kind, from }) => kind === 'hit' && from === 'b'));
  });
});

describe('peers that join, ask, leave and fail as they please', () => {
  const host = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const resource = fc.constantFrom('"x"', '"y"');
  const step = fc.oneof(
    fc.tuple(host, resource).map(([who, what]) => `${who} fetches ${what}`),
    fc.tuple(host, resource).map(([who, what]) => `${who} searches ${what}`),
    fc.tuple(host, resource).map(([who, what]) => `${who} publishes ${what}`),
    fc.tuple(host, fc.constantFrom('leaves', 'joins')).map(([who, deed]) => `${who} ${deed} ipfs`),
    fc.tuple(fc.constantFrom('offline', 'online'), host).map(([fault, who]) => `${fault} ${who}`),
    fc.integer({ min: 1, max: 4000 }).map((time) => `wait ${time}ms`),
  );
  const steps = fc.array(step, { maxLength: 8 });
  const alike = { bucket: fc.integer({ min: 1, max: 9 }), parallel: fc.integer({ min: 1, max: 4 }) };

  it('come to an end together, and the same way each time', () => {
    fc.assert(
      fc.property(steps, steps, fc.record(alike), fc.integer({ min: 0, max: 30 }), (first, then, options, loss) => {
        const text = [
          `service ipfs uses dht bucket ${options.bucket} parallel ${options.parallel}`,
          'cloud net',
          'host a, b runs ipfs peer shares "x" 9kB',
          'host c, d, e, f runs ipfs peer shares "y" 9kB',
          `link a, b, c -- net 5ms loss ${loss}%`,
          'link d, e, f -- net 20ms',
          'flow "F" {',
          'together {',
          ...first,
          '}',
          ...then,
          '}',
        ].join('\n');
        const { topology } = compile(text);
        const [flow] = topology.flows;
        assert.ok(flow);
        const [once, again] = [simulate(topology, flow), simulate(topology, flow)];
        assert.equal(JSON.stringify(once), JSON.stringify(again));
        assert.equal(once.truncated, undefined);
        assert.ok(once.steps.every(({ startMs, endMs }) => startMs <= endMs && endMs <= once.endMs));
      }),
    );
  });
});

/**
 * The hops of a lookup are the queries in the chain that leads to the nearest peer: the first goes to a contact of the
 * asker's, each further one to a peer that the answer to the one before has named.
 */
describe('a lookup among many', () => {
  const lookups = 250;
  const sizes = [64, 256, 1024, 4096, 16_384] as const;
  const among = (hosts: number, options = '') => {
    const steps = Array.from(
      { length: lookups },
      (_, place) => `p[${1 + ((place * 7919) % hosts)}] searches "r${place}"`,
    );
    const text = [`service d uses dht ${options}`, `host p[${hosts}] runs d peer`, 'flow "F" {', ...steps, '}'];
    return lookupsIn(run(text.join('\n'), { maxSteps: 100_000 }));
  };

  it('finds the k nearest of all', () => {
    for (const hosts of [20, 300, 5000]) {
      const names = Array.from({ length: hosts }, (_, place) => `p[${place + 1}]`);
      for (const { asker, resource, asked } of among(hosts).slice(0, 100)) {
        const others = nearest(resource, names).slice(0, 8);
        assert.deepEqual(
          others.filter((name) => name !== asker && !asked.has(name)),
          [],
        );
      }
    }
  });

  // Maymounkov and Mazières 2002, section 3: ⌈log n⌉ + c steps; Cai and Devroye, A Probabilistic Analysis of Kademlia
  // Networks, ISAAC 2013: c log n.
  it('takes hops that grow as the logarithm of how many they are', () => {
    const means = sizes.map((hosts) => {
      const hops = among(hosts).map((lookup) => lookup.hops);
      assert.ok(Math.max(...hops) <= Math.log2(hosts) + 1);
      return mean(hops);
    });
    const { slope, r2 } = leastSquares(sizes.map(Math.log2), means);
    assert.ok(r2 > 0.98, `r² is ${r2}`);
    assert.ok(slope > 0.1 && slope < 0.3, `${slope} hops for each bit`);
  });

  // One at a time, each answer names k random peers of the subtree that shares one more bit with the key than who answers.
  // The nearest of these shares as many bits more as the longest of k runs of heads: that many, and the one, are a hop.
  it('takes as many hops for each doubling as the longest of k runs of heads lets it, where one is asked at a time', () => {
    for (const k of [2, 8]) {
      const means = sizes.map((hosts) => mean(among(hosts, `bucket ${k} parallel 1`).map((lookup) => lookup.hops)));
      const { slope } = leastSquares(sizes.map(Math.log2), means);
      let run = 0;
      for (let length = 1; length < 60; length += 1) run += 1 - (1 - 2 ** -length) ** k;
      const expected = 1 / (1 + run);
      assert.ok(Math.abs(slope / expected - 1) < 0.1, `${slope} hops for each bit with k = ${k}, not ${expected}`);
    }
  });
});

interface Lookup {
  readonly asker: string;
  readonly resource: string;
  readonly asked: ReadonlySet<string>;
  readonly hops: number;
}

/** Each ends with its `search`; the queries of others do not come in between. */
function lookupsIn({ steps }: Trace): readonly Lookup[] {
  const lookups: Lookup[] = [];
  const hopsOf = new Map<number, number>();
  let asked = new Map<string, number>();
  for (const { kind, index, to = '', from = '', resource = '', cause } of steps) {
    if (kind === 'query') {
      const before = cause === undefined ? undefined : steps.at(cause)?.cause;
      const hops = 1 + (before === undefined ? 0 : (hopsOf.get(before) ?? 0));
      hopsOf.set(index, hops);
      asked.set(to, hops);
    } else if (kind === 'state') {
      const [best = ''] = nearest(resource, [...asked.keys()]);
      lookups.push({ asker: from, resource, asked: new Set(asked.keys()), hops: asked.get(best) ?? 0 });
      asked = new Map();
    }
  }
  return lookups;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The straight line through the points that is nearest to them. */
function leastSquares(x: readonly number[], y: readonly number[]): { readonly slope: number; readonly r2: number } {
  const [meanX, meanY] = [mean(x), mean(y)];
  const products = (a: readonly number[], b: readonly number[], fromA: number, fromB: number) =>
    a.reduce((sum, value, place) => sum + (value - fromA) * ((b[place] ?? 0) - fromB), 0);
  const [xx, xy, yy] = [products(x, x, meanX, meanX), products(x, y, meanX, meanY), products(y, y, meanY, meanY)];
  return { slope: xy / xx, r2: xy ** 2 / (xx * yy) };
}

/** All of them, compared one by one. */
function nearest(resource: string, hosts: readonly string[]): string[] {
  const numberOf = (name: string) => {
    const { high, low } = keyOf(name);
    return (BigInt(high) << 32n) | BigInt(low);
  };
  const target = numberOf(resource);
  const away = new Map(hosts.map((name) => [name, numberOf(name) ^ target]));
  return [...hosts].sort((a, b) => ((away.get(a) ?? 0n) < (away.get(b) ?? 0n) ? -1 : 1));
}

/** Those whose table lists the resource, by name. */
function keepersOf(trace: Trace, resource: string, position = trace.steps.length): readonly string[] {
  const world = stateAt(trace, position);
  return trace.metrics
    .map(({ host }) => host)
    .filter((host) => world.table(host).has(resource))
    .sort();
}
