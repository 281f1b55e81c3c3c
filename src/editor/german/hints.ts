/** What stands behind lines, in German. */
import { countSaid, listSaid } from '../../scene/words/de/said';
import { sayingAgain, type Template, type Translate } from '../../scene/words/templates';
import type { Hint, HintPart } from '../hints';
import { holes } from './holes';
import { lensTitle } from './lenses';
import { verdict } from './messages';

/** A name leads to where it is declared, and stays as it is. */
export function hintInGerman({ line, parts, tooltip }: Hint): Hint {
  const said = parts.map((part): HintPart => (part.span ? part : { text: hintText(part.text) ?? part.text }));
  return { line, parts: said, tooltip: tooltip.map((text) => hintTooltip(text) ?? text) };
}

const signs: Readonly<Record<string, string>> = {
  'from ': 'von ',
  '→ nobody': '→ niemand',
  ' (offline)': ' (offline)',
};

export const hintText: Translate = (text) => {
  const known = signs[text] ?? (/^[\s→·,…]*$/.test(text) ? text : undefined);
  if (known !== undefined) return known;
  const [, more] = /^ and ([\d,]+) more$/.exec(text) ?? [];
  if (more !== undefined) return ` und ${countSaid(more)} weitere`;
  return text.startsWith('→ ') ? rolesSaid(text) : lensTitle(text);
};

const roles: Readonly<Record<string, string>> = { client: 'Client', server: 'Server', both: 'Client und Server' };

/** `→ alice: client of web · server of sql and bob: both`; names have no spaces, so a word between spaces is none. */
function rolesSaid(text: string): string {
  return listSaid(text)
    .replace(/(?<=(?:→|:|·) )(client|server|both)(?= of | ·|,| und |$)/g, (role) => roles[role] ?? role)
    .replace(/(?<=(?:Client|Server)) of /g, ' bei ');
}

const tips: readonly Template[] = [
  ['{role}: {a} {deeds} (line {n})', '{role}: {a} {deeds} (Zeile {n})'],
  ['and {n} more', 'und {n} weitere'],
  ['{a} sends it to {b}.', '{a} sendet es an {b}.'],
  ['In “{q}”, {a} finds for “{q2}”: {found}.', 'In „{q}“ findet {a} zu „{q2}“: {found}.'],
  [
    'In “{q}”, {a} finds for “{q2}”: {found}. {hosts} is offline by now.',
    'In „{q}“ findet {a} zu „{q2}“: {found}. {hosts} ist inzwischen offline.',
  ],
  [
    'In “{q}”, {a} finds for “{q2}”: {found}. {hosts} are offline by now.',
    'In „{q}“ findet {a} zu „{q2}“: {found}. {hosts} sind inzwischen offline.',
  ],
  ['In “{q}”, {a} answers {b}: {found} for “{q2}”.', 'In „{q}“ antwortet {a} {b} zu „{q2}“: {found}.'],
  [
    'In “{q}”, {a} answers {b}: {found} for “{q2}”. {hosts} is still listed there, but offline.',
    'In „{q}“ antwortet {a} {b} zu „{q2}“: {found}. Dort steht noch, aber offline: {hosts}.',
  ],
];

const tip = sayingAgain(tips, {
  ...holes,
  found: { pattern: '.+?', ...(holes.found?.say && { say: holes.found.say }) },
});

export const hintTooltip: Translate = (text) => (text === '' ? text : (tip(text) ?? verdict(text)));
