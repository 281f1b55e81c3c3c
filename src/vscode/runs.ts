/**
 * The runs behind a picture: every flow of the file, and the lookup that is being tried, under the chosen scenario.
 * Without a scenario they are the analysis' own. Pure.
 */
import type { Flow, Scenario, Topology } from '../language/topology';
import { type WhatIf, withWhatIf } from '../scene/what-if';
import { english } from '../scene/words';
import { simulate } from '../simulation/simulate';
import type { Trace } from '../simulation/trace';
import { budgets, type Checked } from './check';
import { type LookupTrial, lookupFlow } from './experiments';

/** What to run. Names that the file does not have (now) do no harm. */
export interface Choice {
  readonly flow: string | undefined;
  readonly scenario: string | undefined;
  readonly whatIf: WhatIf;
  readonly trial: LookupTrial | undefined;
}

export interface Runs {
  readonly topology: Topology;
  readonly flows: readonly Flow[];
  /** The chosen flow, else the first. */
  readonly flow: Flow | undefined;
  readonly scenario: Scenario | undefined;
  /** By the flow's name; a flow too large for the budget is missing. */
  readonly traces: ReadonlyMap<string, Trace>;
  /** The chosen flow under the scenario alone, where something is tried out on top of it. */
  readonly original: Trace | undefined;
}

export function runFlows(checked: Checked, choice: Choice, words = english): Runs {
  const { topology } = checked.compilation;
  const trial = choice.trial && lookupFlow(topology, choice.trial);
  const flows = trial ? [...topology.flows, trial] : topology.flows;
  const flow = flows.find(({ name }) => name === choice.flow) ?? flows[0];
  const saved = findScenario(topology, choice.scenario);
  const scenario = withWhatIf(topology, saved, choice.whatIf, words);
  const chosenFirst = flow ? [flow, ...flows.filter((other) => other !== flow)] : [];
  const toRun = chosenFirst.filter((candidate) => scenario || candidate === trial);
  const traces = new Map([...(scenario ? [] : checked.analysis.traces), ...runAll(checked, toRun, scenario)]);
  const original = flow && scenario !== saved ? originalOf(checked, flow, saved) : undefined;
  return { topology, flows, flow, scenario, traces, original };
}

function originalOf(checked: Checked, flow: Flow, scenario: Scenario | undefined): Trace | undefined {
  const known = scenario ? undefined : checked.analysis.traces.get(flow.name);
  const [run] = known ? [] : runAll(checked, [flow], scenario);
  return known ?? run?.[1];
}

/** What the user sees is too large to be run at once, and has not been run elsewhere yet. */
export function canRunElsewhere(checked: Checked, { flow, scenario, traces }: Runs): boolean {
  const { analysis, compilation } = checked;
  if (!flow || traces.has(flow.name) || !compilation.topology.flows.includes(flow)) return false;
  return analysis.memory.recall(flow, { scenario }) === undefined;
}

export function findScenario({ scenarios }: Topology, name: string | undefined): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}

/**
 * All flows share the budget, so that a long file costs no more than a long flow. One that does not fit is left out, unless
 * it has been run elsewhere before.
 */
function* runAll(
  { compilation, analysis }: Checked,
  flows: readonly Flow[],
  scenario: Scenario | undefined,
): Iterable<readonly [string, Trace]> {
  let maxSteps: number = budgets.typing;
  for (const flow of flows) {
    const known = analysis.memory.recall(flow, { scenario });
    const trace = known ?? simulate(compilation.topology, flow, { scenario, maxSteps });
    if (!known) maxSteps -= trace.steps.length;
    if (trace.truncated === undefined) yield [flow.name, trace];
  }
}
