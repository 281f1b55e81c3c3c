/** What may stand in the holes of an English sentence, and how that is said in German. */
import { knownReason } from '../../scene/words/de/reasons';
import { countSaid, deeds, listSaid, namesPattern, numberSaid, quotedPattern } from '../../scene/words/de/said';
import { type Holes, oneOf } from '../../scene/words/templates';

const quantity = String.raw`-?[\d.,e+]+ (?:[kMGT]?B|[mu]?s|min|h)(?: \d+ (?:s|min))?`;

export const holes: Holes = {
  /** What stands in quotes. */
  q: { pattern: quotedPattern },
  /** As it is written in a file; not the next sentence. */
  code: { pattern: '(?:(?!\\. [A-Z]).)+?' },
  /** Whatever the author has written. */
  own: { pattern: '.+' },
  n: { pattern: '[\\d,]+', say: countSaid },
  amount: { pattern: quantity, say: numberSaid },
  hosts: { pattern: namesPattern, say: listSaid },
  words: { pattern: '.+?', say: (text) => text.replace(/ or (?=[^,]*$)/, ' oder ') },
  /** A reason that a run gives, as it is or at the start of a sentence. */
  reason: {
    pattern: '.+',
    say: (text) => knownReason(text.replace(/^(?:The|No|Nobody) /, (word) => word.toLowerCase())),
  },
  /** A resource, or data of no name. */
  thing: { pattern: '“.*?”|data', say: (text) => (text === 'data' ? 'Daten' : requoted(text)) },
  choices: { pattern: '“.*”', say: (text) => requoted(text.replace(/” or “(?=[^“]*$)/, '” oder “')) },
  /** `3 of kind “get”, 2 of kind “put”`. */
  sorts: { pattern: '\\d.*', say: (text) => requoted(text.replace(/(\d) of kind “/g, '$1 der Art “')) },
  found: { pattern: '.+', say: (text) => (text === 'nobody' ? 'niemand' : listSaid(text)) },
  actual: {
    pattern: '.+?',
    say: (text) =>
      knownReason(text) ??
      (/^[^\s“]+(?:, [^\s“]+)*(?: and (?:\d+ others|[^\s“]+))?$/.test(text) ? listSaid(text) : undefined),
  },
  /** What a host does in flows: “asks bob in “Look””. */
  deeds: { pattern: '(?:asks|answers|sends|receives) .+', say: deedsSaid },
  deed: { pattern: '.+', say: deedSaid },
  arch: { pattern: 'client-server|hybrid|peer-to-peer' },
  role: oneOf({ client: 'Client', server: 'Server' }),
  node: oneOf({ host: 'ein Host', switch: 'ein Switch', router: 'ein Router', cloud: 'eine Cloud' }),
  sort: oneOf({
    client: 'Client',
    server: 'Server',
    peer: 'Peer',
    index: 'Index',
    tracker: 'Tracker',
    edge: 'Edge',
    origin: 'Origin',
  }),
  /** What a name is declared as, with its article. */
  declared: oneOf({
    'a host': 'einen Host',
    'a switch': 'einen Switch',
    'a router': 'einen Router',
    'a cloud': 'eine Cloud',
    'a service': 'einen Dienst',
    'a flow': 'einen Ablauf',
    'a scenario': 'ein Szenario',
    'an exercise': 'eine Aufgabe',
  }),
  slot: oneOf({
    'the name of a host': 'der Name eines Hosts',
    'the name of a switch': 'der Name eines Switches',
    'the name of a router': 'der Name eines Routers',
    'the name of a cloud': 'der Name einer Cloud',
    'the name of the service': 'der Name des Dienstes',
    'the name of a host, or “nothing”': 'der Name eines Hosts oder „nothing“',
    'the name of a host, or “any host”': 'der Name eines Hosts oder „any host“',
    'the name of a host or switch': 'der Name eines Hosts oder Switches',
    'the name of a service': 'der Name eines Dienstes',
    'the name of a host or service': 'der Name eines Hosts oder Dienstes',
    'the title': 'der Titel',
    'the name of the flow': 'der Name des Ablaufs',
    'the name of the scenario': 'der Name des Szenarios',
    'the name of the exercise': 'der Name der Aufgabe',
    'the task': 'der Text der Aufgabe',
    'the hint': 'der Tipp',
    'the question': 'die Frage',
    'the advice': 'der Rat',
    'the note': 'die Notiz',
    'what it shares': 'der Name der freigegebenen Datei',
    'what it lists': 'der Name der eingetragenen Datei',
    'what is uploaded': 'der Name der hochgeladenen Datei',
    'the name of the resource': 'der Name der Datei',
    'what is said': 'der Text der Nachricht',
    'the reply': 'die Antwort',
    'the text': 'der Text',
  }),
  /** One of certain words: that it is missing, and that something is none. */
  choice: oneOf({
    'a pattern': 'ein Muster',
    'an option': 'eine Option',
    'a role': 'eine Rolle',
    'a property of a host': 'eine Eigenschaft des Hosts',
    'a kind of software': 'die Art der Software',
    'a shape': 'eine Form',
    'what a question is about': 'das Thema der Frage',
    'an architecture': 'eine Architektur',
    'something to expect of a host': 'eine Erwartung an den Host',
    'something to expect of a flow': 'eine Erwartung an den Ablauf',
    'a message': 'eine Nachricht',
    'something to set': 'der Name der Einstellung',
  }),
  none: oneOf({
    'a pattern': 'kein Muster',
    'an option': 'keine Option',
    'a role': 'keine Rolle',
    'a property of a host': 'keine Eigenschaft eines Hosts',
    'a kind of software': 'keine Art von Software',
    'a shape': 'keine Form',
    'what a question is about': 'kein Thema einer Frage',
    'an architecture': 'keine Architektur',
    'something to expect of a host': 'nichts, was von einem Host erwartet werden kann',
    'something to expect of a flow': 'nichts, was von einem Ablauf erwartet werden kann',
    'a message': 'keine Nachricht',
    'something to set': 'nichts, was sich einstellen lässt',
    'an action': 'keine Aktion',
  }),
  integer: oneOf({
    'how many there are': 'die Anzahl der Mitglieder',
    'which member': 'die Nummer des Mitglieds',
    'the last member': 'die Nummer des letzten Mitglieds',
    'how many points': 'die Anzahl der Punkte',
    'how many messages': 'die Anzahl der Nachrichten',
    'how many children': 'die Anzahl der Kinder',
    'how many neighbours': 'die Anzahl der Nachbarn',
    'how often to repeat': 'die Anzahl der Wiederholungen',
    'the new value': 'der neue Wert',
  }),
  measure: oneOf({
    'the rate of its upload': 'die Datenrate des Uploads',
    'the rate of its download': 'die Datenrate des Downloads',
    'the new rate': 'die neue Datenrate',
    'how much is lost': 'der Anteil, der verloren geht',
    'how long it takes': 'die Dauer',
    'how long to wait': 'die Wartezeit',
    'a size': 'eine Größe',
    'a duration': 'eine Dauer',
  }),
  kind: oneOf({
    'a size': 'eine Größe',
    'a rate': 'eine Datenrate',
    'a duration': 'eine Dauer',
    'a percentage': 'ein Prozentsatz',
    'a rate or a duration': 'eine Datenrate oder eine Dauer',
  }),
  nokind: oneOf({
    'a size': 'keine Größe',
    'a rate': 'keine Datenrate',
    'a duration': 'keine Dauer',
    'a percentage': 'kein Prozentsatz',
    'a rate or a duration': 'weder eine Datenrate noch eine Dauer',
  }),
  kinds: oneOf({
    'A size': 'Eine Größe',
    'A rate': 'Eine Datenrate',
    'A duration': 'Eine Dauer',
    'A percentage': 'Ein Prozentsatz',
    'A rate or a duration': 'Eine Datenrate oder Dauer',
  }),
};

function requoted(text: string): string {
  return text.replace(/“(.*?)”/g, '„$1“');
}

function deedsSaid(text: string): string | undefined {
  const said = text.split(/(?<=”), and (?=asks|answers|sends|receives)/).map(knownReason);
  return said.includes(undefined) ? undefined : said.join(', und ');
}

/** `ask bob`, `call`. */
function deedSaid(text: string): string | undefined {
  const [, verb = '', host = ''] = /^(ask|answer|reach|send to|call) (\S+)$/.exec(text) ?? [];
  const known = Object.entries(deeds).find(([deed]) => deed === text)?.[1];
  if (known !== undefined) return `nicht ${known}`;
  const german = { ask: `${host} nicht fragen`, answer: `${host} nicht antworten`, reach: `${host} nicht erreichen` };
  if (verb === 'send to') return `nicht an ${host} senden`;
  if (verb === 'call') return `${host} nicht anrufen`;
  return german[verb as keyof typeof german];
}
