/** Architectures compared on networks so small that every figure can be worked out by hand. */
import assert from 'node:assert/strict';
import { type CompareOptions, compareArchitectures, comparing } from '../../../src/analysis/compare/compare';
import { type Compared, type Comparison, costOf } from '../../../src/analysis/compare/comparison';
import { topologyOf } from '../../language/check';

/** 1 MB is 8 Mbit: 1 s on the server's line. Two switch ports of 5 ms lie between any two hosts. */
const small = `
  service files uses index
  host origin runs files peer shares "game" 1MB up 8Mbps
  host a, b runs files peer up 8Mbps down 80Mbps
  host list runs files index
  switch s
  link origin, a, b, list -- s 1Gbps 5ms
  flow "F" {
    a, b fetch "game"
  }
`;

/** Another host has the file as well. */
function twoHolders(template: string): string {
  return template
    .replace(/^( *)host origin/m, '$1host second runs files peer shares "game" up 8Mbps\n$1host origin')
    .replace('link origin', 'link second, origin')
    .replace(/^( *)host second(.*)\n(.*)$/m, '$3\n$1host second$2');
}

function compared(template: string, options: CompareOptions & { readonly when?: string } = {}): Comparison {
  const topology = topologyOf(template);
  const scenario = topology.scenarios.find(({ name }) => name === options.when);
  const comparison = compareArchitectures(topology, { scenario, ...options });
  if ('problem' in comparison) assert.fail(comparison.problem);
  return comparison;
}

function problemOf(template: string, resource?: string): string {
  const comparison = compareArchitectures(topologyOf(template), { resource });
  return 'problem' in comparison ? comparison.problem : assert.fail('there is something to compare');
}

function architecture({ architectures }: Comparison, wanted: Compared['architecture']): Compared {
  return architectures.find((each) => each.architecture === wanted) ?? assert.fail(wanted);
}

