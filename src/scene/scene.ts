/**
 * What is drawn and said, as plain data that any renderer (Cytoscape, text, later SVG) can show. A Diagram changes only
 * when the file does; a Frame is one position in a run. Neither knows a renderer, a theme or a language construct.
 */
import type { Question } from './questions';

/** How the nodes are arranged. `automatic` takes what the field would draw for such a network. */
export const layoutKinds = ['automatic', 'star', 'tiers', 'ring', 'mesh', 'tree', 'grid', 'force'] as const;
export type LayoutKind = (typeof layoutKinds)[number];

/** The shape that a node is drawn with. All but `host` and the devices are hosts whose software, or declared role, says so. */
export type NodeShape = 'host' | SoftwareSign | 'switch' | 'router' | 'cloud';

/** What kind of computer it is, where its name says so. */
export type Machine = 'laptop' | 'phone' | 'tablet';

export interface DiagramNode {
  /** The node's name, unique. */
  readonly id: string;
  /** As it is shown; never interpreted as markup. */
  readonly label: string;
  readonly shape: NodeShape;
  readonly machine: Machine | undefined;
  /** The middle of the node, in diagram units (about one pixel at 100%). */
  readonly x: number;
  readonly y: number;
  /** 0-based line of the declaration. */
  readonly line: number;
  /** The shape and the software in words: `index server of music`. */
  readonly description: string;
  /** How many hosts it stands for: more than 1 where a large group is drawn as one node. */
  readonly count: number;
  /** What it stands for (`count` above 1) or belongs to, if that can be folded into one node and unfolded. */
  readonly bundle: string | undefined;
  /** Its place stands in the file. */
  readonly pinned: boolean;
}

/** `implied`: nothing in the file links the two, but they talk (a file without cables). */
export type EdgeKind = 'cable' | 'overlay' | 'implied';

export interface DiagramEdge {
  /** `link-0`, by place in `Topology.links`; `talk-0` where it is implied. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** `100 Mbps · 2 ms`; the empty string where all cables are alike. */
  readonly label: string;
  readonly kind: EdgeKind;
  /** What a cable can carry, where cables differ; undefined for all others. */
  readonly rateBps: number | undefined;
  readonly line: number;
}

export interface Diagram {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** What was left out or simplified, as a sentence; nothing is left out in silence. */
  readonly omitted: string | undefined;
}

export type MessageShape = 'request' | 'response' | 'data' | 'push' | 'query' | 'state' | 'fault' | 'note';

/** What is shown of a run: where none of a sort is chosen, all of that sort are. */
export interface StepFilter {
  /** Names of services; the empty string is what belongs to none. */
  readonly services: readonly string[];
  readonly kinds: readonly MessageShape[];
  /** Ids of drawn nodes: what they send, receive or pass on. */
  readonly hosts: readonly string[];
  /** Of these, what failed alone. */
  readonly onlyFailed: boolean;
}

export interface FilterView {
  readonly chosen: StepFilter;
  /** What there is to choose in this run. */
  readonly services: readonly string[];
  readonly kinds: readonly MessageShape[];
  readonly hosts: readonly string[];
  /** So many more hosts take part than are offered. */
  readonly otherHosts: number;
  /** Whether any step of this run fails. */
  readonly hasFailures: boolean;
  /** How many steps are shown. */
  readonly shown: number;
  /** The position of the last of them; 0 where none is. */
  readonly end: number;
  /** Not all are. */
  readonly isFiltering: boolean;
}

/** One row in the list of steps. */
export interface StepSummary {
  readonly index: number;
  /** Of the row among all rows, which a filter makes fewer. */
  readonly place: number;
  readonly shape: MessageShape;
  /** `alice → napster`. */
  readonly who: string;
  /** `lookup "song.mp3"`. */
  readonly what: string;
  /** `12.4 ms`: when it starts, which is the order of the rows, and when it ends. */
  readonly time: string;
  readonly ends: string;
  readonly failed: boolean;
  readonly line: number;
  /** Its line has a breakpoint, and begins with it. */
  readonly breakpoint?: boolean | undefined;
  /** Who sends or acts, and to whom, as ids of drawn nodes. */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Which members of folded groups it is between: `p[3]`, `p[3] → p[7]`; empty where none is folded. */
  readonly members: string;
  readonly startMs: number;
  readonly endMs: number;
  /** The step that led to this one. */
  readonly cause: number | undefined;
  /** How many steps have begun by the time this one has ended, itself included. */
  readonly begunByEnd: number;
  /** It answers a message that went the other way. */
  readonly isReply: boolean;
  /** A fault that is over: a host is back, a link is whole again. */
  readonly isRepair: boolean;
  /** `lost` on the way; `unsent` where the sender is offline; what is no message has arrived. */
  readonly fate: 'arrived' | 'lost' | 'unsent';
}

