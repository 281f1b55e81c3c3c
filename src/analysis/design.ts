/** What works but could be built better, or will not work as far as it looks: hints for a file without errors. */
import type { Diagnostic } from '../language/source';
import type { Line } from '../language/syntax';
import type { Exchange } from './exchanges';
import type { Runs } from './runs';
import { busyDiagnostics } from './serves-while-busy';
import { failurePointDiagnostics } from './single-point-of-failure';
import { ttlDiagnostics } from './ttl';

/** `lossRuns` are those in which something is taken away. */
export function designDiagnostics(
  runs: Runs,
  lossRuns: Runs,
  exchanges: readonly Exchange[],
  lines: readonly Line[],
): readonly Diagnostic[] {
  return [
    ...ttlDiagnostics(runs, lines),
    ...busyDiagnostics(runs),
    ...failurePointDiagnostics(lossRuns, exchanges, lines),
  ];
}
