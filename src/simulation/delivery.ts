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
import type { Recorder } from './recorder';
import type { Settings } from './start';
import type { State } from './state';

export interface Undelivered {
  readonly code: 'host-offline' | 'no-path' | 'request-failed';
  /** A sentence without its full stop. */
  readonly why: string;
  /** The nodes that it passed, up to where it failed. Empty where it was not even sent. */
  readonly path: readonly string[];
}

/** Told of a step by its number, once, at the time at which it is so. */
export interface Addressee {
  /** The last bit has arrived. */
  readonly arrived: (step: number) => void;
  /** It is certain that the message is lost. */
  readonly lost: (step: number, failure: Undelivered) => void;
}

export interface Delivering {
  deliver(step: number, from: Host, to: Host, sizeBytes: number | undefined, addressee: Addressee): void;
  /** To be called after a fault has come or gone: messages on a way that no longer works are lost. */
  networkChanged(): void;
}

/** A message under way that has bytes, or that a fault may stop. */
interface Flight {
  readonly step: number;
  readonly from: Host;
  readonly to: Host;
  readonly route: Route;
  readonly sizeBytes: number | undefined;
  readonly addressee: Addressee;
  transfer: Transfer | undefined;
  failure: Undelivered | undefined;
}

export interface DeliveringParts {
  readonly topology: Topology;
  readonly engine: Engine;
  readonly budget: Budget;
  readonly recorder: Recorder;
  readonly world: State;
  readonly settings: Settings;
  readonly chance: Chance;
  /** Whether the flow itself takes anything down or brings it back. */
  readonly mayChange: boolean;
}

export function createDelivering(parts: DeliveringParts): Delivering {
  const { topology, engine, budget, recorder, world, settings, chance, mayChange } = parts;
  const onVisit = () => budget.spendWork(visitWork);
  const network = createNetwork(topology, world, onVisit);
  const whole = createNetwork(topology, noFaults, onVisit);
  const capacities = capacitiesOf(topology, settings);
  const bandwidth: Bandwidth = createBandwidth(engine, budget, capacities.bpsOf);
  const isLossy = topology.links.some((link) => link.loss > 0 && link.service === undefined);
  const flights = new Set<Flight>();
  return { deliver, networkChanged };

  function deliver(step: number, from: Host, to: Host, sizeBytes: number | undefined, addressee: Addressee): void {
    const route = network.route(from, to);
    const failure = offlineEnd(from, to) ?? (route ? lossOn(route, from, to) : whyNoRoute(from, to));
    if (failure || !route) {
      if (failure) addressee.lost(step, failure);
      return;
    }
    recorder.setOut(step, wayOf(route));
    // What carries no bytes and cannot be stopped only has to arrive.
    if (!sizeBytes && !mayChange) engine.at(engine.nowMs + route.latencyMs, addressee.arrived, step);
    else fly({ step, from, to, route, sizeBytes, addressee, transfer: undefined, failure: undefined });
  }

  function fly(flight: Flight): void {
    flights.add(flight);
    engine.after(flight.route.latencyMs, () => {
      if (flight.sizeBytes && !flight.failure) transfer(flight, flight.sizeBytes);
      else land(flight);
    });
  }

  function land(flight: Flight): void {
    flights.delete(flight);
    const { step, failure, addressee } = flight;
    if (failure) addressee.lost(step, failure);
    else addressee.arrived(step);
  }

  function transfer(flight: Flight, sizeBytes: number): void {
    const { from, to, route } = flight;
    const uses = capacities.usedBy(route, from, to);
    if (uses.some((resource) => capacities.bpsOf(resource) <= 0)) {
      const path = nodesOf(route, from, to).slice(0, -1);
      flight.failure = { code: 'request-failed', why: `the way to ${shorten(to.name)} has a rate of 0`, path };
      land(flight);
    } else flight.transfer = bandwidth.start(uses, sizeBytes, () => land(flight));
  }

  function networkChanged(): void {
    network.forget();
    budget.spendWork(flights.size * visitWork);
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
    if (!isLossy) return undefined;
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
