/** What can be read off a run besides its steps: who took which role, and what the indexes list in the end. */
import type { Role } from '../language/topology';
import { messageCounts } from '../simulation/scan';
import { stateAt } from '../simulation/seek';
import type { HostMetrics, Trace, TraceKind } from '../simulation/trace';

export interface HostResult extends HostMetrics {
  readonly role: Role | undefined;
}

/** One entry of an index's table: what it lists where. */
export interface IndexEntry {
  readonly host: string;
  readonly resource: string;
  readonly listed: readonly string[];
  /** Those of `listed` that are offline. */
  readonly stale: readonly string[];
}

export interface RunResult {
  readonly trace: Trace;
  readonly messages: { readonly total: number; readonly byKind: Readonly<Partial<Record<TraceKind, number>>> };
  readonly hosts: readonly HostResult[];
  readonly index: readonly IndexEntry[];
}

export function resultOf(trace: Trace): RunResult {
  const { roles, table, offline } = stateAt(trace, trace.steps.length);
  const roleOf = (host: string): Role | undefined => {
    const [first, ...others] = new Set([...roles(host).values()].flatMap((taken) => [...taken]));
    return others.length > 0 ? 'both' : first;
  };
  return {
    trace,
    messages: countMessages(trace),
    hosts: trace.metrics.map((metrics) => ({ ...metrics, role: roleOf(metrics.host) })),
    index: trace.metrics.flatMap(({ host }) =>
      [...table(host)].flatMap(([resource, hosts]) => {
        const listed = [...hosts];
        const stale = listed.filter((name) => offline.has(name));
        return listed.length > 0 ? [{ host, resource, listed, stale }] : [];
      }),
    ),
  };
}

function countMessages({ steps }: Trace): RunResult['messages'] {
  const counts = messageCounts(steps);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { total, byKind: Object.fromEntries(counts) };
}
