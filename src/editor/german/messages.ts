/** The messages of diagnostics in German; undefined for one that is not known. */
import { inSentences, sayingAgain, type Template, type Translate } from '../../scene/words/templates';
import { holes } from './holes';
import { nameMistakes } from './mistakes-names';
import { relatedPlaces, runMistakes } from './mistakes-runs';
import { syntaxMistakes } from './mistakes-syntax';
import { verdicts } from './verdicts';

const expectations: readonly Template[] = [['Found instead: {actual}.', 'Stattdessen: {actual}.']];

/** Where a mistake stands that keeps something from being checked. */
const elsewhere: readonly Template[] = [['Line {n}: {mistake}', 'Zeile {n}: {mistake}']];

/** What was found instead, without its sentence: “Hier fehlt ein Name, stattdessen steht hier „3“.” */
const beside: readonly Template[] = [['{said}, but found “{q}”.', '{said}, stattdessen steht hier „{q}“.']];

const verdictHoles = {
  ...holes,
  claim: { pattern: '.+', say: (text: string) => verdict(text) },
};

/** Why an expectation holds or does not. */
export const verdict: Translate = inSentences(sayingAgain([...verdicts, ...runMistakes], verdictHoles));

const sentence: Translate = sayingAgain(
  [...elsewhere, ...beside, ...syntaxMistakes, ...nameMistakes, ...expectations, ...runMistakes, ...verdicts],
  {
    ...verdictHoles,
    mistake: { pattern: '.+', say: (text) => message(text) },
    said: { pattern: '.+?', say: (text) => sentence(`${text}.`)?.slice(0, -1) },
  },
);

const sentences = inSentences(sentence);

/** What an expectation advises is its author's, and stays as it is. */
export function message(text: string): string | undefined {
  const said = sentences(text.trimEnd());
  const found = said === undefined ? text.indexOf(` ${foundInstead}`) : -1;
  if (found < 0) return said;
  const rest = sentences(text.slice(found + 1).trimEnd());
  return rest === undefined ? undefined : `${text.slice(0, found)} ${rest}`;
}

const foundInstead = 'Found instead: ';

export const related: Translate = sayingAgain(relatedPlaces, holes);
