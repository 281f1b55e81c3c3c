/** What pointing at something shows, in German: Markdown, line by line. What comes of the file is escaped, and stays as it is. */
import { knownReason } from '../../scene/words/de/reasons';
import { countSaid, listSaid, namesPattern, numberSaid } from '../../scene/words/de/said';
import {
  type Holes,
  inSentences,
  oneOf,
  sayingAgain,
  type Template,
  type Translate,
} from '../../scene/words/templates';
import { plain } from '../markdown';
import { holes } from './holes';
import { lensTitle } from './lenses';
import { meanings } from './meanings';
import { message } from './messages';

const flows: readonly Template[] = [
  [
    'Too large to run while you type. Run it to see what it does.',
    'Zu groß, um beim Tippen mitzulaufen. Starte den Ablauf, um zu sehen, was geschieht.',
  ],
  ['Completes after {amount}: {count}, {count2}.', 'Endet nach {amount}: {count}, {count2}.'],
  ['**Fails** after {amount} at {link}: {why}.', '**Scheitert** nach {amount} in {link}: {why}.'],
  ['This flow alone is **{arch}**. {said}', 'Dieser Ablauf allein ist **{arch}**. {said}'],
  ['Expected of it:', 'Davon wird erwartet:'],
  ['Expected under it:', 'Darin wird erwartet:'],
  ['{bold}: what is different from the start', '{bold}: was von Anfang an anders ist'],
  ['- {hosts} is {state}', '- {hosts} ist {state}'],
  ['- {hosts} are {state}', '- {hosts} sind {state}'],
  ['- the link between {a} and {b} is cut', '- die Verbindung zwischen {a} und {b} ist unterbrochen'],
  ['- the link between {a} and {b} works', '- die Verbindung zwischen {a} und {b} funktioniert'],
  ['- {hosts} can send at {rate}', '- {hosts} sendet mit höchstens {rate}'],
  ['- {hosts} can receive at {rate}', '- {hosts} empfängt mit höchstens {rate}'],
  ['- {x} of {a} is {n}', '- {x} von {a} ist {n}'],
  ['**Not checked.** {said}', '**Nicht geprüft.** {said}'],
  ['✓ **Holds.** {said}', '✓ **Trifft zu.** {said}'],
  ['✗ **Does not hold.** {said}', '✗ **Trifft nicht zu.** {said}'],
  ['See {links}.', 'Siehe {links}.'],
];

const steps: readonly Template[] = [
  [
    '{quoted} is too large to run while you type. Run it to see what happens here.',
    '{quoted} ist zu groß, um beim Tippen mitzulaufen. Starte den Ablauf, um zu sehen, was hier geschieht.',
  ],
  ['{quoted} runs without this line.', '{quoted} läuft ohne diese Zeile.'],
  [
    '{quoted} does not get here: it fails at {link}.',
    '{quoted} kommt nicht bis hierher: Der Ablauf scheitert in {link}.',
  ],
  ['Begins at {amount} and takes {amount2} in {quoted}.', 'Beginnt in {quoted} nach {amount} und dauert {amount2}.'],
  ['**The flow fails here:** {said}', '**Der Ablauf scheitert hier:** {said}'],
  ['- {own} · **fails**', '- {own} · **scheitert**'],
  ['- {own} · {amount}', '- {own} · {amount}'],
  ['- {amount} · {own}', '- {amount} · {own}'],
  ['- and {n} more', '- und {n} weitere'],
  ['{own} And so on\\: {count} in all\\.', '{own} Und so weiter\\: insgesamt {count}\\.'],
];

