import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  commonBits,
  compareDistances,
  type Key,
  keyBeside,
  keyOf,
  subtreeBeside,
} from '../../../../src/simulation/patterns/dht/keys';

const key: fc.Arbitrary<Key> = fc.record({
  high: fc.integer({ min: 0, max: 0xffffffff }),
  low: fc.integer({ min: 0, max: 0xffffffff }),
});
const level = fc.integer({ min: 0, max: 63 });

/** The key as one number of 64 bits: arithmetic of another kind than that of the tested functions. */
function numberOf({ high, low }: Key): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}

function bitsSet(value: bigint): number {
  return [...value.toString(2)].filter((bit) => bit === '1').length;
}

describe('the key of a name', () => {
  it('is the same on every platform', () => {
    const hex = (name: string) => numberOf(keyOf(name)).toString(16).padStart(16, '0');
    assert.deepEqual(['', 'alice', 'peer[7]', 'Straße 🎵'].map(hex), [
      '926f696ecb1133bf',
      '6d566434eec3e6ae',
      'bfd2e25470379d30',
      '93ae8798ea1b3f23',
    ]);
  });

  it('is spread evenly: as many begin with each byte, and end with it', () => {
    const count = 65_536;
    const [first, last] = [new Array<number>(256).fill(0), new Array<number>(256).fill(0)];
    for (let member = 1; member <= count; member += 1) {
      const { high, low } = keyOf(`peer[${member}]`);
      first[high >>> 24] = (first[high >>> 24] ?? 0) + 1;
      last[low & 255] = (last[low & 255] ?? 0) + 1;
    }
    // Pearson's statistic of 255 degrees of freedom is above 330 by chance once in a thousand times.
    for (const counts of [first, last]) {
      const statistic = counts.reduce((sum, found) => sum + (found - 256) ** 2 / 256, 0);
      assert.ok(statistic < 330, `${statistic}`);
    }
  });

  it('differs in half of its bits from that of a name that is almost the same', () => {
    let different = 0;
    for (let member = 0; member < 2000; member += 1) {
      different += bitsSet(numberOf(keyOf(`a${member}`)) ^ numberOf(keyOf(`b${member}`)));
    }
    assert.ok(Math.abs(different / 2000 - 32) < 0.5, `${different / 2000}`);
  });

  it('belongs to one name alone, among a hundred thousand', () => {
    const keys = new Set<bigint>();
    for (let member = 1; member <= 100_000; member += 1) keys.add(numberOf(keyOf(`peer[${member}]`)));
    assert.equal(keys.size, 100_000);
  });
});

describe('the distance of keys', () => {
  it('is their XOR, taken as a number', () => {
    fc.assert(
      fc.property(key, key, key, (a, b, to) => {
        const [first, second] = [numberOf(a) ^ numberOf(to), numberOf(b) ^ numberOf(to)];
        assert.equal(Math.sign(compareDistances(a, b, to)), first < second ? -1 : first > second ? 1 : 0);
      }),
    );
  });

  it('is small where many leading bits are the same', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const xor = numberOf(a) ^ numberOf(b);
        assert.equal(commonBits(a, b), xor === 0n ? 64 : 64 - xor.toString(2).length);
      }),
    );
  });
});

describe('the subtree beside a key', () => {
  it('holds all that share so many bits with it, and no others', () => {
    fc.assert(
      fc.property(key, level, key, (own, bit, other) => {
        const [least, greatest] = subtreeBeside(own, bit).map(numberOf) as [bigint, bigint];
        const isWithin = numberOf(other) >= least && numberOf(other) <= greatest;
        assert.equal(isWithin, commonBits(own, other) === bit);
        assert.equal(greatest - least + 1n, 1n << BigInt(63 - bit));
        assert.equal(commonBits(own, keyBeside(own, bit)), bit);
      }),
    );
  });
});
