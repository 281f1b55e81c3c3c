/**
 * What is most likely meant where something is missing: the only switch, the host that everybody asks. Worked out from what
 * is declared, once and on demand.
 */
import { once } from './places';
import { type Host, isHost, type Node, type Service, type SoftwareKind } from './topology';

export interface Likely {
  /** The switch, router or cloud of a file that has one alone. */
  onlyDevice(): Node | undefined;
  /** A host that others ask, if any says that it is one. */
  mostNeeded(): Node | undefined;
  /** The host that everybody asks in a service, if there is one alone: its index, else its server. */
  provider(service: Service, kinds?: readonly SoftwareKind[]): Host | undefined;
}

interface Named {
  readonly nodes: readonly Node[];
}

/** To be asked once all of them are declared. */
export function likelyAmong(named: ReadonlyMap<string, Named>): Likely {
  // The members of a group are alike, so two of them stand for all.
  const some = once(() => [...named.values()].flatMap(({ nodes }) => nodes.slice(0, 2)));
  const providers = new Map<string, Host | undefined>();
  return {
    onlyDevice: once(() => only(some().filter(({ kind }) => kind !== 'host'))),
    mostNeeded: once(() => mostNeeded(some().filter(isHost))),
    provider(service, kinds = ['index', 'tracker', 'server', 'origin']) {
      const key = `${kinds} ${service.name}`;
      if (!providers.has(key)) providers.set(key, providerOf(some().filter(isHost), service, kinds));
      return providers.get(key);
    },
  };
}

function only<T>([first, ...others]: readonly T[]): T | undefined {
  return others.length === 0 ? first : undefined;
}

function mostNeeded(hosts: readonly Host[]): Host | undefined {
  const serves = ({ declaredRole, software }: Host): boolean =>
    declaredRole === 'server' || software.some(({ kind }) => kind !== 'client' && kind !== 'peer');
  return hosts.find(serves) ?? hosts[0];
}

/** Of the first of the kinds that anybody runs. */
function providerOf(hosts: readonly Host[], service: Service, kinds: readonly SoftwareKind[]): Host | undefined {
  for (const kind of kinds) {
    const running = hosts.filter(({ software }) =>
      software.some((one) => one.service === service && one.kind === kind),
    );
    if (running.length > 0) return only(running);
  }
  return undefined;
}

export function onlyServiceOf(node: Node): string | undefined {
  return only([...new Set(isHost(node) ? node.software.map(({ service }) => service.name) : [])]);
}
