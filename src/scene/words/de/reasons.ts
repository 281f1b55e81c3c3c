import { type Holes, oneOf, sayingAgain, type Template } from '../templates';
import { countSaid, deeds, listSaid, namesPattern, numberSaid, quotedPattern } from './said';

/**
 * Why something fails, in German. The simulation gives its reasons as English sentences, which a recording keeps; here each of
 * them is a template with holes for the names, and is said again in German. What no template fits stays English.
 */
const templates: readonly Template[] = [
  ['{a} could not answer, because {reason}', '{a} konnte nicht antworten. {reason}'],
  ['{a} is offline', '{a} ist offline'],
  ['{a} is no host', '{a} ist kein Host'],
  ['{a} does not hold “{r}”', '{a} hat „{r}“ nicht'],
  ['{a} has not joined {b}', '{a} ist {b} nicht beigetreten'],
  [
    '{a} has “{r}” already, and finds nobody else who has it',
    '{a} hat „{r}“ schon und findet sonst niemanden, der es hat',
  ],
  ['{a} has “{r}”, but takes no part in {b}', '{a} hat „{r}“, macht aber bei {b} nicht mit'],
  ['{a} has “{r}”, but is offline', '{a} hat „{r}“, ist aber offline'],
  ['{a} knows nobody else who has “{r}”', '{a} kennt sonst niemanden, der „{r}“ hat'],
  ['{a} reaches nobody who has piece {n} of “{r}”', '{a} erreicht niemanden, der Teil {n} von „{r}“ hat'],
  ['{a} went away before it had all of “{r}”', '{a} ging weg, bevor „{r}“ vollständig da war'],
  ['the run ended while it was still under way', 'Der Lauf endete, während sie noch unterwegs war'],
  ['no link leads from {a} to {b}', 'Keine Verbindung führt von {a} zu {b}'],
  ['the link between {a} and {b} is cut', 'Die Verbindung zwischen {a} und {b} ist unterbrochen'],
  ['the message was lost between {a} and {b}', 'Die Nachricht ging zwischen {a} und {b} verloren'],
  ['the way to {a} has a rate of 0', 'Der Weg zu {a} hat eine Datenrate von 0'],
  ['no server shares “{r}” with {a}', 'Kein Server gibt „{r}“ für {a} frei'],
  ['no neighbour of {a} has “{r}”', 'Kein Nachbar von {a} hat „{r}“'],
  [
    'no chain of neighbours leads from {a} to a peer that has “{r}”',
    'Keine Kette von Nachbarn führt von {a} zu einem Peer, der „{r}“ hat',
  ],
  ['no peer that the query of {a} reaches has “{r}”', 'Kein Peer, den die Suchanfrage von {a} erreicht, hat „{r}“'],
  ['no peer knows who has “{r}”', 'Kein Peer weiß, wer „{r}“ hat'],
  ['the search of {a} for “{r}” finds nobody who has it', 'Die Suche von {a} nach „{r}“ findet niemanden, der es hat'],
  ['no host runs the tracker of {a}', 'Auf keinem Host läuft der Tracker von {a}'],
  ['no host runs the {kind} of {a}', 'Auf keinem Host läuft die Software für {a}'],
  [
    'the tracker of {a} knows nobody else who takes part in “{r}”',
    'Der Tracker von {a} kennt sonst niemanden, der bei „{r}“ mitmacht',
  ],
  ['nobody but {a} is in this call', 'Außer {a} ist niemand in diesem Anruf'],
  [
    'nobody takes part in {a} who could keep a record',
    'Bei {a} macht niemand mit, der einen Eintrag aufbewahren könnte',
  ],
  ['nobody who is there has anything of “{r}”', 'Niemand, der da ist, hat etwas von „{r}“'],
  ['nobody in the swarm has piece {n} of “{r}”', 'Niemand im Schwarm hat Teil {n} von „{r}“'],
  [
    '“{r}” was stopped before its end; what comes after is left out',
    '„{r}“ wurde vor dem Ende angehalten; was danach kommt, fehlt',
  ],
  [
    '“{r}” was stopped {rest}; what comes after is left out',
    '„{r}“ wurde angehalten ({rest}); was danach kommt, fehlt',
  ],
  ['the pattern “{r}” cannot be made to {deed}', 'Mit dem Muster „{r}“ kann man nicht {deed}'],
  ['the pattern “{r}” of {a} cannot be made to {deed}', 'Mit dem Muster „{r}“ von {a} kann man nicht {deed}'],
  // What gives a host its roles.
  ['declared as {role}', 'festgelegt als {role}'],
  ['runs {a} {software}', 'hat die Software {a} {software}'],
  ['asks {hosts} in “{r}”', 'fragt {hosts} in „{r}“'],
  ['answers {hosts} in “{r}”', 'antwortet {hosts} in „{r}“'],
  ['sends to {hosts} in “{r}”', 'sendet an {hosts} in „{r}“'],
  ['receives from {hosts} in “{r}”', 'empfängt von {hosts} in „{r}“'],
  // What an expectation finds instead.
  ['it succeeds', 'der Ablauf gelingt'],
  ['it fails', 'der Ablauf scheitert'],
  ['it fails anyway', 'der Ablauf scheitert auch so'],
  ['it fails without {a}', 'der Ablauf scheitert ohne {a}'],
  ['it succeeds without {a}', 'der Ablauf gelingt ohne {a}'],
  ['no answer', 'keine Antwort'],
  ['no lookup', 'keine Suche'],
  ['nothing', 'nichts'],
  ['no data', 'keine Daten'],
  ['{a} carries data', '{a} überträgt Daten'],
  ['{a} takes no role', '{a} übernimmt keine Rolle'],
  ['{a} is {role}', '{a} ist {role}'],
  ['{a} is {role} of {b}', '{a} ist {role} bei {b}'],
  ['{a} is {role} in “{r}”', '{a} ist {role} in „{r}“'],
  ['{a} is {role} of {b} in “{r}”', '{a} ist {role} bei {b} in „{r}“'],
  ['{a} takes no role of {b}', '{a} übernimmt keine Rolle bei {b}'],
  ['{a} takes no role of {b} in “{r}”', '{a} übernimmt keine Rolle bei {b} in „{r}“'],
  ['{a} takes no role in “{r}”', '{a} übernimmt keine Rolle in „{r}“'],
  ['no architecture', 'keine Architektur'],
  ['no architecture of {a}', 'keine Architektur bei {a}'],
  ['{architecture} of {a}', '{architecture} bei {a}'],
  ['nothing happens in it', 'darin geschieht nichts'],
  ['it survives', 'der Ablauf übersteht es'],
  ['{number} {unit}', '{number} {unit}'],
  ['{count} messages', '{count} Nachrichten'],
  ['1 message', '1 Nachricht'],
  ['{claim} when “{r}”', '{claim} im Szenario „{r}“'],
  ['{hosts} and {a}', '{hosts} und {a}'],
];

const holes: Holes = {
  r: { pattern: quotedPattern },
  reason: { pattern: '.+', say: (text) => reason(text) },
  claim: { pattern: '.+', say: (text) => knownReason(text) },
  rest: { pattern: '[^.;]+' },
  deed: oneOf(deeds),
  hosts: { pattern: namesPattern, say: listSaid },
  role: oneOf({ client: 'Client', server: 'Server', both: 'Client und Server' }),
  architecture: { pattern: 'client-server|hybrid|peer-to-peer' },
  count: { pattern: '[\\d,]+', say: countSaid },
  number: { pattern: '[\\d.,]+', say: numberSaid },
  unit: { pattern: '[kMGT]?B|[mu]?s|min|h' },
};

const known = sayingAgain(templates, holes);

/** Undefined where it is none of these. */
export function knownReason(why: string): string | undefined {
  const stop = why.endsWith('.') ? '.' : '';
  const said = known(why.slice(0, why.length - stop.length));
  return said === undefined ? undefined : said + stop;
}

export function reason(why: string): string {
  return knownReason(why) ?? why;
}
