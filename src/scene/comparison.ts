/**
 * A comparison of architectures as it is shown: a table of measures, bars, a curve, and what follows from them in
 * sentences. Plain data for a panel and for a terminal alike; it knows neither of them.
 */
import { type Compared, type ComparedJob, type Comparison, costOf } from '../analysis/compare/comparison';
import type { Architecture } from '../language/topology';
import { formatCount, shorten } from '../language/wording';
import { conclusionsOf } from './comparison-conclusions';
import { lossesOf } from './comparison-losses';
import { capitalised, hintsOf, howItWorks, setting } from './comparison-words';
import { formatDuration, formatSize } from './formats';
import { formatMoney } from './money';

export type { Architecture };

export interface ComparisonScene {
  readonly resource: string;
  /** What else could be compared, the resource itself included. */
  readonly resources: readonly string[];
  /** What is to be done, in a sentence: the table's caption. */
  readonly job: string;
  readonly columns: readonly ComparisonColumn[];
  readonly rows: readonly ComparisonRow[];
  /** What follows from the figures, in sentences. */
  readonly conclusions: readonly string[];
  /** What one loss does, a sentence for each architecture or more. */
  readonly losses: readonly string[];
  /** How it was measured, and what was left out. */
  readonly remarks: readonly string[];
  /** In dollars, of each gigabyte sent. */
  readonly price: number;
  readonly bars: readonly BarGroup[];
  readonly curve: Curve | undefined;
}

export interface ComparisonColumn {
  readonly architecture: Architecture;
  /** What happens in it: `everybody asks origin`. */
  readonly how: string;
}

export interface ComparisonRow {
  readonly measure: string;
  /** What exactly is measured, in a few words. */
  readonly meaning: string;
  /** In the order of the columns. */
  readonly cells: readonly ComparisonCell[];
}

export interface ComparisonCell {
  readonly text: string;
  /** A second, smaller line. */
  readonly detail: string | undefined;
  readonly isFailure: boolean;
}

/** One measure for each architecture. */
export interface BarGroup {
  readonly measure: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly architecture: Architecture;
  /** As it is written beside the bar. */
  readonly text: string;
  /** 0 … 1 of the longest bar of its group. */
  readonly length: number;
}

/** Time against the number of hosts that fetch. */
export interface Curve {
  readonly fetchers: readonly number[];
  readonly lines: readonly CurveLine[];
  /** What the curve shows, in words. */
  readonly description: string;
}

export interface CurveLine {
  readonly architecture: Architecture;
  /** Where all of them got it. */
  readonly measured: readonly TimePoint[];
  /** No network does it sooner. */
  readonly bounds: readonly TimePoint[];
}

export interface TimePoint {
  readonly fetchers: number;
  readonly timeMs: number;
}

export function comparisonScene(comparison: Comparison, pricePerGigabyte: number): ComparisonScene {
  const { job, architectures, candidates } = comparison;
  return {
    resource: job.resource,
    resources: candidates.map(({ resource }) => resource),
    job: setting(comparison),
    columns: architectures.map((compared) => ({
      architecture: compared.architecture,
      how: howItWorks(compared, comparison),
    })),
    rows: rowsOf(comparison, pricePerGigabyte),
    conclusions: conclusionsOf(comparison, pricePerGigabyte),
    losses: architectures.flatMap((compared) => lossesOf(compared, comparison)),
    remarks: hintsOf(comparison, pricePerGigabyte),
    price: pricePerGigabyte,
    bars: barsOf(architectures, pricePerGigabyte),
    curve: curveOf(comparison),
  };
}

const nothing = '–';

