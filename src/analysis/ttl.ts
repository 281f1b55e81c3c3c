/**
 * Queries of a flooding service that end before they get to anybody who has what is wanted: told from who is whose
 * neighbour and who holds what, without running anything. What the file expects is not reported.
 */
import { overlayOf } from '../language/neighbours';
import { type Diagnostic, diagnostic } from '../language/source';
import type { Line } from '../language/syntax';
import {
  type Flow,
  type Host,
  hasSoftware,
  type Link,
  type Node,
  type Service,
  type Step,
  type Topology,
} from '../language/topology';
import { runsService, serviceOf, sharesIn } from '../simulation/services';
import { quoted } from '../simulation/words';
import { allowHops } from './design-fixes';
import { counted } from './quantities';
import { allSteps } from './step-spans';

const defaultTtl = 7;

export function ttlDiagnostics(topology: Topology, lines: readonly Line[] = []): readonly Diagnostic[] {
  if (!topology.services.some(({ pattern }) => pattern === 'flooding')) return [];
  return topology.flows.flatMap((flow) => {
    const steps = [...allSteps(flow)];
    return steps.flatMap((step) => {
      if ((step.kind !== 'fetch' && step.kind !== 'search') || isExpected(topology, flow, step.resource)) return [];
      const service = serviceOf(topology, step);
      if (service?.pattern !== 'flooding') return [];
      const farthest = farthestFrom(topology, step.hosts, service, holdersAt(topology, steps, step, service));
      return farthest ? report(step, service, farthest, lines) : [];
    });
  });
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
) {
  const ttl = service.options.get('ttl') ?? defaultTtl;
  if (hops <= ttl) return [];
  const message =
    `The nearest host that has ${quoted(step.resource)} is ${holder.name}, ${counted(hops, 'hop')} from ${host.name}, but a query of ` +
    `${service.name} ends after ${ttl}. Add a link between neighbours, or write: service ${service.name} uses flooding ttl ${hops}`;
  const related = [
    { message: `${holder.name} is declared here`, span: holder.span },
    { message: `${service.name} is declared here`, span: service.span },
  ];
  return [diagnostic('ttl-exhausted', step.span, message, { related, fixes: allowHops(lines, service, hops) })];
}

function isExpected({ expectations }: Topology, flow: Flow, resource: string): boolean {
  return expectations.some(
    (claim) =>
      !claim.scenario &&
      ((claim.kind === 'outcome' && claim.flow === flow && !claim.succeeds) ||
        (claim.kind === 'lookup' &&
          (claim.flow ?? flow) === flow &&
          claim.resource === resource &&
          !claim.hosts.length)),
  );
}

/** Who shares the resource, or has got it in an earlier step. In a block that repeats, or at once, what is earlier is open. */
function holdersAt(topology: Topology, steps: readonly Step[], at: Step & { resource: string }, service: Service) {
  const isOpen = steps.some(({ kind }) => kind === 'repeat' || kind === 'together');
  const holders = new Set(sharers(topology, at.resource, service));
  const isBare = !hasSoftware(topology);
  for (const step of steps) {
    if (step === at || (!isOpen && step.span.line > at.span.line)) continue;
    for (const host of receivers(step, at.resource)) if (isBare || runsService(host, service)) holders.add(host);
  }
  return [...holders];
}

/** By all hosts of a file, then by service and resource. */
const knownSharers = new WeakMap<readonly Host[], Map<string, readonly Host[]>>();

function sharers(topology: Topology, resource: string, service: Service): readonly Host[] {
  const { hosts } = topology;
  const known = knownSharers.get(hosts) ?? new Map<string, readonly Host[]>();
  knownSharers.set(hosts, known);
  const key = `${service.name} ${resource}`;
  const isSharer = (host: Host) => sharesIn(host, service).some((shared) => shared.resource === resource);
  const isBare = !hasSoftware(topology);
  const found = known.get(key) ?? hosts.filter((host) => isSharer(host) && (isBare || runsService(host, service)));
  known.set(key, found);
  return found;
}

function receivers(step: Step, resource: string): readonly Host[] {
  if (step.kind === 'fetch' || step.kind === 'publish') return step.resource === resource ? step.hosts : [];
  if ((step.kind !== 'request' && step.kind !== 'push') || !('resource' in step.message)) return [];
  if (step.message.resource !== resource) return [];
  if (step.kind === 'push' || step.message.verb === 'put') return step.to;
  return step.message.verb === 'get' ? step.from : [];
}

/** Of these hosts the one with the longest way to its nearest holder. Without overlay links everybody is a neighbour. */
function farthestFrom(
  { links }: Topology,
  hosts: readonly Host[],
  service: Service,
  holders: readonly Host[],
): Distance | undefined {
  const [holder] = holders;
  const distances = distancesFrom(holders, links, service);
  let farthest: Distance | undefined;
  for (const host of hosts) {
    const isAlone = holders.includes(host) || !holder;
    const distance = distances ? distances.get(host) : isAlone ? undefined : { host, holder, hops: 1 };
    if (distance && distance.hops > (farthest?.hops ?? 0)) farthest = distance;
  }
  return farthest;
}

type Distances = ReadonlyMap<Node, Distance>;

/** By overlay, then by the holders: many queries ask for the same. */
const knownDistances = new WeakMap<object, Map<string, Distances>>();

function distancesFrom(holders: readonly Host[], links: readonly Link[], service: Service): Distances | undefined {
  const overlay = overlayOf(links, service);
  if (!overlay) return undefined;
  const known = knownDistances.get(overlay) ?? new Map<string, Distances>();
  knownDistances.set(overlay, known);
  const key = holders.map(({ index }) => index).join();
  const distances = known.get(key) ?? measured(holders, overlay);
  known.set(key, distances);
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
