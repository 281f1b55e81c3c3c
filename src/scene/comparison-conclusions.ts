/** What follows from the figures of a comparison: one short sentence a finding, each with the reason that the figures give. */
import { type Compared, type Comparison, costOf } from '../analysis/compare/comparison';
import { formatCount, shorten } from '../language/wording';
import { capitalised, named } from './comparison-words';
import { formatSize, listOf } from './formats';
import { formatMoney } from './money';

export function conclusionsOf(comparison: Comparison, pricePerGigabyte: number): readonly string[] {
  const findings = [failures, speed, growth, load, cost, weakPoints, bounds];
  return findings.flatMap((find) => find(comparison, pricePerGigabyte));
}

/** Less than this is no difference worth a word. */
const noticeable = 1.1;

function failures({ architectures }: Comparison): readonly string[] {
  return architectures.flatMap(({ architecture, outcome, why }) => {
    if (outcome === 'completed') return [];
    const how = outcome === 'cut short' ? 'is too large to run to its end' : 'fails';
    return [`${capitalised(named[architecture])} ${how}: ${why ?? 'not everybody gets it.'}`];
  });
}

function speed({ architectures, job }: Comparison): readonly string[] {
  const [server, ...others] = architectures.filter(({ timeMs }) => timeMs !== undefined);
  const best = fastest(others);
  if (server?.architecture !== 'client-server' || !best) return [];
  const ratio = timeOf(server) / timeOf(best);
  if (ratio >= noticeable) {
    const winners = others.filter((each) => timeOf(each) < timeOf(best) * noticeable);
    const names = winners.map(({ architecture }) => named[architecture]);
    return [
      `${capitalised(listOf(names))} ${names.length > 1 ? 'are' : 'is'} done ${times(ratio)} sooner than client-server${whyFaster(best, job.holders)}.`,
    ];
  }
  if (ratio > 1 / noticeable) return [`All of them take about the same time: ${whyNotFaster(best, job.fetchers)}.`];
  return [`Client-server is done ${times(1 / ratio)} sooner than ${named[best.architecture]}: ${whySlower(best)}.`];
}

/** Who has it from the start sends all of it where the peers send next to nothing. */
function whyFaster({ operatorBytes, bytesSent }: Compared, holders: readonly string[]): string {
  const share = 1 - operatorBytes / bytesSent;
  if (share >= 0.01) return `, because the peers send ${percent(share)} of the bytes`;
  return holders.length > 1 ? `, because ${listOf(holders.map(shorten))} share the work` : '';
}

function whySlower({ patterns }: Compared): string {
  return patterns[0] === 'swarm'
    ? 'every piece is asked for by itself, and each request takes its time on the way'
    : 'finding out who has it takes time, too';
}

function whyNotFaster({ operatorBytes, bytesSent }: Compared, fetchers: readonly string[]): string {
  if (fetchers.length === 1)
    return `${shorten(fetchers[0] ?? '')} alone fetches it, so there are no others to share the work`;
  if (operatorBytes === bytesSent)
    return 'all fetch the whole file at the same moment, so nobody among them has it yet to pass it on';
  return 'passing it on takes the peers as long as asking one server';
}

function growth({ curve, architectures }: Comparison): readonly string[] {
  const [first, last] = [curve[0], curve[curve.length - 1]];
  if (!first || !last || first === last) return [];
  const ratios = architectures.flatMap(({ architecture }, place) => {
    const [before, after] = [first.timesMs[place], last.timesMs[place]];
    return before && after ? [{ name: named[architecture], text: grown(after / before) }] : [];
  });
  if (ratios.length < 2) return [];
  const parts = together(ratios).map(
    ({ names, text }) => `${listOf(names)} ${names.length > 1 ? 'take' : 'takes'} ${text}`,
  );
  return [`With ${formatCount(last.fetchers / first.fetchers)} times as many hosts, ${listOf(parts)}.`];
}

function grown(ratio: number): string {
  return ratio < 1.05 ? 'no longer' : `${times(ratio)} as long`;
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

function load({ architectures }: Comparison): readonly string[] {
  const [server, ...others] = architectures.filter(({ outcome, busiest }) => outcome === 'completed' && busiest);
  if (server?.architecture !== 'client-server' || !server.busiest) return [];
  const { host, bytesSent } = server.busiest;
  const relieved = others.filter(({ busiest }) => busiest && busiest.bytesSent * noticeable < bytesSent);
  if (relieved.length === 0) return [];
  const loads = relieved.map(({ architecture, busiest }) => ({
    name: named[architecture],
    text: `no host sends more than ${formatSize(busiest?.bytesSent ?? 0)}`,
  }));
  const parts = together(loads).map(({ names, text }) => `in ${listOf(names)} ${text}`);
  return [`In client-server, ${shorten(host)} sends ${formatSize(bytesSent)}; ${listOf(parts)}.`];
}

function cost({ architectures }: Comparison, price: number): readonly string[] {
  const able = architectures.filter(({ outcome }) => outcome === 'completed');
  const bytes = able.map(({ operatorBytes }) => operatorBytes);
  if (able.length < 2 || price === 0 || Math.max(...bytes) < Math.min(...bytes) * noticeable) return [];
  const costs = able.map(({ architecture, operatorBytes }) => ({
    name: named[architecture],
    text: formatMoney(costOf(operatorBytes, price)),
  }));
  const parts = together(costs).map(({ names, text }) => `${text} in ${listOf(names)}`);
  return [`Whoever offers it pays ${listOf(parts)}.`];
}

/** Where each single loss leaves somebody without. */
function weakPoints({ architectures }: Comparison): readonly string[] {
  const tested = architectures.filter(({ losses }) => losses && losses.tried > 0);
  const weak = tested.filter(({ losses }) => losses && losses.fatal.length > 0);
  const strong = tested
    .filter(({ losses }) => losses?.fatal.length === 0 && losses.tried === losses.of)
    .map(({ architecture }) => named[architecture]);
  const points = weak.map(({ architecture, losses }) => {
    const hosts = losses?.fatal.map(({ host }) => shorten(host)) ?? [];
    return `${named[architecture]} (${listOf(hosts)})`;
  });
  const survivors =
    strong.length > 0 ? [`${capitalised(listOf(strong))} ${verb(strong)} the loss of any one host.`] : [];
  return points.length === 0 ? survivors : [`One loss is enough to stop ${listOf(points)}.`, ...survivors];
}

function verb(subjects: readonly string[]): string {
  return subjects.length === 1 ? 'survives' : 'survive';
}

function bounds({ architectures }: Comparison): readonly string[] {
  const ratios = architectures.flatMap(({ architecture, timeMs, boundMs }) =>
    timeMs === undefined || boundMs === undefined
      ? []
      : [{ name: named[architecture], text: longer(timeMs / boundMs) }],
  );
  if (ratios.length === 0) return [];
  const parts = together(ratios).map(
    ({ names, text }) => `${listOf(names)} ${names.length > 1 ? 'take' : 'takes'} ${text}`,
  );
  return [`Against the least time that is possible, ${listOf(parts)}.`];
}

function longer(ratio: number): string {
  if (ratio >= 1.995) return `${times(ratio)} as long`;
  return ratio < 1.005 ? 'no longer' : `${percent(ratio - 1)} longer`;
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

/** `3.1 times`, `12 times` */
function times(ratio: number): string {
  return `${Number(ratio.toFixed(ratio < 9.95 ? 1 : 0))} times`;
}

function percent(part: number): string {
  if (part < 0.005) return 'less than 1%';
  return part < 1 && part >= 0.995 ? 'more than 99%' : `${Math.round(part * 100)}%`;
}
