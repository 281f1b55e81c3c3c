/** A comparison of architectures in words: its table, what follows from it, what a loss does, how it was measured. */
import type { Architecture } from '../../../language/topology';
import { counted, quote, shorten } from '../../../language/wording';
import { formats } from '../formats';
import { formatCount, formatDuration, formatSize, listOf } from './terms';

const { money: formatMoney } = formats.en;

/** Names of architectures that have the same told of them, and what that is. */
export interface Told {
  readonly names: readonly string[];
  readonly text: string;
}

export const comparison = {
  /** Within a sentence. */
  architectures: {
    'client-server': 'client-server',
    hybrid: 'the hybrid',
    'peer-to-peer': 'peer-to-peer',
  } satisfies Record<Architecture, string>,
  /** By itself. */
  titles: {
    'client-server': 'Client-server',
    hybrid: 'Hybrid',
    'peer-to-peer': 'Peer-to-peer',
  } satisfies Record<Architecture, string>,
  names,
  /** `“song.mp3” (4 MB) from bob to alice and carol, at the same moment` */
  setting: (
    resource: string,
    sizeBytes: number,
    holders: readonly string[],
    fetchers: readonly string[],
    scenario: string | undefined,
  ) =>
    `${quote(resource)} (${formatSize(sizeBytes)}) from ${names(holders)} to ${names(fetchers)}${fetchers.length > 1 ? ', all at the same moment' : ''}${scenario === undefined ? '' : `, when ${quote(scenario)}`}`,
  how: {
    request: (holder: string) => `everybody asks ${holder}`,
    index: (centre: string) => `${centre} says who has it; it comes from there directly`,
    flooding: 'peers ask their neighbours who has it; it comes from there directly',
    dht: 'peers look up among themselves who has it; it comes from there directly',
    swarm: (centre: string | undefined) =>
      `${centre === undefined ? 'peers look each other up' : `${centre} introduces peers to each other`}; they trade pieces`,
  },
  added: (host: string) => `${host} (added)`,
  measures: {
    outcome: ['outcome', 'in the end'],
    time: ['time', 'until the last has it'],
    bound: ['at best', 'least time possible'],
    messages: ['messages', 'by all hosts'],
    busiest: ['busiest host', 'bytes it sends'],
    bytes: ['sent in all', 'bytes by all hosts'],
    streams: ['streams', 'pairs it goes between'],
    survives: ['survives', 'losses of one host'],
  },
  cost: (pricePerGigabyte: number) => ['cost', `at ${formatMoney(pricePerGigabyte)} a GB`],
  bars: { time: 'time', busiest: 'sent by the busiest host', messages: 'messages', cost: 'cost' },
  allHaveIt: 'all have it',
  hasIt: (host: string) => `${host} has it`,
  tooLarge: 'too large',
  fails: 'fails',
  someHaveIt: (served: number, of: number, why: string) =>
    `${formatCount(served)} of ${formatCount(of)} have it: ${why}`,
  survived: (survived: number, tried: number) => `${formatCount(survived)} of ${formatCount(tried)}`,
  triedOf: (of: number) => `tried, of ${formatCount(of)}`,
  curve: (title: string, points: readonly (readonly [timeMs: number, fetchers: number])[]) =>
    `${title}: ${points.length > 0 ? points.map(([timeMs, fetchers]) => `${formatDuration(timeMs)} for ${formatCount(fetchers)}`).join(', ') : 'fails'}.`,
  remarks: {
    cost: (pricePerGigabyte: number) =>
      `The cost is ${formatMoney(pricePerGigabyte)} for each gigabyte that the machines of whoever offers it send: those that have it at the start, and the index or tracker. What the other peers send costs nothing here.`,
    sameFile: 'Hosts, rates and links are those of the file. Only the software differs.',
    fetchers: (of: number, first: number) =>
      `Of the ${formatCount(of)} hosts that fetch it, the first ${formatCount(first)} take part; more would take too long to run.`,
    holders: (of: number, first: number) =>
      `Of the ${formatCount(of)} hosts that have it, the first ${formatCount(first)} take part.`,
    losses: (architecture: string, tried: number, of: number) =>
      `In ${architecture}, ${formatCount(tried)} of ${formatCount(of)} possible losses were tried.`,
    ignored: (first: string, others: readonly string[]) =>
      `As client-server everybody asks ${first}, the first that has it; ${names(others)} would stand by.`,
    added: (kind: 'index' | 'tracker', architecture: string, host: string) =>
      `The file has no server that could be the ${kind} of ${architecture}, so the host ${host} was added to its network.`,
  },
  conclusions: {
    tooLarge: (name: string, why: string | undefined) =>
      `${capitalised(name)} is too large to run to its end: ${why ?? nobodyKnows}`,
    fails: (name: string, why: string | undefined) => `${capitalised(name)} fails: ${why ?? nobodyKnows}`,
    faster: (winners: readonly string[], ratio: string, why: string) =>
      `${capitalised(listOf(winners))} ${winners.length > 1 ? 'are' : 'is'} done ${ratio} times sooner than client-server${why === '' ? '' : `, because ${why}`}.`,
    peersSend: (share: string) => `the peers send ${share} of the bytes`,
    holdersShare: (holders: readonly string[]) => `${listOf(holders)} share the work`,
    same: (why: string) => `All of them take about the same time: ${why}.`,
    aloneFetches: (host: string) => `${host} alone fetches it, so there are no others to share the work`,
    nobodyPassesOn: 'all fetch the whole file at the same moment, so nobody among them has it yet to pass it on',
    passingOnTakesTime: 'passing it on takes the peers as long as asking one server',
    slower: (ratio: string, than: string, why: string) =>
      `Client-server is done ${ratio} times sooner than ${than}: ${why}.`,
    piecesTakeTime: 'every piece is asked for by itself, and each request takes its time on the way',
    findingTakesTime: 'finding out who has it takes time, too',
    growth: (factor: number, told: readonly Told[]) =>
      `With ${formatCount(factor)} times as many hosts, ${take(told)}.`,
    noLonger: 'no longer',
    timesAsLong: (ratio: string) => `${ratio} times as long`,
    longer: (share: string) => `${share} longer`,
    load: (host: string, bytes: number, told: readonly Told[]) =>
      `In client-server, ${host} sends ${formatSize(bytes)}; ${listOf(told.map(({ names: those, text }) => `in ${listOf(those)} ${text}`))}.`,
    mostSent: (bytes: number) => `no host sends more than ${formatSize(bytes)}`,
    pays: (told: readonly Told[]) =>
      `Whoever offers it pays ${listOf(told.map(({ names: those, text }) => `${text} in ${listOf(those)}`))}.`,
    weak: (points: readonly string[]) => `One loss is enough to stop ${listOf(points)}.`,
    strong: (those: readonly string[]) =>
      `${capitalised(listOf(those))} ${those.length === 1 ? 'survives' : 'survive'} the loss of any one host.`,
    bounds: (told: readonly Told[]) => `Against the least time that is possible, ${take(told)}.`,
    lessThan: (share: string) => `less than ${share}`,
    moreThan: (share: string) => `more than ${share}`,
    percent: (share: number) => `${share}%`,
  },
  losses: {
    survivesAll: (title: string) => `${title} survives the loss of any one host.`,
    survivesTried: (title: string, tried: number) =>
      `${title} survives each of the ${formatCount(tried)} losses that were tried.`,
    without: (title: string, host: string, unserved: number | undefined, why: string) =>
      `${title}: without ${host} ${unserved === undefined ? 'nobody gets it' : `${formatCount(unserved)} of the others do not get it`}: ${why}`,
    sameFor: (title: string, hosts: readonly string[]) => `${title}: the same goes for ${listOf(hosts)}.`,
    nobodyHas: 'nobody else has it at the start.',
    nobodyIsAsked: 'nobody else is asked.',
    nobodyKnows: 'nobody else knows who has it.',
    nobodyTells: 'nobody else tells the peers of each other.',
    nothingComes: 'what they need does not come.',
  },
};

const nobodyKnows = 'not everybody gets it.';
const manyNames = 4;

function names(hosts: readonly string[]): string {
  return hosts.length > manyNames ? counted(hosts.length, 'host') : listOf(hosts.map(shorten), manyNames);
}

function take(told: readonly Told[]): string {
  return listOf(
    told.map(({ names: those, text }) => `${listOf(those)} ${those.length > 1 ? 'take' : 'takes'} ${text}`),
  );
}

/** At the beginning of a sentence. */
function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
