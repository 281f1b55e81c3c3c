/** A run in words, one line a step: for the terminal, for screen readers, for a handout. */
import type { Topology } from '../language/topology';
import type { Trace } from '../simulation/trace';
import { describe } from './describe';
import { formatDuration } from './formats';
import { wordingOf } from './frame';

/** Lines end with a line feed. */
export function transcript(topology: Topology, trace: Trace): string {
  const wording = wordingOf(topology);
  const width = String(trace.steps.length).length;
  const times = trace.steps.map((step) => formatDuration(step.endMs));
  const timeWidth = Math.max(0, ...times.map((time) => time.length));
  const lines = trace.steps.map((step, place) => {
    const number = String(place + 1).padStart(width);
    return `${number}  ${(times[place] ?? '').padStart(timeWidth)}  ${describe(step, wording)}`;
  });
  return `${[...lines, ending(trace)].join('\n')}\n`;
}

function ending({ outcome, endMs, why, truncated }: Trace): string {
  const end =
    outcome === 'completed'
      ? `Completed after ${formatDuration(endMs)}.`
      : `Failed after ${formatDuration(endMs)}: ${why ?? ''}`;
  return truncated === undefined ? end : `${end} ${truncated}`;
}
