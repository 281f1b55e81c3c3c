/** What an expectation finds, and why. */
import type { Template } from '../../scene/words/templates';

const outcomes: readonly Template[] = [
  ['Because {reason}', 'Der Grund: {reason}'],
  ['Every step of “{q}” works.', 'Jeder Schritt von „{q}“ gelingt.'],
  ['Every step of “{q}” works when “{q2}”.', 'Jeder Schritt von „{q}“ gelingt im Szenario „{q2}“.'],
  ['What fails in “{q}” is dealt with.', 'Was in „{q}“ scheitert, wird aufgefangen.'],
  ['What fails in “{q}” is dealt with when “{q2}”.', 'Was in „{q}“ scheitert, wird im Szenario „{q2}“ aufgefangen.'],
  ['“{q}” ends after {amount}.', '„{q}“ endet nach {amount}.'],
  ['“{q}” ends after {amount} when “{q2}”.', '„{q}“ endet im Szenario „{q2}“ nach {amount}.'],
  ['“{q}” fails after {amount}.', '„{q}“ scheitert nach {amount}.'],
  ['“{q}” fails after {amount} when “{q2}”.', '„{q}“ scheitert im Szenario „{q2}“ nach {amount}.'],
  ['The longest message, from {a} to {b}, takes {amount}.', 'Die längste Nachricht, von {a} an {b}, dauert {amount}.'],
  [
    'Nobody sends anything in “{q}”: write a step in it.',
    'In „{q}“ sendet niemand etwas: Schreibe einen Schritt hinein.',
  ],
  [
    'Nobody sends anything in “{q}” when “{q2}”: write a step in it.',
    'In „{q}“ sendet im Szenario „{q2}“ niemand etwas: Schreibe einen Schritt hinein.',
  ],
  ['“{q}” sends nothing.', '„{q}“ sendet nichts.'],
  ['“{q}” sends nothing when “{q2}”.', '„{q}“ sendet im Szenario „{q2}“ nichts.'],
  ['“{q}” sends {sorts}.', '„{q}“ sendet {sorts}.'],
  ['“{q}” sends {sorts} when “{q2}”.', '„{q}“ sendet im Szenario „{q2}“ {sorts}.'],
  ['Nothing has to be lost for that: {reason}', 'Dafür muss nichts ausfallen: {reason}'],
  ['With {a} offline: {claim}', 'Ist {a} offline: {claim}'],
  ['With {a} offline when “{q}”: {claim}', 'Ist {a} im Szenario „{q}“ offline: {claim}'],
  ['With {a} offline, “{q}” fails: {reason}', 'Ist {a} offline, scheitert „{q}“: {reason}'],
  [
    'With {a} offline when “{q}”, “{q2}” fails: {reason}',
    'Ist {a} im Szenario „{q}“ offline, scheitert „{q2}“: {reason}',
  ],
  ['It succeeds without {hosts}.', 'Es gelingt ohne {hosts}.'],
  ['It succeeds without {hosts}, each lost on its own.', 'Es gelingt ohne {hosts}, wenn jeweils einer davon ausfällt.'],
];

const roles: readonly Template[] = [
  ['No message reaches {a}.', '{a} wird von keiner Nachricht erreicht.'],
  ['{a} neither asks nor answers there.', '{a} fragt und antwortet dort nicht.'],
  ['It never answers.', 'Geantwortet wird dort nie.'],
  ['It never asks.', 'Gefragt wird von dort nie.'],
  ['It never acts.', 'Dort geschieht nie etwas.'],
  ['{a} uploads {amount} in “{q}”.', '{a} lädt in „{q}“ {amount} hoch.'],
  ['{a} uploads {amount} in “{q}” when “{q2}”.', '{a} lädt in „{q}“ im Szenario „{q2}“ {amount} hoch.'],
  ['{a} downloads {amount} in “{q}”.', '{a} lädt in „{q}“ {amount} herunter.'],
  ['{a} downloads {amount} in “{q}” when “{q2}”.', '{a} lädt in „{q}“ im Szenario „{q2}“ {amount} herunter.'],
  ['In “{q}”, {thing} goes from {a} to {b}.', 'In „{q}“ geht {thing} von {a} an {b}.'],
  ['In “{q}”, {thing} ({amount}) goes from {a} to {b}.', 'In „{q}“ geht {thing} ({amount}) von {a} an {b}.'],
  [
    'It sends and receives no resource and nothing with a size.',
    'Es wird dort keine Datei gesendet oder empfangen und nichts, was eine Größe hat.',
  ],
];

