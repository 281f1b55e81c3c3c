/**
 * Clients ask servers: web, mail, databases, streaming from a central service. Joining means nothing to anybody else, and
 * a client knows which server to ask: the first that shares the resource in this service, else the first that holds it.
 */
import type { Host } from '../../language/topology';
import { shorten } from '../../language/wording';
import { ask } from '../exchange';
import { actionFailed } from '../findings';
import { find, held } from '../run';
import { runs, sharesIn } from '../services';
import { quoted } from '../words';
import type { Pattern, ResourceAction } from './pattern';

export const request = {
  join: () => undefined,
  leave: () => undefined,
  *fetch(action) {
    const { scope, host, service, resource, line } = action;
    const server = serverOf(action);
    if (server)
      return (yield* ask(scope, { client: host, server, message: { verb: 'get', resource }, service, line })).failure;
    const why = `no server shares ${quoted(resource)} with ${shorten(host.name)}`;
    find(scope, actionFailed({ line, step: undefined }, why, `Let a server share it: shares "${shorten(resource)}".`));
    return { why };
  },
} satisfies Pattern;

function serverOf({ scope, host, service, resource }: ResourceAction): Host | undefined {
  const others = scope.run.topology.hosts.filter((other) => other !== host);
  scope.run.budget.spendWork(others.length);
  const servers = service ? others.filter((other) => runs(other, service, 'server', 'peer', 'origin')) : others;
  return (
    servers.find((server) => sharesIn(server, service).some((shared) => shared.resource === resource)) ??
    servers.find((server) => held(scope, server, resource))
  );
}
