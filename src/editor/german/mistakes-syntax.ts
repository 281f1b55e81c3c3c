/** How it is written: mistakes that one line shows, and blocks. */
import type { Template } from '../../scene/words/templates';

const blocks: readonly Template[] = [
  [
    'A block opens at the end of a line: put this { behind the line above.',
    'Ein Block beginnt am Ende einer Zeile: Setze dieses { hinter die Zeile darüber.',
  ],
  [
    'The lines of a “{q}” stand in a block: put { at the end of this line, and } on a line of its own behind them.',
    'Die Zeilen von „{q}“ stehen in einem Block: Setze { ans Ende dieser Zeile und } in eine eigene Zeile dahinter.',
  ],
  [
    '“otherwise” follows the block of a request, as in: } otherwise {',
    '„otherwise“ folgt auf den Block einer Anfrage, zum Beispiel: } otherwise {',
  ],
  [
    'What happens otherwise stands in a block: put { at the end of this line.',
    'Was sonst geschieht, steht in einem Block: Setze { ans Ende dieser Zeile.',
  ],
  [
    'Blocks are nested more than {n} deep here: what is inside is left out.',
    'Hier sind mehr als {n} Blöcke ineinander geschachtelt: Was darin steht, wird ausgelassen.',
  ],
  [
    'This } closes nothing: no block is open here. Remove it.',
    'Dieses } schließt nichts: Hier ist kein Block offen. Entferne es.',
  ],
  [
    'This block is not closed before line {n}, which stands outside of it.',
    'Dieser Block ist vor Zeile {n}, die nicht mehr dazugehört, nicht geschlossen.',
  ],
  [
    'This block is not closed before the end of the file.',
    'Dieser Block ist bis zum Ende der Datei nicht geschlossen.',
  ],
  ['Put a } on a line of its own behind its last line.', 'Setze } in eine eigene Zeile hinter seine letzte Zeile.'],
  [
    'Nobody answers a message with ~>, so it has no block: remove this {, or ask with -> if the other end does something.',
    'Auf eine Nachricht mit ~> antwortet niemand, also hat sie keinen Block: Entferne dieses {, oder frage mit ->, wenn die andere Seite etwas tun soll.',
  ],
  [
    'Points are given in an exercise: put this line into one, or remove the points.',
    'Punkte gibt es in einer Aufgabe: Setze diese Zeile in eine, oder entferne die Punkte.',
  ],
  [
    'Nothing says what this block is for: write } otherwise { if it is what happens on failure.',
    'Wofür dieser Block ist, steht nirgends: Schreibe } otherwise {, wenn er sagt, was bei einem Fehlschlag geschieht.',
  ],
  ['A {x} has no block: remove this {.', '„{x}“ hat keinen Block: Entferne dieses {.'],
  [
    'A block opens with { at the end of its line: put what follows on lines of its own, and } behind them.',
    'Ein Block beginnt mit { am Ende seiner Zeile: Setze, was folgt, in eigene Zeilen und } dahinter.',
  ],
  ['A block closes with } at the start of a line of its own.', 'Ein Block endet mit } am Anfang einer eigenen Zeile.'],
  ['What follows this } belongs on a line of its own.', 'Was auf dieses } folgt, gehört in eine eigene Zeile.'],
];

const places: readonly Template[] = [
  [
    '“{q}” stands outside of blocks: close the block above it with }, or move it out.',
    '„{q}“ steht außerhalb von Blöcken: Schließe den Block darüber mit }, oder verschiebe die Zeile nach draußen.',
  ],
  [
    'This is a property of a host: write it behind the host’s name, or in its block.',
    'Das ist eine Eigenschaft eines Hosts: Schreibe sie hinter seinen Namen oder in seinen Block.',
  ],
  ['“{q}” stands in an exercise, as in: {code}', '„{q}“ steht in einer Aufgabe, zum Beispiel: {code}'],
  [
    '“ask” stands in a flow, in front of the step that it asks about.',
    '„ask“ steht in einem Ablauf, vor dem Schritt, nach dem es fragt.',
  ],
  ['“set” stands in a scenario, as in: {code}', '„set“ steht in einem Szenario, zum Beispiel: {code}'],
  [
    'The block of a host holds its properties: {code}. Messages stand in a flow.',
    'Im Block eines Hosts stehen seine Eigenschaften: {code}. Nachrichten stehen in einem Ablauf („flow“).',
  ],
  [
    'A scenario says what is different from the start: offline, online, cut, restore or set. Messages stand in a flow.',
    'Ein Szenario sagt, was von Anfang an anders ist: offline, online, cut, restore oder set. Nachrichten stehen in einem Ablauf („flow“).',
  ],
  [
    'An exercise holds its task, hints, and what it expects. What happens stands in a flow.',
    'In einer Aufgabe stehen ihr Text, Tipps und was sie erwartet. Was geschieht, steht in einem Ablauf („flow“).',
  ],
  [
    'A note stands in a flow, or behind the name of a host.',
    'Eine Notiz steht in einem Ablauf oder hinter dem Namen eines Hosts.',
  ],
  [
    'This is a step: it stands in the block of a flow, as in: {code}',
    'Das ist ein Schritt: Er steht im Block eines Ablaufs, zum Beispiel: {code}',
  ],
  [
    'A flow holds steps: messages such as {code}, actions, notes and faults.',
    'In einem Ablauf stehen Schritte: Nachrichten wie {code}, Aktionen, Notizen und Störungen.',
  ],
];

