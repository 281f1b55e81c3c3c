/** What is said where a wish to step leads nowhere: what there is not, and what to do where that helps. */
import { isolate } from './formats';
import type { Direction, Stop } from './stepping';

export interface Nowhere {
  readonly stop: Stop;
  readonly direction: Direction;
  readonly flow: string;
  /** The selected host. */
  readonly host: string | undefined;
  /** In the file, and on lines that this run comes to. */
  readonly hasBreakpoints: boolean;
  readonly meetsBreakpoints: boolean;
  readonly isFiltered: boolean;
}

export function nowhere({
  stop,
  direction,
  flow,
  host,
  hasBreakpoints,
  meetsBreakpoints,
  isFiltered,
}: Nowhere): string {
  const which = direction > 0 ? 'later' : 'earlier';
  const among = isFiltered ? ' among the steps that the filter shows' : '';
  switch (stop) {
    case 'message':
    case 'line':
      if (direction < 0) return `This is before the first step of “${isolate(flow)}”.`;
      return isFiltered
        ? 'That was the last step that the filter shows.'
        : `That was the last step of “${isolate(flow)}”.`;
    case 'failure':
      return `No ${which} failure${among}.`;
    case 'host':
      if (host === undefined) return 'Choose a host first, in the picture or in the list of nodes.';
      return `No ${which} step concerns ${isolate(host)}${among}.`;
    case 'breakpoint':
      if (!hasBreakpoints)
        return 'Set a breakpoint first: click in the margin of the file, left of a line of the flow.';
      if (!meetsBreakpoints) return `“${isolate(flow)}” comes to no line that has a breakpoint.`;
      return `No ${which} breakpoint${among}.`;
  }
}

export const noCause = 'No other step led to this one: the flow itself says so.';
export const noConsequence = 'Nothing else came of this step.';
export const noReturn = 'There is no jump to go back from.';
export const beforeAll = 'Step forward first: nothing has happened yet.';
