/** Chance in a run: one seeded generator, so that the same seed makes the same choices on every platform. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chance {
  /** From 0 to below 1. */
  float(): number;
  /** A whole number from 0 to below the limit, which is at least 1. */
  below(limit: number): number;
}

export function createChance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  return {
    float: () => uniformFloat64(generator),
    below: (limit) => uniformInt(generator, 0, limit - 1),
  };
}