describe('a comparison of architectures', () => {
  describe('as client-server', () => {
    const whole = compared(small);
    const server = architecture(whole, 'client-server');

    it('takes as long as the server needs for all copies, after the latency of request and answer', () => {
      assert.equal(server.timeMs, 10 + 10 + 2000);
      assert.equal(server.outcome, 'completed');
    });

    it('counts what is sent, by whom, and between how many', () => {
      const { messages, bytesSent, busiest, operatorBytes, streams } = server;
      assert.deepEqual(
        { messages, bytesSent, busiest, operatorBytes, streams },
        {
          messages: 4,
          bytesSent: 2_000_000,
          busiest: { host: 'origin', bytesSent: 2_000_000 },
          operatorBytes: 2_000_000,
          streams: 2,
        },
      );
    });

    it('cannot lose the server, and can lose each of the others', () => {
      assert.deepEqual([server.losses?.tried, server.losses?.of], [3, 3]);
      assert.deepEqual(
        server.losses?.fatal.map(({ host, parts, unserved }) => [host, parts, unserved]),
        [['origin', ['server'], 2]],
      );
    });

    it('has one server, also where several have the file: the others stand by', () => {
      const { losses, busiest } = architecture(compared(twoHolders(small)), 'client-server');
      assert.deepEqual([losses?.of, losses?.fatal.map(({ host }) => host), busiest?.host], [3, ['origin'], 'origin']);
    });

    it('counts a stream only where some of the file arrived', () => {
      const lossy = small.replace('host a, b', 'host a[30], b[30]').replace('5ms', '5ms loss 20%');
      const { outcome, served, streams } = architecture(compared(lossy), 'client-server');
      assert.equal(outcome, 'failed');
      assert.ok(served > 0 && served < 60 && streams === served, `${streams} streams, ${served} served`);
    });

    it('gives the others more when one host less fetches', () => {
      assert.deepEqual(
        whole.curve.map(({ fetchers, timesMs }) => [fetchers, timesMs[0]]),
        [
          [1, 1020],
          [2, 2020],
        ],
      );
    });
  });

  describe('as a hybrid with an index', () => {
    const hybrid = architecture(compared(small), 'hybrid');

    it('looks up first, and then gets the whole file directly', () => {
      assert.equal(hybrid.timeMs, 20 + 2020);
      assert.deepEqual([hybrid.messages, hybrid.streams, hybrid.operatorBytes], [8, 2, 2_000_000]);
    });

    it('asks the index of the file, and cannot lose it', () => {
      assert.deepEqual(hybrid.centre, { host: 'list', kind: 'index', isAdded: false });
      assert.deepEqual(
        hybrid.losses?.fatal.map(({ host, parts }) => [host, parts]),
        [
          ['origin', ['holder']],
          ['list', ['index']],
        ],
      );
    });

    it('goes on without one of two holders', () => {
      assert.deepEqual(
        architecture(compared(twoHolders(small)), 'hybrid').losses?.fatal.map(({ host }) => host),
        ['list'],
      );
    });

    it('adds an index that is named as such to a network that has none', () => {
      const without = small.replace(/ {2}host list.*\n/, '').replace(', list', '');
      const { centre, timeMs } = architecture(compared(without), 'hybrid');
      assert.deepEqual(centre, { host: 'index', kind: 'index', isAdded: true });
      assert.equal(timeMs, 2 * (5 + 1) + 2020);
    });

    it('gives the added index a name that is free', () => {
      const named = small.replace('host list runs files index', 'host index').replace(', list', ', index');
      assert.equal(architecture(compared(named), 'hybrid').centre?.host, 'index-2');
    });

    it('lets a server of the file be the index, but not one that has or fetches the file', () => {
      const named = small
        .replace('host list runs files index', 'host list : server')
        .replace('host origin', 'host origin : server');
      assert.equal(architecture(compared(named), 'hybrid').centre?.host, 'list');
    });
  });

  describe('of pieces', () => {
    /** 10 peers with slow lines up; 20 pieces of 50 kB, each 0.4 s on the line of the server. */
    const pieces = `
      service files uses swarm pieces 20
      host origin runs files peer shares "game" 1MB up 1Mbps
      host desk runs files tracker
      host p[10] runs files peer up 1Mbps down 10Mbps
      switch s
      link origin, desk, p -- s 1Gbps 5ms
      flow "F" {
        p fetch "game"
      }
    `;
    const whole = compared(pieces);
    const among = ['hybrid', 'peer-to-peer'] as const;

    for (const kind of among) {
      it(`is done sooner as ${kind} than from one server, and not sooner than is possible`, () => {
        const { outcome, timeMs = 0, boundMs = 0 } = architecture(whole, kind);
        assert.equal(outcome, 'completed');
        assert.equal(boundMs, 8000);
        assert.ok(timeMs >= boundMs && timeMs < 2 * boundMs, `${timeMs} ms, at best ${boundMs} ms`);
        assert.ok(timeMs < (architecture(whole, 'client-server').timeMs ?? 0) / 4);
      });

      it(`lets the peers send most of it as ${kind}, each from several and to several`, () => {
        const { operatorBytes, bytesSent, streams } = architecture(whole, kind);
        assert.equal(bytesSent, 10_000_000);
        assert.ok(operatorBytes >= 1_000_000 && operatorBytes < bytesSent / 2, String(operatorBytes));
        assert.ok(streams > 10, String(streams));
      });
    }

    it('needs its tracker as a hybrid, and none as peer-to-peer, where every single peer can be spared', () => {
      const fatal = among.map((kind) => architecture(whole, kind).losses?.fatal.map(({ host }) => host));
      assert.deepEqual(fatal, [['origin', 'desk'], ['origin']]);
      assert.deepEqual(
        among.map((kind) => architecture(whole, kind).centre?.host),
        ['desk', undefined],
      );
    });

    it('goes on as peer-to-peer without any one host, where two have it at the start', () => {
      const { losses } = architecture(compared(twoHolders(pieces)), 'peer-to-peer');
      assert.deepEqual(losses, { tried: 12, of: 12, fatal: [] });
    });

    it('takes longer to find each other without a tracker, in more messages', () => {
      const [tracked, trackerless] = among.map((kind) => architecture(whole, kind));
      assert.ok((trackerless?.messages ?? 0) > (tracked?.messages ?? 0));
      assert.deepEqual(trackerless?.patterns, ['swarm', 'dht']);
    });

    it('is what a file is compared by that shares nothing among peers itself', () => {
      const bare = 'host w : server shares "x" 1MB\nhost a, b\nflow "F" {\n  a, b -> w : get "x"\n}';
      assert.deepEqual(
        compared(bare).architectures.map(({ patterns }) => patterns.join('+')),
        ['request', 'swarm', 'swarm+dht'],
      );
    });

    it('are not smaller than what peers usually ask for at once', () => {
      const bare = (size: string) => `host w : server shares "x" ${size}\nhost a\nflow "F" {\n  a -> w : get "x"\n}`;
      const piecesOf = (size: string) => {
        const { messages } = architecture(compared(bare(size)), 'hybrid');
        return (messages - 4) / 2; // announce and handshake with their answers; then a request for each piece
      };
      assert.deepEqual([piecesOf('1kB'), piecesOf('32KiB'), piecesOf('1GB')], [1, 2, 100]);
    });

    it('is given up for whole files where the file itself shares those', () => {
      const patternsWith = (pattern: string) =>
        compared(
          small.replace('uses index', `uses ${pattern}`).replace('host list runs files index', 'host list'),
        ).architectures.map(({ patterns }) => patterns.join('+'));
      assert.deepEqual(patternsWith('flooding'), ['request', 'index', 'flooding']);
      assert.deepEqual(patternsWith('dht'), ['request', 'index', 'dht']);
    });
  });

  describe('beside what is possible at best', () => {
    it('is the formula for client-server: NF/us', () => {
      assert.equal(architecture(compared(small), 'client-server').boundMs, 2000);
    });

    it('is F/dmin where the slowest line down is the bottleneck', () => {
      const slow = small.replace('down 80Mbps', 'down 1Mbps');
      for (const { boundMs } of compared(slow).architectures) assert.equal(boundMs, 8000);
    });

    it('is F/us among peers where one copy takes the server longest', () => {
      assert.equal(architecture(compared(small), 'peer-to-peer').boundMs, 1000);
    });

    it('is NF/(us + sum of ui) among peers with slow lines up', () => {
      const slow = small.replace('up 8Mbps down 80Mbps', 'up 2Mbps down 80Mbps');
      assert.equal(architecture(compared(slow), 'peer-to-peer').boundMs, (2 * 8 * 1000) / (8 + 2 + 2));
    });

    it('takes the rate of the cable where it carries less than the host declares', () => {
      const thin = small.replace('1Gbps', '4Mbps');
      assert.equal(architecture(compared(thin), 'client-server').boundMs, 4000);
    });

    it('is nothing where no rate is limited', () => {
      const free = 'host w : server shares "x" 1MB\nhost a\nflow "F" {\n  a -> w : get "x"\n}';
      for (const { boundMs } of compared(free).architectures) assert.equal(boundMs, undefined);
    });
  });

  describe('reads the job from the file', () => {
    const flows = `
      host w {
        shares "rare" 1MB
        shares "popular" 2MB
      }
      host a, b, c
      flow "F" {
        a -> w : get "rare"
        a, b -> w : get "popular"
        w ~> c : get "popular"
      }
    `;

    it('takes what most hosts fetch: by request, by push or by application', () => {
      const { job, candidates } = compared(flows);
      assert.deepEqual([job.resource, job.fetchers, job.holders], ['popular', ['a', 'b', 'c'], ['w']]);
      assert.deepEqual(candidates, [
        { resource: 'popular', fetchers: 3 },
        { resource: 'rare', fetchers: 1 },
      ]);
    });

    it('takes the largest of those that as many fetch', () => {
      const even = flows.replace('a -> w : get "rare"', 'a, b, c -> w : get "rare"');
      assert.equal(compared(even).job.resource, 'popular');
      assert.equal(compared(even.replace('"rare" 1MB', '"rare" 3MB')).job.resource, 'rare');
    });

    it('takes the resource that is asked for', () => {
      assert.deepEqual(compared(flows, { resource: 'rare' }).job.fetchers, ['a']);
    });

    it('does not count who has it already', () => {
      const held = flows.replace('host a, b, c', 'host a, c\n      host b shares "popular"');
      assert.deepEqual(compared(held).job.fetchers, ['a', 'c']);
      assert.deepEqual(compared(held).job.holders, ['w', 'b']);
    });

    it('says why there is nothing to compare', () => {
      assert.match(
        problemOf('host a\nhost b shares "x" 1MB\nflow "F" {\n  a -> b : "hi"\n}'),
        /^Nobody fetches anything.*alice fetches "x"$/,
      );
      assert.match(problemOf(flows, 'rar'), /^Nobody holds or fetches “rar”\. Did you mean “rare”\?$/);
      const sizeless = 'host a\nhost b shares "x"\nflow "F" {\n  a -> b : get "x"\n}';
      assert.match(problemOf(sizeless), /^“x” has no size.*shares "x" 4MB$/);
      const put = 'host a, b, c\nflow "F" {\n  a -> b : put "x" 1MB\n  c -> b : get "x"\n}';
      assert.match(problemOf(put), /^Nobody holds “x” at the start/);
      assert.match(problemOf('host a\nhost b shares "x" 1MB', 'x'), /^Nobody fetches “x”/);
    });
  });

  describe('of what cannot be done', () => {
    it('says who gets it and why not all do, where no way leads to one of them', () => {
      const apart = small
        .replace('link origin, a, b, list', 'host far\n  link origin, a, b, list')
        .replace('a, b fetch', 'far, a, b fetch');
      const topology = apart.replace('host far', 'host far runs files peer');
      const server = architecture(
        compared(topology.replace('link', 'switch t\n  link far -- t\n  link')),
        'client-server',
      );
      assert.deepEqual(
        [server.outcome, server.served, server.timeMs, server.losses],
        ['failed', 2, undefined, undefined],
      );
      assert.match(server.why ?? '', /far/);
    });

    it('says why, where everything gets lost on the way', () => {
      const server = architecture(compared(small.replace('5ms', '5ms loss 100%')), 'client-server');
      assert.deepEqual([server.outcome, server.served], ['failed', 0]);
      assert.match(server.why ?? '', /lost between/);
    });

    it('says why, where a scenario takes somebody offline', () => {
      const down = `${small}\n  scenario "no list" {\n    offline list\n  }\n`;
      const { architectures, scenario } = compared(down, { when: 'no list' });
      assert.equal(scenario, 'no list');
      assert.deepEqual(
        architectures.slice(0, 2).map(({ outcome }) => outcome),
        ['completed', 'failed'],
      );
      assert.match(architectures[1]?.why ?? '', /list is offline/);
    });

    it('takes rates from a scenario, in the runs and in the formula', () => {
      const slow = `${small}\n  scenario "slow" {\n    set origin up 4Mbps\n  }\n`;
      const { timeMs, boundMs } = architecture(compared(slow, { when: 'slow' }), 'client-server');
      assert.deepEqual([timeMs, boundMs], [4020, 4000]);
    });
  });

  describe('of too much', () => {
    const crowd = small.replace('host a, b', 'host a[3000], b[3000]');

    it('lets the first of many take part, and tells how many there are', () => {
      const limits = { hosts: 50, runSteps: 20_000, allSteps: 40_000 };
      const { job, curve, architectures } = compared(crowd, { limits });
      assert.deepEqual([job.fetchersInFile, job.fetchers.length, job.fetchers[0]], [6000, 50, 'a[1]']);
      assert.deepEqual(
        curve.map(({ fetchers }) => fetchers),
        [1, 2, 5, 10, 20, 50],
      );
      const { tried, of } = architectures[2]?.losses ?? assert.fail();
      assert.ok(tried > 2 && tried < of && of === 51, `${tried} of ${of}`);
    });

    it('shows the largest runs that could be finished', () => {
      const { job, architectures } = compared(crowd, { limits: { hosts: 1000, runSteps: 1000, allSteps: 100_000 } });
      assert.ok([5, 10, 20, 50].includes(job.fetchers.length), String(job.fetchers.length));
      for (const { outcome, steps } of architectures) assert.ok(outcome === 'completed' && steps <= 1000);
    });

    it('says that a run was cut short where one host is too many', () => {
      const limits = { hosts: 1000, runSteps: 1, allSteps: 100_000 };
      const { outcome, why } = architecture(compared(small, { limits }), 'client-server');
      assert.equal(outcome, 'cut short');
      assert.match(why ?? '', /stopped/);
    });
  });

  it('can be left and watched: it says with how many hosts it is, and without whom', () => {
    const seen = new Set<string>();
    for (const { fetchers, without } of comparing(topologyOf(small))) seen.add(`${fetchers} ${without ?? ''}`.trim());
    assert.deepEqual([...seen], ['1', '2', '2 origin', '1 a', '1 b', '2 list']);
  });

  it('pauses within a run, too, so that nobody waits long', () => {
    const crowd = small.replace('host a, b', 'host a[40], b[40]');
    const largest = [...comparing(topologyOf(crowd))].filter(({ fetchers, without }) => fetchers === 80 && !without);
    assert.ok(largest.length > 2 * 3, `${largest.length} pauses in the runs of three architectures`);
  });

  it('gives the same each time', () => {
    assert.deepEqual(compared(small), compared(small));
  });

  it('costs a price for each gigabyte of 1,000,000,000 bytes', () => {
    assert.equal(costOf(2_000_000_000, 0.05), 0.1);
  });
});
