/** What is compared, how each architecture goes about it, and what a reader has to know about the figures, in words. */
import type { Compared, Comparison } from '../analysis/compare/comparison';
import { shorten } from '../language/wording';
import { isolate } from './formats';
import type { Words } from './words';

/** As a name stands in a sentence about a comparison. */
export function nameOf(host: string): string {
  return isolate(shorten(host));
}

/** `“song.mp3” (4 MB) from bob to alice and carol, at the same moment` */
export function setting({ job, scenario }: Comparison, { comparison: say }: Words): string {
  const { resource, sizeBytes, holders, fetchers } = job;
  return say.setting(resource, sizeBytes, holders, fetchers, scenario);
}

/** For the heading of a column. */
export function howItWorks({ patterns, centre }: Compared, { job }: Comparison, { comparison: say }: Words): string {
  const named = centre && nameOf(centre.host);
  const central = named !== undefined && centre?.isAdded ? say.added(named) : named;
  switch (patterns[0]) {
    case 'request':
      return say.how.request(nameOf(job.holders[0] ?? ''));
    case 'index':
      return say.how.index(central ?? '');
    case 'flooding':
    case 'dht':
      return say.how[patterns[0]];
    default:
      return say.how.swarm(central);
  }
}

/** What was assumed, left out or added. */
export function hintsOf(comparison: Comparison, pricePerGigabyte: number, words: Words): readonly string[] {
  const { remarks } = words.comparison;
  return [
    ...leftOut(comparison, words),
    ...ignoredHolders(comparison, words),
    ...addedHosts(comparison, words),
    remarks.cost(pricePerGigabyte),
    remarks.sameFile,
  ];
}

function leftOut({ job, architectures }: Comparison, { comparison: say }: Words): readonly string[] {
  const { fetchers, fetchersInFile, holders, holdersInFile } = job;
  const { remarks } = say;
  const few = fetchers.length < fetchersInFile ? [remarks.fetchers(fetchersInFile, fetchers.length)] : [];
  const fewHolders = holders.length < holdersInFile ? [remarks.holders(holdersInFile, holders.length)] : [];
  const fewLosses = architectures.flatMap(({ architecture, losses }) =>
    losses && losses.tried < losses.of
      ? [remarks.losses(say.architectures[architecture], losses.tried, losses.of)]
      : [],
  );
  return [...few, ...fewHolders, ...fewLosses];
}

function ignoredHolders({ job }: Comparison, { comparison: say }: Words): readonly string[] {
  const [first, ...others] = job.holders;
  return others.length === 0 || first === undefined ? [] : [say.remarks.ignored(nameOf(first), others)];
}

function addedHosts({ architectures }: Comparison, { comparison: say }: Words): readonly string[] {
  return architectures.flatMap(({ centre, architecture }) =>
    centre?.isAdded ? [say.remarks.added(centre.kind, say.architectures[architecture], centre.host)] : [],
  );
}
