/**
 * A comparison of architectures as it is shown: a table of measures, bars, a curve, and what follows from them in
 * sentences. Plain data for a panel and for a terminal alike; it knows neither of them.
 */
import { type Compared, type ComparedJob, type Comparison, costOf } from '../analysis/compare/comparison';
import type { Architecture } from '../language/topology';
import { conclusionsOf } from './comparison-conclusions';
import { lossesOf } from './comparison-losses';
import { hintsOf, howItWorks, nameOf, setting } from './comparison-words';
import { english, type Words } from './words';

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

export function comparisonScene(comparison: Comparison, pricePerGigabyte: number, words = english): ComparisonScene {
  const { job, architectures, candidates } = comparison;
  return {
    resource: job.resource,
    resources: candidates.map(({ resource }) => resource),
    job: setting(comparison, words),
    columns: architectures.map((compared) => ({
      architecture: compared.architecture,
      how: howItWorks(compared, comparison, words),
    })),
    rows: rowsOf(comparison, pricePerGigabyte, words),
    conclusions: conclusionsOf(comparison, pricePerGigabyte, words),
    losses: architectures.flatMap((compared) => lossesOf(compared, comparison, words)),
    remarks: hintsOf(comparison, pricePerGigabyte, words),
    price: pricePerGigabyte,
    bars: barsOf(architectures, pricePerGigabyte, words),
    curve: curveOf(comparison, words),
  };
}

const nothing = '–';

function rowsOf({ job, architectures }: Comparison, price: number, words: Words): readonly ComparisonRow[] {
  const { formats } = words;
  const { measures, cost } = words.comparison;
  const row = (
    [measure = '', meaning = '']: readonly string[],
    cell: (compared: Compared) => string | ComparisonCell,
  ) => ({
    measure,
    meaning,
    cells: architectures.map(cell).map((made) => (typeof made === 'string' ? plainCell(made) : made)),
  });
  const duration = (timeMs: number | undefined) => (timeMs === undefined ? nothing : formats.duration(timeMs));
  return [
    row(measures.outcome, (compared) => outcome(compared, job, words)),
    row(measures.time, ({ timeMs }) => duration(timeMs)),
    row(measures.bound, ({ boundMs }) => duration(boundMs)),
    row(measures.messages, ({ messages }) => formats.count(messages)),
    row(measures.busiest, ({ busiest }) =>
      busiest ? { ...plainCell(formats.size(busiest.bytesSent)), detail: busiest.host } : nothing,
    ),
    row(measures.bytes, ({ bytesSent }) => formats.size(bytesSent)),
    row(measures.streams, ({ streams }) => formats.count(streams)),
    row(measures.survives, (compared) => survival(compared, words)),
    row(cost(price), ({ operatorBytes }) => formats.money(costOf(operatorBytes, price))),
  ];
}

function plainCell(text: string): ComparisonCell {
  return { text, detail: undefined, isFailure: false };
}

function outcome({ outcome: kind, served, why }: Compared, { fetchers }: ComparedJob, words: Words): ComparisonCell {
  const { comparison: say } = words;
  const [only, ...others] = fetchers;
  if (kind === 'completed') return plainCell(others.length > 0 ? say.allHaveIt : say.hasIt(nameOf(only ?? '')));
  const because = why === undefined ? undefined : words.reason(why);
  if (kind === 'cut short') return { text: say.tooLarge, detail: because, isFailure: true };
  return { text: say.fails, detail: say.someHaveIt(served, fetchers.length, because ?? ''), isFailure: true };
}

function survival({ losses }: Compared, { comparison: say }: Words): ComparisonCell {
  if (!losses) return plainCell(nothing);
  const { tried, of, fatal } = losses;
  const detail = tried < of ? say.triedOf(of) : undefined;
  return { text: say.survived(tried - fatal.length, tried), detail, isFailure: false };
}

function barsOf(architectures: readonly Compared[], price: number, words: Words): readonly BarGroup[] {
  const { formats } = words;
  const { bars: say, fails } = words.comparison;
  const group = (
    measure: string,
    valueIn: (compared: Compared) => number | undefined,
    text: (value: number) => string,
  ) => {
    const longest = Math.max(...architectures.map((compared) => valueIn(compared) ?? 0));
    const bars = architectures.map((compared): Bar => {
      const value = compared.outcome === 'completed' ? valueIn(compared) : undefined;
      const length = value && longest > 0 ? value / longest : 0;
      return { architecture: compared.architecture, text: value === undefined ? fails : text(value), length };
    });
    return { measure, bars };
  };
  return [
    group(say.time, ({ timeMs }) => timeMs, formats.duration),
    group(say.busiest, ({ busiest }) => busiest?.bytesSent ?? 0, formats.size),
    group(say.messages, ({ messages }) => messages, formats.count),
    group(say.cost, ({ operatorBytes }) => costOf(operatorBytes, price), formats.money),
  ];
}

/** One point is no curve. */
function curveOf({ curve, architectures }: Comparison, words: Words): Curve | undefined {
  const lines = architectures.map(
    ({ architecture }, place): CurveLine => ({
      architecture,
      measured: curve.flatMap(({ fetchers, timesMs }) => pointOf(fetchers, timesMs[place])),
      bounds: curve.flatMap(({ fetchers, boundsMs }) => pointOf(fetchers, boundsMs[place])),
    }),
  );
  if (curve.length < 2 || lines.every(({ measured }) => measured.length === 0)) return undefined;
  return {
    fetchers: curve.map(({ fetchers }) => fetchers),
    lines,
    description: lines.map((line) => described(line, words)).join(' '),
  };
}

function pointOf(fetchers: number, timeMs: number | undefined): readonly TimePoint[] {
  return timeMs === undefined ? [] : [{ fetchers, timeMs }];
}

function described({ architecture, measured }: CurveLine, { comparison: say }: Words): string {
  return say.curve(
    say.titles[architecture],
    measured.map(({ fetchers, timeMs }) => [timeMs, fetchers] as const),
  );
}
