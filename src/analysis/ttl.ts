/**
 * Queries of a flooding service that end before they get to anybody who has what is wanted: how far it is is told from who
 * is whose neighbour and who holds what. Where the run shows that a host has found somebody all the same, or the file
 * expects it to find nobody, nothing is reported.
 */
import { overlayOf } from '../language/neighbours';
import { type Diagnostic, diagnostic } from '../language/source';
import type { Line } from '../language/syntax';
import {
  allSteps,
  type Flow,
  type Host,
  type Node,
  type Service,
  type Step,
  type Topology,
} from '../language/topology';
import { counted, quote, shorten } from '../language/wording';
import { usualOption } from '../simulation/options';
import { serviceOf } from '../simulation/services';
import type { Trace } from '../simulation/trace';
import { allowHops } from './design-fixes';
import { holdersIn } from './holders';
import { lookupsIn } from './lookups';
import type { Runs } from './runs';

/** How many hosts the queries of a file together may look at: who writes so many is told of the first. */
const maximumVisits = 500_000;

export function ttlDiagnostics(runs: Runs, lines: readonly Line[] = []): readonly Diagnostic[] {
  const { topology } = runs;
  if (!topology.services.some(({ pattern }) => pattern === 'flooding')) return [];
  const seen = new Set<Distances>();
  let visits = 0;
  return topology.flows.flatMap((flow) => {
    const steps = [...allSteps(flow)].sort((a, b) => a.span.line - b.span.line);
    const holdersAt = holdersIn(topology, steps);
    const isExpected = expectedIn(topology, flow);
    const hasFound = findersIn(runs.trace(flow));
    return steps.flatMap((step) => {
      if ((step.kind !== 'fetch' && step.kind !== 'search') || isExpected(step.resource)) return [];
      const service = serviceOf(topology, step);
      if (service?.pattern !== 'flooding' || visits > maximumVisits) return [];
      const distances = distancesFrom(topology, holdersAt(step, service), service);
      // Counted as if nothing were remembered: what is reported must not depend on what the file was before.
      visits += step.hosts.length + (seen.has(distances) ? 0 : distances.size);
      seen.add(distances);
      const searching = step.hosts.filter((host) => !hasFound(step.span.line, host));
      const farthest = farthestOf(searching, distances);
      return farthest ? report(step, service, farthest, lines) : [];
    });
  });
}

/** Whether a host has found somebody at a line. In a flow that is too large to run nobody has. */
function findersIn(trace: Trace | undefined): (line: number, host: Host) => boolean {
  const lookups = trace ? lookupsIn(trace).filter(({ finds }) => finds.length > 0) : [];
  const finders = new Set(lookups.map(({ line, client }) => `${line} ${client}`));
  return (line, host) => finders.has(`${line} ${host.name}`);
}

/** Whether a flow is expected to fail, or not to find a resource. */
function expectedIn({ expectations }: Topology, flow: Flow): (resource: string) => boolean {
  const claims = expectations.filter(({ scenario, flow: of }) => !scenario && (of ?? flow) === flow);
  const fails = claims.some((claim) => claim.kind === 'outcome' && !claim.succeeds);
  const missed = claims.flatMap((claim) => (claim.kind === 'lookup' && !claim.hosts.length ? claim.resource : []));
  const names = new Set(missed);
  return (resource) => fails || names.has(resource);
}

interface Distance {
  readonly host: Node;
  readonly holder: Node;
  readonly hops: number;
}

function report(
  step: Step & { readonly resource: string },
  service: Service,
  { host, holder, hops }: Distance,
  lines: readonly Line[],
): readonly Diagnostic[] {
  const ttl = service.options.get('ttl') ?? usualOption('ttl');
  if (hops <= ttl) return [];
  const [asker, nearest, name] = [host, holder, service].map((one) => shorten(one.name));
  const message =
    `The nearest ${quote(step.resource)} is at ${nearest}, ${counted(hops, 'hop')} from ${asker}, but a query of ` +
    `${name} ends after ${ttl}. Write: service ${name} uses flooding ttl ${hops}`;
  const related = [
    { message: `${nearest} is declared here`, span: holder.span },
    { message: `${name} is declared here`, span: service.span },
  ];
  return [diagnostic('ttl-exhausted', step.span, message, { related, fixes: allowHops(lines, service, hops) })];
}

/** Of these hosts the one with the longest way to its nearest holder. */
function farthestOf(hosts: readonly Host[], distances: Distances): Distance | undefined {
  let farthest: Distance | undefined;
  for (const host of hosts) {
    const distance = distances.get(host);
    if (distance && distance.hops > (farthest?.hops ?? 0)) farthest = distance;
  }
  return farthest;
}

type Distances = ReadonlyMap<Node, Distance>;

/** By overlay, or the hosts of a file where there is none, then by the holders: many queries ask for the same. */
const knownDistances = new WeakMap<object, WeakMap<readonly Host[], Distances>>();

function distancesFrom({ links, hosts }: Topology, holders: readonly Host[], service: Service): Distances {
  const overlay = overlayOf(links, service);
  const known = knownDistances.get(overlay ?? hosts) ?? new WeakMap<readonly Host[], Distances>();
  knownDistances.set(overlay ?? hosts, known);
  const distances = known.get(holders) ?? (overlay ? measured(holders, overlay) : measuredWithout(holders, hosts));
  known.set(holders, distances);
  return distances;
}

function measured(holders: readonly Host[], overlay: ReadonlyMap<Node, readonly Node[]>): Distances {
  const distances = new Map<Node, Distance>(holders.map((holder) => [holder, { host: holder, holder, hops: 0 }]));
  // A map grows while it is gone through, so it is the queue as well: breadth first.
  for (const { host, holder, hops } of distances.values()) {
    for (const next of overlay.get(host) ?? []) {
      if (!distances.has(next)) distances.set(next, { host: next, holder, hops: hops + 1 });
    }
  }
  return distances;
}

/** Without overlay links everybody is a neighbour. */
function measuredWithout([holder, ...others]: readonly Host[], hosts: readonly Host[]): Distances {
  if (!holder) return new Map();
  const holders = new Set([holder, ...others]);
  return new Map(hosts.map((host) => [host, { host, holder, hops: holders.has(host) ? 0 : 1 }]));
}