const characters: readonly Template[] = [
  ['Lines need no semicolon: remove it.', 'Zeilen brauchen kein Semikolon: Entferne es.'],
  [
    'There is one statement a line: start a new line instead of a semicolon.',
    'In jeder Zeile steht eine Anweisung: Beginne eine neue Zeile statt eines Semikolons.',
  ],
  ['Write {code} instead of “{q}”.', 'Schreibe {code} statt „{q}“.'],
  [
    'Texts stand between straight double quotes: write {own}.',
    'Texte stehen zwischen geraden Anführungszeichen: Schreibe {own}.',
  ],
  ['A comment starts with //.', 'Ein Kommentar beginnt mit //.'],
  [
    'A comment starts with // and goes on to the end of its line.',
    'Ein Kommentar beginnt mit // und geht bis zum Ende seiner Zeile.',
  ],
  ['Write {x} here.', 'Schreibe hier {x}.'],
  [
    'There is a character here that cannot be seen ({x}): remove it.',
    'Hier steht ein unsichtbares Zeichen ({x}): Entferne es.',
  ],
  ['“{q}” means nothing here: remove it.', '„{q}“ bedeutet hier nichts: Entferne es.'],
  [
    '“{q}” cannot be part of a name: a name has letters, digits, - and _, such as {code}.',
    '„{q}“ kann nicht zu einem Namen gehören: Ein Name hat Buchstaben, Ziffern, - und _, zum Beispiel {code}.',
  ],
  [
    '“{q}” cannot be part of a name: a name has letters, digits, - and _, such as .',
    '„{q}“ kann nicht zu einem Namen gehören: Ein Name hat Buchstaben, Ziffern, - und _.',
  ],
  [
    'This text has no end: close it with a double quote (") on the same line.',
    'Dieser Text hat kein Ende: Schließe ihn in derselben Zeile mit einem Anführungszeichen (").',
  ],
  ['No comma stands before “{q}”: remove it.', 'Vor „{q}“ steht kein Komma: Entferne es.'],
  ['A comma stands between them, not “and”.', 'Dazwischen steht ein Komma, nicht „and“.'],
];

