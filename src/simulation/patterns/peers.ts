/**
 * What the patterns have in common: who takes part and who is whose neighbour, options, asking one peer after the other
 * until one helps, and what is kept for a service in a run. It knows no pattern.
 */
import { overlayOf } from '../../language/neighbours';
import { type Host, isHost, type Message, type Service } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Process } from '../engine';
import { type Answer, ask } from '../exchange';
import { actionFailed, searchFindsNothing } from '../findings';
import type { Handling } from '../recorder';
import { causedBy, type Failure, find, isOffline, type Run, type Scope } from '../run';
import { partakersOf, sharersOf, sharesIn } from '../services';
import { saying } from '../words';
import { nobodyHas } from './nobody';
import type { Action, Doing, ResourceAction } from './pattern';

/** A scope under which it is normal that somebody does not answer. */
export function withOthersToAsk(scope: Scope): Scope {
  return { ...scope, handling: { outer: scope.handling, isNeeded: true } };
}

/** The hosts that take part in the service now, in declaration order; without a service all hosts. */
export function membersOf({ run }: Scope, service: Service | undefined): readonly Host[] {
  const { hosts } = run.topology;
  if (!service) return hosts;
  run.budget.spendWork(hosts.length);
  const joined = run.world.state.joined.get(service.name);
  return partakersOf(run.topology, service).filter((host) => joined?.has(host.name));
}

/**
 * Whom a host passes messages on to: its neighbours by overlay links that take part in the service; where the file has no
 * such links, everybody who does, the host itself included. Nobody joins or leaves while the answer is used.
 */
export function neighbourhood(scope: Scope, service: Service | undefined): (host: Host) => readonly Host[] {
  const { topology, budget } = scope.run;
  const overlay = service && overlayOf(topology.links, service);
  const members = membersOf(scope, service);
  if (!overlay || !service) return () => members;
  const takesPart: boolean[] = [];
  for (const { index } of members) takesPart[index] = true;
  const known: (readonly Host[] | undefined)[] = [];
  return (host) => {
    const neighbours =
      known[host.index] ??
      (overlay.get(host) ?? []).filter((it): it is Host => isHost(it) && takesPart[it.index] === true);
    budget.spendWork(neighbours.length);
    known[host.index] = neighbours;
    return neighbours;
  };
}

/** The same for one host, once; without the host itself. */
export function neighboursOf(scope: Scope, service: Service | undefined, host: Host): readonly Host[] {
  const overlay = service && overlayOf(scope.run.topology.links, service);
  if (!overlay) return membersOf(scope, service).filter((other) => other !== host);
  const joined = scope.run.world.state.joined.get(service.name);
  return (overlay.get(host) ?? []).filter((it): it is Host => it !== host && isHost(it) && !!joined?.has(it.name));
}

/** One record for each service of a run, made when it is first asked for. */
export function perService<T>(create: (run: Run, service: Service | undefined) => T): (action: Action) => T {
  const records = new WeakMap<Run, Map<Service | undefined, T>>();
  return ({ scope: { run }, service }) => {
    const known = records.get(run) ?? new Map<Service | undefined, T>();
    records.set(run, known);
    const record = known.get(service) ?? create(run, service);
    known.set(service, record);
    return record;
  };
}

export function askPeer({ scope, service, host, line }: Action, server: Host, message: Message): Process<Answer> {
  return ask(scope, { client: host, server, message, service, line });
}

/**
 * What a host can offer in a service now: what it has of all that anybody shares there. A copy that it has fetched counts
 * as well as what it was declared with.
 */
export function offersOf({ scope: { run }, host, service }: Action): readonly string[] {
  const isShared = (resource: string) =>
    sharersOf(run.topology, resource).some((sharer) => {
      run.budget.spendWork(sharer.shares.length);
      return sharesIn(sharer, service).some((one) => one.resource === resource);
    });
  return [...(run.world.state.holds.get(host.name)?.keys() ?? [])].filter(isShared);
}

/** What a search has come to, as a step of its own: whom the host knows now to have the resource. */
export function recordFound(action: ResourceAction, cause: number | undefined, found: readonly string[]): number {
  const { scope, host, service, resource, line } = action;
  const { recorder } = scope.run;
  const content = { kind: 'state', verb: 'search', line, service: service?.name, resource } as const;
  const step = recorder.begin(content, { from: host, cause });
  const stale = found.filter((name) => isOffline(scope, name));
  recorder.detail(step, { answer: found, stale });
  recorder.arrive(step);
  return step;
}

/** A search that ends with this step: it is worth a remark if it finds nobody. */
export function reportSearch(action: ResourceAction, cause: number | undefined, found: readonly string[]): void {
  const step = recordFound(action, cause, found);
  const { scope, host, resource, line } = action;
  if (found.length > 0) return;
  const { why, remedy } = nobodyHas(action, {
    why: saying`the search of ${host.name} for “${resource}” finds nobody who has it`,
    remedy: 'Let a host that takes part share it.',
  });
  find(scope, searchFindsNothing({ line, step }, why, remedy, resource));
}

/** A service without the host that it cannot do without. */
export function nobodyRuns(
  { scope, service, line }: Omit<Action, 'host'>,
  kind: 'index' | 'origin' | 'server',
): Failure {
  const name = shorten(service?.name ?? 'this service');
  const why = `no host runs the ${kind} of ${name}`;
  find(scope, actionFailed({ line, step: scope.cause }, why, `Let a host run it: runs ${name} ${kind}.`));
  return { why };
}

/** What to say where nobody has the resource; `why` without its full stop, `remedy` a whole sentence. */
export interface Nobody {
  readonly why: string;
  readonly remedy: string;
}

/** The asker cannot see who is online: it tries those that it has been told of, in order. */
export function* getFromFirst(
  action: ResourceAction,
  hosts: readonly string[],
  cause: number | undefined,
  nobody: Nobody,
  get: (action: ResourceAction, peer: Host) => Doing = getDirectly,
): Doing {
  const { scope, host, line } = action;
  const { nodeByName } = scope.run.topology;
  const others = hosts.filter((name) => name !== host.name);
  if (others.length === 0) {
    find(scope, { ...actionFailed({ line, step: cause }, nobody.why, nobody.remedy), resource: action.resource });
    return { why: nobody.why };
  }
  return yield* untilEnough({ ...action, scope: causedBy(scope, cause) }, others, 'one', function* (attempt, name) {
    const peer = nodeByName.get(name);
    if (peer?.kind !== 'host') return { why: `${shorten(name)} is no host` };
    return yield* get({ ...action, scope: attempt }, peer);
  });
}

export function* getDirectly(action: ResourceAction, peer: Host): Doing {
  return (yield* askPeer(action, peer, { verb: 'get', resource: action.resource })).failure;
}

/**
 * Tries hosts in order, `one` after the other until it works, or `all` of them. It is well if it works with one; then the
 * failures of the others have been dealt with.
 */
export function* untilEnough<H>(
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
