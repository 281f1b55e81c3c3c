/** What is said where a wish to step leads nowhere: what there is not, and what to do where that helps. */
import type { Direction, Stop } from './stepping';
import { english } from './words';

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

export function nowhere(
  { stop, direction, flow, host, hasBreakpoints, meetsBreakpoints, isFiltered }: Nowhere,
  { stepping: say } = english,
): string {
  const isLater = direction > 0;
  switch (stop) {
    case 'message':
    case 'line':
      if (!isLater) return say.beforeTheFirst(flow);
      return isFiltered ? say.lastShown : say.last(flow);
    case 'failure':
      return say.noFailure(isLater, isFiltered);
    case 'host':
      return host === undefined ? say.chooseHost : say.noEvent(host, isLater, isFiltered);
    case 'breakpoint':
      if (!hasBreakpoints) return say.setBreakpoint;
      return meetsBreakpoints ? say.noBreakpoint(isLater, isFiltered) : say.missesBreakpoints(flow);
  }
}
