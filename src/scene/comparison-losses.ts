/** What the loss of one host does to the others, in sentences: a few for each architecture, however many losses there are. */
import type { Compared, ComparedJob, Comparison, FatalLoss } from '../analysis/compare/comparison';
import { nameOf } from './comparison-words';
import type { Words } from './words';

const mostSentences = 3;

export function lossesOf({ architecture, losses }: Compared, { job }: Comparison, words: Words): readonly string[] {
  if (!losses || losses.tried === 0) return [];
  const { fatal, tried, of } = losses;
  const { losses: say, titles } = words.comparison;
  const title = titles[architecture];
  if (fatal.length === 0) return [tried < of ? say.survivesTried(title, tried) : say.survivesAll(title)];
  const told = fatal.slice(0, mostSentences).map((loss) => sentence(title, loss, job, words));
  const others = fatal.slice(mostSentences).map(({ host }) => nameOf(host));
  return others.length === 0 ? told : [...told, say.sameFor(title, others)];
}

function sentence(title: string, loss: FatalLoss, { holders, fetchers }: ComparedJob, words: Words): string {
  const { host, unserved } = loss;
  const others = fetchers.filter((name) => name !== host).length;
  const some = unserved < others ? unserved : undefined;
  return words.comparison.losses.without(title, nameOf(host), some, reason(loss, holders, words));
}

/** That the lost host is offline is known. */
function reason({ host, parts, why }: FatalLoss, holders: readonly string[], words: Words): string {
  const { losses: say } = words.comparison;
  if (holders.length === 1 && holders[0] === host) return say.nobodyHas;
  if (parts.includes('server')) return say.nobodyIsAsked;
  if (parts.includes('index')) return say.nobodyKnows;
  if (parts.includes('tracker')) return say.nobodyTells;
  return why === undefined ? say.nothingComes : words.reason(why);
}
