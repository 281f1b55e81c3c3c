/**
 * What the user wants, as messages to the host, each with the revision of the picture that is shown. The position is the
 * host's, which also finds the next stop; a place that is asked for before it has answered counts from the last one.
 */
import type { Picture, Position, ToHost } from '../src/protocol/messages';
import type { Frame, LayoutKind, StepFilter, SteppingChoice } from '../src/scene/scene';
import type { Stop } from '../src/scene/stepping';
import type { WhatIfChange } from '../src/scene/what-if';

/** What is shown; both are undefined until the first picture. */
export interface Shown {
  picture: Picture | undefined;
  frame: Frame | undefined;
}

export interface Requests {
  /** Out of range is the nearer end. */
  seek(position: number): void;
  /** Forward, or back where `by` is negative, to the next stop of a sort; by the unit that the user has chosen if none is named. */
  step(by: number, stop?: Stop): void;
  /** To the step that led to the shown one, to the first that came of it, or to the one at a place in the run. */
  jump(to: 'cause' | 'consequence' | number): void;
  /** To where the last jump began. */
  goBack(): void;
  chooseStepping(change: Partial<SteppingChoice>): void;
  filter(filter: StepFilter): void;
  /** Shows what concerns the selected node alone; once more, all nodes again. */
  solo(): void;
  /** Sets or clears the breakpoint of a line. */
  toggleBreakpoint(line: number): void;
  reveal(line: number): void;
  /** Shows the facts of a node and its line; undefined shows those of none. */
  choose(node: string | undefined): void;
  chooseFlow(flow: string): void;
  chooseScenario(scenario: string | undefined): void;
  moved(positions: Readonly<Record<string, Position>>): void;
  /** As it was arranged before, if no other way is named. */
  arrange(layout?: LayoutKind): void;
  /** Draws a group as one node, or its members each. */
  fold(bundle: string, folded: boolean): void;
  /** Writes places into the file, or takes them out; undefined is all. */
  pin(nodes: readonly string[] | undefined, pinned: boolean): void;
  runAnyway(): void;
  /** Undefined is the resource that most hosts fetch, and the usual price. */
  compare(resource: string | undefined, price: number | undefined): void;
  closeComparison(): void;
  /** The rows around a step, to scroll there. */
  rows(around: number): void;
  /** Puts everything away but the picture and the words, or brings it back. */
  present(on: boolean): void;
  /** Asks about each step before it is shown, or no longer. */
  predict(on: boolean): void;
  /** Opens the run as a text. */
  transcript(): void;
  /** Changes something on top of the scenario, without writing it into the file. */
  tryOut(change: WhatIfChange): void;
  /** Undoes one of those changes, by its place among them. */
  takeBack(place: number): void;
  endExperiment(): void;
  saveScenario(): void;
  /** Lets the user choose among the links of a node. */
  cutLink(node: string): void;
  /** The host has answered. */
  answered(): void;
}

export function createRequests(post: (message: ToHost) => void, shown: Shown): Requests {
  let wanted: number | undefined;
  let isStepping = false;
  let choice: SteppingChoice | undefined;
  const send = (make: (revision: number) => ToHost) => {
    if (shown.picture) post(make(shown.picture.revision));
  };
  const position = () => wanted ?? shown.frame?.position ?? 0;
  const seek = (target: number) => {
    const next = Math.max(0, Math.min(target, shown.frame?.count ?? 0));
    if (next === position() && !isStepping) return;
    wanted = next;
    send((revision) => ({ type: 'seek', revision, position: next }));
  };
  const reveal = (line: number) => send((revision) => ({ type: 'reveal', revision, line }));
  return {
    seek,
    step(by, stop) {
      isStepping = true;
      send((revision) => ({ type: 'step', revision, stop, direction: by < 0 ? -1 : 1 }));
    },
    jump: (to) => send((revision) => ({ type: 'jump', revision, to })),
    goBack: () => send((revision) => ({ type: 'goBack', revision })),
    chooseStepping(change) {
      const next = { ...(choice ?? steppingIn(shown.frame)), ...change };
      choice = next;
      send((revision) => ({ type: 'chooseStepping', revision, choice: next }));
    },
    solo: () => send((revision) => ({ type: 'solo', revision })),
    filter: (filter) => send((revision) => ({ type: 'filter', revision, filter })),
    toggleBreakpoint: (line) => send((revision) => ({ type: 'toggleBreakpoint', revision, line })),
    reveal,
    choose(node) {
      send((revision) => ({ type: 'inspect', revision, node }));
      const line = shown.picture?.diagram.nodes.find(({ id }) => id === node)?.line;
      if (line !== undefined) reveal(line);
    },
    chooseFlow: (flow) => send((revision) => ({ type: 'chooseFlow', revision, flow })),
    chooseScenario: (scenario) => send((revision) => ({ type: 'chooseScenario', revision, scenario })),
    moved: (positions) => send((revision) => ({ type: 'moved', revision, positions })),
    arrange: (layout) => send((revision) => ({ type: 'arrange', revision, layout })),
    fold: (bundle, folded) => send((revision) => ({ type: 'fold', revision, bundle, folded })),
    pin: (nodes, pinned) => send((revision) => ({ type: 'pin', revision, nodes, pinned })),
    runAnyway: () => send((revision) => ({ type: 'runAnyway', revision })),
    compare: (resource, price) => send((revision) => ({ type: 'compare', revision, resource, price })),
    rows: (around) => send((revision) => ({ type: 'rows', revision, around })),
    closeComparison: () => send((revision) => ({ type: 'closeComparison', revision })),
    present: (on) => send((revision) => ({ type: 'present', revision, on })),
    predict: (on) => send((revision) => ({ type: 'predict', revision, on })),
    transcript: () => send((revision) => ({ type: 'transcript', revision })),
    tryOut: (change) => send((revision) => ({ type: 'tryOut', revision, change })),
    takeBack: (place) => send((revision) => ({ type: 'takeBack', revision, place })),
    endExperiment: () => send((revision) => ({ type: 'endExperiment', revision })),
    saveScenario: () => send((revision) => ({ type: 'saveScenario', revision })),
    cutLink: (node) => send((revision) => ({ type: 'cutLink', revision, node })),
    answered() {
      wanted = undefined;
      isStepping = false;
      choice = undefined;
    },
  };
}

function steppingIn(frame: Frame | undefined): SteppingChoice {
  const { unit = 'message', speed = 1, loop } = frame?.stepping ?? {};
  return { unit, speed, loop };
}