const hosts: readonly Template[] = [
  ['{bold}: a group of {n} hosts, each {own}', '{bold}: eine Gruppe von {n} Hosts, jeder: {own}'],
  [
    '{bold}: a {device}. It passes on what others send; it neither asks nor answers.',
    '{bold}: {device}. Hier wird weitergeleitet, was andere senden, aber nicht gefragt und nicht geantwortet.',
  ],
  ['| Declared | Able to be | In the flows |', '| Festgelegt | Möglich | In den Abläufen |'],
  ['| {cells} |', '| {cells} |'],
  ['- {role}: {evidence} ({link})', '- {role}: {evidence} ({link})'],
  ['Has at the start: {list}', 'Hat am Anfang: {list}'],
  ['Lists at the start: {x} at {hosts}', 'Am Anfang eingetragen: {x} bei {hosts}'],
  ['Lists at the start: {own}', 'Am Anfang eingetragen: {own}'],
  ['Access: sends at {rate}', 'Anschluss: sendet mit {rate}'],
  ['Access: receives at {rate}', 'Anschluss: empfängt mit {rate}'],
  ['Access: sends at {rate}, receives at {rate2}', 'Anschluss: sendet mit {rate}, empfängt mit {rate2}'],
  ['Linked to: {facts}', 'Verbunden mit: {facts}'],
  ['Neighbours: {facts}', 'Nachbarn: {facts}'],
  ['Passes on in: {facts}', 'Leitet weiter in: {facts}'],
  ['Takes part in: {facts}', 'Beteiligt an: {facts}'],
];

const services: readonly Template[] = [
  ['{bold}: a service of the pattern **{x}**', '{bold}: ein Dienst nach dem Muster **{x}**'],
  ['- {sort}: {hosts}', '- {sort}: {hosts}'],
  ['- {x}: {meaning}', '- {x}: {meaning}'],
  ['- {x} {n}: {meaning}', '- {x} {n}: {meaning}'],
  ['At the start nobody has it.', 'Am Anfang hat es niemand.'],
  ['At the start held by {hosts}.', 'Am Anfang liegt es bei: {hosts}.'],
  ['- Listed at the start by {a}: {hosts}', '- Am Anfang eingetragen bei {a}: {hosts}'],
  ['- {quoted}: {journey}', '- {quoted}: {journey}'],
];

const quantities: readonly Template[] = [
  ['**{x}** = {units}', '**{x}** = {units}'],
  [
    'Takes {amount} at {rate}, {amount2} at {rate2}, {amount3} at {rate3}.',
    'Das dauert {amount} bei {rate}, {amount2} bei {rate2} und {amount3} bei {rate3}.',
  ],
  [
    'A song of 4 MB takes {amount}, a film of 2 GB {amount2}.',
    'Ein Lied von 4 MB braucht {amount}, ein Film von 2 GB {amount2}.',
  ],
  [
    'Light in a cable gets about {number} km far in that time.',
    'Licht kommt in dieser Zeit in einem Kabel etwa {number} km weit.',
  ],
  ['So many messages get lost on the way.', 'So viele Nachrichten gehen unterwegs verloren.'],
];

/** What stands escaped: what is found, and what words mean. */
const escaped: Translate = (text) => {
  const bare = text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const said = message(bare) ?? beside(bare);
  return said === undefined ? undefined : plain(said);
};

const beside = inSentences(
  sayingAgain(
    [...meanings, ['The flows make it {arch}.', 'Die Abläufe machen es {arch}.'], ['{reported}', '{reported}']],
    {
      ...holes,
      reported: { pattern: '.+', say: message },
    },
  ),
);

const journeys: Readonly<Record<string, string>> = {
  'gets it from': 'holt es von',
  'announces it at': 'meldet es an bei',
  'puts it at': 'lädt es hoch zu',
  'registers it at': 'meldet es an bei',
  'takes it back at': 'meldet es ab bei',
  'looks it up at': 'sucht es bei',
  'sends it to': 'sendet es an',
};

const units: readonly (readonly [RegExp, string])[] = [
  [/bits a second/, 'Bits je Sekunde'],
  [/ a second/, ' je Sekunde'],
  [/ bytes/, ' Bytes'],
  [/1 of /, '1 von '],
  [/none/, 'keine'],
];

