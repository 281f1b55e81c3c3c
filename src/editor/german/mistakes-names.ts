/** Quantities, names, declarations, the network and its software. */
import type { Template } from '../../scene/words/templates';

const quantities: readonly Template[] = [
  ['{kinds} cannot be negative: remove the -.', '{kinds} kann nicht negativ sein: Entferne das -.'],
  [
    'This number is too large: up to {n} can stand before a unit.',
    'Diese Zahl ist zu groß: Vor einer Einheit kann höchstens {n} stehen.',
  ],
  [
    'Nothing gets through at a rate of 0: cut the link, or take the host offline.',
    'Bei einer Datenrate von 0 kommt nichts durch: Unterbrich die Verbindung mit „cut“, oder nimm den Host mit „offline“ vom Netz.',
  ],
  [
    '“{q}” counts bytes, but a rate counts bits, eight to a byte: write {x}.',
    '„{q}“ zählt Bytes, eine Datenrate aber zählt Bits, acht je Byte: Schreibe {x}.',
  ],
  ['Decimals stand behind a point: write {x}.', 'Nachkommastellen stehen hier hinter einem Punkt: Schreibe {x}.'],
  [
    'No space between a number and its unit: write {x}.',
    'Zwischen einer Zahl und ihrer Einheit steht kein Leerzeichen: Schreibe {x}.',
  ],
  ['“{q}” is not a unit of the language: write {x}.', '„{q}“ ist keine Einheit der Sprache: Schreibe {x}.'],
  ['{x} has no unit: {kind} is written like {words}.', '{x} hat keine Einheit: So schreibt man {kind}: {words}.'],
  [
    '{x} is {kind}, but {kind2} is wanted here, such as {words}.',
    '{x} ist {kind}, hier fehlt aber {kind2}, zum Beispiel {words}.',
  ],
  ['“{q}” is not {nokind}.', '„{q}“ ist {nokind}.'],
  [
    'Write a number and one of {words}, such as {words2}.',
    'Schreibe eine Zahl und eine dieser Einheiten: {words}, zum Beispiel {words2}.',
  ],
  ['At most {n} points are given for one thing.', 'Für eine Sache gibt es höchstens {n} Punkte.'],
  [
    'More than everything cannot be lost: write 0% to 100%.',
    'Mehr als alles kann nicht verloren gehen: Schreibe 0% bis 100%.',
  ],
  ['“{q}” means nothing: write 1 or more.', '„{q}“ bedeutet nichts: Schreibe 1 oder mehr.'],
];

