/**
 * What an expectation would say if it described what the file does now. The title says so in as many words: where the
 * expectation is the task, it is the network that has to change.
 */
import { parseQuantity } from '../../language/quantities';
import type { Fix } from '../../language/source';
import type { Claim, Line } from '../../language/syntax';
import type { Comparison, Expectation } from '../../language/topology';
import { shorten } from '../../language/wording';
import { compares } from './compare';

/** `instead` stands in the place of what the claim says: a role, hosts, a number with its unit. */
export function expectInstead({ span }: Expectation, lines: readonly Line[], instead: string): readonly Fix[] {
  const line = lines[span.line];
  const claim = line?.statement.kind === 'expect' ? line.statement.claim : undefined;
  const place = claim && placeOf(claim, line?.text ?? '');
  if (!line || !place) return [];
  const text = line.text.slice(span.start, place.start) + instead + line.text.slice(place.end, span.end);
  const claimed = text.replace(/^expect\s+/, '').replace(/\s+/g, ' ');
  const title = `Expect what happens now: ${claimed.length > 80 ? shorten(instead) : claimed}`;
  return [{ title, edits: [{ span: { line: span.line, ...place }, text: instead }] }];
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placeOf(claim: Claim, text: string): Place | undefined {
  switch (claim.kind) {
    case 'role':
      return placeFrom(claim.role);
    case 'architecture':
      return placeFrom(claim.architecture);
    case 'takes':
      return placeFrom(claim.duration);
    case 'sends':
      return placeFrom(claim.count);
    case 'transfers':
      return placeFrom(claim.size);
    case 'outcome':
      return wordBehind(claim.flow.end, text, /succeeds|fails/);
    case 'lookup':
      return claim.hosts.length > 0
        ? from(claim.hosts[0], claim.hosts.at(-1))
        : wordBehind(claim.resource.end, text, /nothing/);
    case 'needs':
      return from(wordBehind(claim.flow.end, text, /needs/), claim.hosts.at(-1));
    case 'survives':
      return claim.host === 'any' ? undefined : from(wordBehind(claim.flow.end, text, /survives/), claim.host);
    case 'carries-no-data':
      return undefined;
  }
}

function placeFrom({ start, end }: Place): Place {
  return { start, end };
}

function from(first: Place | undefined, last: Place | undefined): Place | undefined {
  return first && last && { start: first.start, end: last.end };
}

function wordBehind(column: number, text: string, word: RegExp): Place | undefined {
  const found = word.exec(text.slice(column));
  return found ? { start: column + found.index, end: column + found.index + found[0].length } : undefined;
}

/** A whole number that compares with `actual` as claimed. */
export function countFor(actual: number, comparison: Comparison): string | undefined {
  const count = comparison === '<' ? actual + 1 : comparison === '>' ? actual - 1 : actual;
  return count < 0 ? undefined : String(count);
}

/** A round duration that compares with `actualMs` as claimed, or the very one for `=`. */
export function durationFor(actualMs: number, comparison: Comparison): string | undefined {
  // To the nanosecond, as durations are compared.
  const ms = comparison === '=' ? Math.round(actualMs * 1e6) / 1e6 : rounded(actualMs, comparison);
  return asQuantity(ms >= 1000 && Number.isInteger(ms / 100) ? `${ms / 1000}s` : `${ms}ms`, actualMs, comparison);
}

export function sizeFor(actualBytes: number, comparison: Comparison): string | undefined {
  const bytes = comparison === '=' ? actualBytes : rounded(actualBytes, comparison);
  const unit = sizeUnits.find(([, factor]) => bytes >= factor && Number.isInteger((bytes / factor) * 10));
  return asQuantity(unit ? `${bytes / unit[1]}${unit[0]}` : `${bytes}B`, actualBytes, comparison);
}

const sizeUnits = [
  ['TB', 1e12],
  ['GB', 1e9],
  ['MB', 1e6],
  ['kB', 1e3],
] as const;

/** Two digits, on the side that the comparison asks for. */
function rounded(actual: number, comparison: Comparison): number {
  const unit = 10 ** (Math.floor(Math.log10(actual || 1)) - 1);
  const isAbove = comparison === '<' || comparison === '<=';
  const near = (isAbove ? Math.ceil(actual / unit) : Math.floor(actual / unit)) * unit;
  const bound = compares(actual, comparison, near) ? near : near + (isAbove ? unit : -unit);
  return Number(bound.toPrecision(12));
}

/** Only what the language can say, and what then holds. */
function asQuantity(text: string, actual: number, comparison: Comparison): string | undefined {
  const value = /e/.test(text) ? undefined : parseQuantity(text)?.value;
  if (value === undefined) return undefined;
  const isEqual = comparison === '=' && Math.abs(value - actual) < 1e-6;
  return isEqual || compares(actual, comparison, value) ? text : undefined;
}
