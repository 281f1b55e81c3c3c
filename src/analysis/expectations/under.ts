/**
 * Which claims of a file still hold where something is tried out on top of a scenario: those that speak of that scenario
 * (or of none, where none is chosen), against runs that somebody has made already. Runs nothing itself.
 */
import type { Scenario, Topology } from '../../language/topology';
import type { Trace } from '../../simulation/trace';
import type { ArchitectureReport, ExpectationResult } from '../analysis';
import { checkExpectations } from './check';

/**
 * Those that held, and do not any more. `traces` are the new runs by the flow's name; what would take a run that is not
 * among them is not judged, nor is what rests on losing hosts one by one, or on the architecture.
 */
export function brokenExpectations(
  { topology, held, architecture }: Claims,
  scenario: Scenario | undefined,
  traces: ReadonlyMap<string, Trace>,
): readonly ExpectationResult[] {
  const heldBefore = new Set(held.filter(({ outcome }) => outcome === 'pass').map(({ expectation }) => expectation));
  const asked = topology.expectations.filter(
    (claim) => heldBefore.has(claim) && claim.scenario === scenario && !unjudged.has(claim.kind),
  );
  if (asked.length === 0) return [];
  const runs = {
    topology: { ...topology, expectations: asked },
    trace: (flow: { readonly name: string }) => traces.get(flow.name),
    whyMissing: () => '',
  };
  return checkExpectations(runs, architecture).results.filter(
    ({ outcome, isChecked }) => isChecked && outcome === 'fail',
  );
}

interface Claims {
  readonly topology: Topology;
  /** How the claims were judged in the file as it is. */
  readonly held: readonly ExpectationResult[];
  readonly architecture: ArchitectureReport;
}

const unjudged: ReadonlySet<string> = new Set(['needs', 'survives', 'architecture']);
