/**
 * What a node is, for the eye and in words: taken from its kind, its software and its declared role, never from what it
 * does in a run (that is its role, which changes from step to step).
 */
import type { Host, Node } from '../language/topology';
import type { Machine, NodeShape } from './scene';
import { english, type Words } from './words';

const serving: ReadonlySet<string> = new Set(['server', 'edge', 'origin']);

export function shapeOf(node: Node): NodeShape {
  if (node.kind !== 'host') return node.kind;
  const kinds = new Set(node.software.map((software) => software.kind));
  if (kinds.size === 0) return declaredShapes[node.declaredRole ?? 'none'];
  const telling = (['index', 'tracker', 'edge', 'origin'] as const).find((kind) => kinds.has(kind));
  if (telling) return telling;
  if (kinds.has('peer') || isBothInOneService(node)) return 'peer';
  return kinds.has('server') ? 'server' : 'client';
}

const declaredShapes = { client: 'client', server: 'server', both: 'peer', none: 'host' } as const;

/** Hosts that others ask and that ask nobody. */
export function isServing(shape: NodeShape): boolean {
  return serving.has(shape) || shape === 'index' || shape === 'tracker';
}

/** Only what the author has called so; every other host is drawn as an ordinary computer. */
export function machineOf({ kind, name }: Node): Machine | undefined {
  if (kind !== 'host') return undefined;
  return machines.find(([, called]) => called.test(name))?.[0];
}

const machines: readonly [Machine, RegExp][] = [
  ['tablet', /tablet|ipad/i],
  ['laptop', /laptop|notebook/i],
  ['phone', /phone|mobile|handy/i],
];

/** A web server that asks a database is a server; a peer asks and answers the same questions. */
function isBothInOneService({ software }: Host): boolean {
  return software.some(
    ({ kind, service }) =>
      kind === 'client' && software.some((other) => other.service === service && serving.has(other.kind)),
  );
}

/** `music peer · web client`, `server`, `switch`. */
export function descriptionOf(node: Node, words = english): string {
  const { kinds, roles } = words.picture;
  if (node.kind !== 'host') return kinds[node.kind];
  if (node.software.length > 0) return words.formats.list(softwareOf(node, words));
  return node.declaredRole === undefined ? kinds.host : roles[node.declaredRole];
}

/** `music peer`, once for each program. */
function softwareOf({ software }: Host, { picture }: Words): string[] {
  return software.map(({ service, kind }) => picture.software(service.name, kind));
}
