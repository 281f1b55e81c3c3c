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
  const services = [...scope.services.values()];
  const common = services.filter((service) =>
    hosts.every(({ software }) => software.some((entry) => entry.service === service)),
  );
  const isAble = ({ pattern }: Service) => talking[kind].has(pattern);
  const able = services.filter(isAble);
  // Where no service can do it, the run says so of the one that these hosts have.
  if (able.length === 0) return common.length === 1 ? common[0] : undefined;
  const capable = common.filter(isAble);
  const candidates = capable.length > 0 ? capable : able;
  if (candidates.length > 1) reportAmbiguous(scope, span, candidates);
  return candidates.length === 1 ? candidates[0] : undefined;
}
