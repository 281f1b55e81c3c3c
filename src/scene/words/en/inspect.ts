/** The headings and sentences of the inspector. */
import type { SoftwareKind } from '../../../language/topology';
import { counted } from '../../../language/wording';
import { formatCount, formatDuration, formatSize, listOf } from './terms';

export const inspect = {
  more: (count: number) => `and ${formatCount(count)} more`,
  morePlaces: (count: number) => `and ${formatCount(count)} more places`,

  holds: 'Holds',
  holdsNothing: 'No files.',
  receivedFile: (size: string) => (size === '' ? 'received' : `${size} · received`),

  table: (kind: 'index' | 'tracker', service: string | undefined) =>
    `${kind === 'index' ? 'Index' : 'Tracker'}${service === undefined ? '' : ` of ${service}`}`,
  tableBeside: (kind: 'index' | 'tracker', service: string, keeper: string) =>
    `${kind === 'index' ? 'Index' : 'Tracker'} of ${service}: ${keeper}`,
  shelf: (service: string, server: string) => `Server of ${service}: ${server}`,
  indexEmpty: 'The table is empty: nobody has registered anything.',
  trackerEmpty: 'The table is empty: nobody has announced itself.',
  tableEmpty: 'The table is empty.',
  records: 'Records',
  recordsEmpty: 'It keeps no record of who has what.',
  stale: (host: string) => `${host} (offline: stale)`,
  nobody: 'nobody',

  pieces: 'Pieces',
  noPieces: 'No pieces yet.',
  piecesOf: (had: number, total: number | undefined) =>
    `${formatCount(had)}${total === undefined ? '' : ` of ${formatCount(total)}`} pieces`,
  coming: (count: number) => `${formatCount(count)} on ${count === 1 ? 'its' : 'their'} way`,
  newPiece: (number: number) => `piece ${formatCount(number)} is new`,
  rarest: (numbers: readonly string[], copies: number) =>
    `Rarest of those that it lacks: ${numbers.length === 1 ? 'piece' : 'pieces'} ${listOf(numbers, 6)} (${copies === 0 ? 'nobody has it' : counted(copies, 'peer')}).`,

  knows: 'Knows',
  knowsNobody: 'Nobody yet.',
  cable: (rate: string, latency: string) => `cable · ${rate} · ${latency}`,
  cableCut: 'cable · cut',
  cableOffline: 'cable · offline',
  neighbourIn: (service: string) => `neighbour in ${service}`,
  offlineNeighbourIn: (service: string) => `neighbour in ${service} · offline`,
  told: (hosts: readonly string[], teller: string) =>
    `${hosts.length === 0 ? 'nobody' : listOf(hosts, 6)}, says ${teller}`,
  takesPartIn: (service: string) => `who takes part in ${service}`,
  routing: (service: string) => `Routing table of ${service}`,
  routingEmpty: 'It knows no other peer yet.',
  routingHint: 'Other peers by how their keys begin: the more bits are the same, the nearer.',
  sameBits: (count: number) => (count === 0 ? 'first bit differs' : `${counted(count, 'bit')} the same`),

  serves: 'Serves',
  servesNothing: 'Nothing: it runs no software that answers.',
  servesNothingYet: 'Nothing yet: it holds no file.',
  lookups: (service: string) => `lookups of ${service}`,
  whoAsks: 'for all that ask',
  requests: (service: string) => `requests of ${service}`,
  over: (service: string) => `over ${service}`,
  listedBy: (service: string, index: string) => `over ${service} · listed by ${index}`,
  unlisted: (service: string, index: string) => `over ${service} · not listed by ${index}`,

  why: 'Why and why not',
  isOffline: (host: string) => `${host} is offline: nobody can reach it.`,
  staleEntry: (host: string, keeper: string, things: readonly string[]) =>
    `${host} is offline, but ${keeper} still lists it for ${listOf(things)}: ${things.length === 1 ? 'the entry is' : 'the entries are'} stale.`,
  cutOff: (host: string) => `All cables of ${host} are cut: it can reach nobody.`,
  canServe: (host: string, thing: string, software: string) =>
    `${host} can serve ${thing}: it holds it, and runs ${software}.`,
  canServeAnyway: (host: string, thing: string) => `${host} can serve ${thing}: it holds it.`,
  lacksSoftware: (host: string, thing: string, software: string) =>
    `${host} cannot serve ${thing}: it does not run ${software}.`,
  doesNotHold: (host: string, thing: string) => `${host} cannot serve ${thing}: it does not hold it.`,
  asksOriginFirst: (host: string, thing: string) =>
    `${host} can serve ${thing}: it has no copy, but gets one from the origin first.`,
  onlyPoints: (host: string, thing: string) => `${host} does not serve ${thing} itself: it only knows who has it.`,
  servesPieces: (host: string, thing: string, had: number) =>
    `${host} can serve ${counted(had, 'piece')} of ${thing}: it passes on what it has already.`,
  isListed: (index: string, host: string, thing: string) => `${index} lists ${host} for ${thing}, so others find it.`,
  isNotListed: (index: string, host: string) => `Nobody finds it there: ${index} does not list ${host}.`,
  listedWithout: (index: string, host: string, thing: string) =>
    `${index} lists ${host} for ${thing}, but ${host} does not hold it: who asks there gets nothing.`,
  knowsWho: (host: string, thing: string, hosts: readonly string[]) =>
    `${host} can answer who has ${thing}: ${listOf(hosts, 6)}.`,
  knowsNoOne: (host: string, thing: string) => `${host} knows nobody who has ${thing}.`,
  noSoftware: (host: string, thing: string, service: string) =>
    `${host} can neither ask for ${thing} nor serve it: it runs no software of ${service}.`,
  canAnswer: (host: string, service: string, software: string) =>
    `${host} can answer requests of ${service}: it runs ${software}.`,
  cannotAnswer: (host: string, service: string, software: string) =>
    `${host} cannot answer requests of ${service}: it does not run ${software}.`,
  stepFailed: (why: string) => `This step fails: ${why}`,

  asks: 'asks',
  answers: 'answers',
  acts: 'acts',
  inThisStep: 'In this step',

  roles: 'Roles',
  noRole: 'Nothing in the file gives it a role yet.',
  declared: 'Declared',
  canBe: 'Can be',
  soFar: 'So far',
  since: (role: string, step: number, timeMs: number) =>
    `${role}, since step ${formatCount(step)} (${formatDuration(timeMs)})`,
  inAllFlows: 'In all flows',
  takesNoPart: 'takes no part',

  software: 'Software',
  noSoftwareAtAll: 'The file names no software.',
  abilities: {
    client: 'asks',
    server: 'answers',
    peer: 'asks and answers',
    index: 'knows who has what',
    tracker: 'knows who takes part',
    edge: 'answers, and asks the origin for what it lacks',
    origin: 'has the original of everything',
  } satisfies Record<SoftwareKind, string>,
  note: 'Note',
  links: 'Links',
  noLinks: 'Nothing is linked to it yet.',
  cut: 'cut',
  group: (count: number, description: string) => `a group of ${formatCount(count)}: ${description}`,
  members: 'Members',
  online: 'Online',
  takingPart: 'Taking part so far',
  of: (part: number, all: number) => `${formatCount(part)} of ${formatCount(all)}`,

  streams: 'Streams',
  streamsOut: 'Out',
  streamsIn: 'In',
  streamsTo: (count: number, hosts: readonly string[]) => `${counted(count, 'stream')} to ${listOf(hosts, 8)}`,
  /** `99 streams from zoom (of ann, ben and 97 more)` */
  streamsFrom: (count: number, hosts: readonly string[], owners: readonly string[]) =>
    `${counted(count, 'stream')} from ${listOf(hosts, 8)}${owners.length > 0 ? ` (of ${listOf(owners)})` : ''}`,
  inTheWholeRun: 'In the whole run',
  tookNoPart: 'It took no part.',
  sent: 'Sent',
  received: 'Received',
  answersGiven: 'Answers given',
  outAndIn: (out: number, into: number) => `${formatCount(out)} out, ${formatCount(into)} in`,
  amount: (messages: number, bytes: number) =>
    bytes > 0 ? `${counted(messages, 'message')}, ${formatSize(bytes)}` : counted(messages, 'message'),
};
