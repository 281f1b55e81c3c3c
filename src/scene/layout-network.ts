/**
 * A network as layouts see it: which drawn nodes are neighbours, which of them forward, which only serve, who asks whom.
 * Everything in the order of the file. Knows nothing of places.
 */
import type { Drawn } from './drawn';
import { type Graph, graphOf } from './graph';
import { isServing, shapeOf } from './shapes';

export interface Network {
  readonly ids: readonly string[];
  /** Cables; where there are none, overlay links and who talks to whom. */
  readonly graph: Graph;
  readonly isDevice: ReadonlySet<string>;
  /** Servers and indexes: hosts that others ask and that ask nobody. */
  readonly isServer: ReadonlySet<string>;
  /** From who asks to who is asked, whether or not there are cables. */
  readonly talks: readonly { readonly from: string; readonly to: string }[];
  readonly hasCables: boolean;
  /** Neighbours in an application. */
  readonly overlay: Graph;
}

export function networkOf({ nodes, edges, talks }: Drawn): Network {
  const cables = edges.filter((edge) => edge.kind === 'cable');
  const ids = nodes.map(({ id }) => id);
  const asking = new Set(talks.map(({ from }) => from));
  const asked = new Set(talks.map(({ to }) => to));
  const isServer = nodes.filter(({ id, first }) => {
    const shape = shapeOf(first);
    const saysNothing = first.kind === 'host' && first.software.length === 0 && first.declaredRole === undefined;
    return isServing(shape) || (saysNothing && asked.has(id) && !asking.has(id));
  });
  return {
    ids,
    graph: graphOf(ids, cables.length > 0 ? cables : edges),
    isDevice: new Set(nodes.filter(({ first }) => first.kind !== 'host').map(({ id }) => id)),
    isServer: new Set(isServer.map(({ id }) => id)),
    talks,
    hasCables: cables.length > 0,
    overlay: graphOf(
      ids,
      edges.filter((edge) => edge.kind === 'overlay'),
    ),
  };
}

/** More nodes than this have no middle that is worth looking for. */
const manyNodes = 400;

/** The node in the middle, from which it is nowhere far; of several the one on which most hang. A device if there is one. */
export function hubOf(part: readonly string[], { graph, isDevice, isServer }: Network): string | undefined {
  const devices = part.filter((id) => isDevice.has(id));
  const candidates = devices.length > 0 ? devices : part;
  const rank = (id: string) => {
    const farthest = part.length > manyNodes ? 0 : graph.farthest(id);
    return -1e4 * farthest + 2 * graph.neighbours(id).length + (isServer.has(id) ? 1 : 0);
  };
  return candidates
    .map((id) => ({ id, rank: rank(id) }))
    .reduce<{ id: string; rank: number } | undefined>(
      (best, next) => (best && best.rank >= next.rank ? best : next),
      undefined,
    )?.id;
}

/** Each link between two of these, once. */
export function linesIn(part: readonly string[], { graph }: Network): { readonly from: string; readonly to: string }[] {
  return part.flatMap((from) => graph.neighbours(from).flatMap((to) => (from < to ? [{ from, to }] : [])));
}
