/**
 * Stepping as a change of the session: to the next stop, to a cause or a consequence, and back again. Where a wish leads
 * nowhere, the session says why and stays where it is. Pure.
 */
import { concernedBy, filterView, isFiltering, visibleSteps } from '../scene/filter';
import type { FilterView, NodeState, SteppingChoice, SteppingNow } from '../scene/scene';
import { type Direction, nextStop, type Stepping, type Stop, stopsOf } from '../scene/stepping';
import { causeOf, causesOf, firstConsequence } from '../scene/stepping-causes';
import { nowhere } from '../scene/stepping-words';
import { wordingOf } from '../scene/wording';
import type { Trace } from '../simulation/trace';
import { currentLine, networkOf, type Session, seek, traceOf } from './session';

/** Undefined steps by the unit that the user has chosen. */
export function step(session: Session, wanted: Stop | undefined, direction: Direction): Session {
  const trace = traceOf(session);
  if (!trace) return session;
  const stop = wanted ?? session.stepping.unit;
  const stepping = steppingOf(session, trace);
  const position = nextStop(stepping, stop, session.position, direction);
  if (position !== undefined) return { ...seek(session, position), isForward: direction > 0 };
  const { selected: host, breakpoints, filter } = session;
  const about = { stop, direction, host, flow: trace.flow, isFiltered: isFiltering(filter) };
  const [hasBreakpoints, meetsBreakpoints] = [breakpoints.length > 0, stepping.breakpoints.size > 0];
  return saying(session, nowhere({ ...about, hasBreakpoints, meetsBreakpoints }, session.words));
}

/** Only what concerns the selected node; once more, or with none selected, all nodes again. */
export function solo(session: Session): Session {
  const { selected, filter } = session;
  const isAlone = filter.hosts.length === 1 && filter.hosts[0] === selected;
  const hosts = selected === undefined || isAlone ? [] : [selected];
  const isSame = hosts.length === 0 && filter.hosts.length === 0;
  return isSame ? session : { ...session, filter: { ...filter, hosts }, remark: '' };
}

/** A jump is remembered, so that one can go back. */
export function jump(session: Session, to: 'cause' | 'consequence' | number): Session {
  const trace = traceOf(session);
  if (!trace) return session;
  const from = session.position - 1;
  if (from < 0 && typeof to !== 'number') return saying(session, session.words.stepping.beforeAll);
  const target = to === 'cause' ? causeOf(trace, from) : to === 'consequence' ? firstConsequence(trace, from) : to;
  const { noCause, noConsequence } = session.words.stepping;
  if (target === undefined) return saying(session, to === 'cause' ? noCause : noConsequence);
  const arrived = seek(session, target + 1);
  return { ...arrived, trail: [...session.trail.slice(-remembered), session.position] };
}

const remembered = 100;

/** To where the last jump began. */
export function goBack(session: Session): Session {
  const origin = session.trail.at(-1);
  return origin === undefined
    ? saying(session, session.words.stepping.noReturn)
    : { ...seek(session, origin), trail: session.trail.slice(0, -1) };
}

/** The lines, in the text as it is now, that have a breakpoint. The same ones again are no change. */
export function setBreakpoints(session: Session, lines: readonly number[]): Session {
  const breakpoints = [...new Set(lines)].sort((a, b) => a - b);
  const isSame = JSON.stringify(breakpoints) === JSON.stringify(session.breakpoints);
  return isSame ? session : { ...session, breakpoints };
}

export function visibleOf(session: Session): Uint8Array | undefined {
  const trace = traceOf(session);
  return trace && visibleSteps(trace.steps, session.filter, networkOf(session));
}

export function filterOf(session: Session): FilterView | undefined {
  const trace = traceOf(session);
  return trace && filterView(trace.steps, session.filter, networkOf(session));
}

/** Nodes that no step concerns which the filter shows. */
export function dimmed(session: Session, nodes: readonly NodeState[]): readonly NodeState[] {
  const [trace, visible] = [traceOf(session), visibleOf(session)];
  if (!trace || !visible) return nodes;
  const { nodeById } = networkOf(session);
  const names = concernedBy(trace.steps, visible);
  const isConcerned = (id: string) => nodeById.get(id)?.members.some(({ name }) => names.has(name)) ?? false;
  return nodes.map((node) => (isConcerned(node.id) ? node : { ...node, dimmed: true }));
}

/** Whether playing stops at a step. */
export function breakpointsOf(session: Session): (step: number) => boolean {
  const trace = traceOf(session);
  return trace && session.breakpoints.length > 0 ? stopsOf(steppingOf(session, trace), 'breakpoint') : () => false;
}

/** What a frame says of stepping. */
export function steppingNow(session: Session): SteppingNow {
  const { position, stepping, remark, isForward, trail } = session;
  const trace = traceOf(session);
  const common = { ...stepping, remark, isForward, canReturn: trail.length > 0 };
  if (!trace) return { ...common, ...noSteps };
  const now = steppingOf(session, trace);
  const wording = wordingOf(session.runs.topology, trace, session.words);
  return {
    ...common,
    ...causesOf(trace, position - 1, wording),
    isBreakpoint: breakpointsOf(session)(position - 1),
    isHidden: now.visible?.[position - 1] === 0,
    isFirst: position === 0,
    isLast: nextStop(now, 'message', position, 1) === undefined,
  };
}

const noSteps: Omit<SteppingNow, keyof SteppingChoice | 'remark' | 'isForward' | 'canReturn'> = {
  ...{ cause: undefined, consequences: [], otherConsequences: 0 },
  ...{ isBreakpoint: false, isHidden: false, isFirst: true, isLast: true },
};

function steppingOf(session: Session, trace: Trace): Stepping {
  const { selected, breakpoints } = session;
  const members = selected === undefined ? [] : (networkOf(session).nodeById.get(selected)?.members ?? []);
  return {
    steps: trace.steps,
    visible: visibleOf(session),
    hosts: new Set(members.map(({ name }) => name)),
    breakpoints: breakpoints.length === 0 ? none : linesOfPicture(session, trace),
  };
}

const none: ReadonlySet<number> = new Set();

/** The picture may be older than the text in which the breakpoints are. */
function linesOfPicture(session: Session, { steps }: Trace): ReadonlySet<number> {
  const lines = new Set(steps.columns.contents.map(({ line }) => line));
  const isMeant = (line: number) => session.breakpoints.includes(currentLine(session, line) ?? -1);
  return new Set([...lines].filter(isMeant));
}

function saying(session: Session, remark: string): Session {
  return { ...session, remark };
}