/** A number in the unit that suits it: `4`, `MB`. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** What a message carries, for as long as it is under way. */
export interface TransferFacts {
  readonly size: Quantity;
  /** The mean over the transfer; undefined where it takes no time. */
  readonly rate: Quantity | undefined;
}

/**
 * A message under way, along nodes that are neighbours in the diagram (with no physical link, from end to end), or several
 * that would lie on top of each other.
 */
export interface MovingMessage {
  readonly id: string;
  readonly shape: MessageShape;
  /** Where it is lost, the last node is the one that it would have come to next, if there is one. */
  readonly path: readonly string[];
  /** Empty for several that say different things. */
  readonly label: string;
  /** It does not arrive. */
  readonly lost: boolean;
  /** It belongs to the step that the sentence speaks of; the others are under way at the same time. */
  readonly current: boolean;
  /** How many messages it stands for. */
  readonly count: number;
  /** It goes on for as long as the call does. */
  readonly isStream: boolean;
  /** When it sets out and arrives, in parts of the step's time: below 0 is before the step, above 1 after it. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly transfer: TransferFacts | undefined;
}

export type RoleNow = 'client' | 'server' | 'both';

export interface NodeState {
  readonly id: string;
  /** None of the steps that are shown concerns it. */
  readonly dimmed?: boolean | undefined;
  readonly online: boolean;
  /** Role in the request of this step; `both` only where both ends are members of what is drawn as one. */
  readonly roleNow: RoleNow | undefined;
  /** Roles taken in this run so far, this step included. */
  readonly roleSoFar: RoleNow | undefined;
  /** How the node's role reads: `client of music · server of music`; empty where it has none yet. */
  readonly roleText: string;
  /** What the members are, where the node stands for several. */
  readonly crowd: Crowd | undefined;
  /** Of the resource that it got pieces of last; undefined where it trades none. */
  readonly pieces: NodePieces | undefined;
}

/** How many of the members are what. */
export interface Crowd {
  readonly count: number;
  readonly offline: number;
  /** So far in this run: members that only asked, only answered, did both. */
  readonly clients: number;
  readonly servers: number;
  readonly both: number;
}

/** What a step has done to a fact. What it has removed is shown once more, for this step alone. */
export type FactChange = 'added' | 'changed' | 'removed';

/** One fact about the selected host, grouped under a heading. */
export interface InspectorRow {
  readonly text: string;
  readonly detail: string;
  /** 0-based line that shows it in the file. */
  readonly line: number | undefined;
  /** What has become of it in this step. */
  readonly change: FactChange | undefined;
  /** The detail as it was, where this step has changed it. */
  readonly before: string | undefined;
  /** `stale` is out of date, `good` and `bad` are why something works and why not. */
  readonly mark: 'stale' | 'good' | 'bad' | undefined;
  /** The kind of software that it is about. */
  readonly software: SoftwareSign | undefined;
  /** What stands above this row and those that follow, where rows of several kinds are mixed. */
  readonly heading?: string | undefined;
}

export type SoftwareSign = 'client' | 'server' | 'peer' | 'index' | 'tracker' | 'edge' | 'origin';

export interface InspectorSection {
  /** What it is about, the same for all hosts: whether it is open is remembered by it. */
  readonly id: string;
  /** `Roles`, `Software`, `Holds`, `Index of music`, `Streams` … */
  readonly title: string;
  readonly rows: readonly InspectorRow[];
  /** What to say when there are no rows. */
  readonly empty: string;
  /** What there is to know in order to read it. */
  readonly hint?: string | undefined;
  readonly pieces?: readonly PieceBar[] | undefined;
}

/** Which pieces of a resource a peer has, bundled where there are many. */
export interface PieceBar {
  readonly resource: string;
  readonly had: number;
  readonly total: number;
  /** `14 of 20 pieces; 2 on their way`. */
  readonly text: string;
  /** How many pieces a cell stands for; the last may stand for fewer. */
  readonly piecesInCell: number;
  readonly cells: readonly PieceCell[];
  /** Which of those that it lacks are rarest in the swarm, in words; empty where nothing is said of that. */
  readonly rarest: string;
}

