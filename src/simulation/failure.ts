/** Where a run that failed came to its end. */
import type { Finding, Trace } from './trace';

/** The 0-based line where the trouble began that ended the flow; undefined where it completed. */
export function failingLine({ outcome, findings, steps }: Trace): number | undefined {
  if (outcome === 'completed') return undefined;
  const found = findings.find(({ code, handled }) => !handled && endings.has(code));
  return (found ?? steps.find((step) => step.outcome === 'failed'))?.line;
}

/** What ends a flow; the other findings are worth knowing, but it goes on. */
const endings: ReadonlySet<Finding['code']> = new Set(['host-offline', 'no-path', 'not-held', 'request-failed']);
