/**
 * What one panel shows, as a value: the file, what is chosen, the step, the selection, the places of the nodes. Every
 * change is a function from session to session, and an edit keeps all of it: the same flow, the same step, the same
 * places. Knows neither documents nor webviews. Pure.
 */
import type { Topology } from '../language/topology';
import type { Position } from '../protocol/messages';
import { diagram } from '../scene/diagram';
import { type Drawn, drawn } from '../scene/drawn';
import { noFilter } from '../scene/filter';
import { type Look, layout, usualLook } from '../scene/layout';
import type { Diagram, StepFilter, SteppingChoice } from '../scene/scene';
import { tryOut, type WhatIfChange } from '../scene/what-if';
import { english, type Words } from '../scene/words';
import { countSaying, stepsSaying } from '../simulation/scan';
import type { StepList } from '../simulation/step-list';
import type { Trace } from '../simulation/trace';
import { type Checked, firstSyntaxError } from './check';
import { followLine } from './lines';
import { type Choice, findScenario, type Runs, runFlows } from './runs';

export type Positions = ReadonlyMap<string, Position>;

/** The step that the user looks at, in terms that survive an edit: the `nth` (from 0) that a line of the file causes. */
interface Anchor {
  readonly line: number;
  readonly nth: number;
}

export interface Session {
  /** The language of everything that is said. */
  readonly words: Words;
  /** What the text says now. */
  readonly latest: Checked;
  /** What is drawn: the same, or the last good version while the text is broken. */
  readonly shown: Checked;
  readonly choice: Choice;
  readonly runs: Runs;
  /** How many steps have been played. */
  readonly position: number;
  /** In lines of `latest`; undefined before the first step. */
  readonly anchor: Anchor | undefined;
  readonly selected: string | undefined;
  /** Of every node that was ever linked or moved, so that one that comes back finds its place. */
  readonly positions: Positions;
  /** How nodes are arranged and folded. */
  readonly look: Look;
  readonly diagram: Diagram;
  readonly filter: StepFilter;
  /** 0-based lines of `latest`, ascending. */
  readonly breakpoints: readonly number[];
  readonly stepping: SteppingChoice;
  /** What the last wish to step came to, where it led nowhere. */
  readonly remark: string;
  /** The last change of the position was a step forward. */
  readonly isForward: boolean;
  /** The positions from which jumps were made, the latest last. */
  readonly trail: readonly number[];
  /** Before each step something is asked about it. */
  readonly isPredicting: boolean;
}

/** What a session may be restored from. */
export interface Saved {
  readonly choice: Choice;
  readonly position: number;
  readonly selected: string | undefined;
  readonly positions: Positions;
  readonly look: Look;
  readonly filter?: StepFilter | undefined;
  readonly stepping?: SteppingChoice | undefined;
  readonly isPredicting?: boolean | undefined;
}

const nothingSaved: Saved = {
  choice: { flow: undefined, scenario: undefined, whatIf: [], trial: undefined },
  position: 0,
  selected: undefined,
  positions: new Map(),
  look: usualLook,
};

const usualStepping: SteppingChoice = { unit: 'message', speed: 1, loop: undefined };

export function openSession(checked: Checked, saved = nothingSaved, words = english): Session {
  const { choice, position, selected, positions, look, filter = noFilter, stepping = usualStepping } = saved;
  const { isPredicting = false } = saved;
  const runs = runFlows(checked, choice, words);
  const session = {
    words,
    ...{ latest: checked, shown: checked, choice, runs, position: 0, anchor: undefined, selected, look },
    ...{ filter, stepping, breakpoints: [], remark: '', isForward: false, trail: [], isPredicting },
  };
  return seek({ ...session, ...placed(runs.topology, positions, look, words) }, position);
}

