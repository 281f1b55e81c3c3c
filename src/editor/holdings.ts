/** Who holds what where a line of a flow is about to be written, as far as the text tells without running it. */
import type { Compilation } from '../language/compile';
import type { Flow, Host, Step } from '../language/topology';
import { flowAt } from './flow-summary';

export interface Holdings {
  /** Whatever some host holds. */
  readonly all: ReadonlySet<string>;
  /** What these hosts hold. */
  readonly held: ReadonlySet<string>;
  /** What an index lists, or has been told. */
  readonly listed: ReadonlySet<string>;
}

/** What the steps before this line have done counts, as well as what is shared and listed from the start. */
export function holdingsAt(file: Compilation, line: number, of: ReadonlySet<Host>): Holdings {
  const { hosts } = file.topology;
  const [all, held, listed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const host of hosts) {
    for (const { resource } of host.shares) {
      all.add(resource);
      if (of.has(host)) held.add(resource);
    }
    for (const { resource } of host.lists) listed.add(resource);
  }
  for (const { resource, holders, isListed } of movesBefore(flowAt(file, line), line)) {
    if (isListed) listed.add(resource);
    else all.add(resource);
    if (!isListed && holders.some((host) => of.has(host))) held.add(resource);
  }
  return { all, held, listed };
}

/** The hosts that hold this there. */
export function holdersAt(file: Compilation, line: number, sought: string): ReadonlySet<Host> {
  const { hosts } = file.topology;
  const found = new Set(hosts.filter(({ shares }) => shares.some(({ resource }) => resource === sought)));
  for (const { resource, holders, isListed } of movesBefore(flowAt(file, line), line)) {
    if (resource === sought && !isListed) for (const host of holders) found.add(host);
  }
  return found;
}

/** A resource that gets to some hosts, or is registered by them. */
interface Move {
  readonly resource: string;
  readonly holders: readonly Host[];
  readonly isListed: boolean;
}

function* movesBefore(flow: Flow | undefined, line: number): Generator<Move> {
  if (flow) yield* movesIn(flow.steps, line);
}

function* movesIn(steps: readonly Step[], line: number): Generator<Move> {
  for (const step of steps) {
    if (step.span.line >= line) return;
    if (step.kind === 'request') {
      const { message, from, to } = step;
      if (message.verb === 'get') yield { resource: message.resource, holders: from, isListed: false };
      if (message.verb === 'put') yield { resource: message.resource, holders: to, isListed: false };
      if (message.verb === 'register') yield { resource: message.resource, holders: from, isListed: true };
      yield* movesIn(step.body, line);
      yield* movesIn(step.otherwise ?? [], line);
    } else if (step.kind === 'fetch' || step.kind === 'publish') {
      yield { resource: step.resource, holders: step.hosts, isListed: false };
    } else if (step.kind === 'together' || step.kind === 'repeat') yield* movesIn(step.body, line);
  }
}
