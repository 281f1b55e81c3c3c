/**
 * The job that architectures are compared by, read from a file: one resource, who has it at the start, and who fetches it
 * in its flows, by application or by hand. Whatever keeps it from being a job is a sentence. Runs nothing.
 */
import { closest } from '../../language/suggest';
import { allSteps, type Host, type Step, type Topology } from '../../language/topology';
import { shorten } from '../../language/wording';
import { sharersOf } from '../../simulation/services';
import { quoted } from '../../simulation/words';
import type { Candidate } from './comparison';

export interface Job {
  readonly resource: string;
  readonly sizeBytes: number;
  /** In declaration order, as all hosts here. */
  readonly holders: readonly Host[];
  readonly fetchers: readonly Host[];
}

export interface Problem {
  readonly problem: string;
}

/** Without a wanted resource, the one that most hosts fetch; of several the largest, then the one that is fetched first. */
export function jobOf(topology: Topology, wanted: string | undefined): Job | Problem {
  const fetched = fetchersByResource(topology);
  const resource = wanted ?? candidatesIn(topology, fetched)[0]?.resource ?? [...fetched.keys()][0];
  if (resource === undefined) return { problem: nothingIsFetched(topology) };
  const fetchers = fetchersOf(topology, fetched, resource);
  const holders = sharersOf(topology, resource);
  const sizeBytes = sizeOf(holders, resource);
  const name = quoted(resource);
  if (holders.length === 0 && fetchers.length === 0) return { problem: unknown(topology, fetched, resource) };
  if (holders.length === 0)
    return { problem: `Nobody holds ${name} at the start. Let a host share it: shares "${shorten(resource)}" 4MB` };
  if (fetchers.length === 0)
    return { problem: `Nobody fetches ${name}. Add a line to a flow: alice fetches "${shorten(resource)}"` };
  if (!sizeBytes)
    return {
      problem: `${name} has no size, so there is nothing to send. Write one: shares "${shorten(resource)}" 4MB`,
    };
  return { resource, sizeBytes, holders, fetchers };
}

/** What can be compared, the resource that most hosts fetch first. */
export function comparableIn(topology: Topology): readonly Candidate[] {
  return candidatesIn(topology, fetchersByResource(topology));
}

/** By resource: who fetches it, and the first line that says so. */
type Fetched = ReadonlyMap<string, { readonly hosts: ReadonlySet<Host>; readonly line: number }>;

function candidatesIn(topology: Topology, fetched: Fetched): readonly Candidate[] {
  return [...fetched]
    .map(([resource, { line }]) => {
      const sizeBytes = sizeOf(sharersOf(topology, resource), resource) ?? 0;
      return { resource, line, sizeBytes, fetchers: fetchersOf(topology, fetched, resource).length };
    })
    .filter(({ fetchers, sizeBytes }) => fetchers > 0 && sizeBytes > 0)
    .sort((a, b) => b.fetchers - a.fetchers || b.sizeBytes - a.sizeBytes || a.line - b.line)
    .map(({ resource, fetchers }) => ({ resource, fetchers }));
}

/** Who has it already has no need to fetch it. */
function fetchersOf(topology: Topology, fetched: Fetched, resource: string): readonly Host[] {
  const holders = new Set(sharersOf(topology, resource));
  return [...(fetched.get(resource)?.hosts ?? [])]
    .filter((host) => !holders.has(host))
    .sort((a, b) => a.index - b.index);
}

function fetchersByResource({ flows }: Topology): Fetched {
  const fetched = new Map<string, { readonly hosts: Set<Host>; line: number }>();
  for (const flow of flows) {
    for (const step of allSteps(flow)) {
      const fetch = fetchIn(step);
      if (!fetch) continue;
      const known = fetched.get(fetch.resource) ?? { hosts: new Set(), line: step.span.line };
      fetched.set(fetch.resource, known);
      known.line = Math.min(known.line, step.span.line);
      for (const host of fetch.hosts) known.hosts.add(host);
    }
  }
  return fetched;
}

function fetchIn(step: Step): { readonly resource: string; readonly hosts: readonly Host[] } | undefined {
  if (step.kind === 'fetch') return step;
  if ((step.kind !== 'request' && step.kind !== 'push') || step.message.verb !== 'get') return undefined;
  return { resource: step.message.resource, hosts: step.kind === 'request' ? step.from : step.to };
}

/** The first that is written down: `shares "song.mp3"` without a size may stand beside it. */
function sizeOf(holders: readonly Host[], resource: string): number | undefined {
  for (const { shares } of holders) {
    const size = shares.find((shared) => shared.resource === resource)?.sizeBytes;
    if (size) return size;
  }
  return undefined;
}

function nothingIsFetched({ hosts }: Topology): string {
  const resource = hosts.find(({ shares }) => shares.length > 0)?.shares[0]?.resource ?? 'song.mp3';
  return `Nobody fetches anything in this file, so there is no job to compare. Add a line to a flow: alice fetches "${shorten(resource)}"`;
}

function unknown({ hosts }: Topology, fetched: Fetched, resource: string): string {
  const known = new Set([...fetched.keys(), ...hosts.flatMap(({ shares }) => shares.map((shared) => shared.resource))]);
  const near = closest(resource, [...known]);
  return `Nobody holds or fetches ${quoted(resource)}.${near === undefined ? '' : ` Did you mean ${quoted(near)}?`}`;
}
