/**
 * That all three understand the same files alike: as many hosts, links and steps, the same statements at the same lines,
 * the same names that mean nothing. Without it, the figures would compare different work.
 */
import assert from 'node:assert/strict';
import type { FrontEnd } from './front-end';
import { ours } from './ours';
import type { Outline } from './outline';

/** A file, and whether all of its names are known. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly inOrder: boolean;
}

export async function assertAgreement(frontEnds: readonly FrontEnd[], samples: readonly Sample[]): Promise<void> {
  for (const sample of samples) {
    const expected = (await ours.read(sample.text)).outline();
    assert.equal(expected.syntaxErrors, 0, `${sample.name} has mistakes`);
    assert.equal(expected.unresolved.length === 0, sample.inOrder, `${sample.name}: ${expected.unresolved}`);
    for (const frontEnd of frontEnds) {
      const outline = (await frontEnd.read(sample.text)).outline();
      assert.deepEqual(comparable(outline, sample), comparable(expected, sample), `${frontEnd.name}, ${sample.name}`);
    }
  }
}

/** A step that names nobody is not one of ours, so steps are only compared where all names are known. */
function comparable(outline: Outline, { inOrder }: Sample) {
  const statements = [...outline.statements].sort(([a], [b]) => a - b);
  return { ...outline, statements, steps: inOrder ? outline.steps : undefined };
}

/** Every so many lines the first name of a kind is misspelt. */
export function withUnknownNames(text: string): string {
  const misspellings: readonly (readonly [RegExp, string])[] = [
    [/-> napster/, '-> napstar'],
    [/ in music/, ' in muzak'],
    [/ in "Music /, ' in "Musik '],
    [/expect "Web/, 'expect "Wep'],
    [/ -- lan\d+/, '$&x'],
    [/-> web(\d+)/, '-> wep$1'],
  ];
  return text
    .split('\n')
    .map((line, number) => {
      const [pattern, replacement] = misspellings[number % misspellings.length] ?? [/$/, ''];
      return line.replace(pattern, replacement);
    })
    .join('\n');
}
