/**
 * One message on its way: the latency of the path, then its bytes at the rate that they get. It can fail: an end or a
 * device is offline, a link is cut, no way leads there, or chance loses it.
 */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Host, Node, Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { type Bandwidth, createBandwidth, type Transfer } from './bandwidth';
import { type Budget, visitWork } from './budget';
import { type Engine, type Process, sleep } from './engine';
import { createNetwork, noFaults, type Route } from './network';
import type { Settings } from './start';
import type { Draft } from './state';

export interface Delivery {
  /** The nodes it passed; up to where it failed. Empty where it was not even sent. */
  readonly path: readonly string[];
  readonly failure: Undelivered | undefined;
}

export interface Undelivered {
  readonly code: 'host-offline' | 'no-path' | 'request-failed';
  /** A sentence without its full stop. */
  readonly why: string;
}

export interface Delivering {
  deliver(from: Host, to: Host, sizeBytes: number | undefined): Process<Delivery>;
  /** To be called after a fault has come or gone: messages on a way that no longer works are lost. */
  networkChanged(): void;
}

interface Flight {
  readonly to: Host;
  readonly route: Route;
  transfer: Transfer | undefined;
  failure: Delivery | undefined;
}

export function createDelivering(
  topology: Topology,
  engine: Engine,
  budget: Budget,
  world: Draft,
  settings: Settings,
  seed: number,
): Delivering {
  const onVisit = () => budget.spendWork(visitWork);
  const network = createNetwork(topology, world.state, onVisit);
  const whole = createNetwork(topology, noFaults, onVisit);
  const capacities = capacitiesOf(topology, settings);
  const bandwidth: Bandwidth = createBandwidth(engine, budget, capacities.bpsOf);
  const random = xoroshiro128plus(seed);
  const flights = new Set<Flight>();
  return { deliver, networkChanged };

  function* deliver(from: Host, to: Host, sizeBytes: number | undefined): Process<Delivery> {
    const route = network.route(from, to);
    const stop = offlineEnd(from, to) ?? (route ? undefined : whyNoRoute(from, to));
    if (stop || !route) return stop ?? lost([], 'no-path', '');
    const chance = lossOn(route);
    if (chance) return chance;
    const flight: Flight = { to, route, transfer: undefined, failure: undefined };
    flights.add(flight);
    yield* sleep(engine, route.latencyMs);
    if (!flight.failure && sizeBytes) yield* transfer(flight, from, to, sizeBytes);
    flights.delete(flight);
    return flight.failure ?? { path: route.nodes, failure: undefined };
  }

  function* transfer(flight: Flight, from: Host, to: Host, sizeBytes: number): Process<void> {
    const uses = capacities.usedBy(flight.route, from, to);
    if (uses.some((resource) => capacities.bpsOf(resource) <= 0)) {
      flight.failure = lost(
        flight.route.nodes.slice(0, -1),
        'request-failed',
        `the way to ${shorten(to.name)} has a rate of 0`,
      );
      return;
    }
    yield (resume) => {
      flight.transfer = bandwidth.start(uses, sizeBytes, resume);
    };
  }

  function networkChanged(): void {
    network.forget();
    for (const flight of flights) {
      if (flight.failure) continue;
      flight.failure = obstacleOn(flight.route, flight.to);
      if (flight.failure && flight.transfer) bandwidth.stop(flight.transfer);
    }
  }

  function offlineEnd(from: Host, to: Host): Delivery | undefined {
    if (world.state.offline.has(from.name)) return lost([], 'host-offline', `${shorten(from.name)} is offline`);
    if (!world.state.offline.has(to.name)) return undefined;
    const path = whole.route(from, to);
    return (path && obstacleOn(path, to)) ?? lost([from.name], 'host-offline', `${shorten(to.name)} is offline`);
  }

  function whyNoRoute(from: Host, to: Host): Delivery {
    const path = whole.route(from, to);
    return (
      (path && obstacleOn(path, to)) ??
      lost([from.name], 'no-path', `no link leads from ${shorten(from.name)} to ${shorten(to.name)}`)
    );
  }

  /** The first thing on the way that does not work now. */
  function obstacleOn({ nodes, hops }: Route, to: Node): Delivery | undefined {
    const { offline, cut } = world.state;
    for (const [place, name] of nodes.entries()) {
      const path = nodes.slice(0, Math.max(place, 1));
      const link = hops[place - 1]?.link;
      if (link && cut.has(link.index)) {
        return lost(path, 'no-path', `the link between ${shorten(link.a.name)} and ${shorten(link.b.name)} is cut`);
      }
      if (offline.has(name)) {
        const isEnd = place === 0 || name === to.name;
        return lost(path, isEnd ? 'host-offline' : 'no-path', `${shorten(name)} is offline`);
      }
    }
    return undefined;
  }

  function lossOn({ nodes, hops }: Route): Delivery | undefined {
    for (const [place, { link }] of hops.entries()) {
      if (link.loss > 0 && uniformFloat64(random) < link.loss) {
        const why = `the message was lost between ${shorten(link.a.name)} and ${shorten(link.b.name)}`;
        return lost(nodes.slice(0, place + 1), 'request-failed', why);
      }
    }
    return undefined;
  }
}

function lost(path: readonly string[], code: Undelivered['code'], why: string): Delivery {
  return { path, failure: { code, why } };
}

/**
 * Everything whose capacity is shared gets a number: each link has two, one for each direction, and each node has two, for
 * what it sends and what it receives.
 */
function capacitiesOf(topology: Topology, settings: Settings) {
  const firstNode = topology.links.length * 2;
  return { usedBy, bpsOf };

  function usedBy(route: Route, from: Host, to: Host): readonly number[] {
    if (from === to) return [];
    const links = route.hops.map((hop) => hop.link.index * 2 + (hop.forward ? 0 : 1));
    return [...links, firstNode + from.index * 2, firstNode + to.index * 2 + 1];
  }

  function bpsOf(resource: number): number {
    if (resource < firstNode) return topology.links[resource >> 1]?.rateBps ?? Number.POSITIVE_INFINITY;
    const node = topology.nodes[(resource - firstNode) >> 1];
    if (node?.kind !== 'host') return Number.POSITIVE_INFINITY;
    const rateBps =
      (resource - firstNode) % 2 === 0
        ? (settings.upBps.get(node.name) ?? node.upBps)
        : (settings.downBps.get(node.name) ?? node.downBps);
    return rateBps ?? Number.POSITIVE_INFINITY;
  }
}
