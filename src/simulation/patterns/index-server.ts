/**
 * An index server says who has what; peers transfer directly (Napster, Direct Connect, eDonkey). Where a service has
 * several index hosts a peer registers at all of them, and asks them in declaration order until one answers.
 */
import type { Host, Service, Topology } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Process } from '../engine';
import type { Answer } from '../exchange';
import type { Scope } from '../run';
import { hostsRunning, runs, runsService, sharesIn } from '../services';
import type { Change } from '../trace';
import { quoted } from '../words';
import type { Action, Doing, Pattern, ResourceAction } from './pattern';
import { askPeer, getFromFirst, type Nobody, nobodyRuns, offersOf, untilEnough } from './peers';

export const indexServer: Pattern = {
  joinedByAll(topology, service) {
    return indexHosts(topology, service).flatMap((index) => startingTable(topology, service, index));
  },
  join: (action) => tellIndexes(action, 'register', () => offersOf(action)),
  *leave(action) {
    const { scope, host } = action;
    return yield* tellIndexes(action, 'unregister', (index) => registeredAt(scope, index, host));
  },
  *search(action) {
    return (yield* lookUp(action)).failure;
  },
  *fetch(action) {
    const answer = yield* lookUp(action);
    return answer.failure ?? (yield* getFromFirst(action, answer.hosts, answer.step, nobodyKnown(action)));
  },
};

function indexHosts(topology: Topology, service: Service | undefined): readonly Host[] {
  return hostsRunning(topology, service, 'index');
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
  scope.run.budget.spendWork(table.size);
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
  const { scope, service, resource } = action;
  const indexes = indexHosts(scope.run.topology, service);
  let answer: Answer | undefined;
  const failure = yield* untilEnough(action, indexes, 'one', function* (attempt, index) {
    answer = yield* askPeer({ ...action, scope: attempt }, index, { verb: 'lookup', resource });
    return answer.failure;
  });
  if (answer) return answer;
  return { failure: failure ?? nobodyRuns(action, 'index'), hosts: [], step: -1 };
}

function nobodyKnown({ service, resource }: ResourceAction): Nobody {
  return {
    why: `${shorten(service?.name ?? 'the index')} knows nobody else who has ${quoted(resource)}`,
    remedy: 'Let a host that shares it join before, and stay.',
  };
}
