/**
 * What a node is, for the eye and in words: taken from its kind, its software and its declared role, never from what it
 * does in a run (that is its role, which changes from step to step).
 */
import type { Host, Node } from '../language/topology';
import type { NodeShape } from './scene';
import { english, type Words } from './words';

const serving = new Set(['server', 'edge', 'origin']);

export function shapeOf(node: Node): NodeShape {
  if (node.kind !== 'host') return node.kind;
  const kinds = node.software.map((software) => software.kind);
  if (kinds.some((kind) => kind === 'index' || kind === 'tracker')) return 'index';
  if (kinds.length > 0) {
    if (kinds.includes('peer') || isBothInOneService(node)) return 'peer';
    return kinds.some((kind) => serving.has(kind)) ? 'server' : 'host';
  }
  if (node.declaredRole === 'server') return 'server';
  return node.declaredRole === 'both' ? 'peer' : 'host';
}

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
