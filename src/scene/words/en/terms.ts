/** The parts that sentences about a step are made of: its names, what it is about, quantities. */
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
} = formats.en;

export function from(step: TraceStep): string {
  return isolate(step.from ?? 'somebody');
}

export function to(step: TraceStep): string {
  return isolate(step.to ?? 'somebody');
}

export function what(step: TraceStep): string {
  return named(step.resource ?? step.text ?? 'something');
}

export function service(step: TraceStep): string {
  return isolate(step.service ?? 'the service');
}

/** ` (4 MB)`, or nothing. */
export function size({ sizeBytes }: TraceStep): string {
  return sizeBytes === undefined ? '' : ` (${formatSize(sizeBytes)})`;
}

export function names(hosts: readonly string[]): string {
  return listOf(hosts.map(isolate));
}

/** `bob has`, `bob and carol have`. */
export function have(hosts: readonly string[]): string {
  return `${names(hosts)} ${hosts.length === 1 ? 'has' : 'have'}`;
}

/** `piece 7 of 100 of film.mp4`. Readers count from 1. */
export function pieceOf(step: TraceStep, { pieces }: Wording): string {
  const total = pieces(step.service, step.resource);
  return `piece ${(step.piece ?? 0) + 1}${total === undefined ? '' : ` of ${total}`} of ${what(step)}`;
}
