/**
 * A session as the webview shows it. Whatever is worth a word about the file as a whole (a broken text, a run too
 * large) is said here; what happens in a step is the scene's business, and what to write into an empty file the webview's.
 * Pure.
 */
import type { Flow } from '../language/topology';
import type { FlowChoice, PanelState, Picture } from '../protocol/messages';
import { exercisesOf } from '../scene/exercises';
import { firstRow, stepRows } from '../scene/filter-rows';
import { frame } from '../scene/frame';
import { type Question, questionsAt } from '../scene/questions';
import type { Frame, StepSummary } from '../scene/scene';
import { sequenceOf } from '../scene/sequence';
import { timelineOf } from '../scene/timeline';
import { budgets, countErrors, firstSyntaxError } from './check';
import { experimentOf, startStateOf } from './experiment-picture';
import { lookupFlow } from './experiments';
import { lookupAnswer } from './lookup-answer';
import { canRunElsewhere } from './runs';
import { isStale, networkOf, type Session, traceOf } from './session';
import { breakpointsOf, dimmed, filterOf, steppingNow, visibleOf } from './stepping';

/** What a picture tells of its file that a session does not know. */
export interface FileFacts {
  readonly revision: number;
  readonly uri: string;
  readonly fileName: string;
  /** The file was deleted. */
  readonly missing: boolean;
  /** A mistake in the language of the editor; English without it. */
  readonly said?: (mistake: string) => string;
}

export function pictureOf(session: Session, { revision, uri, fileName, missing, said }: FileFacts): Picture {
  const { runs, latest, shown } = session;
  return {
    ...{ revision, fileName },
    diagram: session.diagram,
    flows: runs.flows.map((flow) => flowChoice(session, flow)),
    scenarios: scenarioNames(session),
    flow: runs.flow?.name,
    scenario: runs.scenario?.name,
    experiment: experimentOf(session),
    start: startStateOf(session),
    steps: stepsOf(session),
    filter: filterOf(session),
    frame: frameOf(session),
    sequence: sequenceOf(networkOf(session), traceOf(session), session.words, runs.flow),
    timeline: timelineOf(traceOf(session), session.words),
    exercises: exercisesOf(shown.compilation.topology.exercises, shown.analysis, session.words),
    errors: countErrors(latest),
    notice: missing ? session.words.picture.deleted(fileName) : notice(session, said),
    canRunAnyway: canRunElsewhere(session.shown, session.runs),
    stale: isStale(session),
    state: stateOf(session, uri),
  };
}

/** The rows of the list of steps at the position. */
export function stepsOf(session: Session, position = session.position): readonly StepSummary[] {
  const { idOf } = networkOf(session);
  const stopsAt = breakpointsOf(session);
  const rows = stepRows(traceOf(session), visibleOf(session), position, idOf, session.words);
  return session.breakpoints.length === 0 ? rows : rows.map((row) => ({ ...row, breakpoint: stopsAt(row.index) }));
}

/** The list as it was sent lacks the position, or what is around it. */
export function needsOtherSteps(session: Session, { steps }: Picture): boolean {
  return steps.length > 0 && steps[0]?.index !== firstRow(traceOf(session), visibleOf(session), session.position);
}

export function frameOf(session: Session): Frame {
  const { runs, position, selected, shown } = session;
  const { roles } = shown.analysis;
  const visible = visibleOf(session);
  const network = networkOf(session);
  const made = frame(runs.topology, traceOf(session), position, selected, roles, network, visible, session.words);
  return {
    ...{ ...made, nodes: dimmed(session, made.nodes), stepping: steppingNow(session) },
    ...(session.isPredicting && { questions: questionsOf(session) }),
  };
}

/** About the step that comes next, of those that the filter shows. */
function questionsOf(session: Session): readonly Question[] {
  const { runs, position, words } = session;
  const trace = traceOf(session);
  const next = visibleOf(session)?.indexOf(1, position) ?? position;
  if (!trace || !runs.flow || next < 0) return [];
  return questionsAt(runs.topology, runs.flow, trace, next, networkOf(session).idOf, words);
}

/** What is kept over a reload of the window. */
export function stateOf(session: Session, uri: string): PanelState {
  const { runs, choice, position, selected, positions, look, filter, stepping, isPredicting } = session;
  const { scenario, whatIf, trial } = choice;
  return {
    ...{ uri, flow: runs.flow?.name, scenario, position, selected },
    ...{ positions: Object.fromEntries(positions), whatIf, trial },
    ...{ layout: look.layout, folding: Object.fromEntries(look.folding) },
    ...{ filter, stepping, isPredicting },
  };
}

function flowChoice({ runs }: Session, { name, span }: Flow): FlowChoice {
  const trace = runs.traces.get(name);
  return { name, line: span.line, steps: trace?.steps.length ?? 0, outcome: trace?.outcome ?? 'not run' };
}

/** The unsaved changes are an entry of their own while they hold. */
function scenarioNames({ runs }: Session): readonly string[] {
  const names = runs.topology.scenarios.map(({ name }) => name);
  const current = runs.scenario?.name;
  return current === undefined || names.includes(current) ? names : [...names, current];
}

function isTooLarge(session: Session): boolean {
  return session.runs.flow !== undefined && traceOf(session) === undefined;
}

function notice(session: Session, said: FileFacts['said']): string | undefined {
  const { runs, latest, shown } = session;
  const { picture: say } = session.words;
  const broken = isStale(session) ? firstSyntaxError(latest) : undefined;
  if (broken) return say.broken(broken.span.line + 1, said?.(broken.message) ?? broken.message);
  if (!runs.flow || !isTooLarge(session)) return triedLookup(session);
  return canRunElsewhere(shown, runs)
    ? say.tooLongToType(runs.flow.name, budgets.typing)
    : say.tooLong(runs.flow.name, budgets.inFull);
}

/** What was asked for is answered at once; the steps show how. */
function triedLookup(session: Session): string | undefined {
  const { trial } = session.choice;
  const { topology, flow } = session.runs;
  const trace = traceOf(session);
  const isShown = trial !== undefined && lookupFlow(topology, trial)?.name === flow?.name;
  return isShown && trace ? lookupAnswer(topology, trace, trial, session.words) : undefined;
}