/** Without what was found instead, which may follow. */
const expected: readonly Template[] = [
  ['Expected {slot}.', 'Hier fehlt {slot}.'],
  ['Expected {slot} in double quotes, such as "{q}".', 'Hier fehlt {slot} in Anführungszeichen, zum Beispiel "{q}".'],
  ['Put {slot} in double quotes: {own}.', 'In Anführungszeichen gehört {slot}: {own}.'],
  ['Expected {choice} ({words}).', 'Hier fehlt {choice}: {words}.'],
  ['Expected {integer}: a whole number, such as {n}.', 'Hier fehlt {integer}: eine ganze Zahl, zum Beispiel {n}.'],
  [
    'Expected the value of “{q}”: a whole number, such as {n}.',
    'Hier fehlt der Wert von „{q}“: eine ganze Zahl, zum Beispiel {n}.',
  ],
  ['Expected how far to the right: a number, such as 40.', 'Hier fehlt, wie weit rechts: eine Zahl, zum Beispiel 40.'],
  ['Expected how far down: a number, such as 40.', 'Hier fehlt, wie weit unten: eine Zahl, zum Beispiel 40.'],
  ['Expected {measure}, such as {x}.', 'Hier fehlt {measure}, zum Beispiel {x}.'],
  ['Expected “uses” and a pattern, such as {code}.', 'Hier fehlen „uses“ und ein Muster, zum Beispiel {code}.'],
  [
    'Expected “at” and the hosts that have it, such as: {code}.',
    'Hier fehlen „at“ und die Hosts, die es haben, zum Beispiel: {code}.',
  ],
  ['Expected a place in the diagram, such as {code}.', 'Hier fehlt ein Platz im Bild, zum Beispiel {code}.'],
  [
    'Expected a comma between the two numbers of a place, as in {code}.',
    'Zwischen den zwei Zahlen eines Platzes fehlt ein Komma, zum Beispiel {code}.',
  ],
  ['Close the place with ), as in {code}.', 'Schließe den Platz mit ), zum Beispiel {code}.'],
  [
    'Close the number of members with ], as in {code}.',
    'Schließe die Anzahl der Mitglieder mit ], zum Beispiel {code}.',
  ],
  [
    'Close the member of the group with ], as in {words}.',
    'Schließe das Mitglied der Gruppe mit ], zum Beispiel {words}.',
  ],
  [
    'Expected -- and what it is linked to, as in: {code}.',
    'Hier fehlen -- und womit verbunden wird, zum Beispiel: {code}.',
  ],
  [
    'Expected -- and the other end of the link, as in: {code}.',
    'Hier fehlen -- und das andere Ende der Verbindung, zum Beispiel: {code}.',
  ],
  [
    'Expected -> and who is asked, or an action such as {x}.',
    'Hier fehlen -> und wer gefragt wird, oder eine Aktion wie {x}.',
  ],
  [
    'Expected a colon and what is asked, such as {code}.',
    'Hier fehlen ein Doppelpunkt und was gefragt wird, zum Beispiel {code}.',
  ],
  [
    'Expected a colon and what is sent, such as {code}.',
    'Hier fehlen ein Doppelpunkt und was gesendet wird, zum Beispiel {code}.',
  ],
  [
    'Expected a message, such as {code}, or your own words in double quotes.',
    'Hier fehlt eine Nachricht, zum Beispiel {code}, oder eigene Worte in Anführungszeichen.',
  ],
  [
    'Expected what should hold, such as: {code}, or: {code2}.',
    'Hier fehlt, was stimmen soll, zum Beispiel: {code}, oder: {code2}.',
  ],
  ['Expected “finds” and the hosts, or “finds nothing”.', 'Hier fehlen „finds“ und die Hosts, oder „finds nothing“.'],
  [
    'Expected “is” and an architecture, such as: {code}.',
    'Hier fehlen „is“ und eine Architektur, zum Beispiel: {code}.',
  ],
  ['Expected “carries no data”.', 'Hier fehlt „carries no data“.'],
  ['Expected the word “messages” behind the number.', 'Hinter der Zahl fehlt das Wort „messages“.'],
  ['Expected “survives loss of” and a host.', 'Hier fehlen „survives loss of“ und ein Host.'],
  ['Expected a comparison ({words}).', 'Hier fehlt ein Vergleich: {words}.'],
  ['Say in which flow, such as: {code}.', 'Sage, in welchem Ablauf, zum Beispiel: {code}.'],
  ['Say in which flow, such as: {code}', 'Sage, in welchem Ablauf, zum Beispiel: {code}'],
  [
    'Points are given for what follows them, such as: {code}.',
    'Punkte gibt es für das, was hinter ihnen steht, zum Beispiel: {code}.',
  ],
];