export interface PieceCell {
  /** The part of its pieces that the peer has: 0 … 1. */
  readonly had: number;
  /** In this step one of them has come; or one is on its way; or one of them is the rarest that it lacks. */
  readonly now: 'new' | 'coming' | 'rarest' | undefined;
}

/** How far a peer of a swarm is, in short: for the picture. */
export interface NodePieces {
  readonly had: number;
  readonly total: number;
  /** The part of its pieces that is there, for each of a few cells. */
  readonly cells: readonly number[];
}

export interface Inspector {
  readonly node: string;
  /** How it is called; of a group's member, the member's name. */
  readonly title: string;
  /** `index server of music`. */
  readonly description: string;
  readonly line: number;
  readonly sections: readonly InspectorSection[];
}

/** Another step that this one came of, or that came of this one. */
export interface StepLink {
  readonly index: number;
  readonly sentence: string;
}

export type StepUnit = 'message' | 'line' | 'host' | 'failure';

/** The stretch that is played again and again, in positions; to the end of the run where `to` is undefined. */
export interface Loop {
  readonly from: number;
  readonly to: number | undefined;
}

/** How the user steps and plays. */
export interface SteppingChoice {
  readonly unit: StepUnit;
  readonly speed: number;
  readonly loop: Loop | undefined;
}

/** Where one can go from a position, and what there is to say about it. */
export interface SteppingNow extends SteppingChoice {
  /** What came of the last wish to step, where it led nowhere; empty otherwise. */
  readonly remark: string;
  readonly cause: StepLink | undefined;
  /** The first of them. */
  readonly consequences: readonly StepLink[];
  readonly otherConsequences: number;
  /** Playing stops here. */
  readonly isBreakpoint: boolean;
  /** The filter hides this very step. */
  readonly isHidden: boolean;
  /** No step comes before or after it that is shown. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** One has come here by a step forward, whatever lies in between. */
  readonly isForward: boolean;
  /** One has come here by a jump, and can go back. */
  readonly canReturn: boolean;
}

/** One position in a run. */
export interface Frame {
  /** How many steps have been played: 0 is before the first, `count` after the last. */
  readonly position: number;
  readonly count: number;
  /** What is happening, in one or two sentences, for everybody. */
  readonly sentence: string;
  /** The same without a word on who is client and who server, for those who are to find out. */
  readonly riddle: string;
  /** The author's latest note before or at this step; empty if there is none. */
  readonly note: string;
  /** `8.2 ms of 12.4 ms`. */
  readonly time: string;
  readonly messages: readonly MovingMessage[];
  readonly nodes: readonly NodeState[];
  /** Ids of the edges that are cut or lead to a node that is offline. */
  readonly edgesDown: readonly string[];
  /** Those of them that are cut. */
  readonly edgesCut: readonly string[];
  /** 0-based line of this step; undefined at position 0. */
  readonly line: number | undefined;
  /** When this step begins and ends; undefined at position 0. */
  readonly span: { readonly startMs: number; readonly endMs: number } | undefined;
  /** The step itself did not work. */
  readonly failed: boolean;
  readonly inspector: Inspector | undefined;
  /** Who takes part in this step, in short; the client comes first. */
  readonly participants: readonly Inspector[];
  /** What is asked about the next step before it is shown; left out where nothing is. */
  readonly questions?: readonly Question[] | undefined;
  /** Left out where nobody steps. */
  readonly stepping?: SteppingNow | undefined;
}

/** What is different from the start of a run; ids of drawn nodes and edges. A node is offline if all that it stands for is. */
export interface StartState {
  readonly offline: readonly string[];
  readonly cut: readonly string[];
  /** By how much a host is slowed down as an experiment. */
  readonly slow: readonly { readonly id: string; readonly factor: number }[];
}

/** Changes that are tried out and not in the file, and what they change. */
export interface Experiment {
  /** `bob offline`; `place` is its place among the changes. */
  readonly changes: readonly { readonly place: number; readonly text: string }[];
  /** What is compared with: the scenario's name, undefined where everything works. */
  readonly original: string | undefined;
  /** What the changes lead to, what matters most first. */
  readonly differences: readonly Difference[];
}

/** One way in which a run differs from the original one, as a sentence. */
export interface Difference {
  readonly text: string;
  /** The same in the original run, where there is something to set against it. */
  readonly before: string | undefined;
  readonly tone: 'worse' | 'better' | 'other';
  /** Where to look: a position in the run that is shown. */
  readonly position: number | undefined;
  /** 0-based line that it is about. */
  readonly line: number | undefined;
}