const hoverHoles: Holes = {
  ...holes,
  link: { pattern: '\\[Zeile \\d+\\]\\([^\\s)]*\\)' },
  links: {
    pattern: '\\[.+',
    say: (text) => text.replace(/ and (?=\[[^[]*$|\d)/, ' und ').replace(/ more$/, ' weitere'),
  },
  count: {
    pattern: '[\\d,]+ (?:step|message)s?',
    say: (text) => {
      const [number = '', thing = ''] = text.split(' ');
      const isOne = number === '1';
      const noun = thing.startsWith('step') ? (isOne ? 'Schritt' : 'Schritte') : isOne ? 'Nachricht' : 'Nachrichten';
      return `${countSaid(number)} ${noun}`;
    },
  },
  why: { pattern: '.+', say: (text) => again(text, knownReason) },
  said: { pattern: '.+', say: escaped },
  evidence: { pattern: '.+?', say: (text) => again(text, knownReason) },
  meaning: { pattern: '.+', say: (text) => meaning(text) },
  bold: { pattern: '\\*\\*.+?\\*\\*' },
  quoted: { pattern: '“.+?”', say: (text) => `„${text.slice(1, -1)}“` },
  state: { pattern: 'offline|online' },
  rate: { pattern: '[\\d.,]+ [kMGT]?bps', say: numberSaid },
  number: { pattern: '[\\d.,]+', say: numberSaid },
  device: oneOf({ switch: 'ein Switch', router: 'ein Router', cloud: 'eine Cloud' }),
  cells: {
    pattern: '.+',
    say: (text) => text.replace(/(?<=^|[|:] )(?:client|server|both)(?= \||,|$)/g, (role) => roles[role] ?? role),
  },
  // The name of a resource may hold an “and” itself.
  list: { pattern: '.+', say: (text) => (isOfNames.test(text.replace(/ \([^()]*\)/g, '')) ? factsSaid(text) : text) },
  facts: { pattern: '.+', say: factsSaid },
  journey: {
    pattern: '.+',
    say: (text) =>
      listSaid(text).replace(/ (\w+ it (?:\w+ )?(?:from|at|to)) /g, (deed, words) =>
        journeys[words] ? ` ${journeys[words]} ` : deed,
      ),
  },
  units: {
    pattern: '.+',
    say: (text) => units.reduce((all, [word, german]) => all.replace(word, german), numberSaid(text)),
  },
};

const roles: Readonly<Record<string, string>> = { client: 'Client', server: 'Server', both: 'Client und Server' };

const isOfNames = new RegExp(`^${namesPattern}$`);

/** Names, or flows in quotes, each perhaps with what it is like behind it in brackets. */
function factsSaid(text: string): string {
  return text
    .replace(/ and (?=(?:“[^“”]*”|[^\s“”]+)(?: \([^()]*\))?$|[\d,]+ more$)/, ' und ')
    .replace(/ more$/, ' weitere')
    .replace(/“([^“”]*)”/g, '„$1“')
    .replace(
      / \(([\d,]+) messages?\)/g,
      (_, count) => ` (${countSaid(count)} ${count === '1' ? 'Nachricht' : 'Nachrichten'})`,
    )
    .replace(/ \(([^()]*)\)/g, (inBrackets) =>
      inBrackets.replace(/(?<=\d)\.(?=\d)/g, ',').replace('% lost', '% Verlust'),
    );
}

function again(text: string, translate: Translate): string | undefined {
  const said = translate(text.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  return said === undefined ? undefined : plain(said);
}

export const meaning = sayingAgain(meanings, holes);

const line = sayingAgain([...meanings, ...flows, ...quantities, ...hosts, ...services, ...steps], hoverHoles);

export function hoverInGerman(markdown: string): string {
  let isCode = false;
  const lines = markdown.split('\n').map((text) => {
    if (text.startsWith('```')) isCode = !isCode;
    return isCode ? text : lineInGerman(text);
  });
  return lines.join('\n');
}

/** Two spaces break a line. */
function lineInGerman(text: string): string {
  const bare = text.trimEnd().replace(/\[line (\d+)\]\(/g, '[Zeile $1](');
  return (line(bare) ?? escaped(bare) ?? lensTitle(bare) ?? bare) + text.slice(text.trimEnd().length);
}
