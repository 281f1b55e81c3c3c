/**
 * Who has a resource when a step of a flow begins: whoever shares it, or has got it in an earlier step. In a flow with a
 * block that repeats, or does several things at once, what is earlier is open, so every other step counts. Runs nothing.
 */
import { type Host, hasSoftware, type Service, type Step, type Topology } from '../language/topology';
import { runsService, sharersOf, sharesIn } from '../simulation/services';

/** The very same array as before where the holders are the same. Steps are to be asked about in the order of their lines. */
export type HoldersAt = (at: Step & { readonly resource: string }, service: Service) => readonly Host[];

export function holdersIn(topology: Topology, inOrder: readonly Step[]): HoldersAt {
  const isOpen = inOrder.some(({ kind }) => kind === 'repeat' || kind === 'together');
  const isBare = !hasSoftware(topology);
  const receipts = receiptsIn(inOrder);
  const known = new Map<string, Holders>();
  return (at, service) => {
    const canHold = (host: Host): boolean => isBare || runsService(host, service);
    const key = `${service.name} ${at.resource}`;
    const holders = known.get(key) ?? fresh(sharersIn(topology, at.resource, service, canHold));
    known.set(key, holders);
    const line = isOpen ? Number.POSITIVE_INFINITY : at.span.line;
    take(holders, receipts.get(at.resource) ?? [], line, canHold);
    return isOpen ? withoutOwn(holders, at) : holders.hosts;
  };
}

/** A step by which hosts get a resource. */
interface Receipt {
  readonly line: number;
  readonly hosts: readonly Host[];
}

interface Holders {
  hosts: readonly Host[];
  /** Each holder, with the number of receipts by which it is one; those who share it are holders without. */
  readonly receipts: Map<Host, number>;
  /** How many receipts of all are counted already. */
  taken: number;
}

function fresh(hosts: readonly Host[]): Holders {
  return { hosts, receipts: new Map(hosts.map((host) => [host, Number.POSITIVE_INFINITY])), taken: 0 };
}

function take(holders: Holders, all: readonly Receipt[], line: number, isHolder: (host: Host) => boolean): void {
  const { receipts } = holders;
  for (let next = all[holders.taken]; next && next.line < line; next = all[holders.taken]) {
    for (const host of next.hosts) if (isHolder(host)) receipts.set(host, (receipts.get(host) ?? 0) + 1);
    holders.taken++;
  }
  if (receipts.size > holders.hosts.length) holders.hosts = [...receipts.keys()];
}

/** Nobody is given by a step what it asks for there. */
function withoutOwn({ hosts, receipts }: Holders, at: Step & { readonly resource: string }): readonly Host[] {
  const alone = new Set(receivers(at).filter((host) => receipts.get(host) === 1));
  return alone.size > 0 ? hosts.filter((host) => !alone.has(host)) : hosts;
}

/** By resource, in the order of the steps. */
function receiptsIn(steps: readonly Step[]): ReadonlyMap<string, readonly Receipt[]> {
  const found = new Map<string, Receipt[]>();
  for (const step of steps) {
    const hosts = receivers(step);
    const resource = 'message' in step && 'resource' in step.message ? step.message.resource : resourceOf(step);
    if (hosts.length === 0 || resource === undefined) continue;
    const receipt = { line: step.span.line, hosts: [...new Set(hosts)] };
    const others = found.get(resource);
    if (others) others.push(receipt);
    else found.set(resource, [receipt]);
  }
  return found;
}

function resourceOf(step: Step): string | undefined {
  return 'resource' in step ? step.resource : undefined;
}

function receivers(step: Step): readonly Host[] {
  if (step.kind === 'fetch' || step.kind === 'publish') return step.hosts;
  if ((step.kind !== 'request' && step.kind !== 'push') || !('resource' in step.message)) return [];
  if (step.kind === 'push' || step.message.verb === 'put') return step.to;
  return step.message.verb === 'get' ? step.from : [];
}

/** By all hosts of a file, then by service and resource. */
const knownSharers = new WeakMap<readonly Host[], Map<string, readonly Host[]>>();

function sharersIn(
  topology: Topology,
  resource: string,
  service: Service,
  canHold: (host: Host) => boolean,
): readonly Host[] {
  const known = knownSharers.get(topology.hosts) ?? new Map<string, readonly Host[]>();
  knownSharers.set(topology.hosts, known);
  const key = `${service.name} ${resource}`;
  const isSharer = (host: Host) => sharesIn(host, service).some((shared) => shared.resource === resource);
  const found = known.get(key) ?? sharersOf(topology, resource).filter((host) => isSharer(host) && canHold(host));
  known.set(key, found);
  return found;
}
