/** What follows from the figures of a comparison: one short sentence a finding, each with the reason that the figures give. */
import { type Compared, type Comparison, costOf } from '../analysis/compare/comparison';
import { nameOf } from './comparison-words';
import type { Words } from './words';

export function conclusionsOf(comparison: Comparison, pricePerGigabyte: number, words: Words): readonly string[] {
  const findings = [failures, speed, growth, load, cost, weakPoints, bounds];
  return findings.flatMap((find) => find(comparison, words, pricePerGigabyte));
}

/** Less than this is no difference worth a word. */
const noticeable = 1.1;

function failures({ architectures }: Comparison, { comparison: say, reason }: Words): readonly string[] {
  return architectures.flatMap(({ architecture, outcome, why }) => {
    if (outcome === 'completed') return [];
    const tell = outcome === 'cut short' ? say.conclusions.tooLarge : say.conclusions.fails;
    return [tell(say.architectures[architecture], why === undefined ? undefined : reason(why))];
  });
}

function speed({ architectures, job }: Comparison, words: Words): readonly string[] {
  const { architectures: named, conclusions: say } = words.comparison;
  const [server, ...others] = architectures.filter(({ timeMs }) => timeMs !== undefined);
  const best = fastest(others);
  if (server?.architecture !== 'client-server' || !best) return [];
  const ratio = timeOf(server) / timeOf(best);
  if (ratio >= noticeable) {
    const winners = others.filter((each) => timeOf(each) < timeOf(best) * noticeable);
    const names = winners.map(({ architecture }) => named[architecture]);
    return [say.faster(names, times(ratio, words), whyFaster(best, job.holders, words))];
  }
  if (ratio > 1 / noticeable) return [say.same(whyNotFaster(best, job.fetchers, words))];
  return [say.slower(times(1 / ratio, words), named[best.architecture], whySlower(best, words))];
}

/** Who has it from the start sends all of it where the peers send next to nothing. */
function whyFaster({ operatorBytes, bytesSent }: Compared, holders: readonly string[], words: Words): string {
  const { conclusions: say } = words.comparison;
  const share = 1 - operatorBytes / bytesSent;
  if (share >= 0.01) return say.peersSend(percent(share, words));
  return holders.length > 1 ? say.holdersShare(holders.map(nameOf)) : '';
}

function whySlower({ patterns }: Compared, { comparison: { conclusions: say } }: Words): string {
  return patterns[0] === 'swarm' ? say.piecesTakeTime : say.findingTakesTime;
}

function whyNotFaster({ operatorBytes, bytesSent }: Compared, fetchers: readonly string[], words: Words): string {
  const { conclusions: say } = words.comparison;
  if (fetchers.length === 1) return say.aloneFetches(nameOf(fetchers[0] ?? ''));
  return operatorBytes === bytesSent ? say.nobodyPassesOn : say.passingOnTakesTime;
}

function growth({ curve, architectures }: Comparison, words: Words): readonly string[] {
  const { architectures: named, conclusions: say } = words.comparison;
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (!first || !last || first === last) return [];
  const ratios = architectures.flatMap(({ architecture }, place) => {
    const [before, after] = [first.timesMs[place], last.timesMs[place]];
    return before && after ? [{ name: named[architecture], text: grown(after / before, words) }] : [];
  });
  return ratios.length < 2 ? [] : [say.growth(last.fetchers / first.fetchers, together(ratios))];
}

function grown(ratio: number, words: Words): string {
  const { conclusions: say } = words.comparison;
  return ratio < 1.05 ? say.noLonger : say.timesAsLong(times(ratio, words));
}

interface Told {
  readonly name: string;
  readonly text: string;
}

/** Those of which the same is told, in one breath. */
function together(all: readonly Told[]): readonly { readonly names: readonly string[]; readonly text: string }[] {
  const texts = [...new Set(all.map(({ text }) => text))];
  return texts.map((text) => ({ names: all.filter((each) => each.text === text).map(({ name }) => name), text }));
}

