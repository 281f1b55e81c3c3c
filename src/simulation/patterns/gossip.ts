/**
 * Who has something new tells its neighbours, who ask for it and tell theirs: the inventory relay of Bitcoin, in the terms
 * of its developer reference. An `inv` announces; who lacks what it announces asks with `getdata`, one announcer at a
 * time, and once it has come announces in turn, to all neighbours but those that have announced it themselves (Decker and
 * Wattenhofer, Information Propagation in the Bitcoin Network, 2013). If the one that was asked does not deliver, the
 * next that has announced it is asked. So nobody is needed, and each gets it once, however many neighbours it has.
 *
 * Left out: what is announced is not verified, nothing is held back for a while to be announced together, and there is no
 * headers-first download. Where a Bitcoin node that comes back asks for what is new (`getblocks`, answered by an `inv`),
 * here whoever joins is told by its neighbours at once what they have and it lacks.
 */
import type { Host } from '../../language/topology';
import { shorten } from '../../language/wording';
import { converse } from '../exchange';
import { actionFailed } from '../findings';
import type { Send } from '../messages';
import { find, held, isOffline } from '../run';
import { partakersOf, sharersOf, sharesIn } from '../services';
import type { StepContent } from '../step-list';
import { quoted } from '../words';
import { createBatch } from './batch';
import type { Action, Doing, Pattern, ResourceAction } from './pattern';
import { neighbourhood, neighboursOf, perService, untilEnough } from './peers';

export const gossip: Pattern = {
  *join(action) {
    const { scope, service, host } = action;
    const lacking = resourcesOf(action).filter((resource) => !held(scope, host, resource));
    if (lacking.length === 0) return undefined;
    const tellers = neighboursOf(scope, service, host).filter(({ name }) => !isOffline(scope, name));
    scope.run.budget.spendWork(lacking.length * tellers.length);
    const news = lacking.map((resource) => {
      const spreading = startSpreading({ ...action, resource });
      for (const teller of tellers) if (held(scope, teller, resource)) spreading.tell(teller, host, scope.cause);
      return spreading;
    });
    for (const spreading of news) yield* spreading.ended();
    return undefined;
  },
  leave: () => undefined,
  *publish(action) {
    const spreading = startSpreading(action);
    spreading.announce(action.host, recordPublished(action));
    yield* spreading.ended();
    return undefined;
  },
  fetch: getFromNeighbour,
};

/** What hosts know about one resource; it lasts as long as the run, and all who publish it share it. */
interface Spread {
  /** By place of the host: those that it has heard of the resource from, first come first. */
  readonly announcers: (Host[] | undefined)[];
  /** How many of its announcers a host has asked so far. */
  readonly asked: number[];
  /** By place of the host: it waits for an answer. */
  readonly waits: boolean[];
}

const spreads = perService(() => new Map<string, Spread>());

function spreadOf(action: ResourceAction): Spread {
  const byResource = spreads(action);
  const known = byResource.get(action.resource) ?? { announcers: [], asked: [], waits: [] };
  byResource.set(action.resource, known);
  return known;
}

