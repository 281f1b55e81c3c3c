/** What only a run shows, or a look at the whole of a file. */
import type { Template } from '../../scene/words/templates';

const messages: readonly Template[] = [
  ['{reason}, so {a} does not reach {b}.', '{reason}. Deshalb erreicht {a} {b} nicht.'],
  ['Bring it back with “{q}” before this line.', 'Bring den Host vor dieser Zeile mit „{q}“ zurück.'],
  [
    'Bring it back with “online” before this line, or say in an “otherwise” block what happens instead.',
    'Bring den Host vor dieser Zeile mit „online“ zurück, oder sage in einem „otherwise“-Block, was stattdessen geschieht.',
  ],
  [
    'Add or restore a link, or bring back what is offline on the way.',
    'Füge eine Verbindung hinzu, repariere eine, oder bring zurück, was auf dem Weg offline ist.',
  ],
  [
    'Give the links on the way a rate, and less loss.',
    'Gib den Verbindungen auf dem Weg eine Datenrate und weniger Verlust.',
  ],
  ['Say in an “otherwise” block what happens then.', 'Sage in einem „otherwise“-Block, was dann geschieht.'],
  ['{a} is offline, so it cannot {deed}.', '{a} ist offline und kann deshalb {deed}.'],
  ['{a} has not joined {b}, so it takes no part.', '{a} ist {b} nicht beigetreten und macht deshalb nicht mit.'],
  ['Let it join before: {code}.', 'Lass den Host vorher beitreten: {code}.'],
  ['{reason}.', '{reason}.'],
];

const holdings: readonly Template[] = [
  ['{a} does not hold “{q}”.', '{a} hat „{q}“ nicht.'],
  ['Get it from {hosts}, or let {a} share it.', 'Hole es von {hosts}, oder lass {a} es freigeben.'],
  ['Let a host share it: {own}.', 'Lass einen Host es freigeben: {own}.'],
  ['Let a server share it: {own}.', 'Lass einen Server es freigeben: {own}.'],
  [
    '{a} tells {b} that it has “{q}”, but {a} does not hold it: {b} will send others to {a} in vain. Let {a} share it first.',
    '{a} meldet {b}, „{q}“ zu haben, hat es aber nicht: {b} wird andere vergeblich zu {a} schicken. Lass {a} es zuerst freigeben.',
  ],
  [
    '{a} knows nobody who has “{q}”, so this lookup finds nothing.',
    '{a} kennt niemanden, der „{q}“ hat. Diese Suche findet also nichts.',
  ],
  ['Let a host that holds it register it at {a} before.', 'Lass es vorher einen Host, der es hat, bei {a} anmelden.'],
  [
    'What {a} lists for “{q}” is stale: nobody has told it that {hosts} is offline.',
    'Was bei {a} zu „{q}“ steht, ist veraltet: Niemand hat gemeldet, dass {hosts} offline ist.',
  ],
  [
    'What {a} lists for “{q}” is stale: nobody has told it that {hosts} are offline.',
    'Was bei {a} zu „{q}“ steht, ist veraltet: Niemand hat gemeldet, dass {hosts} offline sind.',
  ],
  ['Let {hosts} unregister first.', 'Lass {hosts} sich vorher abmelden.'],
  [
    '{a} gets “{q}” from {b} without having asked {c} who has it. Look it up first: {own}.',
    '{a} holt „{q}“ von {b}, ohne {c} gefragt zu haben, wer es hat. Suche zuerst danach: {own}.',
  ],
  [
    '{a} is not registered at {b} for “{q}”, so nobody can have learnt of it there. Register it first: {own}.',
    '{a} ist bei {b} nicht mit „{q}“ angemeldet, dort kann also niemand davon erfahren haben. Melde es zuerst an: {own}.',
  ],
  [
    '“{q}” itself passes through {a}, the index of {b}. An index only says who has something: let it go directly from peer to peer.',
    '„{q}“ selbst läuft über {a}, den Index von {b}. Ein Index sagt nur, wer etwas hat: Lass es direkt von Peer zu Peer gehen.',
  ],
];

