/**
 * The whole contract between the extension host and the webview: closed unions of plain data, each told apart by `type`.
 * The host owns model and position; the webview says `ready` and receives everything. A `revision` counts the pictures
 * that the host has sent; whatever speaks of an older one is dropped.
 */
import type { ComparisonScene } from '../scene/comparison';
import type { ShownExercise } from '../scene/exercises';
import type {
  Diagram,
  Experiment,
  FilterView,
  Frame,
  LayoutKind,
  StartState,
  StepFilter,
  SteppingChoice,
  StepSummary,
} from '../scene/scene';
import type { SequenceScene } from '../scene/sequence';
import type { Direction, Stop } from '../scene/stepping';
import type { Timeline, TimelineAxis } from '../scene/timeline';
import type { WhatIf, WhatIfChange } from '../scene/what-if';

/** A flow to choose: its name, how many steps it takes and how it ends. */
export interface FlowChoice {
  readonly name: string;
  readonly line: number;
  readonly steps: number;
  readonly outcome: 'completed' | 'failed' | 'not run';
}

/** A place in the diagram, in its own units. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/**
 * What survives a reload of the window: the webview keeps it beside its viewport, and the host's serializer gets it back
 * (checked by `parsePanelState`).
 */
export interface PanelState {
  /** The file, as a URI in text form. */
  readonly uri: string;
  readonly flow: string | undefined;
  readonly scenario: string | undefined;
  readonly position: number;
  readonly selected: string | undefined;
  /** Where the nodes are, by id. */
  readonly positions: Readonly<Record<string, Position>>;
  /** What is tried out without being in the file: changes on top of the scenario, and a lookup. */
  readonly whatIf?: WhatIf | undefined;
  readonly trial?: { readonly host: string; readonly resource: string } | undefined;
  readonly layout?: LayoutKind | undefined;
  /** Groups that the user has folded (true) or unfolded, by name. */
  readonly folding?: Readonly<Record<string, boolean>> | undefined;
  readonly filter?: StepFilter | undefined;
  readonly stepping?: SteppingChoice | undefined;
  readonly isPredicting?: boolean | undefined;
  readonly isPresenting?: boolean | undefined;
  /** The webview's own business; the host does not know it. */
  readonly panes?: Panes | undefined;
}

/** Which views of a run are shown, and how. */
export interface Panes {
  readonly view: 'network' | 'both' | 'sequence';
  /** The network's part of the room where both are shown, in percent. */
  readonly split: number;
  readonly axis: TimelineAxis;
  /** How many hints of an exercise have been shown, by its name. */
  readonly hints: Readonly<Record<string, number>>;
}

/** Everything the panel shows. */
export interface Picture {
  readonly revision: number;
  /** The file's name, without its folder. */
  readonly fileName: string;
  readonly diagram: Diagram;
  readonly flows: readonly FlowChoice[];
  readonly scenarios: readonly string[];
  /** The chosen flow; undefined where the file has none. */
  readonly flow: string | undefined;
  /** The chosen scenario; undefined is "everything works". */
  readonly scenario: string | undefined;
  /** What is tried out on top of the scenario, and what it changes; undefined where nothing is. */
  readonly experiment: Experiment | undefined;
  /** What is different from the start, whoever says so: the scenario or what is tried out. */
  readonly start: StartState;
  /** All steps; of a long run those around the position. */
  readonly steps: readonly StepSummary[];
  /** Which steps are shown; undefined where nothing was run. */
  readonly filter?: FilterView | undefined;
  readonly frame: Frame;
  readonly sequence: SequenceScene;
  /** Undefined where there is no step. */
  readonly timeline: Timeline | undefined;
  /** In the order of the file. */
  readonly exercises: readonly ShownExercise[];
  /** Errors in the file by now: 0 where all is well. */
  readonly errors: number;
  /** Set while the text is broken and this is the last good picture, or where there is something to say instead of a run. */
  readonly notice: string | undefined;
  /** The run is too large to be made while typing; a button offers it. */
  readonly canRunAnyway: boolean;
  readonly stale: boolean;
  /** For the webview to keep until the window is reloaded. */
  readonly state: PanelState;
}

/** The architectures beside each other, in the place of the network. */
export interface ShownComparison {
  readonly scene: ComparisonScene;
  /** The file has changed since. */
  readonly isOutdated: boolean;
}

