/**
 * The checked meaning of a file: names are resolved, groups expanded, defaults filled in. This is all that simulation,
 * analysis and scene see of a file; it is independent of how the text was parsed. Order is always declaration order.
 */
import type { Span } from './source';

/** What one end of a request is in it; `both` only where roles are added up over several requests. */
export type Role = 'client' | 'server' | 'both';

export const patternNames = [
  'request',
  'index',
  'flooding',
  'swarm',
  'dht',
  'gossip',
  'relay',
  'mesh',
  'sfu',
  'cache',
] as const;
export type PatternName = (typeof patternNames)[number];

export const softwareKinds = ['client', 'server', 'peer', 'index', 'tracker', 'edge', 'origin'] as const;
export type SoftwareKind = (typeof softwareKinds)[number];

export interface Service {
  readonly name: string;
  readonly pattern: PatternName;
  /** The pattern's options, such as `ttl` or `pieces`; only those that the file sets. */
  readonly options: ReadonlyMap<string, number>;
  readonly span: Span;
}

/** `runs music peer`: a program that takes part in a service, as a client, a server, or (a peer) both at once. */
export interface Software {
  readonly service: Service;
  readonly kind: SoftwareKind;
  readonly span: Span;
}

/** `shares "song.mp3" 4MB in music`: what a host holds at the start. */
export interface SharedResource {
  readonly resource: string;
  readonly sizeBytes: number | undefined;
  readonly service: Service | undefined;
  readonly span: Span;
}

/** `lists "song.mp3" at bob`: what an index or tracker knows at the start. */
export interface Listing {
  readonly resource: string;
  readonly hosts: readonly Host[];
  readonly span: Span;
}

interface NodeBase {
  /** Place in `Topology.nodes`. */
  readonly index: number;
  /** Unique in the file; a member of a group is called `peer[7]`. */
  readonly name: string;
  /** The group's name where this is a member of one. */
  readonly group: string | undefined;
  /** A pinned place in the diagram, in the diagram's units; all members of a group have that of the group as one. */
  readonly at: { readonly x: number; readonly y: number } | undefined;
  /** The name where it is declared. */
  readonly span: Span;
}

export interface Host extends NodeBase {
  readonly kind: 'host';
  readonly declaredRole: Role | undefined;
  /** The role word of the declaration, for reports about it. */
  readonly roleSpan: Span | undefined;
  readonly software: readonly Software[];
  readonly shares: readonly SharedResource[];
  readonly lists: readonly Listing[];
  /** Access rates in bits per second; `undefined` is unlimited. */
  readonly upBps: number | undefined;
  readonly downBps: number | undefined;
  readonly note: string | undefined;
}

/** A machine that forwards what others send. */
export interface Device extends NodeBase {
  readonly kind: 'switch' | 'router' | 'cloud';
}

export type Node = Host | Device;

/** A full-duplex physical link; `service` makes it an overlay link: neighbours in an application, nothing physical. */
export interface Link {
  /** Place in `Topology.links`. */
  readonly index: number;
  readonly a: Node;
  readonly b: Node;
  /** Bits per second in each direction. */
  readonly rateBps: number;
  readonly latencyMs: number;
  /** 0 … 1. */
  readonly loss: number;
  readonly service: Service | undefined;
  readonly span: Span;
}

export type Message =
  | { readonly verb: 'get'; readonly resource: string }
  | { readonly verb: 'put'; readonly resource: string; readonly sizeBytes: number | undefined }
  | { readonly verb: 'lookup' | 'register' | 'unregister'; readonly resource: string }
  | { readonly verb: 'login'; readonly account: string | undefined }
  | {
      /** A message in the author's own words. */
      readonly verb: 'send';
      readonly text: string;
      readonly sizeBytes: number | undefined;
      readonly takesMs: number | undefined;
      readonly reply: { readonly text: string; readonly sizeBytes: number | undefined } | undefined;
    };

/** What a question is about: who asks, who answers, what comes next, what is answered, how it ends. */
export const questionTopics = ['client', 'server', 'next', 'answer', 'outcome'] as const;
export type QuestionTopic = (typeof questionTopics)[number];

/** A question to the learner, asked before the step that it stands in front of. It makes no step of a run. */
export interface Ask {
  readonly text: string;
  /** Of the next message; without it the question is an open one. */
  readonly about: QuestionTopic | undefined;
  /** 0-based. */
  readonly line: number;
}

/** Every step has the span of its statement, without the block. `asks` are the questions in front of it, if there are any. */
export type Step = StepKinds & { readonly asks?: readonly Ask[] };

type StepKinds =
  | {
      /** `A -> B : message { body } otherwise { … }`. Each host of `from` asks each host of `to`, all at the same time. */
      readonly kind: 'request';
      readonly from: readonly Host[];
      readonly to: readonly Host[];
      readonly message: Message;
      /** `undefined` only in a file without any software, and where a diagnostic says that it could not be settled. */
      readonly service: Service | undefined;
      readonly body: readonly Step[];
      readonly otherwise: readonly Step[] | undefined;
      readonly span: Span;
    }
  | {
      /** `A ~> B : message`, one-way. */
      readonly kind: 'push';
      readonly from: readonly Host[];
      readonly to: readonly Host[];
      readonly message: Message;
      readonly service: Service | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'join' | 'leave'; readonly hosts: readonly Host[]; readonly service: Service; readonly span: Span }
  | {
      readonly kind: 'fetch' | 'search' | 'publish';
      readonly hosts: readonly Host[];
      readonly resource: string;
      readonly service: Service | undefined;
      readonly span: Span;
    }
  | {
      /** `A sends "text"`: to everybody else who joined. */
      readonly kind: 'send';
      readonly hosts: readonly Host[];
      readonly text: string;
      readonly service: Service | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly hosts: readonly Host[];
      readonly service: Service | undefined;
      readonly span: Span;
    }
  | Fault
  | { readonly kind: 'wait'; readonly durationMs: number; readonly span: Span }
  | { readonly kind: 'note'; readonly text: string; readonly span: Span }
  | { readonly kind: 'together'; readonly body: readonly Step[]; readonly span: Span }
  | { readonly kind: 'repeat'; readonly count: number; readonly body: readonly Step[]; readonly span: Span };