/** What to do where an action cannot be carried out. */
const remedies: readonly Template[] = [
  [
    'Let a peer that takes part share it, or publish it.',
    'Lass einen Peer, der mitmacht, es freigeben oder veröffentlichen.',
  ],
  ['Link {a} to one: {code}', 'Verbinde {a} mit einem: {code}'],
  [
    'Let a peer nearer to it share it, or give {a} a larger ttl.',
    'Lass einen näheren Peer es freigeben, oder gib {a} eine größere „ttl“.',
  ],
  [
    'Let one publish it before, or link {a} to a host that has it.',
    'Lass es vorher jemanden veröffentlichen, oder verbinde {a} mit einem Host, der es hat.',
  ],
  [
    'Let a host that shares it join before, and stay.',
    'Lass einen Host, der es freigibt, vorher beitreten und bleiben.',
  ],
  ['Let a host that lacks it fetch it.', 'Lass es einen Host holen, dem es fehlt.'],
  [
    'Bring it back before this line, or let another host share the same.',
    'Bring den Host vor dieser Zeile zurück, oder lass einen anderen dasselbe freigeben.',
  ],
  ['Let a host that takes part share it.', 'Lass einen Host, der mitmacht, es freigeben.'],
  [
    'Let a host that has all of it take part until the others have it together.',
    'Lass einen Host, der alles davon hat, mitmachen, bis die anderen es gemeinsam haben.',
  ],
  ['Let {a} stay until it has everything.', 'Lass {a} bleiben, bis alles da ist.'],
  ['Let a host run it: {code}.', 'Gib einem Host diese Software: {code}.'],
  ['Name two at least: {code}.', 'Nenne mindestens zwei: {code}.'],
  [
    'Let it join again before, or let another peer share the same.',
    'Lass den Host vorher wieder beitreten, oder lass einen anderen Peer dasselbe freigeben.',
  ],
  ['Let some peers join before.', 'Lass vorher einige Peers beitreten.'],
  [
    'Write the messages one by one, or choose a pattern that can: {code}.',
    'Schreibe die Nachrichten einzeln auf, oder wähle ein Muster, das es kann: {code}.',
  ],
];

