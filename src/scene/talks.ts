/**
 * Who talks to whom, as far as the text alone tells, without any run: what is drawn between hosts where no cables are, and
 * what layouts go by. Speaks of drawn ids. Knows nothing of places or of time.
 */
import type { Host, Step, Topology } from '../language/topology';
import { partakersOf, serviceOf, sharersOf } from '../simulation/services';

export interface Talk {
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** The same for both directions. */
export function pairKey(a: string, b: string): string {
  return a < b ? JSON.stringify([a, b]) : JSON.stringify([b, a]);
}

/** Pairs that send each other something in a flow, in the order of the file, each once: who asks or pushes first. */
export function whoTalks(topology: Topology, idOf: (name: string) => string): Talk[] {
  const talks = new Map<string, Talk>();
  const add = (from: Iterable<string>, to: readonly string[], line: number) => {
    for (const a of from) {
      for (const b of to) {
        const key = pairKey(a, b);
        if (a !== b && !talks.has(key)) talks.set(key, { from: a, to: b, line });
      }
    }
  };
  const ids = (hosts: readonly Host[]) => [...new Set(hosts.map((host) => idOf(host.name)))];
  const visit = (step: Step): void => {
    const partners = partnersIn(step, topology);
    if (partners) add(ids(partners.from), ids(partners.to), step.span.line);
    for (const inner of innerSteps(step)) visit(inner);
  };
  for (const flow of topology.flows) flow.steps.forEach(visit);
  return [...talks.values()];
}

/** Who a step makes talk. */
function partnersIn(step: Step, topology: Topology): { from: readonly Host[]; to: readonly Host[] } | undefined {
  switch (step.kind) {
    case 'request':
    case 'push':
      return { from: step.from, to: step.to };
    case 'call':
      return { from: step.hosts, to: partnersInCall(step, topology) };
    case 'join':
    case 'leave':
    case 'fetch':
    case 'search':
    case 'publish':
    case 'send':
      return { from: step.hosts, to: partnersInAction(step, topology) };
    default:
      return undefined;
  }
}

/** Lines to more hosts than this would be a tangle. */
const tangle = 8;

/**
 * The central hosts of the service, and who has from the start what the action is about; where peers trade with each other or
 * ask each other by chance, all of them, as long as they are few.
 */
function partnersInAction(step: ActionStep, topology: Topology): readonly Host[] {
  const service = 'resource' in step ? serviceOf(topology, step) : step.service;
  const central = topology.hosts.filter((host) => isCentral(host, service?.name));
  const sharers = 'resource' in step ? sharersOf(topology, step.resource) : [];
  const trade = service?.pattern === 'swarm' || service?.pattern === 'dht';
  const peers = service && trade ? partakersOf(topology, service) : [];
  return [...central, ...fewOf(sharers), ...fewOf(peers)];
}

function fewOf(hosts: readonly Host[]): readonly Host[] {
  return hosts.length > tangle ? [] : hosts;
}

type ActionStep = Extract<Step, { readonly kind: 'join' | 'leave' | 'fetch' | 'search' | 'publish' | 'send' }>;

/** A server that forwards streams is the only partner; one that brings the others together is one more. */
function partnersInCall({ hosts, service }: Extract<Step, { readonly kind: 'call' }>, topology: Topology) {
  const servers = topology.hosts.filter((host) => isCentral(host, service?.name));
  return service?.pattern === 'sfu' ? servers : [...hosts, ...servers];
}

function isCentral(host: Host, service: string | undefined): boolean {
  return host.software.some(
    (software) =>
      software.kind !== 'client' &&
      software.kind !== 'peer' &&
      (service === undefined || software.service.name === service),
  );
}

function innerSteps(step: Step): readonly Step[] {
  switch (step.kind) {
    case 'request':
      return step.otherwise ? [...step.body, ...step.otherwise] : step.body;
    case 'together':
    case 'repeat':
      return step.body;
    default:
      return [];
  }
}
