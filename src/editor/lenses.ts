/**
 * What stands above the lines of a file: over each flow how it runs, over what is expected whether it holds. Lines that
 * cannot be read at the moment keep their place, so that nothing jumps while somebody types. Knows no editor.
 */
import type { Analysis, ExpectationResult } from '../analysis/analysis';
import type { Checked } from '../analysis/check';
import { gradeOfExercise } from '../analysis/grading';
import type { Compilation } from '../language/compile';
import type { Span } from '../language/source';
import type { Item } from '../language/syntax';
import type { Flow } from '../language/topology';
import type { Tree } from '../language/tree';
import { counted } from '../language/wording';
import { listOf } from '../scene/formats';
import { blockEndsOf } from './blocks';
import { type Claim, claimsOfExercises, outcomeOf, runsOfClaims } from './claims';
import { pointsReached } from './exercise-summary';
import { lengthOf, summaryOf } from './flow-summary';
import { editedLines } from './steady';

export interface Lens {
  readonly span: Span;
  /** Undefined where it is not known at the moment. */
  readonly title: string | undefined;
  readonly tooltip: string;
  /** The flow that it stands over; undefined over what is expected. */
  readonly flow: string | undefined;
  /** The exercise that it stands over. */
  readonly exercise?: string;
  /** The lines of what it speaks of that cannot be understood. */
  readonly mistaken: readonly number[];
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

/** Flows first, then exercises and what is expected outside of them. */
export function lensesOf(checked: Checked): readonly Lens[] {
  const { compilation, analysis } = checked;
  const { tree } = compilation;
  const byLine = new Map(analysis.topology.flows.map((flow) => [flow.span.line, flow]));
  const expected = expectedToFail(analysis);
  const mistakenIn = mistakesOf(compilation);
  const flows = tree.items.flatMap((item): readonly Lens[] => {
    const { statement } = item.line;
    if (statement.kind !== 'flow') return [];
    const flow = byLine.get(item.lineNumber);
    const lens = flowLens(analysis, flow, item, flow !== undefined && expected.has(flow));
    return [{ ...lens, flow: statement.name?.text ?? '', mistaken: mistakenIn(item) }];
  });
  return [...flows, ...exerciseLenses(checked), ...runsOfClaims(tree, analysis).map((run) => claimsLens(run, tree))];
}

/** The lines of a block with an error. */
function mistakesOf({ tree, diagnostics }: Compilation): (item: Item) => readonly number[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const mistakes = new Set(errors.map(({ span }) => span.line));
  return ({ lineNumber }) => {
    const found: number[] = [];
    const end = blockEndsOf(tree).get(lineNumber) ?? lineNumber;
    for (let line = lineNumber; line <= end; line++) if (mistakes.has(line)) found.push(line);
    return found;
  };
}

function expectedToFail({ expectations }: Analysis): ReadonlySet<Flow | undefined> {
  const held = expectations.filter(({ outcome, expectation }) => outcome === 'pass' && expectation.kind === 'outcome');
  return new Set(held.flatMap(({ expectation }) => (expectation.scenario ? [] : expectation.flow)));
}

type FlowLens = Omit<Lens, 'flow' | 'mistaken'>;

function flowLens(analysis: Analysis, flow: Flow | undefined, item: Item, isExpected: boolean): FlowLens {
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
  const fails = `fails at line ${(failsAt ?? 0) + 1}${isExpected ? ', as expected' : ''}`;
  const ending = failsAt === undefined ? lengthOf(trace) : fails;
  const parts = ['Run', counted(trace.steps.length, 'step'), ending, ...(architecture ? [architecture] : [])];
  return {
    ...lens,
    title: parts.join(' · '),
    tooltip: trace.why === undefined ? 'Step through it in the playground' : `Fails, because ${trace.why}`,
    target: { ...target, line: failsAt },
  };
}

/** How many of the points of an exercise are reached; a click goes to the first thing that does not hold yet. */
function exerciseLenses({ compilation, analysis }: Checked): readonly Lens[] {
  const { tree, topology } = compilation;
  const exercises = new Map(topology.exercises.map((exercise) => [exercise.span.line, exercise]));
  const items = tree.items.filter(({ line }) => line.statement.kind === 'exercise');
  const claims = claimsOfExercises(tree, analysis);
  return items.map((item, place): Lens => {
    const exercise = exercises.get(item.lineNumber);
    const grade = exercise && gradeOfExercise(exercise, analysis);
    const results = claims[place]?.flatMap(({ result }) => result ?? []) ?? [];
    const failed = results.find(({ outcome, isChecked }) => outcome === 'fail' && isChecked);
    const advice = failed?.expectation.otherwise;
    return {
      span: spanOf(item),
      title: grade && (grade.checks.length > 0 ? pointsReached(grade) : 'nothing is checked here yet'),
      tooltip: failed ? [advice, failed.because].filter(Boolean).join(' ') : 'Shows the list of what this file expects',
      flow: undefined,
      exercise: exercise?.name ?? '',
      mistaken: claims[place]?.filter(({ result }) => !result).map(({ line }) => line) ?? [],
      command: failed ? 'runFlow' : 'checkExpectations',
      target: failed ? targetOf(failed) : {},
    };
  });
}

/** One for all that stand together: one each would pull their columns apart, and have lines jump whenever one fails. */
function claimsLens(claims: readonly Claim[], tree: Tree): Lens {
  const [first] = claims;
  const line = first?.line ?? 0;
  const results = claims.flatMap(({ result }) => result ?? []);
  const failed = results.filter(({ outcome, isChecked }) => outcome === 'fail' && isChecked);
  const shown = failed[0] ?? (claims.length === 1 ? results[0] : undefined);
  return {
    span: { line, start: tree.lines[line]?.start ?? 0, end: tree.lines[line]?.end ?? 0 },
    title: results.length === 0 ? undefined : claims.length === 1 && shown ? alone(shown) : together(claims, failed),
    flow: undefined,
    mistaken: claims.filter(({ result }) => !result).map((claim) => claim.line),
    tooltip: shown?.because ?? 'Shows the list of what this file expects',
    command: shown ? 'runFlow' : 'checkExpectations',
    target: shown ? targetOf(shown) : {},
  };
}

function alone(result: ExpectationResult): string {
  return result.outcome === 'pass' ? outcomeOf(result).replace('✓', '✓ holds') : outcomeOf(result);
}

function together(claims: readonly Claim[], failed: readonly ExpectationResult[]): string {
  const unread = claims.filter(({ result }) => !result?.isChecked).length;
  if (failed.length > 0) {
    const lines = failed.map(({ expectation }) => String(expectation.span.line + 1));
    const verb = failed.length === 1 ? 'does' : 'do';
    return `✗ ${failed.length} of ${claims.length} ${verb} not hold: line${lines.length === 1 ? '' : 's'} ${listOf(lines)}`;
  }
  if (unread === claims.length) return `${unread} not checked`;
  return unread > 0 ? `✓ ${claims.length - unread} hold, ${unread} not checked` : `✓ all ${claims.length} hold`;
}

/** The flow and scenario that it speaks of, and the line that decides. */
export function targetOf({ expectation: { flow, scenario }, related }: ExpectationResult): LensTarget {
  return { flow: flow?.name, scenario: scenario?.name, line: related[0]?.span.line };
}

/** Lenses as they were shown, and of what. */
export interface ShownLenses {
  readonly checked: Checked;
  readonly lenses: readonly Lens[];
}

/** While a line of it is being typed a lens says what it said before. A mistake that is left standing keeps nothing. */
export function lensesWhileTyping(checked: Checked, before: ShownLenses | undefined): ShownLenses {
  const fresh = lensesOf(checked);
  if (!before || before.checked === checked) return before ?? { checked, lenses: fresh };
  const isEdited = editedLines(checked, before.checked);
  const now = byIdentity(fresh);
  const shown = byIdentity(before.lenses);
  const renamed = [...shown].flatMap(([identity, lens]) =>
    now.has(identity) ? [] : [[lens.span.line, lens] as const],
  );
  const byLine = new Map(renamed);
  const lenses = [...now].map(([identity, lens]) => {
    if (!lens.mistaken.some(isEdited)) return lens;
    const { title } = shown.get(identity) ?? byLine.get(lens.span.line) ?? {};
    return title === undefined ? lens : { ...lens, title };
  });
  return { checked, lenses };
}

/** A flow and an exercise are known by their names, what is expected by how many runs of lines stand before it, if there are as many. */
function byIdentity(lenses: readonly Lens[]): ReadonlyMap<string, Lens> {
  const runs = lenses.filter(({ flow, exercise }) => flow === undefined && exercise === undefined).length;
  const counts = new Map<string, number>();
  return new Map(
    lenses.map((lens) => {
      const name = identityOf(lens) ?? `${runs}`;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [`${count} ${name}`, lens];
    }),
  );
}

function identityOf({ flow, exercise }: Lens): string | undefined {
  if (flow !== undefined) return `"${flow}`;
  return exercise === undefined ? undefined : `{${exercise}`;
}

function spanOf({ lineNumber, line }: Item): Span {
  return { line: lineNumber, start: line.start, end: line.end };
}
