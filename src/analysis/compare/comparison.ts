/**
 * What a comparison of architectures finds: plain data that knows names and figures, and no sentence but the reasons that
 * the runs give. Times are milliseconds, sizes bytes. How it was found out is in the files beside this one.
 */
import type { Architecture, PatternName } from '../../language/topology';

export interface Comparison {
  readonly job: ComparedJob;
  /** The scenario under which all runs were made, by name. */
  readonly scenario: string | undefined;
  readonly candidates: readonly Candidate[];
  /** Client-server, hybrid, peer-to-peer: always these three, in this order. */
  readonly architectures: readonly Compared[];
  /** How the time grows with the hosts that fetch: the last point is the comparison itself. */
  readonly curve: readonly CurvePoint[];
}

/** The same for all architectures. */
export interface ComparedJob {
  readonly resource: string;
  readonly sizeBytes: number;
  /** Who has it at the start. */
  readonly holders: readonly string[];
  /** Who fetches it in the runs, all at the same moment. */
  readonly fetchers: readonly string[];
  /** How many hold it and fetch it in the file: more than took part where that would be too much to run. */
  readonly holdersInFile: number;
  readonly fetchersInFile: number;
}

/** A resource that could be compared, and how many hosts fetch it. */
export interface Candidate {
  readonly resource: string;
  readonly fetchers: number;
}

export interface Compared extends Measures {
  readonly architecture: Architecture;
  /** The patterns that its services follow. */
  readonly patterns: readonly PatternName[];
  /** What every fetching host depends on besides the holders: a tracker or an index. */
  readonly centre: Centre | undefined;
  /** No network does it sooner (Kurose and Ross, section 2.5); undefined where nothing limits a rate. */
  readonly boundMs: number | undefined;
  /** What happens when one host is lost; undefined where the job fails with all of them. */
  readonly losses: Losses | undefined;
}

export interface Centre {
  readonly host: string;
  readonly kind: 'index' | 'tracker';
  /** The file has nobody who could be it. */
  readonly isAdded: boolean;
}

/** What one run shows. */
export interface Measures {
  /** `cut short`: the run would have been too large. */
  readonly outcome: 'completed' | 'failed' | 'cut short';
  readonly why: string | undefined;
  /** How many of the fetching hosts have it in the end. */
  readonly served: number;
  /** When the last of them has it; undefined where not all of them get it. */
  readonly timeMs: number | undefined;
  readonly messages: number;
  /** By all hosts together. */
  readonly bytesSent: number;
  /** The first of those that sent most; undefined where nobody sent any byte. */
  readonly busiest: { readonly host: string; readonly bytesSent: number } | undefined;
  /** By the machines of whoever offers the resource: those that hold it at the start, and the centre. */
  readonly operatorBytes: number;
  /** Pairs of sender and receiver between which some of the resource went. */
  readonly streams: number;
  /** What the run costs to make, in steps of its trace. */
  readonly steps: number;
}

export type Part = 'server' | 'holder' | 'index' | 'tracker' | 'client' | 'peer';

/** Each host is lost in a run of its own: offline from the start, and fetching nothing itself. */
export interface Losses {
  readonly tried: number;
  /** How many there are to try: more where that would be too much to run. */
  readonly of: number;
  readonly fatal: readonly FatalLoss[];
}

/** A loss that keeps others from getting the resource. */
export interface FatalLoss {
  readonly host: string;
  readonly parts: readonly Part[];
  /** How many of the others go without. */
  readonly unserved: number;
  readonly why: string | undefined;
}

export interface CurvePoint {
  readonly fetchers: number;
  /** In the order of `Comparison.architectures`; undefined where not all got it. */
  readonly timesMs: readonly (number | undefined)[];
  readonly boundsMs: readonly (number | undefined)[];
}

/** What somebody pays whose machines send so many bytes, at a price for each gigabyte of 1,000,000,000 bytes. */
export function costOf(bytes: number, pricePerGigabyte: number): number {
  return (bytes / 1e9) * pricePerGigabyte;
}

export const defaultPrice = 0.05;