export type ToWebview =
  | { readonly type: 'picture'; readonly picture: Picture }
  /** `steps` where the position has left those that were sent. */
  | {
      readonly type: 'frame';
      readonly revision: number;
      readonly frame: Frame;
      readonly steps?: readonly StepSummary[] | undefined;
    }
  /** Other rows of a run that is too long to be sent as a whole. */
  | { readonly type: 'rows'; readonly revision: number; readonly rows: readonly StepSummary[] }
  /** Undefined goes back to the network. */
  | { readonly type: 'comparison'; readonly comparison: ShownComparison | undefined }
  /** Everything but the picture and the words is put away, for an audience. */
  | { readonly type: 'presenting'; readonly on: boolean };

/** What the webview asks for. `revision` is that of the picture it shows. */
export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'seek'; readonly revision: number; readonly position: number }
  /** To the next stop of a sort; undefined is the unit that the user has chosen. */
  | { readonly type: 'step'; readonly revision: number; readonly stop: Stop | undefined; readonly direction: Direction }
  /** To the step that led to this one, to the first that came of it, or to the one at a place in the run. */
  | { readonly type: 'jump'; readonly revision: number; readonly to: 'cause' | 'consequence' | number }
  /** To where the last jump began. */
  | { readonly type: 'goBack'; readonly revision: number }
  | { readonly type: 'chooseStepping'; readonly revision: number; readonly choice: SteppingChoice }
  | { readonly type: 'filter'; readonly revision: number; readonly filter: StepFilter }
  /** Show what concerns the selected node alone; once more, all nodes again. */
  | { readonly type: 'solo'; readonly revision: number }
  /** Set or take away the breakpoint of a 0-based line. */
  | { readonly type: 'toggleBreakpoint'; readonly revision: number; readonly line: number }
  | { readonly type: 'chooseFlow'; readonly revision: number; readonly flow: string }
  | { readonly type: 'chooseScenario'; readonly revision: number; readonly scenario: string | undefined }
  /** A click on a host: show its state; undefined selects nothing. */
  | { readonly type: 'inspect'; readonly revision: number; readonly node: string | undefined }
  /** Go to a 0-based line of the file. */
  | { readonly type: 'reveal'; readonly revision: number; readonly line: number }
  | { readonly type: 'runAnyway'; readonly revision: number }
  /** Where the user dragged nodes to, so that an edit keeps them there. */
  | {
      readonly type: 'moved';
      readonly revision: number;
      readonly positions: Readonly<Record<string, Position>>;
    }
  /** Forget where nodes were and lay the diagram out afresh, in the same way as before if none is named. */
  | { readonly type: 'arrange'; readonly revision: number; readonly layout?: LayoutKind | undefined }
  /** Write the places of these nodes (undefined: of all) into the file, or take them out of it. */
  | {
      readonly type: 'pin';
      readonly revision: number;
      readonly nodes: readonly string[] | undefined;
      readonly pinned: boolean;
    }
  /** Draw a group as one node, or its members each. */
  | { readonly type: 'fold'; readonly revision: number; readonly bundle: string; readonly folded: boolean }
  /** Show the architectures beside each other, for the resource that most hosts fetch and the usual price, if it names no other. */
  | {
      readonly type: 'compare';
      readonly revision: number;
      readonly resource: string | undefined;
      /** In dollars, of each gigabyte sent. */
      readonly price: number | undefined;
    }
  | { readonly type: 'closeComparison'; readonly revision: number }
  /** Try this out on top of the scenario, without writing it into the file. */
  | { readonly type: 'tryOut'; readonly revision: number; readonly change: WhatIfChange }
  /** Take one of the unsaved changes back, by its place among them. */
  | { readonly type: 'takeBack'; readonly revision: number; readonly place: number }
  /** Back to the scenario alone. */
  | { readonly type: 'endExperiment'; readonly revision: number }
  /** Write the unsaved changes into the file, as a scenario of their own. */
  | { readonly type: 'saveScenario'; readonly revision: number }
  /** Choose one of the links of a node that has many, to cut it. */
  | { readonly type: 'cutLink'; readonly revision: number; readonly node: string }
  /** Ask about each step before it is shown, or no longer. */
  | { readonly type: 'predict'; readonly revision: number; readonly on: boolean }
  | { readonly type: 'present'; readonly revision: number; readonly on: boolean }
  /** The run as a text, in an editor of its own. */
  | { readonly type: 'transcript'; readonly revision: number }
  /** Scrolling to a step, without going there. */
  | { readonly type: 'rows'; readonly revision: number; readonly around: number };