const words: readonly Template[] = [
  ['Write “{q}” instead of “{q2}”.', 'Schreibe „{q}“ statt „{q2}“.'],
  ['Names stand without quotes: write {code}.', 'Namen stehen ohne Anführungszeichen: Schreibe {code}.'],
  [
    'Names stand without quotes and without spaces: write {code}.',
    'Namen stehen ohne Anführungszeichen und ohne Leerzeichen: Schreibe {code}.',
  ],
  ['The word “{q}” stands before each resource: write {own}', 'Vor jeder Datei steht das Wort „{q}“: Schreibe {own}'],
  [
    'What a host runs stands without quotes: write {code}',
    'Die Software eines Hosts steht ohne Anführungszeichen: Schreibe {code}',
  ],
  [
    'Software is written as the service and what the host runs of it: write {code}',
    'Software schreibt man als Dienst und was der Host davon hat: Schreibe {code}',
  ],
  [
    'Say of which service the host runs the {x}, such as: {code}',
    'Sage, von welchem Dienst der Host die Software {x} hat, zum Beispiel: {code}',
  ],
  [
    'The word “{q}” stands before the architecture, as in: {code}',
    'Vor der Architektur steht das Wort „{q}“, zum Beispiel: {code}',
  ],
  ['An architecture is one word: write {code}', 'Eine Architektur ist ein einziges Wort: Schreibe {code}'],
  [
    'First say of what, then what you expect of it: write {code}',
    'Sage zuerst, wovon du etwas erwartest, dann was: Schreibe {code}',
  ],
  ['A name starts with a letter.', 'Ein Name beginnt mit einem Buchstaben.'],
  ['“{q}” is not {none}.', '„{q}“ ist {none}.'],
  ['Use {words}.', 'Verwende {words}.'],
  ['Did you mean “{q}”?', 'Meinst du „{q}“?'],
  [
    'Put your own words in double quotes, or use {words}.',
    'Setze eigene Worte in Anführungszeichen, oder verwende {words}.',
  ],
  ['The word “{q}” stands before the pattern: write {code}', 'Vor dem Muster steht das Wort „{q}“: Schreibe {code}'],
  ['The word “{q}” stands before a role: write {code}', 'Vor einer Rolle steht das Wort „{q}“: Schreibe {code}'],
  ['The word “expect” stands behind the number: {code}', 'Hinter der Zahl steht das Wort „expect“: {code}'],
  [
    'A host that is client and server is declared as: both',
    'Ein Host, der Client und Server ist, wird so festgelegt: both',
  ],
  ['A colon stands before the role: write {code}', 'Vor der Rolle steht ein Doppelpunkt: Schreibe {code}'],
  [
    'If it belongs to the name, write {x}: a name has no spaces.',
    'Wenn es zum Namen gehört, schreibe {x}: Ein Name hat keine Leerzeichen.',
  ],
  [
    'First the service, then what the host runs of it: write {code}',
    'Erst der Dienst, dann was der Host davon hat: Schreibe {code}',
  ],
  [
    'Say what the host runs of “{q}”: client, server, peer or index, such as {code}.',
    'Sage, welche Software von „{q}“ der Host hat: client, server, peer oder index, zum Beispiel {code}.',
  ],
  [
    'The two ends of a link are joined by --, not by “{q}”.',
    'Zwischen den zwei Enden einer Verbindung steht --, nicht „{q}“.',
  ],
  ['Put -- between the two ends of a link: {code}', 'Setze -- zwischen die zwei Enden einer Verbindung: {code}'],
  ['Put -- between the two ends of a cable: {code}', 'Setze -- zwischen die zwei Enden eines Kabels: {code}'],
  [
    'Say behind -- what they are linked to, such as a switch: {code}',
    'Sage hinter --, womit sie verbunden sind, zum Beispiel mit einem Switch: {code}',
  ],
  ['Say what the percentage is of: write {code}', 'Sage, wovon das der Prozentsatz ist: Schreibe {code}'],
  [
    'A link has two ends: write one link a line, or a chain like: {code}',
    'Eine Verbindung hat zwei Enden: Schreibe je Zeile eine Verbindung, oder eine Kette wie: {code}',
  ],
  ['“{q}” says nothing about a link.', '„{q}“ sagt nichts über eine Verbindung.'],
  [
    'Write a rate (100Mbps), a latency (2ms), a loss (loss 1%) or over and a service.',
    'Schreibe eine Datenrate (100Mbps), eine Latenz (2ms), einen Verlust (loss 1%) oder over und einen Dienst.',
  ],
  ['Write points as a number: {code}', 'Schreibe die Punkte als Zahl: {code}'],
  [
    'Say behind the number what it is given for, such as: {code}',
    'Sage hinter der Zahl, wofür es die Punkte gibt, zum Beispiel: {code}',
  ],
  ['Points stand before what they are given for: {code}', 'Punkte stehen vor dem, wofür es sie gibt: {code}'],
  [
    'This expectation names its flow at the start: remove “in” and the name behind it.',
    'Diese Erwartung nennt ihren Ablauf am Anfang: Entferne „in“ und den Namen dahinter.',
  ],
  ['The role stands right behind “is”, as in: {code}', 'Die Rolle steht gleich hinter „is“, zum Beispiel: {code}'],
  [
    'Start a new line before “{q}”: there is one statement a line.',
    'Beginne vor „{q}“ eine neue Zeile: In jeder Zeile steht eine Anweisung.',
  ],
  ['“{q}” does not go on with the statement.', 'Mit „{q}“ geht die Anweisung nicht weiter.'],
  [
    'The statement is complete before “{q}”: remove what follows, or start a new line.',
    'Vor „{q}“ ist die Anweisung zu Ende: Entferne, was folgt, oder beginne eine neue Zeile.',
  ],
  [
    '“{q}” is a word of the language, so it cannot be {slot}.',
    '„{q}“ ist ein Wort der Sprache und kann nicht {slot} sein.',
  ],
  ['Choose another one, such as {x}.', 'Wähle einen anderen, zum Beispiel {x}.'],
];

