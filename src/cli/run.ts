/**
 * `topo run`: one flow, run once, with all its steps. What the file has wrong goes to stderr; what can be understood is
 * run all the same.
 */
import { type Compilation, compile } from '../language/compile';
import { closest } from '../language/suggest';
import type { Flow, Scenario, Topology } from '../language/topology';
import { formatCount } from '../language/wording';
import { formatDuration } from '../scene/formats';
import { startSimulation } from '../simulation/simulate';
import type { Trace } from '../simulation/trace';
import { type ExitCode, hasErrors, Mistake } from './command';
import { printJson } from './json';
import { runAsJson } from './json-run';
import type { Output } from './output';
import { nameOf, readSource } from './read';
import { type RunResult, resultOf } from './run-result';
import type { Style } from './style';
import { errorsAsText } from './text-check';
import { runAsText } from './text-run';

/** Steps that a flow may take where all flows of a file are run: enough for any lesson. */
export const runLimit = 200_000;

/** And where one is run on its own: a swarm of 10,000 peers fits in. */
const loneRunLimit = 5_000_000;

type RunFormat = (topology: Topology, result: RunResult, style: Style) => Iterable<string>;

/** How a result is printed; the first is the default. */
export const runFormats: Readonly<Record<string, RunFormat>> = {
  text: runAsText,
  json: (_, result) => printJson(runAsJson(result)),
};

export interface RunOptions {
  readonly format: string;
  readonly flow?: string;
  readonly scenario?: string;
  readonly seed: number;
  /** In milliseconds. */
  readonly until?: number;
}

export async function runFile(path: string, options: RunOptions, output: Output): Promise<ExitCode> {
  const file = await readSource(path);
  const compilation = compile(file.text);
  const { topology, diagnostics } = compilation;
  const flow = chooseFlow(compilation, path, options.flow);
  const scenario = chooseScenario(compilation, path, options.scenario);
  output.remark(errorsAsText(file, diagnostics, output.remarkStyle));
  if (options.flow === undefined && topology.flows.length > 1) output.complain(whatElse(topology, flow, path));
  const trace = simulateWatched(topology, flow, scenario, options, output);
  output.print(runFormats[options.format]?.(topology, resultOf(trace), output.style) ?? []);
  return hasErrors(diagnostics) || trace.findings.some(({ code }) => code === 'too-large') ? 1 : 0;
}

/** So many events take a tenth of a second or so. */
const eventsBetweenReports = 50_000;

/** A long run says how far it is, where somebody sees it. Ctrl+C ends it, as it ends every program. */
function simulateWatched(
  topology: Topology,
  flow: Flow,
  scenario: Scenario | undefined,
  { seed, until: untilMs }: RunOptions,
  output: Output,
): Trace {
  const simulation = startSimulation(topology, flow, { scenario, seed, untilMs, maxSteps: loneRunLimit });
  while (simulation.advance(eventsBetweenReports)) {
    const { steps, timeMs } = simulation.progress();
    output.progress(`${formatCount(steps)} steps, ${formatDuration(timeMs)} simulated`);
  }
  output.progress('');
  return simulation.end();
}

function chooseFlow(compilation: Compilation, path: string, name: string | undefined): Flow {
  if (name !== undefined) return choose('flow', compilation, path, name);
  const [first] = compilation.topology.flows;
  if (first) return first;
  throw new Mistake(`there is no flow in ${nameOf(path)}, so there is nothing to run${hint(compilation, path)}`);
}

export function chooseScenario(compilation: Compilation, path: string, name: string | undefined): Scenario | undefined {
  return name === undefined ? undefined : choose('scenario', compilation, path, name);
}

const members = { flow: 'flows', scenario: 'scenarios' } as const;

function choose<Kind extends 'flow' | 'scenario'>(kind: Kind, compilation: Compilation, path: string, name: string) {
  const all: Topology[(typeof members)[Kind]] = compilation.topology[members[kind]];
  const found = all.find((candidate) => candidate.name === name);
  if (found) return found as Kind extends 'flow' ? Flow : Scenario;
  const near = closest(name, namesOf(all));
  const suggestion = near === undefined ? '' : ` (did you mean “${near}”?)`;
  const others = all.length > 0 ? `it has: ${someOf(all)}` : 'it has none';
  throw new Mistake(
    `there is no ${kind} “${name}” in ${nameOf(path)}${suggestion}; ${others}${hint(compilation, path)}`,
  );
}

/** What is missing may be there, but unreadable. */
function hint({ diagnostics }: Compilation, path: string): string {
  return hasErrors(diagnostics) ? `; it has errors too: see topo check ${path}` : '';
}

function whatElse({ flows }: Topology, flow: Flow, path: string): string {
  const others = someOf(flows.filter((other) => other !== flow));
  return `this is “${flow.name}”, the first flow of ${nameOf(path)}; choose another with --flow: ${others}`;
}

interface Named {
  readonly name: string;
}

const shownNames = 8;

function someOf(all: readonly Named[]): string {
  const shown = namesOf(all.slice(0, shownNames)).map((name) => `“${name}”`);
  const left = all.length - shown.length;
  return [...shown, ...(left > 0 ? [`${formatCount(left)} more`] : [])].join(', ');
}

function namesOf(all: readonly Named[]): readonly string[] {
  return all.map(({ name }) => name);
}
