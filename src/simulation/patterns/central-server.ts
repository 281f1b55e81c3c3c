/**
 * What patterns with a server in the middle share: which host it is, asking it, joining and leaving there. Of several
 * servers the first that answers is asked; they are taken to tell each other who has joined.
 */
import type { Host } from '../../language/topology';
import { converse } from '../exchange';
import { notJoined } from '../findings';
import { type Failure, find } from '../run';
import { hostsRunning } from '../services';
import type { StepContent } from '../step-list';
import { saying } from '../words';
import type { Action, Doing } from './pattern';
import { nobodyRuns, untilEnough } from './peers';

/** In declaration order. */
export function serversOf({ scope, service }: Pick<Action, 'scope' | 'service'>): readonly Host[] {
  return hostsRunning(scope.run.topology, service, 'server');
}

/** `join` and `leave` are requests like any other. */
export function* tellServer(action: Action, verb: 'join' | 'leave', servers: readonly Host[]): Doing {
  if (servers.includes(action.host)) return undefined;
  return yield* askServer(action, { verb }, servers);
}

/** `arrived` is told which server has got the request, before it answers. */
export function* askServer(
  action: Action,
  { verb, text }: Pick<StepContent, 'verb' | 'text'>,
  servers: readonly Host[],
  arrived?: (server: Host, step: number) => void,
): Doing {
  const { service, host: client, line } = action;
  if (servers.length === 0) return nobodyRuns(action, 'server');
  const content = { kind: 'request', verb, line, service: service?.name, text } as const;
  return yield* untilEnough(action, servers, 'one', function* (attempt, server) {
    const { failure } = yield* converse(attempt, { client, server, content }, (_, step) => {
      arrived?.(server, step);
      return text === undefined ? {} : { text: 'received' };
    });
    return failure;
  });
}

/** The first of these that does not take part, as a failure. */
export function absence({ scope, service, line }: Omit<Action, 'host'>, hosts: readonly Host[]): Failure | undefined {
  const joined = scope.run.world.state.joined.get(service?.name ?? '');
  const absent = hosts.find((host) => !joined?.has(host.name));
  if (!absent) return undefined;
  const name = service?.name ?? '';
  find(scope, notJoined({ line, step: scope.cause }, absent.name, name));
  return { why: saying`${absent.name} has not joined ${name}` };
}
