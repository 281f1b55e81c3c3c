import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createBandwidth, type Transfer } from '../../src/simulation/bandwidth';
import { createEngine } from '../../src/simulation/engine';
import { maxMinRates } from './progressive-filling';
import { assertSteps, run } from './run';

interface Plan {
  readonly atMs: number;
  readonly uses: readonly number[];
  readonly bits: number;
  readonly stopMs?: number;
}

/** Transfers as planned, through resources with these capacities, in bits per millisecond. */
function follow(capacities: readonly number[], plans: readonly Plan[]) {
  const engine = createEngine();
  let work = 0;
  const spendWork = (units: number) => {
    work += units;
  };
  const bandwidth = createBandwidth(
    engine,
    { spendStep() {}, spendWork },
    (resource) => (capacities[resource] ?? 0) * 1000,
  );
  const transfers: (Transfer | undefined)[] = plans.map(() => undefined);
  const endsMs = plans.map(() => Number.POSITIVE_INFINITY);
  const ended: number[] = [];
  plans.forEach(({ atMs, uses, bits, stopMs }, plan) => {
    engine.at(atMs, () => {
      const transfer = bandwidth.start(uses, bits / 8, () => {
        endsMs[plan] = engine.nowMs;
        ended.push(plan);
      });
      transfers[plan] = transfer;
      if (stopMs !== undefined) engine.at(stopMs, () => bandwidth.stop(transfer));
    });
  });
  return {
    endsMs,
    ended,
    work: () => work,
    /** Goes on until all has happened that happens at this time, and tells what is under way then. */
    until(timeMs: number): readonly { readonly uses: readonly number[]; readonly rate: number }[] {
      engine.run(timeMs);
      return plans.flatMap(({ uses }, plan) => {
        const rate = transfers[plan]?.bitsPerMs;
        return rate === undefined || endsMs[plan] !== Number.POSITIVE_INFINITY ? [] : [{ uses, rate }];
      });
    },
  };
}

function ratesOf(capacities: readonly number[], ...uses: readonly (readonly number[])[]): readonly number[] {
  const plans = uses.map((used) => ({ atMs: 0, uses: used, bits: 1e9 }));
  return follow(capacities, plans)
    .until(0)
    .map(({ rate }) => rate);
}

/** When each would end if all rates were found anew at every start and end. */
function slowEndsMs(capacities: readonly number[], plans: readonly Plan[]): readonly number[] {
  const endsMs = plans.map(() => Number.POSITIVE_INFINITY);
  const left = plans.map(({ bits }) => bits);
  for (let nowMs = 0; nowMs < Number.POSITIVE_INFINITY; ) {
    const isActive = (plan: number) => (plans[plan]?.atMs ?? 0) <= nowMs && endsMs[plan] === Number.POSITIVE_INFINITY;
    plans.forEach(({ bits, stopMs = Number.POSITIVE_INFINITY }, plan) => {
      if (isActive(plan) && (stopMs <= nowMs || (left[plan] ?? 0) <= bits * 1e-12)) endsMs[plan] = nowMs;
    });
    const active = plans.map((_, plan) => plan).filter(isActive);
    const rates = maxMinRates(
      active.map((plan) => plans[plan]?.uses ?? []),
      capacities,
    );
    const next = Math.min(
      ...active.map((plan, place) => nowMs + (left[plan] ?? 0) / (rates[place] ?? 0)),
      ...plans.flatMap(({ atMs, stopMs = Number.POSITIVE_INFINITY }) => [atMs, stopMs].filter((ms) => ms > nowMs)),
    );
    active.forEach((plan, place) => {
      left[plan] =
        rates[place] === Number.POSITIVE_INFINITY ? 0 : (left[plan] ?? 0) - (rates[place] ?? 0) * (next - nowMs);
    });
    nowMs = next;
  }
  return endsMs;
}

function assertClose(actual: number, expected: number): void {
  assert.ok(actual === expected || Math.abs(actual - expected) <= 1e-9 * expected, `${actual} is not ${expected}`);
}