const declarations: readonly Template[] = [
  ['A file has one title: remove one of the two.', 'Eine Datei hat einen Titel: Entferne einen der beiden.'],
  ['There is {declared} “{q}” already.', 'Es gibt schon {declared} „{q}“.'],
  ['Choose another name, or remove one of the two.', 'Wähle einen anderen Namen, oder entferne einen der beiden.'],
  [
    '“{q}” already has a rate for “{x}”: remove one of the two.',
    '„{q}“ hat schon eine Datenrate für „{x}“: Entferne eine der beiden.',
  ],
  [
    '“{q}” already has a place in the diagram: remove one of the two.',
    '„{q}“ hat schon einen Platz im Bild: Entferne einen der beiden.',
  ],
  ['“{q}” already has a note: remove one of the two.', '„{q}“ hat schon eine Notiz: Entferne eine der beiden.'],
  ['“{q}” already shares “{q2}”: remove one of the two.', '„{q}“ gibt „{q2}“ schon frei: Entferne eines von beiden.'],
  [
    '“{q}” already lists “{q2}”: remove one of the two.',
    '„{q}“ hat „{q2}“ schon eingetragen: Entferne eines von beiden.',
  ],
  [
    '“{q}” already runs {code}: remove one of the two.',
    '„{q}“ hat schon die Software {code}: Entferne eines von beiden.',
  ],
  [
    '“{q}” says again what this link is like: remove one of the two.',
    '„{q}“ sagt noch einmal, wie diese Verbindung ist: Entferne eines von beiden.',
  ],
  [
    'A group has at least one member: write {x}, or leave “{q}” out.',
    'Eine Gruppe hat mindestens ein Mitglied: Schreibe {x}, oder lass „{q}“ weg.',
  ],
  [
    '“{q}” would have {n} members, but a group has at most {n2}. Make it smaller.',
    '„{q}“ hätte {n} Mitglieder, eine Gruppe hat aber höchstens {n2}. Mache sie kleiner.',
  ],
  [
    'With “{q}” the file has more than {n} hosts, the most that it may have. Make a group smaller.',
    'Mit „{q}“ hat die Datei mehr als {n} Hosts, und mehr darf sie nicht haben. Mache eine Gruppe kleiner.',
  ],
  ['The smaller number stands first: write {code}.', 'Die kleinere Zahl steht vorn: Schreibe {code}.'],
  ['“{q}” has the members 1 to {n}.', '„{q}“ hat die Mitglieder 1 bis {n}.'],
  ['“{q}” has one member alone, number 1.', '„{q}“ hat nur ein Mitglied, die Nummer 1.'],
  ['Name it, or make the group larger.', 'Nenne es, oder mache die Gruppe größer.'],
  ['Name one of them, or make the group larger.', 'Nenne eines davon, oder mache die Gruppe größer.'],
  [
    '“{q}” is one {x}, not a group: write {x2}, or declare it as a group, such as {code}.',
    '„{q}“ ist ein einzelner Knoten („{x}“), keine Gruppe: Schreibe {x2}, oder lege eine Gruppe fest, zum Beispiel {code}.',
  ],
  [
    'Nothing is checked in “{q}” yet. Say what holds once it is done, such as: {code}',
    'In „{q}“ wird noch nichts geprüft. Sage, was stimmt, wenn die Aufgabe gelöst ist, zum Beispiel: {code}',
  ],
  [
    'Nothing happens in “{q}” yet. Add a step, such as: {code}',
    'In „{q}“ geschieht noch nichts. Füge einen Schritt hinzu, zum Beispiel: {code}',
  ],
  [
    'Nothing follows this question in its block. Put it in front of the step that it asks about.',
    'In ihrem Block folgt nichts auf diese Frage. Setze sie vor den Schritt, nach dem sie fragt.',
  ],
];

const names: readonly Template[] = [
  ['There is no host “{q}”.', 'Es gibt keinen Host „{q}“.'],
  ['There is no host or switch “{q}”.', 'Es gibt keinen Host oder Switch „{q}“.'],
  ['There is no service “{q}”.', 'Es gibt keinen Dienst „{q}“.'],
  ['There is no flow “{q}”.', 'Es gibt keinen Ablauf „{q}“.'],
  ['There is no scenario “{q}”.', 'Es gibt kein Szenario „{q}“.'],
  ['No host shares “{q}”.', 'Kein Host gibt „{q}“ frei.'],
  ['It looks the same, but is typed with other characters.', 'Es sieht gleich aus, besteht aber aus anderen Zeichen.'],
  ['Declare it on a line of its own: {code}', 'Lege das in einer eigenen Zeile fest: {code}'],
  ['Declare it outside of all blocks: {code}', 'Lege das außerhalb aller Blöcke fest: {code}'],
  ['Write behind the host that has it: {own}', 'Schreibe hinter den Host, der es hat: {own}'],
  [
    '“{q}” is a service, not a host. Name a host that runs it.',
    '„{q}“ ist ein Dienst, kein Host. Nenne einen Host, der ihn hat.',
  ],
  [
    '“{q}” is a word of the language, not a host. Name a host here.',
    '„{q}“ ist ein Wort der Sprache, kein Host. Nenne hier einen Host.',
  ],
  ['“{q}” is a {node}, not a service. Name a service here.', '„{q}“ ist {node}, kein Dienst. Nenne hier einen Dienst.'],
  [
    '“{q}” is a {node}: it passes messages on, but neither asks nor answers. Name the host behind it.',
    '„{q}“ ist {node}: Nachrichten werden dort weitergeleitet, aber niemand fragt oder antwortet. Nenne den Host dahinter.',
  ],
];

