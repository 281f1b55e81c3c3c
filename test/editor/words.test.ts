// The table of words against the parser: every word that it knows is explained, and every example is one it accepts.

import assert from 'node:assert/strict';
import { explain, type WordPlace, wordsIn } from '../../src/editor/words';
import { parseLine } from '../../src/language/parse-line';
import { actionVerbs } from '../../src/language/parse-step';
import { containerOf, isAllowed } from '../../src/language/placement';
import { patternNames, softwareKinds } from '../../src/language/topology';
import { parse } from '../../src/language/tree';
import { propertyWords, statementWords } from '../../src/language/words';

const places: readonly WordPlace[] = [
  ...(['statement', 'step', 'message', 'action', 'property', 'listing', 'role', 'kind', 'service', 'pattern'] as const),
  ...(['option', 'set', 'link', 'shape', 'expectation', 'comparison', 'architecture'] as const),
];

/** What the parser names in its report on such a line: `a role (client, server or both)`, `or use get, put or login.` */
function expectedBy(line: string): readonly string[] {
  const list = /(?:\(|or use )([^()]+)[).]/.exec(parseLine(line).problem?.message ?? '')?.[1];
  return list?.split(/, | or /) ?? [];
}

function checkExplained(place: WordPlace, words: Iterable<string>, mayHaveMore = true): void {
  const wanted = [...words];
  assert.notEqual(wanted.length, 0, place);
  const known = [...wordsIn(place).keys()];
  assert.deepEqual(
    wanted.filter((word) => !known.includes(word)),
    [],
    place,
  );
  if (!mayHaveMore) assert.deepEqual([...known].sort(), [...wanted].sort());
}

/** The example in a block in which its statement may stand. */
function inItsPlace(example: string): string {
  const { kind } = parseLine(example.split('\n')[0] ?? '').statement;
  const block = (['flow', 'scenario'] as const).find((word) => isAllowed(kind, containerOf(word)));
  return isAllowed(kind, 'file') || !block ? example : `${block} "x" {\n${example}\n}`;
}

describe('the words of the language', () => {
  it('are all explained: those that the parser names in its tables', () => {
    checkExplained('statement', statementWords, false);
    checkExplained('property', [...propertyWords, 'in'], false);
    checkExplained('pattern', patternNames, false);
    checkExplained('kind', softwareKinds, false);
    checkExplained('action', actionVerbs.keys(), false);
  });

  it('are all explained: those that the parser asks for', () => {
    checkExplained('role', expectedBy('host a : '), false);
    checkExplained('option', expectedBy('service a uses swarm 7'), false);
    checkExplained('shape', expectedBy('link a, b as '), false);
    checkExplained('message', [...expectedBy('a -> b : whatever'), 'takes', 'replies'], false);
    checkExplained('architecture', expectedBy('expect architecture is '), false);
    checkExplained('expectation', expectedBy('expect a '));
    checkExplained('expectation', expectedBy('expect "f" '));
    checkExplained('comparison', expectedBy('expect "f" takes '), false);
    const settable = new Set([...wordsIn('set').keys(), ...wordsIn('option').keys()]);
    assert.deepEqual(settable, new Set(expectedBy('set a ')));
  });

  it('are all explained: those that join the others', () => {
    checkExplained('service', ['uses']);
    checkExplained('step', ['->', '~>', 'over'], false);
    checkExplained('link', ['--', 'over', 'as', 'loss'], false);
    checkExplained('expectation', 'is of in when lookup finds nothing messages loss any host no data'.split(' '));
  });

  it('have an example that the parser accepts and that shows the word', () => {
    for (const place of places) {
      for (const [word, { meaning, example }] of wordsIn(place)) {
        assert.match(meaning, /^[A-Z].*[.?]$/, `${place} ${word}`);
        assert.ok(example.includes(word) || place === 'action', `${place} ${word}: ${example}`);
        const { diagnostics } = parse(inItsPlace(example));
        assert.deepEqual(diagnostics, [], `${place} ${word}: ${example}`);
      }
    }
  });

  it('mean what they mean in their place', () => {
    assert.match(explain('index', 'kind')?.meaning ?? '', /who has it/);
    assert.match(explain('index', 'pattern')?.meaning ?? '', /Napster/);
    assert.notEqual(explain('up', 'set')?.meaning, explain('up', 'property')?.meaning);
    assert.equal(explain('index', 'role'), undefined);
    assert.equal(explain('constructor', 'role'), undefined);
  });
});
