/**
 * A query goes to all neighbours, each passes it on to its own until the TTL is spent, and hits travel back the way the
 * query came; the resource itself then goes directly. Terms and rules are those of the Gnutella Protocol Specification
 * 0.4: a servent passes on a query once (it knows it by its descriptor ID), not to where it came from, with a TTL lower by
 * one, and also if it has answered itself. Pings are left out: who is whose neighbour stands in the file.
 */
import type { Host, Service } from '../../language/topology';
import { shorten } from '../../language/wording';
import type { Process } from '../engine';
import { send } from '../messages';
import { optionOf } from '../options';
import { held, type Scope } from '../run';
import type { StepContent } from '../step-list';
import { quoted } from '../words';
import type { Pattern, ResourceAction } from './pattern';
import { getFromFirst, neighboursOf, recordFound, reportSearch } from './peers';

export const flooding: Pattern = {
  join: () => undefined,
  leave: () => undefined,
  *search(action) {
    reportSearch(action, action.scope.cause, yield* flood(action));
    return undefined;
  },
  *fetch(action) {
    const found = yield* flood(action);
    const step = recordFound(action, action.scope.cause, found);
    const why = `no peer that the query of ${shorten(action.host.name)} reaches has ${quoted(action.resource)}`;
    const remedy = `Let a peer nearer to it share it, or give ${shorten(action.service?.name ?? 'the service')} a larger ttl.`;
    return yield* getFromFirst(action, found, step, { why, remedy });
  },
};

/** The names of those that have it, in the order in which their hits come in. Ends when nothing is under way any more. */
function* flood(action: ResourceAction): Process<readonly string[]> {
  const found: string[] = [];
  yield (resume) => {
    const query = startQuery(action, (holder) => found.push(holder), resume);
    query.passOn(action.host, undefined, optionOf(action.scope.run, action.service, 'ttl'), action.scope.cause);
    query.finish();
  };
  return found;
}

function startQuery(action: ResourceAction, hit: (holder: string) => void, done: () => void) {
  const { scope, host: origin, service, resource, line } = action;
  const { run } = scope;
  const about = { line, service: service?.name, resource };
  const queryContent: StepContent = { ...about, kind: 'query', verb: 'query' };
  const hitContent: StepContent = { ...about, kind: 'hit', verb: 'query-hit' };
  /** From whom each servent has the query, by place; the origin has it from itself. */
  const cameFrom: (Host | undefined)[] = [];
  cameFrom[origin.index] = origin;
  const neighbours = neighbourhood(scope, service);
  let underWay = 1; // until `finish`, so that nothing is done before all has been sent
  return { passOn, finish };

  function finish(): void {
    underWay -= 1;
    if (underWay === 0) run.engine.after(0, done);
  }

  function passOn(host: Host, sender: Host | undefined, ttl: number, cause: number | undefined): void {
    for (const to of neighbours(host)) {
      if (to === sender) continue;
      underWay += 1;
      send(run, { content: queryContent, from: host, to, client: host, cause, count: ttl }, (step, lost) => {
        if (!lost) receive(to, host, ttl, step);
        finish();
      });
    }
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
      hit(holder);
      return;
    }
    underWay += 1;
    const step = send(run, { content: hitContent, from, to, client: to, cause }, (arrived, lost) => {
      if (!lost) answer(to, holder, arrived);
      finish();
    });
    run.recorder.detail(step, { answer: [holder] });
  }
}

/** Nobody joins, leaves or moves while a query is under way: neighbours are looked up once for each host. */
function neighbourhood(scope: Scope, service: Service | undefined): (host: Host) => readonly Host[] {
  const known: (readonly Host[] | undefined)[] = [];
  return (host) => {
    const neighbours = known[host.index] ?? neighboursOf(scope, service, host);
    known[host.index] = neighbours;
    return neighbours;
  };
}
