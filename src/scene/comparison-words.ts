/** What is compared, how each architecture goes about it, and what a reader has to know about the figures, in words. */
import type { Compared, Comparison } from '../analysis/compare/comparison';
import type { Architecture } from '../language/topology';
import { counted, formatCount, quote, shorten } from '../language/wording';
import { formatSize, listOf } from './formats';
import { formatMoney } from './money';

/** `“song.mp3” (4 MB) from bob to alice and carol, at the same moment` */
export function setting({ job, scenario }: Comparison): string {
  const { resource, sizeBytes, holders, fetchers } = job;
  const moment = fetchers.length > 1 ? ', all at the same moment' : '';
  const when = scenario === undefined ? '' : `, when ${quote(scenario)}`;
  return `${quote(resource)} (${formatSize(sizeBytes)}) from ${namesOf(holders)} to ${namesOf(fetchers)}${moment}${when}`;
}

export function namesOf(names: readonly string[]): string {
  return names.length > manyNames ? counted(names.length, 'host') : listOf(names.map(shorten), manyNames);
}

const manyNames = 4;

/** For the heading of a column. */
export function howItWorks({ patterns, centre }: Compared, { job }: Comparison): string {
  const holder = shorten(job.holders[0] ?? '');
  const added = centre?.isAdded ? ' (added)' : '';
  const central = `${shorten(centre?.host ?? '')}${added}`;
  switch (patterns[0]) {
    case 'request':
      return `everybody asks ${holder}`;
    case 'index':
      return `${central} says who has it; it comes from there directly`;
    case 'flooding':
      return 'peers ask their neighbours who has it; it comes from there directly';
    case 'dht':
      return 'peers look up among themselves who has it; it comes from there directly';
    default:
      return `${centre ? `${central} introduces peers to each other` : 'peers look each other up'}; they trade pieces`;
  }
}

/** What was assumed, left out or added. */
export function hintsOf(comparison: Comparison, pricePerGigabyte: number): readonly string[] {
  return [
    ...leftOut(comparison),
    ...ignoredHolders(comparison),
    ...addedHosts(comparison),
    `The cost is ${formatMoney(pricePerGigabyte)} for each gigabyte that the machines of whoever offers it send: those that have it at the start, and the index or tracker. What the other peers send costs nothing here.`,
    'Hosts, rates and links are those of the file. Only the software differs.',
  ];
}

function leftOut({ job, architectures }: Comparison): readonly string[] {
  const { fetchers, fetchersInFile, holders, holdersInFile } = job;
  const few =
    fetchers.length < fetchersInFile
      ? [
          `Of the ${formatCount(fetchersInFile)} hosts that fetch it, the first ${formatCount(fetchers.length)} take part; more would take too long to run.`,
        ]
      : [];
  const fewHolders =
    holders.length < holdersInFile
      ? [`Of the ${formatCount(holdersInFile)} hosts that have it, the first ${formatCount(holders.length)} take part.`]
      : [];
  const fewLosses = architectures.flatMap(({ architecture, losses }) =>
    losses && losses.tried < losses.of
      ? [
          `In ${named[architecture]}, ${formatCount(losses.tried)} of ${formatCount(losses.of)} possible losses were tried.`,
        ]
      : [],
  );
  return [...few, ...fewHolders, ...fewLosses];
}

function ignoredHolders({ job }: Comparison): readonly string[] {
  const [first, ...others] = job.holders;
  if (others.length === 0 || first === undefined) return [];
  return [
    `As client-server everybody asks ${shorten(first)}, the first that has it; ${namesOf(others)} would stand by.`,
  ];
}

function addedHosts({ architectures }: Comparison): readonly string[] {
  return architectures.flatMap(({ centre, architecture }) =>
    centre?.isAdded
      ? [
          `The file has no server that could be the ${centre.kind} of ${named[architecture]}, so the host ${centre.host} was added to its network.`,
        ]
      : [],
  );
}

/** Within a sentence. */
export const named: Readonly<Record<Architecture, string>> = {
  'client-server': 'client-server',
  hybrid: 'the hybrid',
  'peer-to-peer': 'peer-to-peer',
};

/** At the beginning of a sentence. */
export function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
