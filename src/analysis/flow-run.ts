/**
 * What the fixes of a flow ask of it and of its run: where a line may stand, what failed, who has joined, what was offline.
 * Worked out when it is first asked for. Knows no fix.
 */
import { lineBefore, once } from '../language/places';
import type { Fix } from '../language/source';
import type { Line } from '../language/syntax';
import {
  allSteps,
  type Flow,
  type Host,
  type Node,
  type Service,
  type Step,
  type Topology,
} from '../language/topology';
import { failedSteps } from '../simulation/scan';
import type { Trace, TraceStep } from '../simulation/trace';
import { faultsIn } from './faults';

type Action = Extract<Step, { readonly hosts: readonly Host[]; readonly service: Service | undefined }>;

export interface FlowRun {
  readonly topology: Topology;
  readonly trace: Trace;
  readonly lines: readonly Line[];
  /** Where a line has to stand so that it is done before this line: in front of a `together` around it. */
  readonly before: (line: number) => number;
  /** The first fix that writes such a line: it serves the later steps as well. */
  readonly written: Map<string, Fix>;
  /** By line, the first step that failed there. */
  readonly failed: () => ReadonlyMap<number, TraceStep>;
  /** In these lines, or in the `together` that starts there, something is taken away or brought back. */
  readonly faults: () => ReadonlySet<number>;
  /** What is offline and what is cut before a step. */
  readonly at: ReturnType<typeof faultsIn>;
  /** Something is taken off an index in this run, so what is registered need not stay so. */
  readonly forgets: () => boolean;
  /** By service that somebody joins in this flow, whoever does. */
  readonly joined: () => ReadonlyMap<string, ReadonlySet<Host>>;
  /** By line. */
  readonly actions: () => ReadonlyMap<number, Action>;
  /** By index, service and resource, those who could register it there. */
  readonly tellers: Map<string, readonly Host[]>;
}

export function flowRun(topology: Topology, flow: Flow, trace: Trace, lines: readonly Line[]): FlowRun {
  const starts = once(() => startsOf(flow));
  const { details } = trace.steps.columns;
  const forgets = once(() =>
    [...details.values()].some(({ changes }) => changes?.some(({ kind }) => kind === 'unlists')),
  );
  const before = (line: number): number => starts().get(line) ?? line;
  const failed = once(() => {
    const failures = [...failedSteps(trace.steps)].flatMap((place) => trace.steps.at(place) ?? []).reverse();
    return new Map(failures.map((step) => [step.line, step]));
  });
  const faults = once(
    () => new Set(trace.steps.columns.contents.flatMap(({ kind, line }) => (kind === 'fault' ? before(line) : []))),
  );
  const joined = once(() => joinedIn(flow));
  const actions = once(() => actionsIn(flow));
  const known = { written: new Map(), tellers: new Map() };
  return {
    topology,
    trace,
    lines,
    before,
    failed,
    faults,
    at: faultsIn(trace),
    forgets,
    joined,
    actions,
    ...known,
  };
}

/** Steps within a `together`, by the line of the outermost one; without recursion, because blocks may be nested to any depth. */
function startsOf(flow: Flow): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  const pending: (readonly [Step, number | undefined])[] = flow.steps.map((step) => [step, undefined]);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [step, outer] = next;
    if (outer !== undefined) starts.set(step.span.line, outer);
    const around = outer ?? (step.kind === 'together' ? step.span.line : undefined);
    if ('body' in step) for (const inner of step.body) pending.push([inner, around]);
    if (step.kind === 'request') for (const inner of step.otherwise ?? []) pending.push([inner, around]);
  }
  return starts;
}

function actionsIn(flow: Flow): ReadonlyMap<number, Action> {
  const steps = [...allSteps(flow)].filter((step): step is Action => 'hosts' in step && 'service' in step);
  return new Map(steps.map((step) => [step.span.line, step]));
}

function joinedIn(flow: Flow): ReadonlyMap<string, ReadonlySet<Host>> {
  const joined = new Map<string, Set<Host>>();
  for (const step of allSteps(flow)) {
    if (step.kind !== 'join') continue;
    const known = joined.get(step.service.name) ?? new Set();
    joined.set(step.service.name, known);
    for (const host of step.hosts) known.add(host);
  }
  return joined;
}

export function hostNamed({ nodeByName }: Topology, name: string | undefined): Host | undefined {
  const node: Node | undefined = name === undefined ? undefined : nodeByName.get(name);
  return node?.kind === 'host' ? node : undefined;
}

/** `title` names what is done; the same line before two steps of a flow is one fix. */
export function writeBefore(run: FlowRun, line: number, text: string, title: string, isLasting: boolean): Fix {
  const known = isLasting ? run.written.get(text) : undefined;
  const fix = known ?? { title, edits: [lineBefore(run.lines, run.before(line), text)] };
  run.written.set(text, fix);
  return fix;
}
