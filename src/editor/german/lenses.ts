/** What stands over flows, exercises and expectations, in German. */
import { knownReason } from '../../scene/words/de/reasons';
import { sayingAgain, type Template, type Translate } from '../../scene/words/templates';
import { holes } from './holes';
import { verdict } from './messages';

const parts: readonly Template[] = [
  ['Run', 'Starten'],
  ['{n} step', '{n} Schritt'],
  ['{n} steps', '{n} Schritte'],
  ['{amount}', '{amount}'],
  ['{arch}', '{arch}'],
  ['fails at line {n}', 'scheitert in Zeile {n}'],
  ['fails at line {n}, as expected', 'scheitert wie erwartet in Zeile {n}'],
  ['too large to run while typing', 'zu groß, um beim Tippen mitzulaufen'],
  ['nothing happens here yet', 'hier geschieht noch nichts'],
  ['nothing is checked here yet', 'hier wird noch nichts geprüft'],
  ['{tick}{n} of {n2} point', '{tick}{n} von {n2} Punkt'],
  ['{tick}{n} of {n2} points', '{tick}{n} von {n2} Punkten'],
  ['{n} of {n2} point: {open}', '{n} von {n2} Punkt: {open}'],
  ['{n} of {n2} points: {open}', '{n} von {n2} Punkten: {open}'],
  ['✗ {n} of {n2} does not hold: line {hosts}', '✗ {n} von {n2} trifft nicht zu: Zeile {hosts}'],
  ['✗ {n} of {n2} do not hold: line {hosts}', '✗ {n} von {n2} treffen nicht zu: Zeile {hosts}'],
  ['✗ {n} of {n2} do not hold: lines {hosts}', '✗ {n} von {n2} treffen nicht zu: Zeilen {hosts}'],
  ['{n} not checked', '{n} nicht geprüft'],
  ['✓ {n} hold, {n2} not checked', '✓ {n} zutreffend, {n2} nicht geprüft'],
  ['✓ all {n} hold', '✓ alle {n} treffen zu'],
  ['✓ holds', '✓ trifft zu'],
  ['✓ holds {actual}', '✓ trifft zu: {actual}'],
  ['✓', '✓'],
  ['✓ {actual}', '✓ {actual}'],
  ['✗ found: {actual}', '✗ gefunden: {actual}'],
  ['not checked', 'nicht geprüft'],
];

const open: readonly Template[] = [
  ['{n} check does not hold yet', '{n} trifft noch nicht zu'],
  ['{n} checks do not hold yet', '{n} treffen noch nicht zu'],
  ['{n} check does not hold yet, {n2} not checked', '{n} trifft noch nicht zu, {n2} nicht geprüft'],
  ['{n} checks do not hold yet, {n2} not checked', '{n} treffen noch nicht zu, {n2} nicht geprüft'],
  ['{n} not checked', '{n} nicht geprüft'],
];

const part = sayingAgain(parts, {
  ...holes,
  tick: { pattern: '✓ |' },
  open: { pattern: '.+', say: sayingAgain(open, holes) },
});

/** What is found of one expectation may hold anything; what stands over a flow has parts. */
export const lensTitle: Translate = (title) => {
  const whole = part(title);
  if (whole !== undefined) return whole;
  const said = title.split(' · ').map(part);
  return said.includes(undefined) ? undefined : said.join(' · ');
};

const tips: readonly Template[] = [
  [
    'It is not run at every keystroke. Click to run it in full and step through it.',
    'Der Ablauf wird nicht bei jedem Tastendruck ausgeführt. Klicke, um ihn ganz auszuführen und Schritt für Schritt anzusehen.',
  ],
  ['Step through it in the playground', 'Schritt für Schritt ansehen'],
  ['Shows the list of what this file expects', 'Zeigt, was diese Datei erwartet'],
];

const tip = sayingAgain(tips, holes);

/** What an exercise advises is its author's: it stands before the reason, and stays as it is. */
export const lensTooltip: Translate = (text) => {
  if (text === '') return text;
  const [, why] = /^Fails, because (.*)$/s.exec(text) ?? [];
  if (why === undefined) return tip(text) ?? unadvised(text);
  const said = knownReason(why);
  return said === undefined ? undefined : `Scheitert. ${said}`;
};

function unadvised(text: string): string | undefined {
  const whole = verdict(text);
  if (whole !== undefined) return whole;
  for (const { index } of text.matchAll(/ /g)) {
    const said = verdict(text.slice(index + 1));
    if (said !== undefined) return `${text.slice(0, index)} ${said}`;
  }
  return undefined;
}
