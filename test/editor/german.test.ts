// What the editor says in German: every message of every example of a rule, of the cases of mistakes, and of files changed at
// random has its German, as do fixes, lenses and hints; what the author wrote stays as it is.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Checked, check } from '../../src/analysis/check';
import { offersFor } from '../../src/editor/fix-all';
import { fixTitle } from '../../src/editor/german/fixes';
import { germanEditor } from '../../src/editor/german/german';
import { hintInGerman, hintText, hintTooltip } from '../../src/editor/german/hints';
import { hoverInGerman, meaning } from '../../src/editor/german/hover';
import { lensTitle, lensTooltip } from '../../src/editor/german/lenses';
import { message, related } from '../../src/editor/german/messages';
import { hintsOf } from '../../src/editor/hints';
import { hoverAt } from '../../src/editor/hover';
import { lensesOf } from '../../src/editor/lenses';
import { type WordPlace, wordsIn } from '../../src/editor/words';
import { tokenize } from '../../src/language/lexer';
import { rules } from '../../src/language/rules';
import { wordsIn as wordsOfScene } from '../../src/scene/words';
import { analysisCases } from '../analysis/cases';
import { designCases } from '../analysis/design-cases';
import { ttlCases } from '../analysis/ttl-cases';
import { exerciseCases } from '../language/cases/exercises';
import { mistakes } from '../language/cases/mistakes';
import { nameCases } from '../language/cases/names';
import { networkCases } from '../language/cases/network';
import { syntaxCases } from '../language/cases/syntax';
import { readAnnotated } from '../language/check';
import { samples } from '../language/samples';
import { hostileFile, originals } from '../pipeline/hostile-files';

const cases = [
  ...Object.values(rules),
  ...[...syntaxCases, ...nameCases, ...networkCases, ...exerciseCases],
  ...[...analysisCases, ...designCases, ...ttlCases],
];
const written = [...cases.flatMap(({ wrong, right }) => [wrong, right]), ...mistakes.map(({ wrong }) => wrong)];
const texts = [...written.map((text) => readAnnotated(text).text), ...originals];

/** A word goes, is doubled elsewhere, or gets a letter too many. */
const mistaken = fc
  .tuple(fc.constantFrom(...texts), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(2)), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) => {
    const words = text.split(/(?<=\s)|(?=\s)/);
    for (const [from, to, kind] of changes) {
      const [at, word = ''] = [to % words.length, words[from % words.length]];
      if (kind === 0) words.splice(at, 1);
      else if (kind === 1) words.splice(at, 0, word);
      else words[at] = `${words[at]}x`;
    }
    return words.join('');
  });

describe('the editor in German', () => {
  it('knows all that it says of the rules, of the mistakes of beginners, and of the examples', () => {
    for (const text of texts) assert.deepEqual(unknownIn(checked(text)), [], text);
  });

  it('knows all that it says of files with mistakes, and of files that no author would write', () => {
    const file = fc.oneof({ weight: 3, arbitrary: mistaken }, hostileFile);
    fc.assert(
      fc.property(file, (text) => assert.deepEqual(unknownIn(checked(text)), [])),
      { numRuns: 500 },
    );
  }).timeout(120_000);

  it('leaves no English between the words of the author', () => {
    for (const text of texts) {
      const { diagnostics, lenses, hints } = said(checked(text));
      const own = new Set(text.match(/[\p{L}\p{N}_-]+/gu) ?? []);
      const german = [
        ...diagnostics.flatMap((one) => [one.message, ...one.related.map((place) => place.message)]).map(inGerman),
        ...lenses.flatMap(({ title = '', tooltip }) => [
          germanEditor.lensTitle(title),
          germanEditor.lensTooltip(tooltip),
        ]),
        ...hints.map(hintInGerman).flatMap(({ parts, tooltip }) => [...parts.map((part) => part.text), ...tooltip]),
      ];
      const words = german.flatMap((one) => one.replace(/„[^“]*“|"[^"]*"/g, '').match(/\p{L}+/gu) ?? []);
      assert.deepEqual(
        words.filter((word) => english.test(word) && !own.has(word)),
        [],
        german.join('\n'),
      );
    }
  });

  it('knows what each word of the language means', () => {
    const words = wordPlaces.flatMap((place) => [...wordsIn(place).values()]);
    assert.ok(words.length > 100);
    assert.deepEqual(
      words.filter((word) => meaning(word.meaning) === undefined).map((word) => word.meaning),
      [],
    );
  });

  it('says what pointing at something shows, and keeps examples', () => {
    for (const text of [
      ...written.slice(0, 2 * Object.keys(rules).length).map((one) => readAnnotated(one).text),
      ...samples,
    ]) {
      const own = new Set(text.match(/[\p{L}\p{N}_-]+/gu) ?? []);
      for (const markdown of hoversIn(text)) {
        const bare = hoverInGerman(markdown)
          .replace(/```.*?```/gs, '')
          .replace(/\\/g, '');
        const words = bare.replace(/„[^“]*“|"[^"]*"/g, '').match(/\p{L}+/gu) ?? [];
        assert.deepEqual(
          words.filter((word) => englishHover.test(word) && !own.has(word)),
          [],
          `${markdown}\n→\n${bare}`,
        );
        assert.equal(/```.*?```/s.exec(hoverInGerman(markdown))?.[0], /```.*?```/s.exec(markdown)?.[0]);
      }
    }
  }).timeout(60_000);

  it('keeps names exactly as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zéß][\w-]{0,12}$/), fc.string({ maxLength: 30 }), (name, resource) => {
        const quoted = resource.replace(/[“”]/g, '');
        assert.equal(
          message(`${name} does not hold “${quoted}”. Get it from a, b and 3 others, or let ${name} share it.`),
          `${name} hat „${quoted}“ nicht. Hole es von a, b und 3 weitere, oder lass ${name} es freigeben.`,
        );
        assert.equal(fixTitle(`Declare host ${name}`), `Host ${name} festlegen`);
      }),
    );
  });

  it('leaves what an author advises as it is, before what was found', () => {
    const advice = 'Who registers? Found instead: it fails. Because bob is offline.';
    assert.equal(message(advice), 'Who registers? Stattdessen: der Ablauf scheitert. Der Grund: bob ist offline.');
  });

  it('says where a mistake stands that keeps something from being checked', () => {
    assert.equal(
      message('Line 3: Lines need no semicolon: remove it.'),
      'Zeile 3: Zeilen brauchen kein Semikolon: Entferne es.',
    );
  });

  it('says in English what it does not know', () => {
    assert.equal(message('Nobody ever said this.'), undefined);
    assert.equal(germanEditor.message('Nobody ever said this.'), 'Nobody ever said this.');
  });

  it('has a template for each sentence that the language reports', () => {
    const unknown = sentencesIn('src/language').filter((sentence) => message(sentence) === undefined);
    assert.deepEqual(unknown, []);
  });
});