/** The file has changed. While it is broken, a picture in which something is missing is not shown. */
export function edit(session: Session, latest: Checked): Session {
  const moved = followLines(session, latest);
  const before = session.runs.topology;
  const { flows, scenarios } = latest.compilation.topology;
  const flow = followName(before.flows, flows, session.runs.flow?.name) ?? session.choice.flow;
  const scenario = followName(before.scenarios, scenarios, session.choice.scenario);
  const edited = rerun({ ...moved, latest, shown: latest }, { ...session.choice, flow, scenario });
  const isWorse = firstSyntaxError(latest) !== undefined && lostSomething(session.runs, edited.runs, flow);
  return isWorse ? { ...moved, latest } : edited;
}

/** The last good picture is shown instead of what the text says now. */
export function isStale({ shown, latest }: Session): boolean {
  return shown !== latest;
}

/** Another flow starts before its first step; another scenario keeps the step, to compare. */
export function choose(session: Session, change: Partial<Choice>): Session {
  const choice = { ...session.choice, ...change };
  const chosen = rerun(session, choice);
  return chosen.runs.flow?.name === session.runs.flow?.name ? chosen : seek(atItsStart(chosen), 0);
}

const arrived = { remark: '', isForward: false } as const;

/** Of another run the whole is played again. */
function atItsStart(session: Session): Session {
  const { stepping } = session;
  return { ...session, stepping: { ...stepping, loop: stepping.loop && { from: 0, to: undefined } } };
}

/** On top of the scenario, and of what is tried out already. */
export function tryOutChange(session: Session, change: WhatIfChange): Session {
  const { topology } = session.runs;
  const { scenario, whatIf } = session.choice;
  return choose(session, { whatIf: tryOut(topology, findScenario(topology, scenario), whatIf, change) });
}

export function seek(session: Session, wanted: number): Session {
  const steps = traceOf(session)?.steps;
  const position = Math.max(0, Math.min(wanted, steps?.length ?? 0));
  const step = steps?.at(position - 1);
  if (!steps || !step) return { ...session, position, anchor: undefined, ...arrived };
  const line = followLine(session.shown.text, session.latest.text, step.line);
  const nth = countSaying(steps, (content) => content.line === step.line, position - 1);
  return { ...session, position, anchor: line === undefined ? undefined : { line, nth }, ...arrived };
}

/** Both are shown by the same picture, at another position or with another selection. */
export function isSamePicture(a: Session, b: Session): boolean {
  const keys = Object.keys(a) as (keyof Session)[];
  return keys.every((key) => ofFrame.has(key) || a[key] === b[key]);
}

const ofFrame: ReadonlySet<keyof Session> = new Set([
  ...(['position', 'anchor', 'selected'] as const),
  ...(['stepping', 'remark', 'isForward', 'trail', 'isPredicting'] as const),
]);

export function inspect(session: Session, node: string | undefined): Session {
  return { ...session, selected: node, remark: '' };
}

export function move(session: Session, positions: Readonly<Record<string, Position>>): Session {
  return placedAt(session, new Map([...session.positions, ...Object.entries(positions)]));
}

/** Forgets where the nodes were. */
export function arrange(session: Session, kind = session.look.layout): Session {
  return placedAt({ ...session, look: { ...session.look, layout: kind } }, new Map());
}

/** Draws what belongs together as one node, or each on its own again; everything else stays where it is. */
export function fold(session: Session, bundle: string, isFolded: boolean): Session {
  const look = { ...session.look, folding: new Map(session.look.folding).set(bundle, isFolded) };
  const folded = placedAt({ ...session, look }, session.positions);
  return { ...folded, selected: followSelection(session, folded) };
}

/** Who is selected in a group that is folded is the group now, and the other way round the group's first member. */
function followSelection({ selected, ...before }: Session, after: Session): string | undefined {
  const node = selected === undefined ? undefined : networkOf(before).nodeById.get(selected);
  return node && networkOf(after).idOf(node.first.name);
}

/** What is drawn, as the user wants it folded. */
export function networkOf({ runs, look }: Pick<Session, 'runs' | 'look'>): Drawn {
  return drawn(runs.topology, look.folding);
}

