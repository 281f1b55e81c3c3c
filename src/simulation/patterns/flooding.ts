/**
 * A query goes to all neighbours, each passes it on to its own until the TTL is spent, and hits travel back the way the
 * query came; the resource itself then goes directly. Terms and rules are those of the Gnutella Protocol Specification
 * 0.4: a servent passes on a query once (it knows it by its descriptor ID), not to where it came from, with a TTL lower by
 * one, and also if it has answered itself. Pings are left out: who is whose neighbour stands in the file.
 */
import type { Host } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Process } from '../engine';
import { optionOf } from '../options';
import { held } from '../run';
import type { StepContent } from '../step-list';
import { saying } from '../words';
import { createBatch } from './batch';
import { nobodyHas } from './nobody';
import type { Pattern, ResourceAction } from './pattern';
import { getFromFirst, type Nobody, neighbourhood, recordFound, reportSearch } from './peers';

export const flooding: Pattern = {
  join: () => undefined,
  leave: () => undefined,
  *search(action) {
    const { found } = yield* flood(action);
    reportSearch(action, action.scope.cause, found);
    return undefined;
  },
  *fetch(action) {
    const { found, hasReachedAll } = yield* flood(action);
    const step = recordFound(action, action.scope.cause, found);
    return yield* getFromFirst(action, found, step, nobodyHas(action, notReached(action, hasReachedAll)));
  },
};

interface Flood {
  /** The names of those that have it, in the order in which their hits come in. */
  readonly found: readonly string[];
  /** No neighbour of a peer that the query has got to is left out: a larger TTL would change nothing. */
  readonly hasReachedAll: () => boolean;
}

function notReached({ host, service, resource }: ResourceAction, hasReachedAll: () => boolean): Nobody {
  const [asker, name] = [host.name, service?.name ?? 'the service'].map(shorten);
  if (hasReachedAll()) {
    const why = saying`no chain of neighbours leads from ${host.name} to a peer that has “${resource}”`;
    return { why, remedy: `Link ${asker} to one: link ${asker} -- NAME over ${name}` };
  }
  const why = saying`no peer that the query of ${host.name} reaches has “${resource}”`;
  return { why, remedy: `Let a peer nearer to it share it, or give ${name} a larger ttl.` };
}

/** Ends when nothing is under way any more. */
function* flood(action: ResourceAction): Process<Flood> {
  const { scope, host: origin, service, resource, line } = action;
  const { run } = scope;
  const { recorder } = run;
  const hostAt = (place: number) => run.topology.nodes[place] as Host;
  const about = { line, service: service?.name, resource };
  const neighbours = neighbourhood(scope, service);
  const found: string[] = [];
  /** From whom each servent has the query, by place; the origin has it from itself. */
  const cameFrom: (Host | undefined)[] = [];
  cameFrom[origin.index] = origin;
  const batch = createBatch(run);
  const query = batch.sender({ ...about, kind: 'query', verb: 'query' }, (step) => {
    receive(hostAt(recorder.to(step)), hostAt(recorder.from(step)), recorder.number(step), step);
  });
  passOn(origin, undefined, optionOf(run, service, 'ttl'), scope.cause);
  yield* batch.ended();
  return { found, hasReachedAll };

  function hasReachedAll(): boolean {
    return cameFrom.every((_, place) => neighbours(hostAt(place)).every((next) => cameFrom[next.index]));
  }

  function passOn(host: Host, sender: Host | undefined, ttl: number, cause: number | undefined): void {
    for (const to of neighbours(host)) if (to !== sender && to !== host) query(host, to, host, cause, ttl);
  }

  function receive(host: Host, sender: Host, ttl: number, step: number): void {
    if (cameFrom[host.index]) return;
    cameFrom[host.index] = sender;
    if (held(scope, host, resource)) answer(host, host.name, step);
    if (ttl > 1) passOn(host, sender, ttl - 1, step);
  }

  /** One hop back; each servent remembers from whom it had the query. */
  function answer(from: Host, holder: string, cause: number): void {
    const to = cameFrom[from.index];
    if (from === origin || !to) {
      found.push(holder);
      return;
    }
    const content: StepContent = { ...about, kind: 'hit', verb: 'query-hit' };
    const parcel = { content, from, to, client: to, cause };
    const step = batch.send(parcel, (arrived) => answer(to, holder, arrived));
    recorder.detail(step, { answer: [holder] });
  }
}