const english = /^(?:the|of|with|nobody|knows|let|found|expected|never|but|neither|which|should|write)$/i;

const englishHover =
  /^(?:the|and|with|which|has|nobody|fails|takes|answers|asks|does|line|steps?|messages?|after|begins|linked|start)$/i;

const wordPlaces: readonly WordPlace[] = [
  ...(['statement', 'step', 'message', 'action', 'property', 'listing', 'role', 'kind', 'service', 'pattern'] as const),
  ...(['option', 'set', 'link', 'shape', 'expectation', 'question', 'comparison', 'architecture'] as const),
];

/** At every word of a file, each once. */
function hoversIn(text: string): ReadonlySet<string> {
  const file = checked(text);
  const lines = text.split('\n');
  const found = lines.flatMap((written, line) =>
    tokenize(written).map(({ start }) => hoverAt(file, { line, column: start }, (to) => `#${to}`, wordsOfScene('de'))),
  );
  return new Set(found.flatMap((hover) => hover?.markdown ?? []));
}

function checked(text: string): Checked {
  return check(text, undefined, { maxSteps: 200 });
}

function said(file: Checked) {
  return { diagnostics: file.diagnostics, lenses: lensesOf(file), hints: hintsOf(file, 0, Number.POSITIVE_INFINITY) };
}

function inGerman(text: string): string {
  return message(text) ?? related(text) ?? text;
}

/** Whatever has no German. */
function unknownIn(file: Checked): readonly string[] {
  const { diagnostics, lenses, hints } = said(file);
  const without = (known: (text: string) => string | undefined, all: readonly string[]) =>
    all.filter((text) => known(text) === undefined);
  const places = diagnostics.flatMap((one) => one.related.map((place) => place.message));
  const parts = hints.flatMap((hint) => hint.parts.flatMap((part) => (part.span ? [] : part.text)));
  return [
    ...without(
      message,
      diagnostics.map((one) => one.message),
    ),
    ...without(related, places),
    ...without(
      fixTitle,
      offersFor(diagnostics, diagnostics).map(({ title }) => title),
    ),
    ...without(
      lensTitle,
      lenses.flatMap(({ title }) => title ?? []),
    ),
    ...without(
      lensTooltip,
      lenses.map(({ tooltip }) => tooltip),
    ),
    ...without(hintText, parts),
    ...without(
      hintTooltip,
      hints.flatMap(({ tooltip }) => tooltip),
    ),
  ];
}

/** Messages that stand whole in the source, without a hole; not what they give as an example. */
function sentencesIn(folder: string): readonly string[] {
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const lines = sources.flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'));
  const texts = lines.flatMap((line) =>
    line.includes('expectString(') ? [] : (line.match(/'[A-Z“][^']*[.?]'(?=[,;)])/g) ?? []),
  );
  return texts.map((text) => text.slice(1, -1));
}
