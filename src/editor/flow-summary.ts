/** What is to be known about a flow at a glance: how long it is, how it ends, and what it amounts to. */
import type { Analysis, ArchitectureFinding } from '../analysis/analysis';
import { architectureOf } from '../analysis/architecture';
import { exchangesOf } from '../analysis/exchanges';
import type { Compilation } from '../language/compile';
import { type Architecture, type Flow, isHost, type Topology } from '../language/topology';
import { formatDuration } from '../scene/formats';
import { failingLine } from '../simulation/failure';
import { messageCounts, stepsSaying } from '../simulation/scan';
import type { Trace, TraceStep } from '../simulation/trace';
import { blockEndsOf } from './blocks';

export interface FlowSummary {
  readonly trace: Trace;
  readonly messages: number;
  /** Where it fails; undefined where it completes. */
  readonly failsAt: number | undefined;
  readonly architecture: Architecture | undefined;
  readonly reasons: readonly string[];
}

/** Undefined where the flow is too large to run. */
export function summaryOf({ topology, traces }: Analysis, flow: Flow): FlowSummary | undefined {
  const trace = traces.get(flow.name);
  if (!trace) return undefined;
  const known = remembered.get(trace) ?? summaryFrom(topology, flow, trace);
  remembered.set(trace, known);
  return known;
}

/** Every line of a flow asks for it. A trace is made anew whenever anything changes that it depends on. */
const remembered = new WeakMap<Trace, FlowSummary>();

function summaryFrom(topology: Topology, flow: Flow, trace: Trace): FlowSummary {
  const { kind, reasons } = architectureIn(topology, flow, trace);
  const messages = [...messageCounts(trace.steps).values()].reduce((sum, count) => sum + count, 0);
  return { trace, messages, failsAt: failingLine(trace), architecture: kind, reasons };
}

/** The architecture of one flow alone; only the hosts that take part are looked at. */
function architectureIn(topology: Topology, flow: Flow, trace: Trace): ArchitectureFinding {
  const exchanges = exchangesOf({ topology, trace: () => trace, whyMissing: () => '' }, [flow], undefined);
  const names = new Set(exchanges.flatMap(({ client, server }) => [client, server]));
  const nodes = [...names].flatMap((host) => topology.nodeByName.get(host) ?? []);
  const hosts = nodes.filter(isHost).sort((a, b) => a.index - b.index);
  return architectureOf({ ...topology, hosts }, exchanges);
}

/** `124 ms`. */
export function lengthOf({ endMs }: Trace): string {
  return formatDuration(endMs);
}

/** The flow in whose block a line stands. One without its `{` reaches to the next statement outside. */
export function flowAt({ tree, topology }: Pick<Compilation, 'tree' | 'topology'>, line: number): Flow | undefined {
  const flow = flowAround(topology, line);
  if (!flow) return undefined;
  const begin = flow.span.line;
  const behind = () => tree.items.find(({ lineNumber }) => lineNumber > begin)?.lineNumber ?? tree.lines.length;
  return line <= (blockEndsOf(tree).get(begin) ?? behind() - 1) ? flow : undefined;
}

/** The last flow that begins above a line, or there. */
function flowAround({ flows }: Topology, line: number): Flow | undefined {
  let around: Flow | undefined;
  for (const flow of flows) if (flow.span.line <= line) around = flow;
  return around;
}

/** What a line does in the run of its flow; empty where it is not reached. */
export function stepsAt(trace: Trace | undefined, line: number): readonly TraceStep[] {
  if (!trace) return [];
  const { steps } = trace;
  return [...stepsSaying(steps, (content) => content.line === line)].flatMap((place) => steps.at(place) ?? []);
}
