/**
 * The layout for networks of no particular shape: nodes as far from each other on the plane as the links between them are
 * many (stress majorization: Gansner, Koren, North, "Graph drawing by stress majorization", 2004). Starts on a circle, so
 * that no chance is needed.
 */
import { type Block, blockOf, type Point, separated } from './block';
import type { Graph } from './graph';
import type { Network } from './layout-network';

/** Length of a link. */
const linkLength = 230;
/** All pairs are looked at in each round: of many nodes fewer rounds must do. */
const roundsFor = (count: number) => (count > manyNodes ? 0 : count > 120 ? 25 : 60);
/** More than these would take long, all pairs being looked at; they start from where they are. */
const manyNodes = 400;

export function force(part: readonly string[], { graph }: Network): Block {
  const order = graph.walk(part[0] as string);
  const steps = distances(order, graph);
  const places = onCircle(order.length);
  for (let round = 0; round < roundsFor(order.length); round++) relax(places, steps);
  const points = new Map(order.map((id, index) => [id, places[index] as Point]));
  return separated(blockOf(new Map(part.map((id) => [id, points.get(id) as Point]))));
}

function onCircle(count: number): { x: number; y: number }[] {
  const radius = (linkLength * count) / 8 + linkLength / 2;
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    // Not quite even, or what is symmetric would stay in a balance that is none.
    const own = radius * (1 + 0.07 * ((index * 7) % 5));
    return { x: own * Math.cos(angle), y: own * Math.sin(angle) };
  });
}

/** Links between each two, counted breadth first. */
function distances(ids: readonly string[], graph: Graph): Uint16Array[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  const neighbours = ids.map((id) => graph.neighbours(id).flatMap((other) => place.get(other) ?? []));
  return ids.length > manyNodes ? [] : ids.map((_, start) => reached(start, neighbours));
}

function reached(start: number, neighbours: readonly (readonly number[])[]): Uint16Array {
  const steps = new Uint16Array(neighbours.length).fill(65535);
  steps[start] = 0;
  const queue = [start];
  for (let next = 0; next < queue.length; next++) {
    const at = queue[next] as number;
    for (const other of neighbours[at] ?? []) {
      if (steps[other] !== 65535) continue;
      steps[other] = (steps[at] as number) + 1;
      queue.push(other);
    }
  }
  return steps;
}

/** Moves each node to where the others want it, those that are near the most. */
function relax(places: { x: number; y: number }[], steps: readonly Uint16Array[]): void {
  places.forEach((own, index) => {
    let [x, y, weights] = [0, 0, 0];
    places.forEach((other, place) => {
      if (place === index) return;
      const wanted = (steps[index]?.[place] ?? 1) * linkLength;
      const weight = 1 / (wanted * wanted);
      const apart = Math.hypot(own.x - other.x, own.y - other.y) || 1;
      x += weight * (other.x + (wanted * (own.x - other.x)) / apart);
      y += weight * (other.y + (wanted * (own.y - other.y)) / apart);
      weights += weight;
    });
    if (weights > 0) {
      own.x = x / weights;
      own.y = y / weights;
    }
  });
}
