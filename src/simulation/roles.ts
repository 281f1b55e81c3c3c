/**
 * Which steps of a trace are messages, and which roles they make hosts take: the analysis and every count of messages ask
 * here. (`changelog.ts` asks the same of the columns.)
 */
import type { TraceKind, TraceStep } from './trace';

export const messageKinds: ReadonlySet<TraceKind> = new Set<TraceKind>([
  'request',
  'response',
  'data',
  'push',
  'query',
  'hit',
  'piece',
  'stream',
]);

/** Something went out from one host to another, even if it did not arrive. */
export function isMessage(step: TraceStep): boolean {
  return messageKinds.has(step.kind) && step.path.length > 0;
}

/** It got to the other end. */
export function arrived({ path, to }: Pick<TraceStep, 'path' | 'to'>): boolean {
  return to !== undefined && path[path.length - 1] === to;
}

/**
 * Whether the client, or the server, of a message acts in its role. Who sent has acted; who was not reached has not. So a
 * request that gets lost makes a client and no server, and a host that is offline takes no role by trying.
 */
export function acts(step: TraceStep, role: 'client' | 'server'): boolean {
  return step[role] !== undefined && isMessage(step) && (step[role] === step.from || arrived(step));
}
