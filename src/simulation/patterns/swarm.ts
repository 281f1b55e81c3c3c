/**
 * A file is cut into pieces that all who want it trade with each other, and a tracker introduces them (BitTorrent). Terms
 * and rules are those of BEP 3: announcing to the tracker, handshakes, rarest first, choking. A peer goes on as a seed when
 * it has everything, until it leaves or goes offline. What is simplified stands in the files of the folder `swarm`.
 */
import type { Host, Service } from '../../language/topology';
import { shorten } from '../../language/wording';
import { actionFailed } from '../findings';
import type { Handling } from '../recorder';
import { type Failure, find } from '../run';
import { hostsRunning, sharesIn } from '../services';
import type { Change } from '../trace';
import { quoted } from '../words';
import { nobodyHas } from './nobody';
import type { Action, Doing, Pattern, ResourceAction } from './pattern';
import { offersOf, perService, reportSearch } from './peers';
import { createSwarm, type Swarm } from './swarm/swarm';
import { announce, announceAt, tellTrackers } from './swarm/tracker';

export const swarm: Pattern = {
  joinedByAll(topology, service) {
    const peers = hostsRunning(topology, service, 'peer');
    return hostsRunning(topology, service, 'tracker').flatMap((tracker) =>
      peers.flatMap((host) => sharesIn(host, service).map(({ resource }) => entry(tracker, service, resource, host))),
    );
  },
  *join(action) {
    const present = offersOf(action);
    return yield* tellTrackers(action, 'all', function* (attempt, tracker) {
      for (const resource of present) {
        const failure = yield* offer({ ...action, scope: attempt, resource }, tracker);
        if (failure) return failure;
      }
      return undefined;
    });
  },
  *leave(action) {
    const { host } = action;
    for (const swarm of swarmsOf(action).values()) swarm.leave(host);
    return yield* tellTrackers(action, 'all', function* (attempt, tracker) {
      for (const resource of listedFor(action, tracker)) {
        const { failure } = yield* announceAt({ ...action, scope: attempt, resource }, tracker, 'stopped');
        if (failure) return failure;
      }
      return undefined;
    });
  },
  *search(action) {
    const { failure, hosts, step } = yield* announce(action, 'asking');
    if (!failure) reportSearch(action, step, hosts);
    return failure;
  },
  *fetch(action) {
    const swarm = swarmOf(action);
    const handling: Handling = { outer: action.scope.handling, isNeeded: false };
    const answer = yield* announce({ ...action, scope: { ...action.scope, handling } }, 'started');
    if (!swarm.knows(action.host, answer)) return answer.failure ?? nobodyKnown(action, answer.step);
    handling.isNeeded = true;
    return yield* swarm.trade(action, answer);
  },
};

const swarmsOf = perService(() => new Map<string, Swarm>());

function swarmOf(action: ResourceAction): Swarm {
  const { scope, service, resource } = action;
  const swarms = swarmsOf(action);
  const known = swarms.get(resource) ?? createSwarm(scope.run, service, resource);
  swarms.set(resource, known);
  return known;
}

/** While others are getting pieces a new seed is told of them, and offers itself. */
function* offer(action: ResourceAction, tracker: Host): Doing {
  const swarm = swarmOf(action);
  const answer = yield* announceAt(action, tracker, swarm.isBusy() ? 'started' : 'seeding');
  if (!answer.failure) swarm.seed(action, answer);
  return answer.failure;
}

function listedFor({ scope: { run }, host }: Action, tracker: Host): readonly string[] {
  const table = run.world.state.tables.get(tracker.name) ?? new Map<string, ReadonlySet<string>>();
  run.budget.spendWork(table.size);
  return [...table].filter(([, hosts]) => hosts.has(host.name)).map(([resource]) => resource);
}

function nobodyKnown(action: ResourceAction, step: number): Failure {
  const { scope, service, resource, line } = action;
  const fallback = `the tracker of ${shorten(service?.name ?? 'the service')} knows nobody else who takes part in ${quoted(resource)}`;
  const { why, remedy } = nobodyHas(action, {
    why: fallback,
    remedy: 'Let a host that shares it join before, and stay.',
  });
  find(scope, { ...actionFailed({ line, step }, why, remedy), resource });
  return { why };
}

function entry(tracker: Host, service: Service, resource: string, host: Host): Change {
  return { kind: 'lists', index: tracker.name, service: service.name, resource, host: host.name };
}
