/**
 * The parts that German sentences about a step are made of. Names stand where they need neither an article nor an ending, and
 * lists where they are subject or object: of a long one the rest is „97 weitere“.
 */
import type { TraceStep } from '../../../simulation/trace';
import { isolate } from '../../formats';
import type { Wording } from '../../wording';
import { formats } from '../formats';

export const {
  count: formatCount,
  size: formatSize,
  duration: formatDuration,
  list: listOf,
  named,
  quoted,
} = formats.de;

export function from(step: TraceStep): string {
  return isolate(step.from ?? 'jemand');
}

export function to(step: TraceStep): string {
  return isolate(step.to ?? 'jemand');
}

export function what(step: TraceStep): string {
  return named(step.resource ?? step.text ?? 'etwas');
}

export function service(step: TraceStep): string {
  return isolate(step.service ?? 'der Dienst');
}

/** ` (4 MB)`, or nothing. */
export function size({ sizeBytes }: TraceStep): string {
  return sizeBytes === undefined ? '' : ` (${formatSize(sizeBytes)})`;
}

export function names(hosts: readonly string[]): string {
  return listOf(hosts.map(isolate));
}

/** `bob hat`, `bob und carol haben`. */
export function have(hosts: readonly string[]): string {
  return `${names(hosts)} ${hosts.length === 1 ? 'hat' : 'haben'}`;
}

/** `bob ist`, `bob und carol sind`. */
export function are(hosts: readonly string[]): string {
  return `${names(hosts)} ${hosts.length === 1 ? 'ist' : 'sind'}`;
}

/** `Teil 7/100 von film.mp4`. Readers count from 1. */
export function pieceOf(step: TraceStep, { pieces }: Wording): string {
  const total = pieces(step.service, step.resource);
  return `Teil ${(step.piece ?? 0) + 1}${total === undefined ? '' : `/${total}`} von ${what(step)}`;
}
