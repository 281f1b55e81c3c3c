/**
 * What running a file shows: each flow is run once, and roles, architecture, lookups and expectations are read off the
 * traces. Pure, and never more work than the budget allows, so that it can follow every keystroke.
 */
import { bySpan, type Diagnostic } from '../language/source';
import type { Line } from '../language/syntax';
import { allSteps, type Topology } from '../language/topology';
import { defaultMaxSteps } from '../simulation/simulate';
import type { Trace } from '../simulation/trace';
import type { Analysis } from './analysis';
import { architectureOf } from './architecture';
import { designDiagnostics } from './design';
import { exchangesOf } from './exchanges';
import { checkExpectations } from './expectations/check';
import { flowDiagnostics } from './flow-diagnostics';
import { lookupsIn } from './lookups';
import { roleDiagnostics } from './role-diagnostics';
import { rolesOf } from './roles';
import { memoryFor } from './run-memory';
import { createRuns, type Elsewhere } from './runs';

export interface AnalysisOptions {
  /** How many steps one flow may take; all flows together, and then all expectations, may take twice that. */
  readonly maxSteps?: number | undefined;
  /**
   * What the language has reported on this topology. On a line with an error a run has nothing to add: what it would say
   * follows from that error, or says it again.
   */
  readonly reported?: readonly Diagnostic[] | undefined;
  /** The lines that the topology was read from: fixes are edits of them. */
  readonly lines?: readonly Line[] | undefined;
  /** Who makes the long runs; the result is complete once nobody wants any. */
  readonly elsewhere?: Elsewhere | undefined;
}

/** `previous` must come from the same options: where the topology is the very same one it is the result, else it saves runs. */
export function analyse(topology: Topology, options: AnalysisOptions = {}, previous?: Analysis): Analysis {
  if (previous?.topology === topology && !options.elsewhere) return previous;
  const { maxSteps = defaultMaxSteps, reported = [], lines = [], elsewhere } = options;
  const memory = memoryFor(topology, previous?.memory);
  const runs = createRuns(topology, maxSteps, memory, undefined, elsewhere);
  const traces = new Map<string, Trace>();
  for (const flow of topology.flows) {
    const trace = runs.trace(flow);
    if (trace && !traces.has(flow.name)) traces.set(flow.name, trace);
  }
  const exchanges = exchangesOf(runs, topology.flows, undefined);
  const roles = rolesOf(topology, exchanges);
  const architecture = architectureOf(topology, exchanges);
  const lookups = [...traces.values()].flatMap(lookupsIn);
  const isKnownInFull = topology.flows.every(({ name, isWhole }) => isWhole && traces.has(name));
  const checked = checkExpectations(createRuns(topology, maxSteps, memory, runs, elsewhere), architecture, lines);
  const errorLines = linesWithErrors(topology, reported);
  // What is half-written is not judged by its design yet, and that judgement takes a tenth of the budget at most.
  const designRuns = createRuns(topology, maxSteps / 10, memory, runs);
  const design = errorLines.size > 0 ? [] : designDiagnostics(runs, designRuns, exchanges, lines);
  const diagnostics = [
    ...flowDiagnostics(runs, lines),
    ...roleDiagnostics(roles, !isKnownInFull, lines),
    ...checked.diagnostics,
    ...design,
  ]
    .filter(isNotOn(errorLines))
    .filter(isNotExplainedBy(design))
    .sort(bySpan);
  return { topology, traces, roles, architecture, lookups, expectations: checked.results, diagnostics, memory };
}

/** With the steps of a service whose declaration has an error: which pattern they follow is not known yet. */
function linesWithErrors({ services, flows }: Topology, reported: readonly Diagnostic[]): ReadonlySet<number> {
  const lines = new Set(reported.filter(({ severity }) => severity === 'error').map(({ span }) => span.line));
  const doubtful = new Set(services.filter(({ span }) => lines.has(span.line)));
  if (doubtful.size === 0) return lines;
  for (const flow of flows) {
    for (const step of allSteps(flow)) {
      if ('service' in step && step.service && doubtful.has(step.service)) lines.add(step.span.line);
    }
  }
  return lines;
}

/** That a query finds nothing is explained by its TTL having run out. */
function isNotExplainedBy(design: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  const explained = new Set(design.filter(({ code }) => code === 'ttl-exhausted').map(({ span }) => span.line));
  return ({ code, span }) => code !== 'lookup-finds-nothing' || !explained.has(span.line);
}

function isNotOn(lines: ReadonlySet<number>): (diagnostic: Diagnostic) => boolean {
  return ({ span }) => !lines.has(span.line);
}
