/**
 * Where stepping goes next: by message, by line of the file, to the events of a host, to failures, to breakpoints. Each of
 * them is a set of steps to stop at, so that forward and back pass the same. It asks the columns of a recording, and knows
 * nothing of keys or of what is remembered between two steps.
 */
import { stepsConcerning } from '../simulation/scan';
import { type StepList, stepFlags } from '../simulation/step-list';
import type { StepUnit } from './scene';
import { lineStarts } from './stepping-lines';

export type Stop = StepUnit | 'breakpoint';
export type Direction = 1 | -1;

export interface Stepping {
  readonly steps: StepList;
  /** By step: 0 is passed over. Undefined passes over nothing. */
  readonly visible: Uint8Array | undefined;
  /** The nodes whose events count. */
  readonly hosts: ReadonlySet<string>;
  /** The 0-based lines that have a breakpoint. */
  readonly breakpoints: ReadonlySet<number>;
}

/** The position of the next stop, undefined where there is none. Before the first step one can stop, too. */
export function nextStop(stepping: Stepping, stop: Stop, position: number, direction: Direction): number | undefined {
  const { steps, visible } = stepping;
  const isStop = stopsOf(stepping, stop);
  const inRange = (step: number) => step >= 0 && step < steps.length;
  let step = direction > 0 ? position : position - 2;
  while (inRange(step) && (visible?.[step] === 0 || !isStop(step))) step += direction;
  if (inRange(step)) return step + 1;
  return direction < 0 && position > 0 && (stop === 'message' || stop === 'line') ? 0 : undefined;
}

/** Whether one stops at a step, apart from what is passed over. */
export function stopsOf({ steps, visible, hosts, breakpoints }: Stepping, stop: Stop): (step: number) => boolean {
  const { columns } = steps;
  switch (stop) {
    case 'message':
      return () => true;
    case 'line': {
      const starts = lineStarts(steps, visible);
      return (step) => starts[step] === 1;
    }
    case 'breakpoint': {
      const starts = lineStarts(steps, visible);
      const meant = columns.contents.map(({ line }) => breakpoints.has(line));
      return (step) => starts[step] === 1 && meant[columns.content[step] ?? 0] === true;
    }
    case 'host':
      return stepsConcerning(steps, hosts);
    case 'failure':
      return (step) => ((columns.flags[step] ?? 0) & stepFlags.failed) !== 0;
  }
}