const steps: readonly Template[] = [
  ['Say before the arrow who asks, as in: {code}', 'Sage vor dem Pfeil, wer fragt, zum Beispiel: {code}'],
  [
    'A line starts with a word such as host, link or flow, or with the name of a host.',
    'Eine Zeile beginnt mit einem Wort wie host, link oder flow oder mit dem Namen eines Hosts.',
  ],
  ['Every machine is a host: write {code}', 'Jedes Gerät ist ein Host: Schreibe {code}'],
  ['“{q}” does not start a statement.', 'Mit „{q}“ beginnt keine Anweisung.'],
  ['“{q}” alone says nothing. A step reads like: {code}', '„{q}“ allein sagt nichts. So sieht ein Schritt aus: {code}'],
  ['A host starts with the word host: write {code}', 'Ein Host beginnt mit dem Wort host: Schreibe {code}'],
  [
    'Say whom “{q}” asks before the colon, as in: {code}',
    'Sage vor dem Doppelpunkt, wen „{q}“ fragt, zum Beispiel: {code}',
  ],
  [
    'Say what happens: whom “{q}” asks, as in {code}, or an action such as {x}.',
    'Sage, was geschieht: wen „{q}“ fragt, zum Beispiel {code}, oder eine Aktion wie {x}.',
  ],
  [
    'The one who asks stands on the left of the arrow: turn it round, as in {code}.',
    'Wer fragt, steht links vom Pfeil: Drehe ihn um, zum Beispiel {code}.',
  ],
  [
    'The one who asks stands on the left of the arrow: write {code}',
    'Wer fragt, steht links vom Pfeil: Schreibe {code}',
  ],
  ['“{q}” stands in front: write {code}', '„{q}“ steht vorn: Schreibe {code}'],
  [
    'What is said stands alone behind the colon: write {own}',
    'Was gesagt wird, steht allein hinter dem Doppelpunkt: Schreibe {own}',
  ],
  [
    'Put your own words in one pair of double quotes: {own}',
    'Setze eigene Worte gemeinsam in Anführungszeichen: {own}',
  ],
  ['A link starts with the word link: write {code}', 'Eine Verbindung beginnt mit dem Wort link: Schreibe {code}'],
  ['A request is written with ->, not with “{q}”.', 'Eine Anfrage schreibt man mit ->, nicht mit „{q}“.'],
  [
    'What a host {x} stands behind the word host and its name: write {code}',
    '„{x}“ steht hinter dem Wort host und dem Namen des Hosts: Schreibe {code}',
  ],
  [
    'A call starts with the word call: write {code} and whom “{q}” talks to.',
    'Ein Anruf beginnt mit dem Wort call: Schreibe {code} und mit wem „{q}“ spricht.',
  ],
  ['Say whom “{q}” asks, as in: {code}', 'Sage, wen „{q}“ fragt, zum Beispiel: {code}'],
  [
    '“{q}” is neither an arrow nor an action. A step reads like {code}, or like {code2}.',
    '„{q}“ ist weder ein Pfeil noch eine Aktion. So sieht ein Schritt aus: {code}, oder so: {code2}.',
  ],
  [
    'Put a colon before {own}: it stands between who is asked and what.',
    'Setze einen Doppelpunkt vor {own}: Er steht zwischen dem, der gefragt wird, und der Frage.',
  ],
  [
    'The size of “{q}” stands where it is shared: write {code} behind {code2}.',
    'Die Größe von „{q}“ steht dort, wo es freigegeben wird: Schreibe {code} hinter {code2}.',
  ],
  [
    '“sends” speaks to everybody who joined. To speak to “{q}” alone, write {code} instead.',
    '„sends“ spricht zu allen, die mitmachen. Um nur mit „{q}“ zu sprechen, schreibe stattdessen {code}.',
  ],
];

export const syntaxMistakes: readonly Template[] = [
  ...blocks,
  ...places,
  ...words,
  ...characters,
  ...expected,
  ...steps,
];
