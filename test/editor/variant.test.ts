import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { check } from '../../src/analysis/check';
import { variantOf } from '../../src/editor/variant';
import { hostileFile } from '../pipeline/hostile-files';

const exercise = `service music uses index
// Alice asks the index; alice never answers.
host napster : server runs music index
host alice   : client runs music peer
host bob     : both   runs music peer shares "song.mp3" 4MB
switch lan
link napster, alice, bob -- lan 100Mbps 2ms
exercise "Find" {
  task "Alice wants song.mp3 (4 MB) over 100 Mbps. Bobsleighs are not bob."
  expect alice downloads >= 4MB in "Find and fetch"
}
flow "Find and fetch" {
  bob   -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob     : get "song.mp3"
}
`;

const outcomes = (text: string) =>
  check(text).analysis.expectations.map(({ outcome, isChecked }) => [outcome, isChecked]);

describe('a variant', () => {
  it('has other names and numbers, everywhere the same, also in texts and comments', () => {
    const { text, kept } = variantOf(exercise, { seed: 1 });
    assert.deepEqual(kept, []);
    assert.doesNotMatch(text, /\b(?:[Aa]lice|napster|song|bob)\b/);
    const [, alice = ''] = /^host (\w+) *: client/m.exec(text) ?? [];
    const [, bob = '', resource = ''] = /^host (\w+) *: both .* shares "(\w+\.mp3)" 4MB$/m.exec(text) ?? [];
    const Alice = alice.charAt(0).toUpperCase() + alice.slice(1);
    const [, rate = ''] = / (\S+)Mbps /.exec(text) ?? [];
    assert.ok(text.includes(`// ${Alice} asks the index; ${alice} never answers.`), text);
    assert.ok(text.includes(`"${Alice} wants ${resource} (4 MB) over ${rate} Mbps. Bobsleighs are not ${bob}."`), text);
    assert.notEqual(rate, '100');
  });

  it('keeps the numbers that are expected, and those on which an outcome depends', () => {
    assert.match(variantOf(exercise, { seed: 2 }).text, /expect \w+ downloads >= 4MB/);
    const tight = `host a : both up 8Mbps\nhost b : both\nlink a -- b 8Mbps 0ms\nflow "F" {\n  b -> a : "x" reply 1MB\n}\nexpect "F" takes <= 1100ms\n`;
    for (let seed = 0; seed < 12; seed++) assert.deepEqual(outcomes(variantOf(tight, { seed }).text), outcomes(tight));
  });

  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(variantOf(exercise, { seed: 7 }), variantOf(exercise, { seed: 7 }));
    const texts = new Set([1, 2, 3, 4, 5].map((seed) => variantOf(exercise, { seed }).text));
    assert.equal(texts.size, 5);
  });

  it('keeps line ends', () => {
    assert.equal(variantOf(exercise.replaceAll('\n', '\r\n'), { seed: 1 }).text.split('\r\n').length, 17);
  });

  for (const name of readdirSync('examples').filter((path) => path.endsWith('.topo'))) {
    it(`of ${name} is as solvable as that`, function () {
      this.timeout(60_000);
      const text = readFileSync(`examples/${name}`, 'utf8');
      for (const seed of [1, 2]) {
        const variant = variantOf(text, { seed });
        assert.deepEqual(outcomes(variant.text), outcomes(text));
        assert.notEqual(variant.text, text);
        assert.equal(variant.text.split('\n').length, text.split('\n').length);
      }
    });
  }

  it('is made of any text, and keeps what is expected of it', () => {
    fc.assert(
      fc.property(hostileFile, fc.nat(), (text, seed) => {
        const variant = variantOf(text, { seed, maxSteps: 200 });
        const of = (file: string) =>
          check(file, undefined, { maxSteps: 200 }).analysis.expectations.map(({ outcome }) => outcome);
        assert.deepEqual(of(variant.text), of(text));
      }),
      { numRuns: 40 },
    );
  });
});
