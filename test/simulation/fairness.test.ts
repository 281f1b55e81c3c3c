import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maxMinRates } from '../../src/simulation/fairness';
import { assertSteps, run } from './run';

describe('max-min fair sharing', () => {
  it('shares one capacity equally', () => {
    assert.deepEqual(
      maxMinRates([[0], [0], [0]], () => 30),
      [10, 10, 10],
    );
  });

  it('gives what one cannot use to the others', () => {
    const capacities = [30, 4];
    assert.deepEqual(
      maxMinRates([[0, 1], [0], [0]], (resource) => capacities[resource] ?? 0),
      [4, 13, 13],
    );
  });

  it('leaves what is limited by nothing without a limit', () => {
    assert.deepEqual(
      maxMinRates([[], [0]], () => Number.POSITIVE_INFINITY),
      [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    );
  });

  // The definition (Bertsekas and Gallager, section 6.5.2): nothing is overfull, and every transfer has a bottleneck, a
  // full resource on which no other transfer is faster.
  it('fills nothing beyond its capacity and gives every transfer a bottleneck', () => {
    const network = fc
      .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 12 })
      .chain((capacities) =>
        fc.tuple(
          fc.constant(capacities),
          fc.array(fc.uniqueArray(fc.nat(capacities.length - 1), { minLength: 1, maxLength: 5 }), { maxLength: 30 }),
        ),
      );
    fc.assert(
      fc.property(network, ([capacities, uses]) => {
        const rates = maxMinRates(uses, (resource) => capacities[resource] ?? 0);
        const load = capacities.map((_, resource) =>
          uses.reduce((sum, used, user) => sum + (used.includes(resource) ? (rates[user] ?? 0) : 0), 0),
        );
        const isFull = (resource: number) => (load[resource] ?? 0) > (capacities[resource] ?? 0) * (1 - 1e-9);
        capacities.forEach((capacity, resource) => {
          assert.ok((load[resource] ?? 0) <= capacity * (1 + 1e-9));
        });
        uses.forEach((used, user) => {
          const fastestOn = (resource: number) =>
            Math.max(...uses.map((other, place) => (other.includes(resource) ? (rates[place] ?? 0) : 0)));
          assert.ok(
            used.some((resource) => isFull(resource) && (rates[user] ?? 0) >= fastestOn(resource) * (1 - 1e-9)),
          );
        });
      }),
    );
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
