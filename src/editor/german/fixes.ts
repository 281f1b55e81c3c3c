/** The titles of quick fixes in German. */
import { type Holes, sayingAgain, type Template, type Translate } from '../../scene/words/templates';
import { holes } from './holes';

const grammar: readonly Template[] = [
  ['Write a colon', 'Einen Doppelpunkt schreiben'],
  ['Write a comma', 'Ein Komma schreiben'],
  ['Write -- between the ends', '-- zwischen die Enden schreiben'],
  ['Write expect', '„expect“ schreiben'],
  ['Write the flow “{q}”', 'Den Ablauf „{q}“ schreiben'],
  ['Write the scenario “{q}”', 'Das Szenario „{q}“ schreiben'],
  ['Change to “{q}”', 'Zu „{q}“ ändern'],
  ['Change to {own}', 'Zu {own} ändern'],
  ['Remove it', 'Entfernen'],
  ['Remove the quotes', 'Die Anführungszeichen entfernen'],
  ['Remove the points', 'Die Punkte entfernen'],
  ['Put it in double quotes', 'In Anführungszeichen setzen'],
  ['Put them before it', 'Davor setzen'],
  ['Put it behind the line above', 'Hinter die Zeile darüber setzen'],
  ['Put { behind it', '{ dahinter setzen'],
  ['Put } on a line of its own', '} in eine eigene Zeile setzen'],
  ['Put a switch between them: {x}', 'Einen Switch dazwischensetzen: {x}'],
  ['Start a new line', 'Eine neue Zeile beginnen'],
  ['Close the text', 'Den Text schließen'],
  ['Close the block', 'Den Block schließen'],
  ['Add the word host', 'Das Wort „host“ hinzufügen'],
  ['Add the word link', 'Das Wort „link“ hinzufügen'],
  ['Make it a comment', 'Zu einem Kommentar machen'],
  ['Rename to {x}', 'In {x} umbenennen'],
  ['Rename it to {own}', 'In {own} umbenennen'],
];

const network: readonly Template[] = [
  ['Declare host {x}', 'Host {x} festlegen'],
  ['Declare switch {x}', 'Switch {x} festlegen'],
  ['Declare service {x} uses {y}', 'Dienst {x} mit dem Muster {y} festlegen'],
  ['Declare as {x}', 'Als „{x}“ festlegen'],
  ['Declare no role', 'Keine Rolle festlegen'],
  ['Link it to {x}', 'Mit {x} verbinden'],
  ['Link {x} to {y} over {z}', '{x} mit {y} über {z} verbinden'],
  ['Link {hosts} to {x}', '{hosts} mit {x} verbinden'],
  ['Cut {code}', '{code} unterbrechen'],
  ['Restore {code} first', '{code} zuerst reparieren'],
  ['Restore {code}', '{code} reparieren'],
  ['Let “{q}” have {n} members', '„{q}“ {n} Mitglieder geben'],
  ['Let {who} run {code}', 'Bei {who} die Software {code} hinzufügen'],
  ['Let {x} share “{q}”', '{x} „{q}“ freigeben lassen'],
  ['Run {x} as a peer', '{x} als Peer ausführen'],
  ['Let queries of {x} go {n} hops', 'Suchanfragen von {x} {n} Hops weit gehen lassen'],
];

const flows: readonly Template[] = [
  ['Ask {x}', '{x} fragen'],
  ['Let it come from {x}', 'Es von {x} kommen lassen'],
  ['Send it over {x}', 'Über {x} senden'],
  ['Begin with {own}', 'Mit {own} beginnen'],
  ['Bring {hosts} back first', '{hosts} zuerst zurückbringen'],
  ['Say what happens otherwise', 'Sagen, was sonst geschieht'],
  ['Look it up at {x} first', 'Zuerst bei {x} danach suchen'],
  ['Let {hosts} register it first', '{hosts} es zuerst anmelden lassen'],
  ['Let {x} join first', '{x} zuerst beitreten lassen'],
  ['Expect what happens now: {own}', 'Erwarten, was jetzt geschieht: {own}'],
  ['Expect that {x} is needed', 'Erwarten, dass {x} gebraucht wird'],
];

/** The widest at the end. */
const fixes: readonly Template[] = [...grammar, ...network, ...flows, ['Write {own}', '{own} schreiben']];

const fixHoles: Holes = {
  ...holes,
  who: { pattern: '.+?', say: whoSaid },
};

/** Where software is added: `all of peer`, `all 3 hosts of that line`, `alice and bob`. */
function whoSaid(text: string): string | undefined {
  const [, group] = /^all of (\S+)$/.exec(text) ?? [];
  if (group !== undefined) return `allen ${group}`;
  const [, count] = /^all (\d+) hosts of that line$/.exec(text) ?? [];
  return count === undefined ? holes.hosts?.say?.(text) : `allen ${count} Hosts dieser Zeile`;
}

const one = sayingAgain(fixes, fixHoles);

/** What all do at once is said in one breath in English; where German cannot say so, it counts them. */
export const fixTitle: Translate = (title) => {
  const [, count, all] = /^Fix all (\d+): (.*)$/s.exec(title) ?? [];
  if (all === undefined) return one(title);
  const said = / and |…|, /.test(all) ? undefined : one(all.charAt(0).toUpperCase() + all.slice(1));
  return said === undefined ? `Alle ${count} dieser Art beheben` : `Alle ${count} beheben: ${said}`;
};
