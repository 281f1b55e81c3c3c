/**
 * How a long run is made without anybody having to wait: in slices, between which the extension host does what else there
 * is to do. This is what a browser has; the desktop hands over something better of the same shape.
 */
import type * as vscode from 'vscode';
import { type LongRun, startRun } from '../analysis/runs';
import type { Topology } from '../language/topology';
import type { Trace } from '../simulation/trace';

export interface RunProgress {
  readonly steps: number;
  /** How far the simulated clock has come. */
  readonly timeMs: number;
}

export interface LongRunRequest {
  /** The file's text, and what it means. */
  readonly text: string;
  readonly topology: Topology;
  readonly run: LongRun;
  report(progress: RunProgress): void;
  readonly token: vscode.CancellationToken;
}

/** Undefined where it was cancelled. */
export type MakeLongRun = (request: LongRunRequest) => Promise<Trace | undefined>;

/** Less than a frame, so that nobody notices. */
const sliceMs = 8;

/** So many events take well below a slice, even where each of them shares out bandwidth. */
const eventsAtOnce = 200;

export const runInSlices: MakeLongRun = async ({ topology, run, report, token }) => {
  const simulation = startRun(topology, run);
  for (let isOver = false; !isOver; ) {
    const startMs = performance.now();
    while (!isOver && performance.now() - startMs < sliceMs) isOver = !simulation.advance(eventsAtOnce);
    report(simulation.progress());
    await new Promise<void>((resolve) => setTimeout(resolve));
    if (token.isCancellationRequested) return undefined;
  }
  return simulation.end();
};
