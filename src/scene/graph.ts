/** Just enough graph theory for the layout: undirected, without parallel edges, everything in declaration order. */

export interface Graph {
  readonly neighbours: (id: string) => readonly string[];
  readonly edgeCount: number;
  /** The part of the graph between these nodes. */
  readonly within: (ids: readonly string[]) => Graph;
  /** All nodes that can be reached, going on from the latest one where possible: round a ring, once. */
  readonly walk: (start: string) => string[];
  /** How many edges it takes to the node that is furthest away. */
  readonly farthest: (start: string) => number;
}

export function graphOf(
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
): Graph {
  const sets = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  for (const { from, to } of edges) {
    if (from === to || !sets.has(from) || !sets.has(to)) continue;
    sets.get(from)?.add(to);
    sets.get(to)?.add(from);
  }
  const lists = new Map([...sets].map(([id, set]) => [id, [...set]]));
  let ends = 0;
  for (const list of lists.values()) ends += list.length;
  const neighbours = (id: string) => lists.get(id) ?? [];
  return {
    neighbours,
    edgeCount: ends / 2,
    within: (inner) =>
      graphOf(
        inner,
        inner.flatMap((from) => neighbours(from).map((to) => ({ from, to }))),
      ),
    walk: (start) => walk(start, neighbours),
    farthest: (start) => farthest(start, neighbours),
  };
}

function farthest(start: string, neighbours: (id: string) => readonly string[]): number {
  const distance = new Map([[start, 0]]);
  let last = 0;
  for (const [id, far] of distance) {
    last = far;
    for (const neighbour of neighbours(id)) if (!distance.has(neighbour)) distance.set(neighbour, far + 1);
  }
  return last;
}

function walk(start: string, neighbours: (id: string) => readonly string[]): string[] {
  const seen = new Set<string>();
  const stack = [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    stack.push(...[...neighbours(id)].reverse());
  }
  return [...seen];
}

/** The connected parts, each in declaration order. */
export function partsOf(graph: Graph, ids: readonly string[]): string[][] {
  const part = new Map<string, number>();
  const parts: string[][] = [];
  for (const id of ids) {
    if (!part.has(id)) {
      for (const reached of graph.walk(id)) part.set(reached, parts.length);
      parts.push([]);
    }
    parts[part.get(id) as number]?.push(id);
  }
  return parts;
}

/** The nodes in order if the graph is one line without branches, starting from the end that is declared first. */
export function pathThrough(graph: Graph, ids: readonly string[]): string[] | undefined {
  if (graph.edgeCount !== ids.length - 1 || ids.some((id) => graph.neighbours(id).length > 2)) return undefined;
  const end = ids.find((id) => graph.neighbours(id).length <= 1);
  const path = end === undefined ? [] : graph.walk(end);
  return path.length === ids.length ? path : undefined;
}

export function treeFrom(graph: Graph, root: string) {
  const childrenOf = new Map<string, string[]>([[root, []]]);
  const queue = [root];
  for (let next = 0; next < queue.length; next++) {
    const id = queue[next] as string;
    for (const neighbour of graph.neighbours(id)) {
      if (childrenOf.has(neighbour)) continue;
      childrenOf.set(neighbour, []);
      childrenOf.get(id)?.push(neighbour);
      queue.push(neighbour);
    }
  }
  const children = (id: string): readonly string[] => childrenOf.get(id) ?? [];
  const below = (id: string): string[] => [id, ...children(id).flatMap(below)];
  return { children, below };
}
