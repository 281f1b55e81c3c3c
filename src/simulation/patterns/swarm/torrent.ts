/**
 * How a resource is cut into pieces: what stands in a torrent's metainfo file (BEP 3). All pieces have the same length, but
 * the last may be shorter. A resource whose size nobody states is one piece, and one of fewer bytes than `pieces` has
 * fewer of them.
 */
import type { Service } from '../../../language/topology';
import { optionOf } from '../../options';
import type { Run } from '../../run';
import { sharersOf } from '../../services';
import type { StepContent } from '../../step-list';

export interface Torrent {
  readonly resource: string;
  readonly sizeBytes: number | undefined;
  readonly pieces: number;
  /** What the messages of a swarm say: the very same objects for all that are due to the same line. */
  contentsAt(line: number): Contents;
}

export interface Contents {
  readonly handshake: StepContent;
  readonly welcome: StepContent;
  readonly get: StepContent;
  /** The pieces but the last, and the last. */
  readonly full: StepContent;
  readonly last: StepContent;
}

/** More pieces than any torrent has; so one line cannot ask for more memory than there is. */
const mostPieces = 100_000;

/** How long a piece is, and how many there are. */
export function cutUp(sizeBytes: number | undefined, wanted: number) {
  if (sizeBytes === undefined) return { lengthBytes: undefined, pieces: 1 };
  const lengthBytes = Math.max(1, Math.ceil(sizeBytes / Math.min(mostPieces, Math.max(1, wanted))));
  return { lengthBytes, pieces: Math.max(1, Math.ceil(sizeBytes / lengthBytes)) };
}

export function torrentOf(run: Run, service: Service | undefined, resource: string): Torrent {
  const sizeBytes = sizeOf(run, resource);
  const { lengthBytes, pieces } = cutUp(sizeBytes, optionOf(run, service, 'pieces'));
  const lastBytes = lengthBytes === undefined ? undefined : (sizeBytes ?? 0) - (pieces - 1) * lengthBytes;
  const known = new Map<number, Contents>();
  return { resource, sizeBytes, pieces, contentsAt };

  function contentsAt(line: number): Contents {
    const contents = known.get(line) ?? create(line);
    known.set(line, contents);
    return contents;
  }

  function create(line: number): Contents {
    const about = { line, service: service?.name, resource };
    const full: StepContent = { ...about, kind: 'piece', verb: 'get', sizeBytes: lengthBytes };
    const last: StepContent = lastBytes === lengthBytes ? full : { ...full, sizeBytes: lastBytes };
    return {
      handshake: { ...about, kind: 'request', verb: 'handshake' },
      welcome: { ...about, kind: 'response', verb: 'handshake' },
      get: { ...about, kind: 'request', verb: 'get' },
      full,
      last,
    };
  }
}

function sizeOf({ topology, world }: Run, resource: string): number | undefined {
  for (const { shares } of sharersOf(topology, resource)) {
    const sizeBytes = shares.find((shared) => shared.resource === resource)?.sizeBytes;
    if (sizeBytes !== undefined) return sizeBytes;
  }
  for (const held of world.state.holds.values()) {
    const sizeBytes = held.get(resource)?.sizeBytes;
    if (sizeBytes !== undefined) return sizeBytes;
  }
  return undefined;
}
