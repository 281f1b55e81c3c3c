/** A comparison as it is shown and told: figures are given, words and lengths are looked at. */
import assert from 'node:assert/strict';
import type { Compared, Comparison } from '../../src/analysis/compare/comparison';
import { comparisonScene } from '../../src/scene/comparison';
import { formatMoney } from '../../src/scene/money';

const names = ['a', 'b', 'c', 'd'];

const worked = { outcome: 'completed', why: undefined, served: 4, messages: 8, streams: 4, steps: 8 } as const;
const survived = { tried: 5, of: 5, fatal: [] };
const lost = (host: string, part: 'server' | 'holder' | 'tracker') => ({
  ...{ host, parts: [part], unserved: 4, why: `${host} is offline.` },
});

const clientServer: Compared = {
  ...worked,
  ...{ architecture: 'client-server', patterns: ['request'], centre: undefined, timeMs: 8000, boundMs: 8000 },
  ...{ bytesSent: 4e9, busiest: { host: 'origin', bytesSent: 4e9 }, operatorBytes: 4e9 },
  losses: { ...survived, fatal: [lost('origin', 'server')] },
};
const hybrid: Compared = {
  ...worked,
  ...{ architecture: 'hybrid', patterns: ['swarm'], timeMs: 2000, boundMs: 1600, bytesSent: 4e9 },
  ...{ centre: { host: 'tracker', kind: 'tracker', isAdded: true }, operatorBytes: 1e9 },
  busiest: { host: 'origin', bytesSent: 1e9 },
  losses: { tried: 6, of: 6, fatal: [lost('origin', 'holder'), lost('tracker', 'tracker')] },
};
const peerToPeer: Compared = {
  ...hybrid,
  ...{ architecture: 'peer-to-peer', patterns: ['swarm', 'dht'], centre: undefined, timeMs: 2100, losses: survived },
};

function comparison(
  architectures: readonly Compared[] = [clientServer, hybrid, peerToPeer],
  job: Partial<Comparison['job']> = {},
): Comparison {
  const whole = { resource: 'game', sizeBytes: 1e9, holders: ['origin'], fetchers: names };
  return {
    job: { ...whole, holdersInFile: 1, fetchersInFile: 4, ...job },
    scenario: undefined,
    candidates: [{ resource: 'game', fetchers: 4 }],
    architectures,
    curve: [
      { fetchers: 1, timesMs: [2000, 2000, 2000], boundsMs: [2000, 1600, 1600] },
      { fetchers: 4, timesMs: architectures.map(({ timeMs }) => timeMs), boundsMs: [8000, 1600, 1600] },
    ],
  };
}

const scene = (...changed: Parameters<typeof comparison>) => comparisonScene(comparison(...changed), 0.05);
const failing: Compared = {
  ...hybrid,
  ...{
    outcome: 'failed',
    why: 'tracker is offline.',
    served: 1,
    timeMs: undefined,
    losses: undefined,
    busiest: undefined,
  },
};

describe('a comparison as it is shown', () => {
  it('says the job in one sentence, with few hosts by name and many by number', () => {
    assert.equal(scene().job, '“game” (1 GB) from origin to a, b, c and d, all at the same moment');
    assert.equal(scene(undefined, { fetchers: ['a'] }).job, '“game” (1 GB) from origin to a');
    const many = Array.from({ length: 1200 }, (_, place) => `p[${place}]`);
    assert.equal(
      scene(undefined, { fetchers: many }).job,
      '“game” (1 GB) from origin to 1,200 hosts, all at the same moment',
    );
  });

  it('has a row for each measure', () => {
    const rows = scene().rows.map(({ measure, cells }) => [measure, ...cells.map(({ text }) => text)]);
    assert.deepEqual(rows, [
      ['outcome', 'all have it', 'all have it', 'all have it'],
      ['time', '8 s', '2 s', '2.1 s'],
      ['at best', '8 s', '1.6 s', '1.6 s'],
      ['messages', '8', '8', '8'],
      ['busiest host', '4 GB', '1 GB', '1 GB'],
      ['sent in all', '4 GB', '4 GB', '4 GB'],
      ['streams', '4', '4', '4'],
      ['survives', '4 of 5', '4 of 6', '5 of 5'],
      ['cost', '$0.20', '$0.05', '$0.05'],
    ]);
  });

  it('draws each bar in proportion to the longest of its measure', () => {
    const lengths = scene().bars.map(({ measure, bars }) => [measure, ...bars.map(({ length }) => length)]);
    assert.deepEqual(lengths, [
      ['time', 1, 0.25, 0.2625],
      ['sent by the busiest host', 1, 0.25, 0.25],
      ['messages', 1, 1, 1],
      ['cost', 1, 0.25, 0.25],
    ]);
  });

  it('shows what fails as such, with the reason, and without a bar', () => {
    const { rows, bars, conclusions } = scene([clientServer, failing, peerToPeer]);
    const cell = rows[0]?.cells[1];
    assert.deepEqual(cell, { text: 'fails', detail: '1 of 4 have it: tracker is offline.', isFailure: true });
    assert.deepEqual(bars[0]?.bars[1], { architecture: 'hybrid', text: 'fails', length: 0 });
    assert.equal(conclusions[0], 'The hybrid fails: tracker is offline.');
  });

  it('leaves out of the curve what did not work', () => {
    const { curve } = scene([clientServer, failing, peerToPeer]);
    const points = curve?.lines.map(({ measured }) => measured.map(({ fetchers }) => fetchers));
    assert.deepEqual(points, [[1, 4], [1], [1, 4]]);
    assert.match(curve?.description ?? '', / Hybrid: 2 s for 1\. /);
  });

  it('has no curve of one point', () => {
    assert.equal(scene().curve?.fetchers.length, 2);
    const { curve } = comparisonScene({ ...comparison(), curve: comparison().curve.slice(0, 1) }, 0.05);
    assert.equal(curve, undefined);
  });
});

