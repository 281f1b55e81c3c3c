/** A comparison as JSON: the contract of `topo compare`. */
import { type Compared, type Comparison, costOf, type Losses } from '../analysis/compare/comparison';
import { conclusionsOf } from '../scene/comparison-conclusions';
import { english } from '../scene/words';

export function comparisonAsJson(comparison: Comparison, price: number) {
  const { job, scenario, architectures, curve } = comparison;
  const { resource, sizeBytes, holders, fetchers, holdersInFile, fetchersInFile } = job;
  return {
    resource,
    size: sizeBytes,
    scenario: scenario ?? null,
    price,
    holders,
    fetchers,
    inFile: { holders: holdersInFile, fetchers: fetchersInFile },
    architectures: architectures.map((compared) => architectureAsJson(compared, price)),
    curve: curve.map(({ fetchers: count, timesMs, boundsMs }) => ({
      fetchers: count,
      times: timesMs.map(orNull),
      bounds: boundsMs.map(orNull),
    })),
    conclusions: conclusionsOf(comparison, price, english),
  };
}

function architectureAsJson(compared: Compared, price: number) {
  const { architecture, patterns, centre, outcome, why, served, timeMs, boundMs, losses } = compared;
  const { messages, bytesSent, busiest, operatorBytes, streams } = compared;
  return {
    ...{ architecture, patterns, centre: centre ?? null, outcome, why: why ?? null, served },
    ...{ time: orNull(timeMs), bound: orNull(boundMs), messages, bytesSent, busiest: busiest ?? null },
    ...{ streams, losses: losses ? lossesAsJson(losses) : null, operatorBytes, cost: costOf(operatorBytes, price) },
  };
}

function lossesAsJson({ tried, of, fatal }: Losses) {
  return {
    tried,
    of,
    fatal: fatal.map(({ host, parts, unserved, why }) => ({ host, parts, unserved, why: why ?? null })),
  };
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null;
}