function placedAt(session: Session, positions: Positions): Session {
  return { ...session, ...placed(session.runs.topology, positions, session.look, session.words) };
}

export function traceOf({ runs }: Session): Trace | undefined {
  return chosenTrace(runs);
}

/** The line, in the text as it is now, of a line of the picture. */
export function currentLine({ shown, latest }: Session, line: number): number | undefined {
  return followLine(shown.text, latest.text, line);
}

/** The line of the step that is shown, in the text as it is now. */
export function stepLine(session: Session): number | undefined {
  const step = traceOf(session)?.steps.at(session.position - 1);
  return step && currentLine(session, step.line);
}

function chosenTrace({ flow, traces }: Runs): Trace | undefined {
  return flow && traces.get(flow.name);
}

function rerun(session: Session, choice: Choice): Session {
  const runs = runFlows(session.shown, choice, session.words);
  const places = placed(runs.topology, session.positions, session.look, session.words);
  const next = { ...session, choice, runs, ...places, ...arrived, trail: [] };
  return { ...next, position: positionOf(next) };
}

/** The step of the anchor; where there is none (now), the same number of steps. The anchor waits for it to come back. */
function positionOf(session: Session): number {
  const { anchor, position } = session;
  const steps = traceOf(session)?.steps;
  const sameLine = anchor && steps ? onLine(steps, anchor.line) : [];
  const place = sameLine[Math.min(anchor?.nth ?? 0, sameLine.length - 1)];
  return place === undefined ? Math.min(position, steps?.length ?? 0) : place + 1;
}

/** The places of the steps that a line of the file causes. */
function onLine(steps: StepList, line: number): readonly number[] {
  return [...stepsSaying(steps, (content) => content.line === line)];
}

/** The breakpoints, too, until VS Code says where it has them now. */
function followLines(session: Session, latest: Checked): Session {
  const { anchor } = session;
  const line = anchor && followLine(session.latest.text, latest.text, anchor.line);
  const breakpoints = session.breakpoints.flatMap((each) => followLine(session.latest.text, latest.text, each) ?? []);
  return { ...session, anchor: anchor && line !== undefined ? { ...anchor, line } : undefined, breakpoints };
}

/** Where the chosen one was renamed, it is the one in its place. */
function followName(before: readonly Named[], after: readonly Named[], name: string | undefined): string | undefined {
  if (name === undefined || after.some((candidate) => candidate.name === name)) return name;
  const place = before.findIndex((candidate) => candidate.name === name);
  return before.length === after.length ? after[place]?.name : undefined;
}

interface Named {
  readonly name: string;
}

/** A half-typed line must not make anything vanish from the picture, nor a flow fail in it. */
function lostSomething(before: Runs, after: Runs, wantedFlow: string | undefined): boolean {
  const [old, now] = [before.topology, after.topology];
  return (
    old.nodes.some(({ name }) => !now.nodeByName.has(name)) ||
    now.links.length < old.links.length ||
    now.services.length < old.services.length ||
    (before.flow !== undefined && after.flow?.name !== wantedFlow) ||
    isWorse(chosenTrace(before), chosenTrace(after))
  );
}

function isWorse(before: Trace | undefined, after: Trace | undefined): boolean {
  if (!before || !after) return before !== undefined;
  return after.steps.length < before.steps.length || (before.outcome === 'completed' && after.outcome === 'failed');
}

/** A node that nothing leads to yet has no place of its own: its first link decides. */
function placed(
  topology: Topology,
  known: Positions,
  look: Look,
  words: Words,
): Pick<Session, 'positions' | 'diagram'> {
  const places = layout(topology, known, look);
  const drawing = diagram(topology, places, drawn(topology, look.folding), words);
  const linked = new Set(drawing.edges.flatMap(({ from, to }) => [from, to]));
  const settled = [...places].filter(([id]) => linked.has(id));
  return { positions: new Map([...known, ...settled]), diagram: drawing };
}
