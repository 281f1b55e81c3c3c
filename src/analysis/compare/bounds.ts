/**
 * How soon F bits can be at N hosts at best, whatever the network does: Kurose and Ross, Computer Networking, section 2.5.
 * A host's access rates are what it declares as `up` and `down`, or what its links carry, whichever is less.
 */
import type { Architecture, Host, Topology } from '../../language/topology';

/** In bits per second; infinite where nothing limits them. */
export interface AccessRates {
  upBps(host: Host): number;
  downBps(host: Host): number;
}

export interface Distribution {
  readonly sizeBytes: number;
  readonly holders: readonly Host[];
  readonly fetchers: readonly Host[];
}

/** In milliseconds; undefined where no rate is limited, so that no time is too short. */
export function distributionBound(
  architecture: Architecture,
  { sizeBytes, holders, fetchers }: Distribution,
  rates: AccessRates,
): number | undefined {
  const bits = sizeBytes * 8;
  const slowestDown = Math.min(...fetchers.map(rates.downBps));
  const [server] = holders;
  const all = architecture === 'client-server' && server ? [server] : holders;
  const up = sum(all.map(rates.upBps));
  const upOfAll = architecture === 'client-server' ? up : up + sum(fetchers.map(rates.upBps));
  const copies = fetchers.length;
  const seconds = Math.max(bits / up, bits / slowestDown, (copies * bits) / upOfAll);
  return seconds > 0 ? seconds * 1000 : undefined;
}

/** `declared` are the rates under the scenario, where they differ from those of the file. */
export function accessRatesOf(
  { links }: Topology,
  declared: { readonly upBps: ReadonlyMap<string, number>; readonly downBps: ReadonlyMap<string, number> },
): AccessRates {
  const carried = new Map<number, number>();
  for (const { a, b, rateBps, service } of links) {
    if (service) continue;
    for (const { index } of [a, b]) carried.set(index, (carried.get(index) ?? 0) + rateBps);
  }
  const linked = ({ index }: Host) => carried.get(index) ?? Number.POSITIVE_INFINITY;
  const least = (host: Host, rateBps: number | undefined) =>
    Math.min(rateBps ?? Number.POSITIVE_INFINITY, linked(host));
  return {
    upBps: (host) => least(host, declared.upBps.get(host.name) ?? host.upBps),
    downBps: (host) => least(host, declared.downBps.get(host.name) ?? host.downBps),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
