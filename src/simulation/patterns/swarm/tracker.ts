/**
 * What a tracker does: it notes who takes part in the swarm of a resource, and answers with some of them, by chance. It
 * never sees a piece, and it does not check who is still there.
 */
import type { Host } from '../../../language/topology';
import { shorten } from '../../../language/wording';
import type { Chance } from '../../chance';
import { type Process, sleep } from '../../engine';
import { type Answer, converse } from '../../exchange';
import { actionFailed } from '../../findings';
import { find, isOffline, type Run, type Scope } from '../../run';
import { hostsRunning } from '../../services';
import type { Change } from '../../trace';
import type { Reply } from '../../verbs/verb-table';
import type { Action, Doing, ResourceAction } from '../pattern';
import { untilEnough } from '../peers';

/** `started` is answered with others; `seeding` and `stopped` only tell; `asking` is answered without being noted. */
export type Event = 'started' | 'seeding' | 'stopped' | 'asking';

/** So many peers a tracker names, if it is not asked for another number (BEP 3 and its usual implementations). */
export const usualPeers = 50;

/** Who takes part, as the tracker knows it. */
export function listing({ world }: Run, tracker: Host, resource: string): ReadonlySet<string> {
  return world.state.tables.get(tracker.name)?.get(resource) ?? nobody;
}

const nobody: ReadonlySet<string> = new Set();

/** Tells one tracker after the other until one answers. */
export function* announce(action: ResourceAction, event: Event): Process<Answer> {
  let answer: Answer | undefined;
  const failure = yield* tellTrackers(action, 'one', function* (scope, tracker) {
    answer = yield* announceAt({ ...action, scope }, tracker, event);
    return answer.failure;
  });
  return answer ?? { failure, hosts: [], step: -1 };
}

export function* tellTrackers(action: Action, how: 'one' | 'all', tell: (scope: Scope, tracker: Host) => Doing): Doing {
  const { scope, service, line } = action;
  const trackers = hostsRunning(scope.run.topology, service, 'tracker');
  if (trackers.length > 0) return yield* untilEnough(action, trackers, how, tell);
  const name = shorten(service?.name ?? 'NAME');
  const why = `no host runs the tracker of ${shorten(service?.name ?? 'this service')}`;
  find(scope, actionFailed({ line, step: undefined }, why, `Let a host run it: runs ${name} tracker.`));
  return { why };
}

export function announceAt(action: ResourceAction, tracker: Host, event: Event): Process<Answer> {
  const { scope, host, service, resource, line } = action;
  const text = event === 'stopped' ? event : undefined;
  const content = { kind: 'request', verb: 'announce', line, service: service?.name, resource, text } as const;
  const table = listing(scope.run, tracker, resource);
  const change: Change = {
    kind: event === 'stopped' ? 'unlists' : 'lists',
    index: tracker.name,
    service: service?.name,
    resource,
    host: host.name,
  };
  const isKnown = event === 'asking' || (event !== 'stopped' && table.has(host.name));
  const arrived = () => {
    if (isKnown) return [];
    arrays.delete(listing(scope.run, tracker, resource));
    return [change];
  };
  const asks = event === 'started' || event === 'asking';
  return converse(scope, { client: host, server: tracker, content, arrived }, function* (inside) {
    // Who announces at the same instant is noted before anybody is answered.
    yield* sleep(scope.run.engine, 0);
    return asks ? answerOf(inside, tracker, action) : {};
  });
}

function answerOf(scope: Scope, tracker: Host, { host, resource }: ResourceAction): Reply {
  const answer = someOthers(scope.run, tracker, resource, host.name);
  scope.run.budget.spendWork(answer.length);
  return { answer, stale: answer.filter((name) => isOffline(scope, name)) };
}

/** All others where they are few, else as many as usual by chance. */
function someOthers(run: Run, tracker: Host, resource: string, name: string): readonly string[] {
  const table = listing(run, tracker, resource);
  const others = table.size - (table.has(name) ? 1 : 0);
  if (others <= usualPeers) return [...table].filter((other) => other !== name);
  return drawn(arrayOf(run, table), name, run.chance);
}

/** The first steps of a Fisher-Yates shuffle: each choice of others is equally likely. */
function drawn(names: string[], except: string, chance: Chance): readonly string[] {
  const answer: string[] = [];
  for (let place = 0; answer.length < usualPeers; place += 1) {
    const other = place + chance.below(names.length - place);
    const name = names[other] as string;
    names[other] = names[place] as string;
    names[place] = name;
    if (name !== except) answer.push(name);
  }
  return answer;
}

/** The names of a table as an array, for as long as the table stays the same. */
const arrays = new WeakMap<ReadonlySet<string>, string[]>();

function arrayOf({ budget }: Run, table: ReadonlySet<string>): string[] {
  const known = arrays.get(table);
  if (known && known.length === table.size) return known;
  budget.spendWork(table.size);
  const names = [...table];
  arrays.set(table, names);
  return names;
}