function load({ architectures }: Comparison, { comparison }: Words): readonly string[] {
  const { architectures: named, conclusions: say } = comparison;
  const [server, ...others] = architectures.filter(({ outcome, busiest }) => outcome === 'completed' && busiest);
  if (server?.architecture !== 'client-server' || !server.busiest) return [];
  const { host, bytesSent } = server.busiest;
  const relieved = others.filter(({ busiest }) => busiest && busiest.bytesSent * noticeable < bytesSent);
  if (relieved.length === 0) return [];
  const loads = relieved.map(({ architecture, busiest }) => ({
    name: named[architecture],
    text: say.mostSent(busiest?.bytesSent ?? 0),
  }));
  return [say.load(nameOf(host), bytesSent, together(loads))];
}

function cost({ architectures }: Comparison, { comparison, formats }: Words, price: number): readonly string[] {
  const able = architectures.filter(({ outcome }) => outcome === 'completed');
  const bytes = able.map(({ operatorBytes }) => operatorBytes);
  if (able.length < 2 || price === 0 || Math.max(...bytes) < Math.min(...bytes) * noticeable) return [];
  const costs = able.map(({ architecture, operatorBytes }) => ({
    name: comparison.architectures[architecture],
    text: formats.money(costOf(operatorBytes, price)),
  }));
  return [comparison.conclusions.pays(together(costs))];
}

/** Where each single loss leaves somebody without. */
function weakPoints({ architectures }: Comparison, { comparison, formats }: Words): readonly string[] {
  const { architectures: named, conclusions: say } = comparison;
  const tested = architectures.filter(({ losses }) => losses && losses.tried > 0);
  const weak = tested.filter(({ losses }) => losses && losses.fatal.length > 0);
  const strong = tested
    .filter(({ losses }) => losses?.fatal.length === 0 && losses.tried === losses.of)
    .map(({ architecture }) => named[architecture]);
  const points = weak.map(({ architecture, losses }) => {
    const hosts = losses?.fatal.map(({ host }) => nameOf(host)) ?? [];
    return `${named[architecture]} (${formats.list(hosts)})`;
  });
  const survivors = strong.length > 0 ? [say.strong(strong)] : [];
  return points.length === 0 ? survivors : [say.weak(points), ...survivors];
}

function bounds({ architectures }: Comparison, words: Words): readonly string[] {
  const { architectures: named, conclusions: say } = words.comparison;
  const ratios = architectures.flatMap(({ architecture, timeMs, boundMs }) =>
    timeMs === undefined || boundMs === undefined
      ? []
      : [{ name: named[architecture], text: longer(timeMs / boundMs, words) }],
  );
  return ratios.length === 0 ? [] : [say.bounds(together(ratios))];
}

function longer(ratio: number, words: Words): string {
  const { conclusions: say } = words.comparison;
  if (ratio >= 1.995) return say.timesAsLong(times(ratio, words));
  return ratio < 1.005 ? say.noLonger : say.longer(percent(ratio - 1, words));
}

function fastest(all: readonly Compared[]): Compared | undefined {
  return all.reduce<Compared | undefined>(
    (best, each) => (best && timeOf(best) <= timeOf(each) ? best : each),
    undefined,
  );
}

function timeOf({ timeMs }: Compared): number {
  return timeMs ?? Number.POSITIVE_INFINITY;
}

/** `3.1`, `12` */
function times(ratio: number, { formats }: Words): string {
  return formats.decimal(Number(ratio.toFixed(ratio < 9.95 ? 1 : 0)));
}

function percent(part: number, { comparison: { conclusions: say } }: Words): string {
  if (part < 0.005) return say.lessThan(say.percent(1));
  return part < 1 && part >= 0.995 ? say.moreThan(say.percent(99)) : say.percent(Math.round(part * 100));
}
