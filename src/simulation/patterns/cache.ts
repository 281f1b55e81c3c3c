/**
 * A content delivery network: a client asks the edge nearest to it, which answers from its cache (a hit), or fetches the
 * resource from the origin first and keeps it (a miss). Terms and rules are those of HTTP Caching (RFC 9111); requests
 * that miss at the same time are collapsed into one to the origin (its section 4).
 *
 * Nearest is least latency as the network is declared, then declaration order; an edge that does not answer is left for
 * the next one, and at last the origin is asked itself. Left out: nothing expires or is validated again, a cache never is
 * full, everything may be stored, and a failed answer is not kept. In a real network the DNS or the routing picks the
 * edge and leaves out those that are down; here the client finds that out.
 */
import type { Host } from '../../language/topology';
import { visitWork } from '../budget';
import { ask, isUnanswered } from '../exchange';
import { createNetwork, type Network, noFaults } from '../network';
import type { Handling } from '../recorder';
import { type Failure, held, type Scope } from '../run';
import { hostsRunning, runs, sharesIn } from '../services';
import type { Action, Doing, Pattern, ResourceAction } from './pattern';
import { nobodyRuns, perService } from './peers';

export const cache: Pattern = {
  join: () => undefined,
  leave: () => undefined,
  *fetch(action) {
    if (isEdge(action, action.host)) return yield* fill(action, action.scope, action.host);
    const origin = originOf(action);
    const servers = [...edgesByDistance(action), ...(origin ? [origin] : [])].filter((one) => one !== action.host);
    return yield* askUntilAnswered(action, servers);
  },
};

/** Whoever answers has the last word, even if it says that it cannot: an error is an answer. */
function* askUntilAnswered(action: ResourceAction, servers: readonly Host[]): Doing {
  const { scope, host, service, resource, line } = action;
  const silent: { readonly failure: Failure; readonly handling: Handling }[] = [];
  for (const server of servers) {
    const handling: Handling = { outer: scope.handling, isNeeded: false };
    const request = { client: host, server, message: { verb: 'get', resource }, service, line } as const;
    const body = (inside: Scope) => fill(action, inside, server);
    const { failure } = yield* ask({ ...scope, handling }, isEdge(action, server) ? { ...request, body } : request);
    if (failure && isUnanswered(failure)) silent.push({ failure, handling });
    else {
      for (const one of silent) one.handling.isNeeded = true;
      return failure;
    }
  }
  return silent[0]?.failure ?? nobodyRuns(action, 'origin');
}

/** Requests of an edge to the origin that are under way, with those who wait for the same. */
const fillings = perService(() => new Map<string, Filling>());

interface Filling {
  readonly waiting: ((failure: Failure | undefined) => void)[];
  /** How those who wait deal with a failure. */
  readonly handlings: (Handling | undefined)[];
}

/** Brings the resource into the cache of the edge, if it is not there yet. */
function* fill(action: ResourceAction, scope: Scope, edge: Host): Doing {
  const { service, resource, line } = action;
  if (held(scope, edge, resource)) return undefined;
  const underWay = fillings(action);
  const key = `${edge.index} ${resource}`;
  const known = underWay.get(key);
  if (known) return yield* waitFor(known, scope);
  const server = originOf(action);
  if (!server) return nobodyRuns({ ...action, scope }, 'origin');
  const filling: Filling = { waiting: [], handlings: [] };
  underWay.set(key, filling);
  const handling: Handling = { outer: scope.handling, isNeeded: false, sharedWith: filling.handlings };
  const { failure } = yield* ask(
    { ...scope, handling },
    { client: edge, server, message: { verb: 'get', resource }, service, line },
  );
  underWay.delete(key);
  for (const goOn of filling.waiting) scope.run.engine.after(0, () => goOn(failure));
  return failure;
}

function* waitFor({ waiting, handlings }: Filling, { handling }: Scope): Doing {
  let result: Failure | undefined;
  handlings.push(handling);
  yield (resume) => {
    waiting.push((failure) => {
      result = failure;
      resume();
    });
  };
  return result;
}

/** The first that shares the resource; else the first that has it by now; else the first. */
function originOf({ scope, service, resource }: ResourceAction): Host | undefined {
  const origins = hostsRunning(scope.run.topology, service, 'origin');
  const shares = (host: Host) => sharesIn(host, service).some((shared) => shared.resource === resource);
  return origins.find(shares) ?? origins.find((host) => held(scope, host, resource)) ?? origins[0];
}

function isEdge({ service }: Action, host: Host): boolean {
  return service !== undefined && runs(host, service, 'edge');
}

/** Faults are not looked at: a client learns of them by asking. */
const networks = perService(({ topology, budget }): Network => {
  return createNetwork(topology, noFaults, () => budget.spendWork(visitWork));
});

function edgesByDistance(action: Action): readonly Host[] {
  const network = networks(action);
  const { run } = action.scope;
  const edges = [...hostsRunning(run.topology, action.service, 'edge')];
  run.budget.spendWork(edges.length * visitWork);
  const distances = new Map(
    edges.map((edge) => [edge, network.route(action.host, edge)?.latencyMs ?? Number.POSITIVE_INFINITY]),
  );
  const distanceOf = (edge: Host) => distances.get(edge) ?? 0;
  // Sorting is stable, and the difference of two infinite distances is no number.
  return edges.sort((a, b) => (distanceOf(a) === distanceOf(b) ? 0 : distanceOf(a) - distanceOf(b)));
}