const wholes: readonly Template[] = [
  [
    '“{q}” was stopped after {n} step, so as not to keep you waiting.',
    '„{q}“ wurde nach {n} Schritt angehalten, damit du nicht warten musst.',
  ],
  [
    '“{q}” was stopped after {n} steps, so as not to keep you waiting.',
    '„{q}“ wurde nach {n} Schritten angehalten, damit du nicht warten musst.',
  ],
  [
    '“{q}” was stopped because it takes too long, so as not to keep you waiting.',
    '„{q}“ wurde angehalten, weil es zu lange dauert und du nicht warten sollst.',
  ],
  [
    'Make its groups or its “repeat” smaller, or run it on its own.',
    'Mache die Gruppen oder „repeat“ darin kleiner, oder starte den Ablauf für sich.',
  ],
  [
    '“{q}” was not run, because what was run before is too large.',
    '„{q}“ wurde nicht ausgeführt, weil schon das davor zu groß ist.',
  ],
  ['“{q}” is still to be run.', '„{q}“ muss erst noch ausgeführt werden.'],
  [
    '“{q}” was stopped at {n} blocks inside each other, so as not to keep you waiting.',
    '„{q}“ wurde bei {n} ineinander geschachtelten Blöcken angehalten, damit du nicht warten musst.',
  ],
  ['This was not checked.', 'Das wurde nicht geprüft.'],
  [
    '“{q}” or a link has a mistake: first mend that.',
    'In „{q}“ oder einer Verbindung steckt ein Fehler: Behebe zuerst den.',
  ],
  [
    '{a} is declared as {role}, but it {deeds}, which makes it a {role2}.',
    '{a} ist als {role} festgelegt, aber {a} {deeds} und ist damit {role2}.',
  ],
  [
    '{a} is declared as {role}, but it {deeds}, which makes it a {role2} too.',
    '{a} ist als {role} festgelegt, aber {a} {deeds} und ist damit auch {role2}.',
  ],
  ['Declare it as {x}, or change this step.', 'Lege „{x}“ fest, oder ändere diesen Schritt.'],
  [
    '{a} is declared as both, but it only asks and never answers in any flow.',
    '{a} ist als „both“ festgelegt, fragt aber nur und antwortet in keinem Ablauf.',
  ],
  [
    '{a} is declared as both, but it only answers and never asks in any flow.',
    '{a} ist als „both“ festgelegt, antwortet aber nur und fragt in keinem Ablauf.',
  ],
  ['Declare it as {x}, or let it act as {role} too.', 'Lege „{x}“ fest, oder lass den Host auch {role} sein.'],
  [
    '{a} serves {b} while it sends {thing} itself, so that takes {amount} instead of {amount2}.',
    '{a} bedient {b} und sendet dabei selbst {thing}. Das dauert deshalb {amount} statt {amount2}.',
  ],
  [
    '{a} serves {b} while it receives {thing} itself, so that takes {amount} instead of {amount2}.',
    '{a} bedient {b} und empfängt dabei selbst {thing}. Das dauert deshalb {amount} statt {amount2}.',
  ],
  [
    'If this happens often, let a dedicated server serve the others.',
    'Wenn das oft vorkommt, lass einen eigenen Server die anderen bedienen.',
  ],
  [
    'Without {a} both flows fail: {hosts} have nobody else to ask.',
    'Ohne {a} scheitern beide Abläufe: {hosts} haben sonst niemanden zum Fragen.',
  ],
  [
    'Without {a} each of the {n} flows fails: {hosts} have nobody else to ask.',
    'Ohne {a} scheitern alle {n} Abläufe: {hosts} haben sonst niemanden zum Fragen.',
  ],
  ['Let a second host answer, too.', 'Lass einen zweiten Host ebenfalls antworten.'],
  [
    'The nearest “{q}” is at {a}, {n} hop from {b}, but a query of {c} ends after {n2}. Write: {code}',
    'Das nächste „{q}“ liegt bei {a}, {n} Hop von {b}, eine Suchanfrage von {c} endet aber nach {n2}. Schreibe: {code}',
  ],
  [
    'The nearest “{q}” is at {a}, {n} hops from {b}, but a query of {c} ends after {n2}. Write: {code}',
    'Das nächste „{q}“ liegt bei {a}, {n} Hops von {b}, eine Suchanfrage von {c} endet aber nach {n2}. Schreibe: {code}',
  ],
];

export const runMistakes: readonly Template[] = [
  ...messages.slice(0, -1),
  ...holdings,
  ...remedies,
  ...wholes,
  ...messages.slice(-1),
];

/** The second place of a diagnostic. */
export const relatedPlaces: readonly Template[] = [
  ['declared here', 'hier festgelegt'],
  ['first declared here', 'zuerst hier festgelegt'],
  ['first given here', 'zuerst hier angegeben'],
  ['first said here', 'zuerst hier gesagt'],
  ['{a} is declared here', '{a} wird hier festgelegt'],
  ['{a} looks “{q}” up here', '{a} sucht hier „{q}“'],
  ['{a} sends it to {b} here', '{a} sendet es hier an {b}'],
  ['at the same time, {a} sends {thing}', 'zur gleichen Zeit sendet {a} {thing}'],
  ['at the same time, {a} receives {thing}', 'zur gleichen Zeit empfängt {a} {thing}'],
  ['without {a}: {reason}', 'ohne {a}: {reason}'],
  ['this fails', 'das scheitert'],
  ['{a} -- {b}', '{a} -- {b}'],
  ['{a} {deeds}', '{a} {deeds}'],
  ['{reason}', '{reason}'],
];