const network: readonly Template[] = [
  [
    'This makes {n} links; a file may have {n2} in all. Link the groups to a switch instead.',
    'Das ergibt {n} Verbindungen; eine Datei darf insgesamt {n2} haben. Verbinde die Gruppen stattdessen mit einem Switch.',
  ],
  [
    'As {x}, {n} hosts have more than the {n2} links that a file may have in all. Link fewer of them.',
    'Als {x} haben {n} Hosts mehr als die {n2} Verbindungen, die eine Datei insgesamt haben darf. Verbinde weniger davon.',
  ],
  [
    'This links “{q}” to itself. Name the two ends of the cable.',
    'Das verbindet „{q}“ mit sich selbst. Nenne die zwei Enden des Kabels.',
  ],
  [
    '“{q}” has no link, so nobody can reach it. Link it, such as: {code}',
    '„{q}“ hat keine Verbindung und ist für niemanden erreichbar. Verbinde den Host, zum Beispiel: {code}',
  ],
  [
    'There is no link between “{q}” and “{q2}” to cut.',
    'Zwischen „{q}“ und „{q2}“ gibt es keine Verbindung, die unterbrochen werden könnte.',
  ],
  [
    'There is no link between “{q}” and “{q2}” to restore.',
    'Zwischen „{q}“ und „{q2}“ gibt es keine Verbindung, die repariert werden könnte.',
  ],
  ['Name the two ends of a link of this file.', 'Nenne die zwei Enden einer Verbindung aus dieser Datei.'],
  [
    '“{q}” asks itself here: name another host on one side.',
    '„{q}“ fragt sich hier selbst: Nenne auf einer Seite einen anderen Host.',
  ],
  [
    '“{q}” cannot reach “{q2}”: there are only hosts between them, and hosts do not forward. Connect the hosts through a switch: switch lan',
    '„{q}“ kann „{q2}“ nicht erreichen: Dazwischen liegen nur Hosts, und Hosts leiten nichts weiter. Verbinde die Hosts über einen Switch: switch lan',
  ],
  ['“{q}” cannot reach “{q2}”: “{q3}” has no link.', '„{q}“ kann „{q2}“ nicht erreichen: „{q3}“ hat keine Verbindung.'],
  [
    '“{q}” cannot reach “{q2}”: no links lead from one to the other.',
    '„{q}“ kann „{q2}“ nicht erreichen: Zwischen ihnen gibt es keinen Weg.',
  ],
  ['Link them, directly or through a switch.', 'Verbinde die Hosts, direkt oder über einen Switch.'],
  [
    '“{q}” has no neighbour in “{q2}”, so nobody hears it. Link it to one: {code}',
    '„{q}“ hat in „{q2}“ keinen Nachbarn, also hört niemand zu. Verbinde den Host mit einem: {code}',
  ],
  [
    '“{q}” is the only host that runs “{q2}”, so nobody hears it. Add to another host: {code}',
    '„{q}“ ist der einzige Host mit „{q2}“, also hört niemand zu. Füge bei einem anderen Host hinzu: {code}',
  ],
  ['“{q}” reaches no other host that runs “{q2}”.', '„{q}“ erreicht keinen anderen Host mit „{q2}“.'],
];

