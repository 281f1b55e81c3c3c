/** A comparison of architectures in words, in German. */
import { shorten } from '../../../language/wording';
import { formats } from '../formats';
import type { Words } from '../words';
import { formatCount, formatDuration, formatSize, listOf, quoted } from './terms';

const { money: formatMoney } = formats.de;

export const comparison: Words['comparison'] = {
  architectures: { 'client-server': 'Client-Server', hybrid: 'Hybrid', 'peer-to-peer': 'Peer-to-Peer' },
  titles: { 'client-server': 'Client-Server', hybrid: 'Hybrid', 'peer-to-peer': 'Peer-to-Peer' },
  names,
  setting: (resource, sizeBytes, holders, fetchers, scenario) =>
    `${quoted(shorten(resource))} (${formatSize(sizeBytes)}) von ${names(holders)} an ${names(fetchers)}${fetchers.length > 1 ? ', alle im selben Moment' : ''}${scenario === undefined ? '' : `, im Szenario ${quoted(shorten(scenario))}`}`,
  how: {
    request: (holder) => `alle fragen ${holder}`,
    index: (centre) => `${centre} sagt, wer es hat; von dort kommt es direkt`,
    flooding: 'Peers fragen ihre Nachbarn, wer es hat; von dort kommt es direkt',
    dht: 'Peers suchen untereinander, wer es hat; von dort kommt es direkt',
    swarm: (centre) =>
      `${centre === undefined ? 'Peers suchen einander' : `${centre} macht die Peers miteinander bekannt`}; sie tauschen Teile`,
  },
  added: (host) => `${host} (hinzugefügt)`,
  measures: {
    outcome: ['Ergebnis', 'am Ende'],
    time: ['Dauer', 'bis alle es haben'],
    bound: ['bestenfalls', 'kürzeste mögliche Dauer'],
    messages: ['Nachrichten', 'aller Hosts'],
    busiest: ['meiste Last', 'Bytes, die dieser Host sendet'],
    bytes: ['gesendet', 'Bytes aller Hosts'],
    streams: ['Datenströme', 'Paare, zwischen denen es fließt'],
    survives: ['übersteht', 'Ausfälle eines Hosts'],
  },
  cost: (pricePerGigabyte) => ['Kosten', `bei ${formatMoney(pricePerGigabyte)} pro GB`],
  bars: { time: 'Dauer', busiest: 'gesendet vom Host mit der meisten Last', messages: 'Nachrichten', cost: 'Kosten' },
  allHaveIt: 'alle haben es',
  hasIt: (host) => `${host} hat es`,
  tooLarge: 'zu groß',
  fails: 'scheitert',
  someHaveIt: (served, of, why) => `${formatCount(served)} von ${formatCount(of)} haben es: ${why}`,
  survived: (survived, tried) => `${formatCount(survived)} von ${formatCount(tried)}`,
  triedOf: (of) => `ausprobiert, von ${formatCount(of)}`,
  curve: (title, points) =>
    `${title}: ${points.length > 0 ? points.map(([timeMs, fetchers]) => `${formatDuration(timeMs)} bei ${formatCount(fetchers)}`).join('; ') : 'scheitert'}.`,
  remarks: {
    cost: (pricePerGigabyte) =>
      `Die Kosten: ${formatMoney(pricePerGigabyte)} für jedes Gigabyte, das die Rechner des Anbieters senden: alle, die es am Anfang haben, und der Index-Server oder Tracker. Was die anderen Peers senden, kostet hier nichts.`,
    sameFile: 'Hosts, Datenraten und Verbindungen sind die der Datei. Nur die Software ist verschieden.',
    fetchers: (of, first) =>
      `Von den ${formatCount(of)} Hosts, die es holen, machen die ersten ${formatCount(first)} mit; mehr würden zu lange dauern.`,
    holders: (of, first) =>
      `Von den ${formatCount(of)} Hosts, die es haben, machen die ersten ${formatCount(first)} mit.`,
    losses: (architecture, tried, of) =>
      `${architecture}: ${formatCount(tried)} von ${formatCount(of)} möglichen Ausfällen wurden ausprobiert.`,
    ignored: (first, others) =>
      `Bei Client-Server fragen alle ${first}, den ersten Host, der es hat; nicht gebraucht: ${names(others)}.`,
    added: (kind, architecture, host) =>
      `${architecture}: Kein Server der Datei kann ${kind === 'index' ? 'Index-Server' : 'Tracker'} sein, deshalb kam ein Host ins Netz dazu: ${host}.`,
  },
  conclusions: {
    tooLarge: (name, why) => `${name} ist zu groß, um zu Ende zu laufen: ${why ?? notAll}`,
    fails: (name, why) => `${name} scheitert: ${why ?? notAll}`,
    faster: (winners, ratio, why) =>
      `${listOf(winners)} ${winners.length > 1 ? 'sind' : 'ist'} ${ratio}-mal so schnell fertig wie Client-Server${why === '' ? '' : `: ${why}`}.`,
    peersSend: (share) => `Die Peers senden ${share} der Bytes`,
    holdersShare: (holders) => `${listOf(holders)} teilen sich die Arbeit`,
    same: (why) => `Alle brauchen etwa gleich lang: ${why}.`,
    aloneFetches: (host) => `Nur ${host} holt es, also kann niemand mithelfen`,
    nobodyPassesOn: 'Alle holen die ganze Datei im selben Moment, also hat noch niemand von ihnen etwas weiterzugeben',
    passingOnTakesTime: 'Weitergeben dauert bei den Peers so lange, wie einen Server zu fragen',
    slower: (ratio, than, why) => `Client-Server ist ${ratio}-mal so schnell fertig wie ${than}: ${why}.`,
    piecesTakeTime: 'Jeder Teil wird einzeln angefragt, und jede Anfrage ist eine Weile unterwegs',
    findingTakesTime: 'Auch herauszufinden, wer es hat, dauert',
    growth: (factor, told) => `Bei ${formatCount(factor)}-mal so vielen Hosts: ${each(told)}.`,
    noLonger: 'nicht länger',
    timesAsLong: (ratio) => `${ratio}-mal so lang`,
    longer: (share) => `${share} länger`,
    load: (host, bytes, told) =>
      `Bei Client-Server sendet ${host} ${formatSize(bytes)}; ${told.map(({ names: those, text }) => `bei ${listOf(those)} ${text}`).join(', ')}.`,
    mostSent: (bytes) => `sendet kein Host mehr als ${formatSize(bytes)}`,
    pays: (told) =>
      `Wer es anbietet, zahlt: ${told.map(({ names: those, text }) => `${text} bei ${listOf(those)}`).join(', ')}.`,
    weak: (points) => `Ein Ausfall genügt, um alles anzuhalten, bei: ${listOf(points)}.`,
    strong: (those) =>
      `${listOf(those)} ${those.length === 1 ? 'übersteht' : 'überstehen'} den Ausfall jedes einzelnen Hosts.`,
    bounds: (told) => `Verglichen mit der kürzesten möglichen Dauer: ${each(told)}.`,
    lessThan: (share) => `weniger als ${share}`,
    moreThan: (share) => `mehr als ${share}`,
    percent: (share) => `${share} %`,
  },
  losses: {
    survivesAll: (title) => `${title} übersteht den Ausfall jedes einzelnen Hosts.`,
    survivesTried: (title, tried) => `${title} übersteht jeden der ${formatCount(tried)} ausprobierten Ausfälle.`,
    without: (title, host, unserved, why) =>
      `${title}: Ohne ${host} ${unserved === undefined ? 'bekommt es niemand' : unserved === 1 ? 'geht ein anderer Host leer aus' : `gehen ${formatCount(unserved)} andere leer aus`}. ${why}`,
    sameFor: (title, hosts) => `${title}: Ebenso ohne ${listOf(hosts)}.`,
    nobodyHas: 'Sonst hat es am Anfang niemand.',
    nobodyIsAsked: 'Sonst wird niemand gefragt.',
    nobodyKnows: 'Sonst weiß niemand, wer es hat.',
    nobodyTells: 'Sonst sagt niemand den Peers, wer noch da ist.',
    nothingComes: 'Was sie brauchen, kommt nicht.',
  },
};

const notAll = 'Nicht alle bekommen es.';
const manyNames = 4;

function names(hosts: readonly string[]): string {
  return hosts.length > manyNames ? `${formatCount(hosts.length)} Hosts` : listOf(hosts.map(shorten), manyNames);
}

function each(told: readonly { readonly names: readonly string[]; readonly text: string }[]): string {
  return told
    .map(({ names: those, text }) => `${listOf(those)} ${those.length > 1 ? 'brauchen' : 'braucht'} ${text}`)
    .join(', ');
}
