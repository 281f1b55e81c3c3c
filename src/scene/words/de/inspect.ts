/** The headings and sentences of the inspector, in German. */
import type { Words } from '../words';
import { formatCount, formatDuration, formatSize, listOf } from './terms';

export const inspect: Words['inspect'] = {
  more: (count) => `und ${formatCount(count)} weitere`,
  morePlaces: (count) => (count === 1 ? 'und 1 weitere Stelle' : `und ${formatCount(count)} weitere Stellen`),

  holds: 'Hat',
  holdsNothing: 'Keine Dateien.',
  receivedFile: (size) => (size === '' ? 'empfangen' : `${size} · empfangen`),

  table: (kind, service) => `${table[kind]}${service === undefined ? '' : ` von ${service}`}`,
  tableBeside: (kind, service, keeper) => `${table[kind]} von ${service}: ${keeper}`,
  shelf: (service, server) => `Server von ${service}: ${server}`,
  indexEmpty: 'Die Tabelle ist leer: Niemand hat etwas angemeldet.',
  trackerEmpty: 'Die Tabelle ist leer: Niemand hat sich gemeldet.',
  tableEmpty: 'Die Tabelle ist leer.',
  records: 'Einträge',
  recordsEmpty: 'Hier ist kein Eintrag aufbewahrt, wer was hat.',
  stale: (host) => `${host} (offline: veraltet)`,
  nobody: 'niemand',

  pieces: 'Teile',
  noPieces: 'Noch keine Teile.',
  piecesOf: (had, total) =>
    total === undefined
      ? parts(had)
      : `${formatCount(had)} von ${formatCount(total)} ${total === 1 ? 'Teil' : 'Teilen'}`,
  coming: (count) => `${formatCount(count)} unterwegs`,
  newPiece: (number) => `Teil ${formatCount(number)} ist neu`,
  rarest: (numbers, copies) =>
    `Am seltensten von denen, die hier fehlen: Teil ${listOf(numbers, 6)} (${copies === 0 ? 'niemand hat das' : copies === 1 ? 'bei 1 Peer' : `bei ${formatCount(copies)} Peers`}).`,

  knows: 'Kennt',
  knowsNobody: 'Noch niemanden.',
  cable: (rate, latency) => `Kabel · ${rate} · ${latency}`,
  cableCut: 'Kabel · durchtrennt',
  cableOffline: 'Kabel · offline',
  neighbourIn: (service) => `Nachbar in ${service}`,
  offlineNeighbourIn: (service) => `Nachbar in ${service} · offline`,
  told: (hosts, teller) => `${hosts.length === 0 ? 'niemand' : listOf(hosts, 6)}, sagt ${teller}`,
  takesPartIn: (service) => `wer bei ${service} mitmacht`,
  routing: (service) => `Routing-Tabelle von ${service}`,
  routingEmpty: 'Hier ist noch kein anderer Peer bekannt.',
  routingHint: 'Andere Peers danach, wie ihre Schlüssel beginnen: Je mehr Bits übereinstimmen, desto näher sind sie.',
  sameBits: (count) =>
    count === 0 ? 'schon das erste Bit ist anders' : count === 1 ? '1 Bit gleich' : `${formatCount(count)} Bits gleich`,

  serves: 'Bietet an',
  servesNothing: 'Nichts: Hier läuft keine Software, die antwortet.',
  servesNothingYet: 'Noch nichts: Hier liegt keine Datei.',
  lookups: (service) => `Auskünfte zu ${service}`,
  whoAsks: 'für alle, die fragen',
  requests: (service) => `Anfragen an ${service}`,
  over: (service) => `über ${service}`,
  listedBy: (service, index) => `über ${service} · eingetragen bei ${index}`,
  unlisted: (service, index) => `über ${service} · nicht eingetragen bei ${index}`,

  why: 'Warum und warum nicht',
  isOffline: (host) => `${host} ist offline: Von außen ist ${host} nicht zu erreichen.`,
  staleEntry: (host, keeper, things) =>
    `${host} ist offline, aber bei ${keeper} noch eingetragen für ${listOf(things)}: ${things.length === 1 ? 'Der Eintrag ist' : 'Die Einträge sind'} veraltet.`,
  cutOff: (host) => `Alle Kabel von ${host} sind durchtrennt: ${host} kann niemanden erreichen.`,
  canServe: (host, thing, software) =>
    `${host} kann ${thing} anbieten: Die Datei liegt hier, und hier läuft: ${software}.`,
  canServeAnyway: (host, thing) => `${host} kann ${thing} anbieten: Die Datei liegt hier.`,
  lacksSoftware: (host, thing, software) => `${host} kann ${thing} nicht anbieten. Hier fehlt: ${software}.`,
  doesNotHold: (host, thing) => `${host} kann ${thing} nicht anbieten: Die Datei liegt nicht hier.`,
  asksOriginFirst: (host, thing) =>
    `${host} kann ${thing} anbieten: Hier liegt keine Kopie, aber sie wird zuerst vom Ursprung geholt.`,
  onlyPoints: (host, thing) => `${host} bietet ${thing} nicht selbst an, sondern weiß nur, wer es hat.`,
  servesPieces: (host, thing, had) =>
    `${host} kann ${parts(had)} von ${thing} anbieten: Was schon da ist, wird weitergegeben.`,
  isListed: (index, host, thing) => `${index} hat ${host} für ${thing} eingetragen, deshalb finden es andere.`,
  isNotListed: (index, host) => `Dort findet es niemand: ${index} hat ${host} nicht eingetragen.`,
  listedWithout: (index, host, thing) =>
    `${index} hat ${host} für ${thing} eingetragen, aber ${host} hat es nicht: Wer dort fragt, bekommt nichts.`,
  knowsWho: (host, thing, hosts) => `${host} kann sagen, wer ${thing} hat: ${listOf(hosts, 6)}.`,
  knowsNoOne: (host, thing) => `${host} kennt niemanden, der ${thing} hat.`,
  noSoftware: (host, thing, service) =>
    `${host} kann ${thing} weder holen noch anbieten: Hier läuft keine Software von ${service}.`,
  canAnswer: (host, service, software) => `${host} kann Anfragen von ${service} beantworten: Hier läuft ${software}.`,
  cannotAnswer: (host, service, software) =>
    `${host} kann Anfragen von ${service} nicht beantworten: Hier läuft kein ${software}.`,
  stepFailed: (why) => `Dieser Schritt scheitert: ${why}`,

  asks: 'fragt',
  answers: 'antwortet',
  acts: 'handelt',
  inThisStep: 'In diesem Schritt',

  roles: 'Rollen',
  noRole: 'Noch gibt nichts in der Datei diesem Host eine Rolle.',
  declared: 'Festgelegt',
  canBe: 'Kann sein',
  soFar: 'Bisher',
  since: (role, step, timeMs) => `${role}, seit Schritt ${formatCount(step)} (${formatDuration(timeMs)})`,
  inAllFlows: 'In allen Abläufen',
  takesNoPart: 'nicht beteiligt',

  software: 'Software',
  noSoftwareAtAll: 'Die Datei nennt keine Software.',
  abilities: {
    client: 'fragt',
    server: 'antwortet',
    peer: 'fragt und antwortet',
    index: 'weiß, wer was hat',
    tracker: 'weiß, wer mitmacht',
    edge: 'antwortet, und holt vom Ursprung, was fehlt',
    origin: 'hat von allem das Original',
  },
  note: 'Notiz',
  links: 'Verbindungen',
  noLinks: 'Noch ist nichts damit verbunden.',
  cut: 'durchtrennt',
  group: (count, description) => `Gruppe von ${formatCount(count)}: ${description}`,
  members: 'Mitglieder',
  online: 'Online',
  takingPart: 'Bisher beteiligt',
  of: (part, all) => `${formatCount(part)} von ${formatCount(all)}`,

  streams: 'Streams',
  streamsOut: 'Hinaus',
  streamsIn: 'Herein',
  streamsTo: (count, hosts) => `${streams(count)} an: ${listOf(hosts, 8)}`,
  streamsFrom: (count, hosts, owners) =>
    `${streams(count)} von: ${listOf(hosts, 8)}${owners.length > 0 ? ` (Ursprung: ${listOf(owners)})` : ''}`,
  inTheWholeRun: 'Im ganzen Lauf',
  tookNoPart: 'Nicht beteiligt.',
  sent: 'Gesendet',
  received: 'Empfangen',
  answersGiven: 'Gegebene Antworten',
  outAndIn: (out, into) => `${formatCount(out)} hinaus, ${formatCount(into)} herein`,
  amount: (messages, bytes) => (bytes > 0 ? `${messagesOf(messages)}, ${formatSize(bytes)}` : messagesOf(messages)),
};

const table = { index: 'Index', tracker: 'Tracker' };

function parts(count: number): string {
  return count === 1 ? '1 Teil' : `${formatCount(count)} Teile`;
}

function streams(count: number): string {
  return count === 1 ? '1 Stream' : `${formatCount(count)} Streams`;
}

function messagesOf(count: number): string {
  return count === 1 ? '1 Nachricht' : `${formatCount(count)} Nachrichten`;
}
