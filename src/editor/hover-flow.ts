/** What a flow does and how it ends, what a scenario changes, how far an exercise is done, and whether what the file expects is so. */
import type { Analysis, ExpectationResult } from '../analysis/analysis';
import { gradeOfExercise } from '../analysis/grading';
import type { Exercise, Flow, Scenario, ScenarioChange } from '../language/topology';
import { counted } from '../language/wording';
import { formatDuration, formatRate, listOf } from '../scene/formats';
import { stepRow } from '../scene/steps';
import type { Words } from '../scene/words';
import type { TraceStep } from '../simulation/trace';
import { pointsReached } from './exercise-summary';
import { lengthOf, summaryOf } from './flow-summary';
import { bold, bullets, type LinkTo, lineLink, named, paragraphs, plain } from './markdown';

export function explainFlow(analysis: Analysis, flow: Flow, linkTo: LinkTo, said: Words): string {
  const summary = summaryOf(analysis, flow);
  const claims = analysis.expectations.filter(({ expectation }) => expectation.flow === flow);
  if (!summary) return paragraphs(bold(flow.name), 'Too large to run while you type. Run it to see what it does.');
  const { trace, messages, failsAt, architecture, reasons } = summary;
  const size = `${counted(trace.steps.length, 'step')}, ${counted(messages, 'message')}`;
  const ending =
    failsAt === undefined
      ? `Completes after ${lengthOf(trace)}: ${size}.`
      : `**Fails** after ${lengthOf(trace)} at ${lineLink(failsAt, linkTo)}: ${plain((trace.why ?? 'it did not work').replace(/\.$/, ''))}.`;
  return paragraphs(
    bold(flow.name),
    ending,
    bullets(trace.steps.slice(0, 9), 8, (step) => row(step, said), trace.steps.length),
    architecture && `This flow alone is **${architecture}**. ${plain(reasons.join(' '))}`,
    ...claimed('Expected of it:', claims, linkTo),
  );
}

function row(step: TraceStep, said: Words): string {
  const { who, what, failed } = stepRow(step, said);
  const text = [who, what].filter((words) => words !== '').join(': ');
  return `${formatDuration(step.startMs)} · ${plain(text)}${failed ? ' · **fails**' : ''}`;
}

export function explainScenario({ expectations }: Analysis, scenario: Scenario, linkTo: LinkTo): string {
  const claims = expectations.filter(({ expectation }) => expectation.scenario === scenario);
  return paragraphs(
    `${bold(scenario.name)}: what is different from the start`,
    bullets(scenario.changes, 8, change),
    ...claimed('Expected under it:', claims, linkTo),
  );
}

/** How far it is done, and what it checks. */
export function explainExercise(analysis: Analysis, exercise: Exercise, linkTo: LinkTo): string {
  const checks = new Set(exercise.checks.map(({ expectation }) => expectation));
  const claims = analysis.expectations.filter(({ expectation }) => checks.has(expectation));
  const reached = exercise.checks.length > 0 ? pointsReached(gradeOfExercise(exercise, analysis)) : '';
  return paragraphs(bold(exercise.name), ...exercise.tasks.map(plain), ...claimed(reached, claims, linkTo));
}

function claimed(title: string, claims: readonly ExpectationResult[], linkTo: LinkTo): readonly string[] {
  return claims.length === 0 ? [] : [title, bullets(claims, 6, (claim) => claimLine(claim, linkTo))];
}

function change(each: ScenarioChange): string {
  switch (each.kind) {
    case 'offline':
    case 'online':
      return `${namesOf(each.nodes)} ${each.nodes.length === 1 ? 'is' : 'are'} ${each.kind}`;
    case 'cut':
    case 'restore': {
      const ends = each.links.map(({ a, b }) => `${named(a.name)} and ${named(b.name)}`);
      return `the link between ${listOf(ends, 2)} ${each.kind === 'cut' ? 'is cut' : 'works'}`;
    }
    case 'set-rate':
      return `${namesOf(each.hosts)} can ${each.direction === 'up' ? 'send' : 'receive'} at ${formatRate(each.rateBps)}`;
    case 'set-option':
      return `${each.option} of ${named(each.service.name)} is ${each.value}`;
  }
}

function namesOf(nodes: readonly { readonly name: string }[]): string {
  return listOf(nodes.map(({ name }) => named(name)));
}

/** `✓ expect bob is both (line 7)`. */
function claimLine({ expectation, outcome, isChecked }: ExpectationResult, linkTo: LinkTo): string {
  return `${outcome === 'pass' ? '✓' : isChecked ? '✗' : '?'} ${plain(expectation.text)} (${lineLink(expectation.span.line, linkTo)})`;
}

export function explainExpectation(result: ExpectationResult, linkTo: LinkTo): string {
  const { outcome, isChecked, actual, because, related, expectation } = result;
  if (!isChecked) return `**Not checked.** ${plain(because)}`;
  const places = [...new Set(related.map(({ span }) => lineLink(span.line, linkTo)))];
  return paragraphs(
    outcome === 'pass'
      ? `✓ **Holds.** ${plain(because)}`
      : `✗ **Does not hold.** Found instead: ${plain(actual)}. ${plain(because)}`,
    outcome === 'fail' && expectation.otherwise !== undefined && plain(expectation.otherwise),
    places.length > 0 && `See ${listOf(places)}.`,
  );
}
