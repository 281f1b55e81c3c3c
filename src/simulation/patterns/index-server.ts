/**
 * An index server says who has what; peers transfer directly (Napster, Direct Connect, eDonkey). Where a service has
 * several index hosts a peer registers at all of them, and asks them in declaration order until one answers.
 */
import type { Host, Message, Service, Topology } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Process } from '../engine';
import { type Answer, ask } from '../exchange';
import { actionFailed } from '../findings';
import type { Handling } from '../recorder';
import { causedBy, type Failure, find, held, type Scope } from '../run';
import { indexHostsOf, runs, runsService, sharesIn } from '../services';
import type { Change } from '../trace';
import { quoted } from '../words';
import type { Action, Doing, Pattern, ResourceAction } from './pattern';

export const indexServer: Pattern = {
  joinedByAll(topology, service) {
    return indexHosts(topology, service).flatMap((index) => startingTable(topology, service, index));
  },
  *join(action) {
    const { scope, service, host } = action;
    const resources = sharesIn(host, service).map((shared) => shared.resource);
    const present = resources.filter((resource) => held(scope, host, resource));
    return yield* tellIndexes(action, 'register', () => present);
  },
  *leave(action) {
    const { scope, host } = action;
    return yield* tellIndexes(action, 'unregister', (index) => registeredAt(scope, index, host));
  },
  *search(action) {
    return (yield* lookUp(action)).failure;
  },
  *fetch(action) {
    const answer = yield* lookUp(action);
    return answer.failure ?? (yield* getFromFirst(action, answer));
  },
};

function indexHosts(topology: Topology, service: Service | undefined): readonly Host[] {
  return service ? indexHostsOf(topology, service) : [];
}

function startingTable(topology: Topology, service: Service, index: Host): readonly Change[] {
  const members = topology.hosts.filter((host) => runsService(host, service) && !runs(host, service, 'index'));
  return members.flatMap((host) =>
    sharesIn(host, service).map(
      ({ resource }): Change => ({
        kind: 'lists',
        index: index.name,
        service: service.name,
        resource,
        host: host.name,
      }),
    ),
  );
}

function registeredAt(scope: Scope, index: Host, host: Host): readonly string[] {
  const table = scope.run.world.state.tables.get(index.name) ?? new Map<string, ReadonlySet<string>>();
  return [...table].filter(([, hosts]) => hosts.has(host.name)).map(([resource]) => resource);
}

/** One request for each resource and index. It is enough that one index hears of it. */
function* tellIndexes(
  action: Action,
  verb: 'register' | 'unregister',
  resourcesFor: (index: Host) => readonly string[],
): Doing {
  const indexes = indexHosts(action.scope.run.topology, action.service);
  return yield* untilEnough(action, indexes, 'all', function* (scope, index) {
    for (const resource of resourcesFor(index)) {
      const { failure } = yield* askPeer({ ...action, scope }, index, { verb, resource });
      if (failure) return failure;
    }
    return undefined;
  });
}

function* lookUp(action: ResourceAction): Process<Answer> {
  const { scope, service, resource, line } = action;
  const indexes = indexHosts(scope.run.topology, service);
  let answer: Answer | undefined;
  const failure = yield* untilEnough(action, indexes, 'one', function* (attempt, index) {
    answer = yield* askPeer({ ...action, scope: attempt }, index, { verb: 'lookup', resource });
    return answer.failure;
  });
  if (answer) return answer;
  const why = failure?.why ?? `no host runs the index of ${shorten(service?.name ?? 'this service')}`;
  find(
    scope,
    actionFailed({ line, step: undefined }, why, `Let a host run it: runs ${shorten(service?.name ?? 'NAME')} index.`),
  );
  return { failure: { why }, hosts: [], step: -1 };
}

/** The asker cannot see who is online: it tries those on the list, in order. */
function* getFromFirst(action: ResourceAction, { hosts, step }: Answer): Doing {
  const { scope, host, service, resource, line } = action;
  const { nodeByName } = scope.run.topology;
  const others = hosts.filter((name) => name !== host.name);
  if (others.length === 0) {
    const why = `${shorten(service?.name ?? 'the index')} knows nobody else who has ${quoted(resource)}`;
    const remedy = 'Let a host that shares it join before, and stay.';
    find(scope, actionFailed({ line, step }, why, remedy));
    return { why };
  }
  return yield* untilEnough({ ...action, scope: causedBy(scope, step) }, others, 'one', function* (attempt, name) {
    const peer = nodeByName.get(name);
    if (peer?.kind !== 'host') return { why: `${shorten(name)} is no host` };
    return (yield* askPeer({ ...action, scope: attempt }, peer, { verb: 'get', resource })).failure;
  });
}

function askPeer({ scope, service, host, line }: Action, server: Host, message: Message): Process<Answer> {
  return ask(scope, { client: host, server, message, service, line });
}

/**
 * Tries hosts in order, `one` after the other until it works, or `all` of them. It is well if it works with one; then the
 * failures of the others have been dealt with.
 */
function* untilEnough<H>(
  { scope }: Action,
  hosts: readonly H[],
  how: 'one' | 'all',
  attempt: (scope: Scope, host: H) => Doing,
): Doing {
  const failed: { readonly failure: Failure; readonly handling: Handling }[] = [];
  let tried = 0;
  for (const host of hosts) {
    const handling: Handling = { outer: scope.handling, isNeeded: false };
    const failure = yield* attempt({ ...scope, handling }, host);
    tried += 1;
    if (failure) failed.push({ failure, handling });
    else if (how === 'one') break;
  }
  if (failed.length === tried) return failed[0]?.failure;
  for (const { handling } of failed) handling.isNeeded = true;
  return undefined;
}