/** What can go wrong, in a flow or a scenario. */
export type Fault =
  | { readonly kind: 'offline' | 'online'; readonly nodes: readonly Node[]; readonly span: Span }
  | { readonly kind: 'cut' | 'restore'; readonly links: readonly Link[]; readonly span: Span };

export type ScenarioChange =
  | Fault
  | {
      readonly kind: 'set-rate';
      readonly hosts: readonly Host[];
      readonly direction: 'up' | 'down';
      readonly rateBps: number;
      readonly span: Span;
    }
  | {
      readonly kind: 'set-option';
      readonly service: Service;
      readonly option: string;
      readonly value: number;
      readonly span: Span;
    };

export interface Flow {
  readonly name: string;
  readonly steps: readonly Step[];
  /** False where one of its lines, or of the links, could not be understood: what would happen then is not all known. */
  readonly isWhole: boolean;
  /** The flow's name where it is declared. */
  readonly span: Span;
}

/** Changes that hold from the start of a run. */
export interface Scenario {
  readonly name: string;
  readonly changes: readonly ScenarioChange[];
  readonly span: Span;
}

export type Comparison = '<' | '<=' | '=' | '>=' | '>';
export type Architecture = 'client-server' | 'peer-to-peer' | 'hybrid';

/**
 * What the file claims of its own behaviour. The span is the claim with its word `expect`, and `text` the same as it was
 * written: neither holds points, nor what is said `otherwise`.
 */
export type Expectation = {
  readonly text: string;
  readonly span: Span;
  /** The flow it speaks of; `undefined` speaks of all flows. */
  readonly flow: Flow | undefined;
  readonly scenario: Scenario | undefined;
  /** The author's words for whoever does not meet it yet. */
  readonly otherwise?: string;
} & (
  | {
      readonly kind: 'role';
      readonly hosts: readonly Host[];
      readonly role: Role;
      readonly service: Service | undefined;
    }
  /** No hosts: `finds nothing`. */
  | { readonly kind: 'lookup'; readonly resource: string; readonly hosts: readonly Host[] }
  | { readonly kind: 'outcome'; readonly flow: Flow; readonly succeeds: boolean }
  | { readonly kind: 'takes'; readonly flow: Flow; readonly comparison: Comparison; readonly durationMs: number }
  | { readonly kind: 'sends'; readonly flow: Flow; readonly comparison: Comparison; readonly count: number }
  | {
      readonly kind: 'transfers';
      readonly flow: Flow;
      readonly hosts: readonly Host[];
      readonly direction: 'uploads' | 'downloads';
      readonly comparison: Comparison;
      readonly sizeBytes: number;
    }
  | { readonly kind: 'needs'; readonly flow: Flow; readonly nodes: readonly Node[] }
  /** `nodes` undefined: any one host. */
  | { readonly kind: 'survives'; readonly flow: Flow; readonly nodes: readonly Node[] | undefined }
  | { readonly kind: 'architecture'; readonly architecture: Architecture; readonly service: Service | undefined }
  | { readonly kind: 'carries-no-data'; readonly hosts: readonly Host[] }
);

/** One thing that an exercise checks, and what it is worth. */
export interface ExerciseCheck {
  readonly points: number;
  /** One of the topology's; undefined where it could not be understood, which is reported. */
  readonly expectation: Expectation | undefined;
  /** As those of the expectation. */
  readonly text: string;
  readonly span: Span;
  readonly otherwise: string | undefined;
}

/** A task for the learner. Its expectations are among those of the topology as well. */
export interface Exercise {
  readonly name: string;
  /** Paragraphs. */
  readonly tasks: readonly string[];
  /** To be shown one after the other. */
  readonly hints: readonly string[];
  readonly checks: readonly ExerciseCheck[];
  /** The exercise's name where it is declared. */
  readonly span: Span;
}

export interface Topology {
  readonly title: string | undefined;
  readonly services: readonly Service[];
  /** Hosts and devices, in declaration order. */
  readonly nodes: readonly Node[];
  readonly hosts: readonly Host[];
  /** The same nodes by name, group members included. */
  readonly nodeByName: ReadonlyMap<string, Node>;
  readonly links: readonly Link[];
  readonly flows: readonly Flow[];
  readonly scenarios: readonly Scenario[];
  readonly expectations: readonly Expectation[];
  /** Two may have the same name, which is reported. */
  readonly exercises: readonly Exercise[];
}

export function isHost(node: Node): node is Host {
  return node.kind === 'host';
}

/** First lessons speak of roles only: where no host runs anything, software is not asked for. */
export function hasSoftware(topology: Topology): boolean {
  return topology.hosts.some((host) => host.software.length > 0);
}

/** All steps of a flow, in no particular order; without recursion, because blocks may be nested to any depth. */
export function* allSteps(flow: Flow): Generator<Step> {
  const pending = [...flow.steps];
  for (let step = pending.pop(); step; step = pending.pop()) {
    yield step;
    if ('body' in step) for (const inner of step.body) pending.push(inner);
    if (step.kind === 'request') for (const inner of step.otherwise ?? []) pending.push(inner);
  }
}