/** Few different capacities, sizes and times, so that much happens at one instant and at one rate. */
const situation = fc
  .array(fc.oneof(fc.constantFrom(10, 20, 30, Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 1000 })), {
    minLength: 1,
    maxLength: 12,
    size: 'max',
  })
  .chain((capacities) =>
    fc.tuple(
      fc.constant(capacities),
      fc.array(
        fc
          .record({
            atMs: fc.nat(30),
            uses: fc.uniqueArray(fc.nat(capacities.length - 1), { maxLength: 5 }),
            bits: fc.oneof(fc.constantFrom(100, 200), fc.integer({ min: 1, max: 5000 })),
            stopAfterMs: fc.option(fc.nat(40), { nil: undefined, freq: 3 }),
          })
          .map(
            ({ stopAfterMs, ...plan }): Plan =>
              stopAfterMs === undefined ? plan : { ...plan, stopMs: plan.atMs + stopAfterMs },
          ),
        { maxLength: 40, size: 'max' },
      ),
    ),
  );

describe('max-min fair sharing', () => {
  it('shares one capacity equally', () => {
    assert.deepEqual(ratesOf([30], [0], [0], [0]), [10, 10, 10]);
  });

  it('gives what one cannot use to the others', () => {
    assert.deepEqual(ratesOf([30, 4], [0, 1], [0], [0]), [4, 13, 13]);
  });

  it('gives what is held back at one place to those at the next', () => {
    assert.deepEqual(ratesOf([2, 9, 20], [0], [0, 1], [1, 2], [2]), [1, 1, 8, 12]);
  });

  it('gives nothing where there is no capacity', () => {
    assert.deepEqual(ratesOf([0, 4], [0, 1], [1]), [0, 4]);
  });

  // The definition (Bertsekas and Gallager, section 6.5.2): nothing is overfull, and every transfer has a bottleneck, a
  // full resource on which no other transfer is faster.
  it('fills nothing beyond its capacity and gives every transfer a bottleneck, whoever starts, ends or is stopped', () => {
    fc.assert(
      fc.property(situation, ([capacities, plans]) => {
        const { until } = follow(capacities, plans);
        for (let timeMs = 0; timeMs < 80; timeMs += 2.5) {
          const active = until(timeMs);
          const used = capacities.map((_, resource) => active.filter(({ uses }) => uses.includes(resource)));
          const load = used.map((users) => users.reduce((sum, { rate }) => sum + rate, 0));
          const isFull = (resource: number) => (load[resource] ?? 0) >= (capacities[resource] ?? 0) * (1 - 1e-9);
          const fastest = used.map((users) => Math.max(...users.map(({ rate }) => rate)));
          capacities.forEach((capacity, resource) => {
            assert.ok((load[resource] ?? 0) <= capacity * (1 + 1e-9));
          });
          for (const { uses, rate } of active) {
            assert.ok(uses.some((resource) => isFull(resource) && rate >= (fastest[resource] ?? 0) * (1 - 1e-9)));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the rates that progressive filling gives', () => {
    fc.assert(
      fc.property(situation, ([capacities, plans]) => {
        const { until } = follow(capacities, plans);
        for (let timeMs = 0; timeMs < 80; timeMs += 2.5) {
          const active = until(timeMs);
          const rates = maxMinRates(
            active.map(({ uses }) => uses),
            capacities,
          );
          active.forEach(({ rate }, place) => {
            assertClose(rate, rates[place] ?? 0);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ends each transfer when its last bit has passed', () => {
    fc.assert(
      fc.property(situation, ([capacities, plans]) => {
        const { until, endsMs } = follow(capacities, plans);
        until(Number.POSITIVE_INFINITY);
        slowEndsMs(capacities, plans).forEach((endMs, plan) => {
          assertClose(endsMs[plan] ?? 0, endMs);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('lets those go on first that started first, where many end at one instant', () => {
    const capacities = [0.7, 1.3, 2.9];
    const plans = [2, 0, 1, 2, 0, 1].map((used) => ({ atMs: 0, uses: [used], bits: (capacities[used] ?? 0) * 31.3 }));
    const { until, ended } = follow(capacities, plans);
    until(100);
    assert.deepEqual(ended, [0, 1, 2, 3, 4, 5]);
  });

  it('keeps to the last bit when a transfer ends whose rate stays the same, whatever starts beside it', () => {
    const slow = { atMs: 0, uses: [0, 1], bits: 1000 };
    const beside = Array.from({ length: 50 }, (_, place) => ({ atMs: place * 0.7, uses: [1], bits: 7 }));
    const [alone, among] = [[slow], [slow, ...beside]].map((plans) => {
      const { until, endsMs } = follow([0.3, 100], plans);
      until(Number.POSITIVE_INFINITY);
      return endsMs[0];
    });
    assert.equal(among, alone);
  });

  it('looks at nothing that a start does not reach', () => {
    const crowd = (count: number) => Array.from({ length: count }, () => ({ atMs: 0, uses: [0], bits: 1e9 }));
    const workOfStart = (elsewhere: number) => {
      const { until, work } = follow([10, 10], [...crowd(elsewhere), { atMs: 1, uses: [1], bits: 1e9 }]);
      until(0);
      const before = work();
      until(1);
      return work() - before;
    };
    assert.ok(workOfStart(0) > 0);
    assert.equal(workOfStart(1000), workOfStart(0));
  });

  it('looks at each but a few times where half of all end at one instant', () => {
    const plans = Array.from({ length: 2000 }, (_, place) => ({
      atMs: 0,
      uses: [0],
      bits: place % 2 === 0 ? 100 : 200,
    }));
    const { until, work } = follow([10], plans);
    assert.deepEqual(until(Number.POSITIVE_INFINITY), []);
    assert.ok(work() < 20 * plans.length, `${work()}`);
  });

  it('looks at those alone who share a full resource, where many pass through one that is not', () => {
    const pairs = (count: number) =>
      Array.from({ length: count }, (_, pair) => ({ atMs: 0, uses: [0, pair + 2], bits: 1e9 }));
    const workOfStart = (elsewhere: number) => {
      const { until, work } = follow(
        [1e6, ...Array(1001).fill(10)],
        [...pairs(elsewhere), { atMs: 1, uses: [0, 1], bits: 1e9 }],
      );
      until(0);
      const before = work();
      until(1);
      return work() - before;
    };
    assert.equal(workOfStart(1000), workOfStart(10));
  });
});

describe('transfers', () => {
  it('get the capacity of a link in each direction', () => {
    const text = `
      host alice shares "a" 1MB
      host bob shares "b" 1MB
      link alice -- bob 8Mbps 1ms
      flow "F" {
        together {
          alice -> bob : get "b"
          bob -> alice : get "a"
        }
      }
    `;
    assert.equal(run(text).endMs, 1002);
  });

  it('share what they have in common, and are faster once another ends', () => {
    const text = `
      host server up 8Mbps shares "small" 1MB
      host alice
      host bob
      flow "F" {
        together {
          server ~> alice : put "small" 1MB
          server ~> bob : put "large" 2MB
        }
      }
    `;
    assertSteps(
      run(text),
      `
      0-2010 push put server>alice small 1000000B
      0-3010 push put server>bob large 2000000B
      `,
    );
  });

  it('are slower once another starts', () => {
    const text = `
      host server up 8Mbps
      host alice, bob
      flow "F" {
        together {
          server ~> alice : "one" 1MB
          repeat 1 {
            wait 500ms
            server ~> bob : "two" 1MB
          }
        }
      }
    `;
    assertSteps(
      run(text),
      `
      0-1510 push send server>alice one 1000000B
      0-500 state wait
      500-2010 push send server>bob two 1000000B
      `,
    );
  });

  it('leave rates that nobody limits unlimited', () => {
    const text = `
      host alice shares "film" 1TB
      host bob
      flow "F" {
        bob -> alice : get "film"
      }
    `;
    assert.equal(run(text).endMs, 20);
  });
});
