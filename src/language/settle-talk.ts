/** Which service `sends` and `call` mean where they do not name it: the one in which these hosts can do it. */
import type { Scope } from './scope';
import { reportAmbiguous } from './software';
import type { Span } from './source';
import type { Host, PatternName, Service } from './topology';

const talking: Readonly<Record<'send' | 'call', ReadonlySet<PatternName>>> = {
  send: new Set<PatternName>(['relay', 'mesh', 'sfu']),
  call: new Set<PatternName>(['mesh', 'sfu']),
};

/** Undefined where there is none, and where it could be several, which is reported. */
export function settleTalk(
  scope: Scope,
  kind: 'send' | 'call',
  hosts: readonly Host[],
  span: Span,
): Service | undefined {
  if (hosts.length === 0) return undefined;
  scope.isFarReaching = true;
  const able = [...scope.services.values()].filter((service) => talking[kind].has(service.pattern));
  const common = able.filter((service) =>
    hosts.every(({ software }) => software.some((entry) => entry.service === service)),
  );
  const candidates = common.length > 0 ? common : able;
  if (candidates.length > 1) reportAmbiguous(scope, span, candidates);
  return candidates.length === 1 ? candidates[0] : undefined;
}