function rowsOf({ job, architectures }: Comparison, price: number): readonly ComparisonRow[] {
  const row = (measure: string, meaning: string, cell: (compared: Compared) => string | ComparisonCell) => ({
    measure,
    meaning,
    cells: architectures.map(cell).map((made) => (typeof made === 'string' ? plainCell(made) : made)),
  });
  return [
    row('outcome', 'in the end', (compared) => outcome(compared, job)),
    row('time', 'until the last has it', ({ timeMs }) => duration(timeMs)),
    row('at best', 'least time possible', ({ boundMs }) => duration(boundMs)),
    row('messages', 'by all hosts', ({ messages }) => formatCount(messages)),
    row('busiest host', 'bytes it sends', ({ busiest }) =>
      busiest ? { ...plainCell(formatSize(busiest.bytesSent)), detail: busiest.host } : nothing,
    ),
    row('sent in all', 'bytes by all hosts', ({ bytesSent }) => formatSize(bytesSent)),
    row('streams', 'pairs it goes between', ({ streams }) => formatCount(streams)),
    row('survives', 'losses of one host', survival),
    row('cost', `at ${formatMoney(price)} a GB`, ({ operatorBytes }) => formatMoney(costOf(operatorBytes, price))),
  ];
}

function plainCell(text: string): ComparisonCell {
  return { text, detail: undefined, isFailure: false };
}

function duration(timeMs: number | undefined): string {
  return timeMs === undefined ? nothing : formatDuration(timeMs);
}

function outcome({ outcome: kind, served, why }: Compared, { fetchers }: ComparedJob): ComparisonCell {
  const [only, ...others] = fetchers;
  if (kind === 'completed') return plainCell(others.length > 0 ? 'all have it' : `${shorten(only ?? '')} has it`);
  if (kind === 'cut short') return { text: 'too large', detail: why, isFailure: true };
  const detail = `${formatCount(served)} of ${formatCount(fetchers.length)} have it: ${why ?? ''}`;
  return { text: 'fails', detail, isFailure: true };
}

function survival({ losses }: Compared): ComparisonCell {
  if (!losses) return plainCell(nothing);
  const { tried, of, fatal } = losses;
  const text = `${formatCount(tried - fatal.length)} of ${formatCount(tried)}`;
  return { text, detail: tried < of ? `tried, of ${formatCount(of)}` : undefined, isFailure: false };
}

function barsOf(architectures: readonly Compared[], price: number): readonly BarGroup[] {
  const group = (
    measure: string,
    valueIn: (compared: Compared) => number | undefined,
    text: (value: number) => string,
  ) => {
    const longest = Math.max(...architectures.map((compared) => valueIn(compared) ?? 0));
    const bars = architectures.map((compared): Bar => {
      const value = compared.outcome === 'completed' ? valueIn(compared) : undefined;
      const length = value && longest > 0 ? value / longest : 0;
      return { architecture: compared.architecture, text: value === undefined ? 'fails' : text(value), length };
    });
    return { measure, bars };
  };
  return [
    group('time', ({ timeMs }) => timeMs, formatDuration),
    group('sent by the busiest host', ({ busiest }) => busiest?.bytesSent ?? 0, formatSize),
    group('messages', ({ messages }) => messages, formatCount),
    group('cost', ({ operatorBytes }) => costOf(operatorBytes, price), formatMoney),
  ];
}

/** One point is no curve. */
function curveOf({ curve, architectures }: Comparison): Curve | undefined {
  const lines = architectures.map(
    ({ architecture }, place): CurveLine => ({
      architecture,
      measured: curve.flatMap(({ fetchers, timesMs }) => pointOf(fetchers, timesMs[place])),
      bounds: curve.flatMap(({ fetchers, boundsMs }) => pointOf(fetchers, boundsMs[place])),
    }),
  );
  if (curve.length < 2 || lines.every(({ measured }) => measured.length === 0)) return undefined;
  return { fetchers: curve.map(({ fetchers }) => fetchers), lines, description: lines.map(described).join(' ') };
}

function pointOf(fetchers: number, timeMs: number | undefined): readonly TimePoint[] {
  return timeMs === undefined ? [] : [{ fetchers, timeMs }];
}

function described({ architecture, measured }: CurveLine): string {
  const points = measured.map(({ fetchers, timeMs }) => `${formatDuration(timeMs)} for ${formatCount(fetchers)}`);
  return `${capitalised(architecture)}: ${points.length > 0 ? points.join(', ') : 'fails'}.`;
}
