/**
 * Brings messages from one host to another: the latency of the way, then the bytes at the rate that they get. It can fail:
 * an end or a device is offline, a link is cut, no way leads there, or chance loses it. Who sends is told once it is over.
 */
import type { Host, Node, Topology } from '../language/topology';
import { shorten } from '../language/wording';
import { type Bandwidth, createBandwidth, type Transfer } from './bandwidth';
import { type Budget, visitWork } from './budget';
import { capacitiesOf } from './capacities';
import type { Chance } from './chance';
import type { Engine } from './engine';
import { createNetwork, hopsOf, nodesOf, noFaults, type Route, wayOf } from './network';
import type { Settings } from './start';
import type { State } from './state';

export interface Undelivered {
  readonly code: 'host-offline' | 'no-path' | 'request-failed';
  /** A sentence without its full stop. */
  readonly why: string;
  /** The nodes that it passed, up to where it failed. Empty where it was not even sent. */
  readonly path: readonly string[];
}

/** `way` holds the devices between both ends; undefined where it failed. */
export type Delivered = (way: readonly string[] | undefined, failure: Undelivered | undefined) => void;

export interface Delivering {
  /** `done` is called when the last bit has arrived, or as soon as it is certain that the message is lost. */
  deliver(from: Host, to: Host, sizeBytes: number | undefined, done: Delivered): void;
  /** To be called after a fault has come or gone: messages on a way that no longer works are lost. */
  networkChanged(): void;
}

/** A message whose bytes are under way, or are about to be. */
interface Flight {
  readonly from: Host;
  readonly to: Host;
  readonly route: Route;
  transfer: Transfer | undefined;
  failure: Undelivered | undefined;
}

export function createDelivering(
  topology: Topology,
  engine: Engine,
  budget: Budget,
  world: State,
  settings: Settings,
  chance: Chance,
): Delivering {
  const onVisit = () => budget.spendWork(visitWork);
  const network = createNetwork(topology, world, onVisit);
  const whole = createNetwork(topology, noFaults, onVisit);
  const capacities = capacitiesOf(topology, settings);
  const bandwidth: Bandwidth = createBandwidth(engine, budget, capacities.bpsOf);
  const isLossy = topology.links.some((link) => link.loss > 0 && link.service === undefined);
  const flights = new Set<Flight>();
  return { deliver, networkChanged };

  function deliver(from: Host, to: Host, sizeBytes: number | undefined, done: Delivered): void {
    const route = network.route(from, to);
    const failure = offlineEnd(from, to) ?? (route ? undefined : whyNoRoute(from, to));
    const loss = route && !failure && isLossy ? lossOn(route, from, to) : undefined;
    if (failure || loss || !route) {
      done(undefined, failure ?? loss);
      return;
    }
    const flight: Flight = { from, to, route, transfer: undefined, failure: undefined };
    flights.add(flight);
    engine.after(route.latencyMs, () => {
      if (sizeBytes && !flight.failure) transfer(flight, sizeBytes, done);
      else land(flight, done);
    });
  }

  function land(flight: Flight, done: Delivered): void {
    flights.delete(flight);
    const { failure, route } = flight;
    if (failure) done(undefined, failure);
    else done(wayOf(route), undefined);
  }

  function transfer(flight: Flight, sizeBytes: number, done: Delivered): void {
    const { from, to, route } = flight;
    const uses = capacities.usedBy(route, from, to);
    if (uses.some((resource) => capacities.bpsOf(resource) <= 0)) {
      const path = nodesOf(route, from, to).slice(0, -1);
      flight.failure = { code: 'request-failed', why: `the way to ${shorten(to.name)} has a rate of 0`, path };
      land(flight, done);
    } else flight.transfer = bandwidth.start(uses, sizeBytes, () => land(flight, done));
  }

  function networkChanged(): void {
    network.forget();
    budget.spendWork(flights.size);
    for (const flight of flights) {
      if (flight.failure) continue;
      flight.failure = obstacleOn(flight.route, flight.from, flight.to);
      if (flight.failure && flight.transfer) bandwidth.stop(flight.transfer);
    }
  }

  function offlineEnd(from: Host, to: Host): Undelivered | undefined {
    const { offline } = world;
    if (offline.size === 0) return undefined;
    if (offline.has(from.name)) return { code: 'host-offline', why: `${shorten(from.name)} is offline`, path: [] };
    return offline.has(to.name) ? (obstacleOnTheWhole(from, to) ?? isOffline(to, [from.name])) : undefined;
  }

  function whyNoRoute(from: Host, to: Host): Undelivered {
    const why = `no link leads from ${shorten(from.name)} to ${shorten(to.name)}`;
    return obstacleOnTheWhole(from, to) ?? { code: 'no-path', why, path: [from.name] };
  }

  function obstacleOnTheWhole(from: Host, to: Host): Undelivered | undefined {
    const route = whole.route(from, to);
    return route && obstacleOn(route, from, to);
  }

  /** The first thing on the way that does not work now. */
  function obstacleOn(route: Route, from: Host, to: Host): Undelivered | undefined {
    const hops = hopsOf(route);
    const nodes = nodesOf(route, from, to);
    for (const [place, name] of nodes.entries()) {
      const path = nodes.slice(0, Math.max(place, 1));
      const link = hops[place - 1]?.link;
      if (link && world.cut.has(link.index)) {
        const why = `the link between ${shorten(link.a.name)} and ${shorten(link.b.name)} is cut`;
        return { code: 'no-path', why, path };
      }
      if (!world.offline.has(name)) continue;
      const isEnd = place === 0 || name === to.name;
      return { code: isEnd ? 'host-offline' : 'no-path', why: `${shorten(name)} is offline`, path };
    }
    return undefined;
  }

  function lossOn(route: Route, from: Host, to: Host): Undelivered | undefined {
    for (const [place, { link }] of hopsOf(route).entries()) {
      if (link.loss === 0 || chance.float() >= link.loss) continue;
      const why = `the message was lost between ${shorten(link.a.name)} and ${shorten(link.b.name)}`;
      return { code: 'request-failed', why, path: nodesOf(route, from, to).slice(0, place + 1) };
    }
    return undefined;
  }
}

function isOffline({ name }: Node, path: readonly string[]): Undelivered {
  return { code: 'host-offline', why: `${shorten(name)} is offline`, path };
}