describe('what follows from a comparison', () => {
  it('is told with its reasons', () => {
    assert.deepEqual(scene().conclusions, [
      'The hybrid and peer-to-peer are done 4 times sooner than client-server, because the peers send 75% of the bytes.',
      'With 4 times as many hosts, client-server takes 4 times as long, the hybrid takes no longer and peer-to-peer takes 1.1 times as long.',
      'In client-server, origin sends 4 GB; in the hybrid and peer-to-peer no host sends more than 1 GB.',
      'Whoever offers it pays $0.20 in client-server and $0.05 in the hybrid and peer-to-peer.',
      'One loss is enough to stop client-server (origin) and the hybrid (origin and tracker).',
      'Peer-to-peer survives the loss of any one host.',
      'Against the least time that is possible, client-server takes no longer, the hybrid takes 25% longer and peer-to-peer takes 31% longer.',
    ]);
  });

  it('is not that peers send what those send who had it from the start', () => {
    const direct = { ...peerToPeer, operatorBytes: 4e9 };
    const first = (holders: readonly string[]) => scene([clientServer, direct], { holders }).conclusions[0] ?? '';
    assert.match(first(['origin', 'mirror']), /sooner than client-server, because origin and mirror share the work\.$/);
    assert.match(first(['origin']), /sooner than client-server\.$/);
  });

  it('is not that peers help where they do not, with the reason', () => {
    const slow = { timeMs: 8100, operatorBytes: 4e9, busiest: { host: 'origin', bytesSent: 4e9 } };
    const whole = [clientServer, { ...hybrid, ...slow }, { ...peerToPeer, ...slow }];
    assert.match(
      scene(whole).conclusions[0] ?? '',
      /^All of them take about the same time: .* nobody among them has it yet/,
    );
    assert.match(scene(whole, { fetchers: ['a'] }).conclusions[0] ?? '', /a alone fetches it, so there are no others/);
    const slower = [clientServer, { ...hybrid, timeMs: 16_000 }, { ...peerToPeer, timeMs: 24_000 }];
    assert.match(scene(slower).conclusions[0] ?? '', /^Client-server is done 2 times sooner than the hybrid: /);
  });

  it('speaks of a few losses one by one, and of the others together', () => {
    const fatal = ['s', 't', 'u', 'v', 'w'].map((host) => lost(host, 'holder'));
    const { losses } = scene([{ ...clientServer, losses: { tried: 5, of: 9, fatal } }]);
    assert.equal(losses.length, 4);
    assert.equal(losses[0], 'Client-server: without s nobody gets it: s is offline.');
    assert.equal(losses[3], 'Client-server: the same goes for v and w.');
  });

  it('does not claim more than was tried', () => {
    const { losses, remarks, conclusions } = scene([{ ...clientServer, losses: { tried: 5, of: 9, fatal: [] } }]);
    assert.deepEqual(losses, ['Client-server survives each of the 5 losses that were tried.']);
    assert.ok(remarks.includes('In client-server, 5 of 9 possible losses were tried.'));
    assert.ok(!conclusions.some((sentence) => sentence.includes('survive')), conclusions.join());
  });

  it('says what was left out, added or stands by', () => {
    const { remarks } = scene(undefined, { fetchersInFile: 5000, holders: ['origin', 'second'] });
    assert.match(remarks[0] ?? '', /^Of the 5,000 hosts that fetch it, the first 4 take part/);
    assert.match(
      remarks[1] ?? '',
      /^As client-server everybody asks origin, the first that has it; second would stand by\./,
    );
    assert.match(remarks[2] ?? '', /the host tracker was added to its network\.$/);
  });
});

describe('a sum of money', () => {
  for (const [dollars, text] of [
    [0, '$0.00'],
    [0.0000123, '$0.000012'],
    [0.0002, '$0.0002'],
    [0.05, '$0.05'],
    [0.0999, '$0.10'],
    [1.005, '$1.00'],
    [12.3, '$12.30'],
    [50_000_000, '$50,000,000'],
  ] as const) {
    it(`of ${dollars} is ${text}`, () => assert.equal(formatMoney(dollars), text));
  }
});
