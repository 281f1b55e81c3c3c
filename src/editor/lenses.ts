/**
 * What stands above the lines of a file: over each flow how it runs, over what is expected whether it holds. Lines that
 * cannot be read at the moment keep their place, so that nothing jumps while somebody types. Knows no editor.
 */
import type { Analysis, ExpectationResult } from '../analysis/analysis';
import type { Checked } from '../analysis/check';
import type { Span } from '../language/source';
import type { Item } from '../language/syntax';
import type { Flow } from '../language/topology';
import type { Tree } from '../language/tree';
import { listOf } from '../scene/formats';
import { type Claim, outcomeOf, runsOfClaims } from './claims';
import { counted, lengthOf, summaryOf } from './flow-summary';

export interface Lens {
  readonly span: Span;
  /** Undefined where it is not known at the moment. */
  readonly title: string | undefined;
  readonly tooltip: string;
  /** Nothing that it speaks of is being typed at the moment. */
  readonly isSettled: boolean;
  /** What a click does. */
  readonly command: 'runFlow' | 'checkExpectations';
  readonly target: LensTarget;
}

/** A flow in the playground, perhaps under a scenario, and the line that decides. */
export interface LensTarget {
  readonly flow?: string | undefined;
  readonly scenario?: string | undefined;
  readonly line?: number | undefined;
}

/** Flows first, then what is expected. */
export function lensesOf({ compilation, analysis }: Checked): readonly Lens[] {
  const { tree } = compilation;
  const byLine = new Map(analysis.topology.flows.map((flow) => [flow.span.line, flow]));
  const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error');
  const mistakes = new Set(errors.map(({ span }) => span.line));
  const flows = tree.items.flatMap((item, place): readonly Lens[] => {
    if (item.line.statement.kind !== 'flow') return [];
    const next = tree.items[place + 1]?.lineNumber ?? tree.lines.length;
    const isSettled = !tree.lines.slice(item.lineNumber, next).some((_, line) => mistakes.has(item.lineNumber + line));
    return [{ ...flowLens(analysis, byLine.get(item.lineNumber), item), isSettled }];
  });
  return [...flows, ...runsOfClaims(tree, analysis).map((run) => claimsLens(run, tree))];
}

function flowLens(analysis: Analysis, flow: Flow | undefined, item: Item): Omit<Lens, 'isSettled'> {
  const lens = { span: spanOf(item), command: 'runFlow' } as const;
  if (!flow) return { ...lens, title: undefined, tooltip: '', target: {} };
  const target = { flow: flow.name };
  const summary = summaryOf(analysis, flow);
  if (!summary) {
    const tooltip = 'It is not run at every keystroke. Click to run it in full and step through it.';
    return { ...lens, title: 'Run · too large to run while typing', tooltip, target };
  }
  const { trace, failsAt, architecture } = summary;
  if (trace.steps.length === 0) return { ...lens, title: 'nothing happens here yet', tooltip: '', target };
  const expected = failsAt !== undefined && isExpectedToFail(analysis, flow) ? ', as expected' : '';
  const ending = failsAt === undefined ? lengthOf(trace) : `fails at line ${failsAt + 1}${expected}`;
  const parts = ['Run', counted(trace.steps.length, 'step'), ending, ...(architecture ? [architecture] : [])];
  return {
    ...lens,
    title: parts.join(' · '),
    tooltip: trace.why === undefined ? 'Step through it in the playground' : `Fails, because ${trace.why}`,
    target: { ...target, line: failsAt },
  };
}

function isExpectedToFail({ expectations }: Analysis, flow: Flow): boolean {
  return expectations.some(
    ({ expectation, outcome }) =>
      expectation.kind === 'outcome' && expectation.flow === flow && !expectation.scenario && outcome === 'pass',
  );
}

/** One for all that stand together: one each would pull their columns apart, and have lines jump whenever one fails. */
function claimsLens(claims: readonly Claim[], tree: Tree): Lens {
  const [first] = claims;
  const line = first?.line ?? 0;
  const results = claims.flatMap(({ result }) => result ?? []);
  const failed = results.filter(({ outcome }) => outcome === 'fail');
  const shown = failed[0] ?? (claims.length === 1 ? results[0] : undefined);
  return {
    span: { line, start: tree.lines[line]?.start ?? 0, end: tree.lines[line]?.end ?? 0 },
    title: results.length === 0 ? undefined : claims.length === 1 && shown ? alone(shown) : together(claims, failed),
    isSettled: results.length === claims.length,
    tooltip: shown?.because ?? 'Shows the list of what this file expects',
    command: shown ? 'runFlow' : 'checkExpectations',
    target: shown ? targetOf(shown) : {},
  };
}

function alone(result: ExpectationResult): string {
  return result.outcome === 'pass' ? outcomeOf(result).replace('✓', '✓ holds') : outcomeOf(result);
}

function together(claims: readonly Claim[], failed: readonly ExpectationResult[]): string {
  const unread = claims.filter(({ result }) => !result).length;
  if (failed.length > 0) {
    const lines = failed.map(({ expectation }) => String(expectation.span.line + 1));
    const verb = failed.length === 1 ? 'does' : 'do';
    return `✗ ${failed.length} of ${claims.length} ${verb} not hold: line${lines.length === 1 ? '' : 's'} ${listOf(lines)}`;
  }
  return unread > 0 ? `${claims.length - unread} of ${claims.length} hold` : `✓ all ${claims.length} hold`;
}

/** The flow and scenario that it speaks of, and the line that decides. */
function targetOf({ expectation: { flow, scenario }, related }: ExpectationResult): LensTarget {
  return { flow: flow?.name, scenario: scenario?.name, line: related[0]?.span.line };
}

/** While a line of it is being typed a lens says what it said before, as long as it is clear which one that was. */
export function keepTitles(lenses: readonly Lens[], before: readonly Lens[]): readonly Lens[] {
  if (lenses.length !== before.length) return lenses;
  return lenses.map((lens, place) => {
    const { title } = before[place] ?? {};
    return lens.isSettled || title === undefined ? lens : { ...lens, title };
  });
}

function spanOf({ lineNumber, line }: Item): Span {
  return { line: lineNumber, start: line.start, end: line.end };
}