const software: readonly Template[] = [
  ['“{q}” is not an option of the pattern {x}.', '„{q}“ ist keine Option des Musters {x}.'],
  ['It has none: remove it.', 'Es hat keine: Entferne sie.'],
  [
    '“{q}” uses the pattern {x}, whose software is {words}. Write: {code}, or declare: {code2}',
    '„{q}“ verwendet das Muster {x}. Seine Software ist {words}. Schreibe: {code}, oder lege fest: {code2}',
  ],
  [
    '“{q}” uses the pattern {x}, whose software is {words}. Write: {code}',
    '„{q}“ verwendet das Muster {x}. Seine Software ist {words}. Schreibe: {code}',
  ],
  [
    'This can belong to {choices}. Say which: write {code} behind it.',
    'Das kann zu {choices} gehören. Sage, wozu: Schreibe {code} dahinter.',
  ],
  [
    '“{q}” has no client software for “{q2}”, which “{q3}” offers, so it cannot ask.',
    '„{q}“ hat keine Client-Software für „{q2}“, das „{q3}“ anbietet, und kann deshalb nicht fragen.',
  ],
  ['“{q}” has no software for “{q2}”.', '„{q}“ hat keine Software für „{q2}“.'],
  [
    '“{q}” has no {sort} software for “{q2}”, so nobody answers there.',
    '„{q}“ hat keine {sort}-Software für „{q2}“, also antwortet dort niemand.',
  ],
  [
    '“{q}” has no {sort} software, so nobody answers there.',
    '„{q}“ hat keine {sort}-Software, also antwortet dort niemand.',
  ],
  [
    'Or, if this is meant as an answer, remove it: every request is answered by itself.',
    'Wenn das eine Antwort sein soll, entferne es: Jede Anfrage wird von selbst beantwortet.',
  ],
  ['Add to {x}: {code}', 'Füge bei {x} hinzu: {code}'],
  [
    '“{q}” runs “{q2}” as a {sort}, not as an index, so it keeps no list to ask.',
    '„{q}“ hat von „{q2}“ die Software {sort}, nicht Index, und führt deshalb keine Liste, nach der man fragen könnte.',
  ],
  [
    '“{q}” runs “{q2}” as an {sort}, not as an index, so it keeps no list to ask.',
    '„{q}“ hat von „{q2}“ die Software {sort}, nicht Index, und führt deshalb keine Liste, nach der man fragen könnte.',
  ],
  ['Ask the host that runs the index.', 'Frage den Host mit dem Index.'],
  [
    'Nobody does in the pattern {x}: let a host search by itself, as in {code}',
    'Das tut beim Muster {x} niemand: Lass einen Host selbst suchen, zum Beispiel {code}',
  ],
  [
    '“{q}” runs “{q2}” as a {sort}: it says who has what, but holds nothing itself. Ask a host that has it.',
    '„{q}“ ist bei „{q2}“ nur {sort} und sagt, wer was hat, hat aber selbst nichts. Frage einen Host, der es hat.',
  ],
  [
    '“{q}” runs “{q2}” as an {sort}: it says who has what, but holds nothing itself. Ask a host that has it.',
    '„{q}“ ist bei „{q2}“ nur {sort} und sagt, wer was hat, hat aber selbst nichts. Frage einen Host, der es hat.',
  ],
  [
    '“{q}” is a peer-to-peer application, so each device runs both halves; this one lacks the background service that answers others. Write: {code}',
    '„{q}“ ist eine Peer-to-Peer-Anwendung: Auf jedem Gerät laufen beide Hälften. Hier fehlt der Dienst im Hintergrund, der anderen antwortet. Schreibe: {code}',
  ],
  [
    '“{q}” is a peer-to-peer application, so each device runs both halves; this one lacks the user interface that asks others. Write: {code}',
    '„{q}“ ist eine Peer-to-Peer-Anwendung: Auf jedem Gerät laufen beide Hälften. Hier fehlt die Benutzeroberfläche, die andere fragt. Schreibe: {code}',
  ],
];

export const nameMistakes: readonly Template[] = [...quantities, ...declarations, ...names, ...network, ...software];
