/**
 * A server in the middle passes on what one says to all others who have joined: a chat, a game server. Whoever joins keeps
 * a connection open, so that the server can push without being asked; the WebSocket Protocol (RFC 6455) was made for it.
 *
 * Who is offline misses what is said, and the flow goes on: the server has taken the message, and the sender does not
 * wait for the others. Nothing is kept for later. Left out: opening handshake, pings, rooms. A service in which only
 * peers run has the first of them as its server, as a game that one of the players hosts.
 */
import type { Host } from '../../language/topology';
import type { Failure } from '../run';
import { hostsRunning, runs } from '../services';
import type { StepContent } from '../step-list';
import { type Batch, createBatch } from './batch';
import { absence, askServer, serversOf, tellServer } from './central-server';
import type { Action, Pattern } from './pattern';
import { membersOf } from './peers';
import { request } from './request';

type Speech = Action & { readonly text: string };

export const relay = {
  join: (action) => tellServer(action, 'join', relaysOf(action)),
  leave: (action) => tellServer(action, 'leave', relaysOf(action)),
  fetch: request.fetch,
  *send(action) {
    const { scope, host, text } = action;
    const servers = relaysOf(action);
    const pushes = createBatch(scope.run);
    let failure: Failure | undefined;
    if (servers.includes(host)) passOn(action, host, scope.cause, pushes);
    else {
      // The server answers, and at the same time passes it on.
      const later = (server: Host, step: number) =>
        scope.run.engine.after(0, () => passOn(action, server, step, pushes));
      failure = absence(action, [host]) ?? (yield* askServer(action, { verb: 'send', text }, servers, later));
    }
    yield* pushes.ended();
    return failure;
  },
} satisfies Pattern;

function passOn(action: Speech, server: Host, cause: number | undefined, pushes: Batch): void {
  const { scope, service, host, line, text } = action;
  const content: StepContent = { kind: 'push', verb: 'send', line, service: service?.name, text };
  for (const to of membersOf(scope, service)) {
    const listens = service && to !== host && to !== server && runs(to, service, 'client', 'peer');
    if (listens) pushes.send({ content, from: server, to, client: to, cause });
  }
}

function relaysOf({ scope, service }: Action): readonly Host[] {
  const servers = serversOf({ scope, service });
  if (servers.length > 0) return servers;
  return hostsRunning(scope.run.topology, service, 'peer').slice(0, 1);
}
