// Distribution of F bits from one server or seed to N others: no scheme is faster than max(F/us, F/dmin, NF/(us + Σui)), and
// client-server takes max(NF/us, F/dmin) (Kurose and Ross, Computer Networking, section 2.5; Kumar and Ross, Peer-Assisted
// File Distribution: The Minimum Distribution Time, 2006). The bound is for a fluid; a swarm passes on whole pieces, so it
// comes the closer to it the more pieces there are.

import assert from 'node:assert/strict';
import { run } from '../run';

interface Case {
  readonly peers: number;
  readonly pieces: number;
  /** In kbit/s: the seed's upload, the peers' uploads (each for an equal part of them), everybody's download. */
  readonly seedUp: number;
  readonly ups: readonly number[];
  readonly down: number;
  readonly linkRate?: string;
  readonly seed?: number;
}

const sizeMB = 100;
const sizeKbit = sizeMB * 8000;

/** How much longer it takes than the bound: 1 is equal. */
function ratio({ peers, pieces, seedUp, ups, down, linkRate = '100Gbps', seed = 1 }: Case): number {
  const part = peers / ups.length;
  const groups = ups.map((up, place) => `host p${place}x[${part}] runs files peer up ${up}kbps down ${down}kbps`);
  const names = ups.map((_, place) => `p${place}x`).join(', ');
  const text = `
    service files uses swarm pieces ${pieces}
    switch s
    host tracker runs files tracker
    host seed runs files peer shares "film" ${sizeMB}MB up ${seedUp}kbps
    ${groups.join('\n    ')}
    link tracker, seed, ${names} -- s ${linkRate} 1ms
    flow "F" {
      ${names} fetches "film"
    }
  `;
  const trace = run(text, { seed, maxSteps: 1_000_000 });
  assert.equal(trace.outcome, 'completed');
  const sumUps = ups.reduce((sum, up) => sum + up * part, 0);
  const boundSeconds = Math.max(sizeKbit / seedUp, sizeKbit / down, (peers * sizeKbit) / (seedUp + sumUps));
  return trace.endMs / 1000 / boundSeconds;
}

function assertWithin(limit: number, example: Case): void {
  const found = ratio(example);
  assert.ok(found >= 1, `${found} is below the bound`);
  assert.ok(found <= limit, `${found} is more than ${limit}`);
}

const equal = { seedUp: 8000, ups: [8000], down: 80_000 };

describe('the time in which a swarm brings a file to all', () => {
  for (const seed of [1, 2]) {
    it(`is within 20% of the bound with 100 pieces, from 1 to 300 peers (seed ${seed})`, () => {
      for (const peers of [1, 2, 10, 50, 300]) assertWithin(1.2, { ...equal, peers, pieces: 100, seed });
    });

    it(`is within 10% of it with 1,000 pieces (seed ${seed})`, () => {
      for (const peers of [10, 30]) assertWithin(1.1, { ...equal, peers, pieces: 1000, seed });
    });

    it(`is within 20% of it where some upload three times as fast as others (seed ${seed})`, () => {
      assertWithin(1.2, { peers: 100, pieces: 100, seedUp: 8000, ups: [4000, 12_000], down: 80_000, seed });
    });

    it(`is within 10% of it where the seed is four times as slow as the others (seed ${seed})`, () => {
      assertWithin(1.1, { peers: 100, pieces: 100, seedUp: 2000, ups: [8000], down: 80_000, seed });
    });

    it(`is within 25% of it where the cables are hardly faster than the uploads (seed ${seed})`, () => {
      assertWithin(1.25, { ...equal, peers: 100, pieces: 100, linkRate: '9Mbps', seed });
    });

    it(`is within 15% of it where downloads are the bottleneck (seed ${seed})`, () => {
      assertWithin(1.15, { peers: 100, pieces: 100, seedUp: 80_000, ups: [8000], down: 6000, seed });
    });
  }

  it('is within 20% of it for 1,000 peers and 100 pieces', () => {
    assertWithin(1.2, { ...equal, peers: 1000, pieces: 100 });
  }).timeout(30_000);

  it('is within 10% of it for 100 peers and 1,000 pieces', () => {
    assertWithin(1.1, { ...equal, peers: 100, pieces: 1000 });
  }).timeout(30_000);

  it('hardly grows with the number of peers, where that of a server grows as they do', () => {
    const of = (peers: number) => ratio({ ...equal, peers, pieces: 100 });
    assert.ok(of(200) < 1.15 * of(10));
  });
});

describe('a seed', () => {
  it('sends hardly anything twice before the others have all of it together', () => {
    const trace = run(
      `
        service files uses swarm
        host tracker runs files tracker
        host seed runs files peer shares "film" 10MB up 8Mbps
        host p[50] runs files peer up 8Mbps
        flow "F" {
          p fetches "film"
        }
      `,
      { maxSteps: 100_000 },
    );
    const sent = trace.steps.filter(({ kind, from }) => kind === 'piece' && from === 'seed');
    const firstTwice = sent.findIndex(({ piece }, place) =>
      sent.slice(0, place).some((other) => other.piece === piece),
    );
    assert.ok(firstTwice >= 100, `${firstTwice} pieces were sent before one was sent again`);
  });
});

describe('the time in which a server brings a file to all', () => {
  it('is exactly max(NF/us, F/dmin), and the latency of two ways', () => {
    for (const [clients, up, down] of [
      [1, 8000, 80_000],
      [10, 8000, 80_000],
      [10, 80_000, 4000],
      [100, 8000, 80_000],
      [100, 8000, 60],
    ] as const) {
      const trace = run(`
        service web uses request
        switch s
        host server runs web server shares "film" ${sizeMB}MB up ${up}kbps
        host c[${clients}] runs web client down ${down}kbps
        link server, c -- s 100Gbps 1ms
        flow "F" {
          c fetches "film"
        }
      `);
      const seconds = Math.max((clients * sizeKbit) / up, sizeKbit / down);
      assert.ok(Math.abs(trace.endMs - (seconds * 1000 + 4)) < 1e-3 * seconds, `${trace.endMs} for ${seconds} s`);
    }
  });
});
