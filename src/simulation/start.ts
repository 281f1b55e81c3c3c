/**
 * What is true before the first step: who holds and lists what, who has joined, and what the scenario has changed.
 *
 * Joining: where a flow lets an application act (fetch, search, leave …) in a service that nobody joins in it, all hosts
 * of that service have joined before it starts, and the service's pattern says what that means. A flow that only sends
 * messages written one by one starts with empty tables, apart from what `lists` puts there.
 */
import { allSteps, type Flow, type Host, type Scenario, type Service, type Topology } from '../language/topology';
import { patterns } from './patterns/pattern-table';
import { partakersOf, serviceOf } from './services';
import { createDraft, type Draft, type State } from './state';

/** What a scenario sets once, for the whole run. */
export interface Settings {
  readonly upBps: ReadonlyMap<string, number>;
  readonly downBps: ReadonlyMap<string, number>;
  /** By service, then by option: for the patterns. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export function initialWorld(topology: Topology, flow: Flow, scenario: Scenario | undefined): State {
  const draft = createDraft(declaredWorld(topology));
  for (const service of servicesJoinedByAll(topology, flow)) {
    for (const { name } of partakersOf(topology, service)) {
      draft.apply({ kind: 'joins', host: name, service: service.name });
    }
    for (const change of patterns[service.pattern]?.joinedByAll?.(topology, service) ?? []) draft.apply(change);
  }
  for (const change of scenario?.changes ?? []) {
    if (change.kind === 'offline' || change.kind === 'online') {
      for (const node of change.nodes) draft.apply({ kind: change.kind, node: node.name });
    } else if (change.kind === 'cut' || change.kind === 'restore') {
      for (const link of change.links) draft.apply({ kind: change.kind, link: link.index });
    }
  }
  return draft.state;
}

export function settingsOf(topology: Topology, scenario: Scenario | undefined): Settings {
  const upBps = new Map<string, number>();
  const downBps = new Map<string, number>();
  const options = new Map(topology.services.map((service) => [service.name, new Map(service.options)]));
  for (const change of scenario?.changes ?? []) {
    if (change.kind === 'set-option') options.get(change.service.name)?.set(change.option, change.value);
    if (change.kind !== 'set-rate') continue;
    for (const host of change.hosts) (change.direction === 'up' ? upBps : downBps).set(host.name, change.rateBps);
  }
  return { upBps, downBps, options };
}

const declaredWorlds = new WeakMap<Topology, State>();

/** What the declarations say, whatever runs: the same for every run of a file, so it is worked out once. */
export function declaredWorld(topology: Topology): State {
  const known = declaredWorlds.get(topology);
  if (known) return known;
  const draft = createDraft();
  for (const host of topology.hosts) addWhatIsDeclared(draft, host);
  declaredWorlds.set(topology, draft.state);
  return draft.state;
}

function addWhatIsDeclared(draft: Draft, host: Host): void {
  for (const { resource, sizeBytes } of host.shares) {
    draft.apply({ kind: 'holds', host: host.name, resource, sizeBytes });
  }
  const index = host.name;
  const service = host.software.find((software) => software.kind === 'index' || software.kind === 'tracker')?.service
    .name;
  for (const { resource, hosts } of host.lists) {
    for (const listed of hosts) draft.apply({ kind: 'lists', index, service, resource, host: listed.name });
  }
}

function servicesJoinedByAll(topology: Topology, flow: Flow): readonly Service[] {
  const acting = new Set<Service>();
  const joined = new Set<Service>();
  for (const step of allSteps(flow)) {
    if (step.kind === 'join') joined.add(step.service);
    else if (step.kind === 'leave') acting.add(step.service);
    else if (step.kind === 'fetch' || step.kind === 'search' || step.kind === 'publish') {
      const service = serviceOf(topology, step);
      if (service) acting.add(service);
    } else if ((step.kind === 'send' || step.kind === 'call') && step.service) acting.add(step.service);
  }
  return topology.services.filter((service) => acting.has(service) && !joined.has(service));
}