function startSpreading(action: ResourceAction) {
  const { scope, service, resource, line } = action;
  const { run } = scope;
  const { announcers, asked, waits } = spreadOf(action);
  const had: (true | undefined)[] = [];
  const batch = createBatch(run);
  const about = { line, service: service?.name, resource };
  const hostAt = (place: number) => run.topology.nodes[place] as Host;
  const neighbours = neighbourhood(scope, service);
  const inv = batch.sender({ ...about, kind: 'push', verb: 'inv' }, (step) => {
    const to = hostAt(run.recorder.to(step));
    // Who has it already has announced it already: nothing follows from hearing it again.
    if (had[to.index]) return;
    const from = hostAt(run.recorder.from(step));
    const heard = announcers[to.index];
    if (heard) heard.push(from);
    else announcers[to.index] = [from];
    request(to, step);
  });
  const getdata = batch.sender(
    { ...about, kind: 'request', verb: 'getdata' },
    (step) => answer(hostAt(run.recorder.to(step)), hostAt(run.recorder.from(step)), step),
    (step) => giveUp(hostAt(run.recorder.from(step)), step),
  );
  const data = dataSenders((sizeBytes) => {
    const content: StepContent = { ...about, kind: 'data', verb: 'getdata', sizeBytes };
    return batch.sender(
      content,
      (step) => receive(hostAt(run.recorder.to(step)), sizeBytes, step),
      (step) => giveUp(hostAt(run.recorder.to(step)), step),
    );
  });
  return { announce, tell, ended: batch.ended };

  function announce(host: Host, cause: number | undefined): void {
    if (isOffline(scope, host.name)) return;
    const know = announcers[host.index] ?? [];
    for (const neighbour of neighbours(host)) {
      if (neighbour !== host && !know.includes(neighbour)) tell(host, neighbour, cause);
    }
  }

  function tell(from: Host, to: Host, cause: number | undefined): void {
    inv(from, to, to, cause);
  }

  /** Asks the next that has announced it, if there is one. */
  function request(host: Host, cause: number): void {
    if (waits[host.index] || has(host) || isOffline(scope, host.name)) return;
    const place = asked[host.index] ?? 0;
    const to = announcers[host.index]?.[place];
    if (!to) return;
    asked[host.index] = place + 1;
    waits[host.index] = true;
    getdata(host, to, host, cause);
  }

  /** Nobody loses what it has, so that is asked of the world only until it is so. */
  function has(host: Host): boolean {
    const isHeld = had[host.index] ?? held(scope, host, resource) !== undefined;
    if (isHeld) had[host.index] = true;
    return isHeld;
  }

  function giveUp(host: Host, cause: number): void {
    waits[host.index] = false;
    request(host, cause);
  }

  function answer(from: Host, to: Host, cause: number): void {
    data(held(scope, from, resource)?.sizeBytes)(from, to, to, cause);
  }

  function receive(host: Host, sizeBytes: number | undefined, step: number): void {
    waits[host.index] = false;
    had[host.index] = true;
    run.recorder.change(step, { kind: 'holds', host: host.name, resource, sizeBytes });
    announce(host, step);
  }
}

/** All answers that carry the same size say the same: copies of a resource are as large as each other. */
function dataSenders(create: (sizeBytes: number | undefined) => Send): (sizeBytes: number | undefined) => Send {
  const senders = new Map<number | undefined, Send>();
  return (sizeBytes) => {
    const sender = senders.get(sizeBytes) ?? create(sizeBytes);
    senders.set(sizeBytes, sender);
    return sender;
  };
}

/** From now on the host has it. It is as large as whoever shares it says. */
function recordPublished({ scope, host, service, resource, line }: ResourceAction): number {
  const { recorder, topology } = scope.run;
  const content = { kind: 'state', verb: 'publish', line, service: service?.name, resource } as const;
  const step = recorder.begin(content, { from: host, cause: scope.cause });
  if (!held(scope, host, resource)) {
    const shared = sharersOf(topology, resource).flatMap(({ shares }) =>
      shares.filter((one) => one.resource === resource),
    );
    const sizeBytes = shared.find((one) => one.sizeBytes !== undefined)?.sizeBytes;
    recorder.change(step, { kind: 'holds', host: host.name, resource, sizeBytes });
  }
  recorder.arrive(step);
  return step;
}

/** What somebody may have of this service: what is shared in it from the start, and what has been announced since. */
function resourcesOf(action: Action): readonly string[] {
  return [...new Set([...sharedFromStart(action), ...spreads(action).keys()])];
}

const sharedFromStart = perService(({ topology }, service): readonly string[] => {
  const members = service ? partakersOf(topology, service) : topology.hosts;
  return [...new Set(members.flatMap((host) => sharesIn(host, service).map(({ resource }) => resource)))];
});

/** Neighbours have told each other what they have, so it knows whom to ask. */
function* getFromNeighbour(action: ResourceAction): Doing {
  const { scope, host, service, resource, line } = action;
  const holders = neighboursOf(scope, service, host).filter((neighbour) => held(scope, neighbour, resource));
  if (holders.length === 0) {
    const why = `no neighbour of ${shorten(host.name)} has ${quoted(resource)}`;
    const remedy = `Let one publish it before, or link ${shorten(host.name)} to a host that has it.`;
    find(scope, actionFailed({ line, step: scope.cause }, why, remedy));
    return { why };
  }
  const content = { kind: 'request', verb: 'getdata', line, service: service?.name, resource } as const;
  return yield* untilEnough(action, holders, 'one', function* (attempt, server) {
    const { failure } = yield* converse(attempt, { client: host, server, content }, () => {
      const sizeBytes = held(scope, server, resource)?.sizeBytes;
      return { kind: 'data', sizeBytes, changes: [{ kind: 'holds', host: host.name, resource, sizeBytes }] };
    });
    return failure;
  });
}
