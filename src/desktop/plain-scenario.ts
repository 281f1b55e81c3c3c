/**
 * What a scenario changes as plain data, for a thread that has read the same text by itself: nodes, links and services by
 * their places. So a scenario that is only being tried out, and stands in no file, can be run there as well.
 */
import { isHost, type Scenario, type ScenarioChange, type Topology } from '../language/topology';

export type PlainChange =
  | { readonly kind: 'offline' | 'online'; readonly nodes: readonly number[] }
  | { readonly kind: 'cut' | 'restore'; readonly links: readonly number[] }
  | {
      readonly kind: 'set-rate';
      readonly hosts: readonly number[];
      readonly direction: 'up' | 'down';
      readonly rateBps: number;
    }
  | { readonly kind: 'set-option'; readonly service: number; readonly option: string; readonly value: number };

export interface PlainScenario {
  readonly name: string;
  readonly changes: readonly PlainChange[];
  readonly span: Scenario['span'];
}

export function toPlain({ name, changes, span }: Scenario, { services }: Topology): PlainScenario {
  return { name, span, changes: changes.map(plain) };

  function plain(change: ScenarioChange): PlainChange {
    switch (change.kind) {
      case 'offline':
      case 'online':
        return { kind: change.kind, nodes: change.nodes.map(({ index }) => index) };
      case 'cut':
      case 'restore':
        return { kind: change.kind, links: change.links.map(({ index }) => index) };
      case 'set-rate': {
        const { kind, hosts, direction, rateBps } = change;
        return { kind, hosts: hosts.map(({ index }) => index), direction, rateBps };
      }
      case 'set-option': {
        const { kind, service, option, value } = change;
        return { kind, service: services.indexOf(service), option, value };
      }
    }
  }
}

export function fromPlain({ name, changes, span }: PlainScenario, { nodes, links, services }: Topology): Scenario {
  return { name, span, changes: changes.flatMap(whole) };

  function whole(change: PlainChange): readonly ScenarioChange[] {
    switch (change.kind) {
      case 'offline':
      case 'online':
        return [{ kind: change.kind, nodes: change.nodes.flatMap((place) => nodes[place] ?? []), span }];
      case 'cut':
      case 'restore':
        return [{ kind: change.kind, links: change.links.flatMap((place) => links[place] ?? []), span }];
      case 'set-rate':
        return [{ ...change, hosts: change.hosts.flatMap((place) => nodes[place] ?? []).filter(isHost), span }];
      case 'set-option': {
        const service = services[change.service];
        return service ? [{ ...change, service, span }] : [];
      }
    }
  }
}
