/** What the loss of one host does to the others, in sentences: a few for each architecture, however many losses there are. */
import type { Compared, ComparedJob, Comparison, FatalLoss } from '../analysis/compare/comparison';
import { formatCount, shorten } from '../language/wording';

import { capitalised } from './comparison-words';
import { listOf } from './formats';

const mostSentences = 3;

export function lossesOf({ architecture, losses }: Compared, { job }: Comparison): readonly string[] {
  if (!losses) return [];
  const { fatal, tried, of } = losses;
  const name = capitalised(architecture);
  if (tried === 0) return [];
  if (fatal.length === 0)
    return [
      `${name} survives ${tried < of ? `each of the ${formatCount(tried)} losses that were tried` : 'the loss of any one host'}.`,
    ];
  const told = fatal.slice(0, mostSentences).map((loss) => `${name}: ${sentence(loss, job)}`);
  const others = fatal.slice(mostSentences).map(({ host }) => shorten(host));
  return others.length === 0 ? told : [...told, `${name}: the same goes for ${listOf(others)}.`];
}

function sentence(loss: FatalLoss, { holders, fetchers }: ComparedJob): string {
  const { host, unserved } = loss;
  const others = fetchers.filter((name) => name !== host).length;
  const who = unserved < others ? `${formatCount(unserved)} of the others do not get it` : 'nobody gets it';
  return `without ${shorten(host)} ${who}: ${reason(loss, holders)}`;
}

/** That the lost host is offline is known. */
function reason({ host, parts, why }: FatalLoss, holders: readonly string[]): string {
  if (holders.length === 1 && holders[0] === host) return 'nobody else has it at the start.';
  if (parts.includes('server')) return 'nobody else is asked.';
  if (parts.includes('index')) return 'nobody else knows who has it.';
  if (parts.includes('tracker')) return 'nobody else tells the peers of each other.';
  return why ?? 'what they need does not come.';
}