const lookups: readonly Template[] = [
  ['In “{q}”, nobody can be asked: {reason}', 'In „{q}“ kann niemand gefragt werden: {reason}'],
  ['In “{q}”, no index answers: {reason}', 'In „{q}“ antwortet kein Index: {reason}'],
  ['In “{q}”, the search of {a} finds: {found}.', 'In „{q}“ findet die Suche von {a}: {found}.'],
  ['In “{q}”, {a} answers {b}: {found}.', 'In „{q}“ antwortet {a} {b}: {found}.'],
  ['“{q}” does not look “{q2}” up.', '„{q}“ sucht nicht nach „{q2}“.'],
  ['“{q}” does not look “{q2}” up when “{q3}”.', '„{q}“ sucht im Szenario „{q3}“ nicht nach „{q2}“.'],
  ['No flow looks “{q}” up.', 'Kein Ablauf sucht nach „{q}“.'],
  ['No flow looks “{q}” up when “{q2}”.', 'Im Szenario „{q2}“ sucht kein Ablauf nach „{q}“.'],
  ['“{q}” fails before it could: {reason}', '„{q}“ scheitert, bevor es dazu kommt: {reason}'],
];

const architectures: readonly Template[] = [
  ['No flow exchanges anything here.', 'Kein Ablauf tauscht hier etwas aus.'],
  ['No flow exchanges anything.', 'Kein Ablauf tauscht etwas aus.'],
  [
    'Nobody is given anything here yet: hosts only point the way.',
    'Hier bekommt noch niemand etwas: Hosts zeigen nur den Weg.',
  ],
  [
    'What is asked for comes from {hosts}, which never asks on its own account.',
    'Was gefragt ist, kommt von {hosts}, und von dort wird nie von sich aus gefragt.',
  ],
  [
    'What is asked for comes from {hosts}, which never ask on their own account.',
    'Was gefragt ist, kommt von {hosts}, und von dort wird nie von sich aus gefragt.',
  ],
  ['{hosts} only asks.', '{hosts} fragt nur.'],
  ['{hosts} only ask.', '{hosts} fragen nur.'],
  ['{hosts} asks others only in order to answer.', '{hosts} fragt andere nur, um zu antworten.'],
  ['{hosts} ask others only in order to answer.', '{hosts} fragen andere nur, um zu antworten.'],
  ['No host is asked that would not ask as well.', 'Kein Host wird gefragt, der nicht auch selbst fragt.'],
  [
    '{hosts} only serves here, but is a peer like all others.',
    '{hosts} bedient hier nur, ist aber ein Peer wie alle anderen.',
  ],
  [
    '{hosts} only serve here, but are peers like all others.',
    '{hosts} bedienen hier nur, sind aber Peers wie alle anderen.',
  ],
  ['There is no central server.', 'Es gibt keinen zentralen Server.'],
  ['{hosts} asks and also serves.', '{hosts} fragt und bedient auch andere.'],
  ['{hosts} ask and also serve.', '{hosts} fragen und bedienen auch andere.'],
  ['{hosts} is a peer that serves directly.', '{hosts} ist ein Peer, der direkt bedient.'],
  ['{hosts} are peers that serve directly.', '{hosts} sind Peers, die direkt bedienen.'],
  [
    '{hosts} is asked on the way, and only points to others.',
    '{hosts} wird unterwegs gefragt und verweist nur auf andere.',
  ],
  [
    '{hosts} are asked on the way, and only point to others.',
    '{hosts} werden unterwegs gefragt und verweisen nur auf andere.',
  ],
  ['{hosts} serves too, and never asks on its own account.', '{hosts} bedient auch und fragt nie von sich aus.'],
  ['{hosts} serve too, and never ask on their own account.', '{hosts} bedienen auch und fragen nie von sich aus.'],
  ['What belongs to no service is {arch}.', 'Was zu keinem Dienst gehört, ist {arch}.'],
  ['{a} is {arch}.', '{a} ist {arch}.'],
];

/** The most particular first: what a host does may be any number of deeds. */
export const verdicts: readonly Template[] = [
  ...[...outcomes, ...roles, ...lookups, ...architectures],
  ['{a} {deeds}.', '{a} {deeds}.'],
];
