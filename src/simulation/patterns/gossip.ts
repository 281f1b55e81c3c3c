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
import { find, held, isOffline } from '../run';
import { sharersOf, sharesIn } from '../services';
import type { StepContent } from '../step-list';
import { quoted } from '../words';
import { createBatch } from './batch';
import type { Action, Doing, Pattern, ResourceAction } from './pattern';
import { neighboursOf, perService, untilEnough } from './peers';

export const gossip: Pattern = {
  *join(action) {
    const { scope, service, host } = action;
    const tellers = neighboursOf(scope, service, host).filter(({ name }) => !isOffline(scope, name));
    const lacking = resourcesOf(action, tellers).filter((resource) => !held(scope, host, resource));
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
  const batch = createBatch(run);
  const about = { line, service: service?.name, resource };
  const inv: StepContent = { ...about, kind: 'push', verb: 'inv' };
  const getdata: StepContent = { ...about, kind: 'request', verb: 'getdata' };
  const data = dataOf(about);
  return { announce, tell, ended: batch.ended };

  function announce(host: Host, cause: number | undefined): void {
    if (isOffline(scope, host.name)) return;
    const know = new Set(announcers[host.index]);
    for (const neighbour of neighboursOf(scope, service, host)) {
      if (!know.has(neighbour)) tell(host, neighbour, cause);
    }
  }

  function tell(from: Host, to: Host, cause: number | undefined): void {
    batch.send({ content: inv, from, to, client: to, cause }, (step) => {
      const heard = announcers[to.index];
      if (heard) heard.push(from);
      else announcers[to.index] = [from];
      request(to, step);
    });
  }

  /** Asks the next that has announced it, if there is one. */
  function request(host: Host, cause: number): void {
    if (waits[host.index] || held(scope, host, resource) || isOffline(scope, host.name)) return;
    const place = asked[host.index] ?? 0;
    const to = announcers[host.index]?.[place];
    if (!to) return;
    asked[host.index] = place + 1;
    waits[host.index] = true;
    const giveUp = (step: number): void => {
      waits[host.index] = false;
      request(host, step);
    };
    batch.send(
      { content: getdata, from: host, to, client: host, cause },
      (step) => answer(to, host, step, giveUp),
      giveUp,
    );
  }

  function answer(from: Host, to: Host, cause: number, giveUp: (step: number) => void): void {
    const content = data(held(scope, from, resource)?.sizeBytes);
    batch.send(
      { content, from, to, client: to, cause },
      (step) => {
        waits[to.index] = false;
        run.recorder.change(step, { kind: 'holds', host: to.name, resource, sizeBytes: content.sizeBytes });
        announce(to, step);
      },
      giveUp,
    );
  }
}

/** One content for all answers that carry the same size: copies of a resource are as large as each other. */
function dataOf(
  about: Pick<StepContent, 'line' | 'service' | 'resource'>,
): (sizeBytes: number | undefined) => StepContent {
  let latest: StepContent = { ...about, kind: 'data', verb: 'getdata' };
  return (sizeBytes) => {
    if (latest.sizeBytes !== sizeBytes) latest = { ...latest, sizeBytes };
    return latest;
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
  recorder.arrive(step, []);
  return step;
}

/** What these may have of this service: what they share from the start, and what has been announced since. */
function resourcesOf(action: Action, hosts: readonly Host[]): readonly string[] {
  const shared = hosts.flatMap((host) => sharesIn(host, action.service).map(({ resource }) => resource));
  return [...new Set([...shared, ...spreads(action).keys()])];
}

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
