/**
 * What a run leaves behind, recorded once, that every view only seeks in. A trace knows names, not objects, so that it can
 * be sent, stored and compared. Times are milliseconds from the start of the run, sizes are bytes, lines are 0-based.
 */
import type { State } from './state';
import type { StepList } from './step-list';

export type TraceKind =
  | 'request'
  | 'response'
  | 'data'
  | 'push'
  | 'query'
  | 'hit'
  | 'piece'
  | 'stream'
  | 'state'
  | 'fault'
  | 'note';

/** One difference that a step makes to the world. */
export type Change =
  | { readonly kind: 'holds'; readonly host: string; readonly resource: string; readonly sizeBytes: number | undefined }
  /** One piece of a resource, counted from 0, has come to a host of a swarm. */
  | { readonly kind: 'piece'; readonly host: string; readonly resource: string; readonly piece: number }
  | {
      /** The table of an index (or tracker) gains or loses the entry resource → host. */
      readonly kind: 'lists' | 'unlists';
      readonly index: string;
      readonly service: string | undefined;
      readonly resource: string;
      readonly host: string;
    }
  | { readonly kind: 'joins' | 'leaves'; readonly host: string; readonly service: string }
  | { readonly kind: 'offline' | 'online'; readonly node: string }
  /** `link` is the place in `Topology.links`. */
  | { readonly kind: 'cut' | 'restore'; readonly link: number };

export interface TraceStep {
  /** Place in `Trace.steps`. */
  readonly index: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly kind: TraceKind;
  /**
   * Sender and receiver of this message. A state step has only `from`, the host that acts, and a fault the node; a fault of
   * a link has both of its ends. A note and a `wait` have neither.
   */
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Who asks and who provides in the request that this message belongs to. */
  readonly client: string | undefined;
  readonly server: string | undefined;
  /**
   * Names of the nodes that the message passes, both ends included; where it failed on the way, up to there. Empty where
   * the sender is offline, so that nothing was sent. A state step or fault has the nodes that it concerns.
   */
  readonly path: readonly string[];
  readonly service: string | undefined;
  /**
   * get, put, lookup, register, unregister, login, send; join, leave, wait, or (a host that is offline tried to act) fetch,
   * search, publish, send; offline, online, cut, restore; note. Of the patterns: query, query-hit; announce, handshake;
   * find-node, find-value, store; inv, getdata; offer, answer, stream.
   */
  readonly verb: string | undefined;
  readonly resource: string | undefined;
  /** The author's own words: a message's, a reply's, a note's, an account. */
  readonly text: string | undefined;
  readonly sizeBytes: number | undefined;
  /** Which piece of the resource, counted from 0: in a swarm. */
  readonly piece: number | undefined;
  /** How many more times a query may be passed on, when it sets out. */
  readonly ttl: number | undefined;
  readonly line: number;
  /** The step that led to this one (a response's request, a nested request's outer one). */
  readonly cause: number | undefined;
  readonly outcome: 'ok' | 'failed';
  /** The reason of a failure, or of something worth saying: a sentence. */
  readonly why: string | undefined;
  /** The hosts that an answer names: whom an index lists, who has what a query is for, whom a tracker or a peer knows. */
  readonly answer: readonly string[] | undefined;
  /** Those of `answer` that are offline now. */
  readonly stale: readonly string[];
  /** True once this step has been played: it counts as a whole, even where another step began before its end. */
  readonly changes: readonly Change[];
}

/** One notable fact about a run, found while it happened; the analysis makes diagnostics of them. */
export interface Finding {
  readonly code:
    | 'host-offline'
    | 'no-path'
    | 'not-held'
    | 'register-not-held'
    | 'lookup-finds-nothing'
    | 'stale-entry'
    | 'transfer-without-lookup'
    | 'payload-through-index'
    | 'not-registered'
    | 'request-failed'
    | 'too-large';
  readonly line: number;
  /** Full sentences in the user's own names, with what to do about it. */
  readonly message: string;
  /** Place in `Trace.steps` where it shows, if there is one. */
  readonly step: number | undefined;
  /** An `otherwise` block deals with it. */
  readonly handled: boolean;
  /** For lookup findings: the resource and the hosts concerned. */
  readonly resource?: string;
  readonly hosts?: readonly string[];
}

/**
 * The counters of one host over a whole run. Bytes and messages count where they have arrived; an answer counts once it is
 * sent. A stream counts at both of its ends.
 */
export interface HostMetrics {
  readonly host: string;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly messagesSent: number;
  readonly messagesReceived: number;
  readonly requestsServed: number;
  readonly streamsOut: number;
  readonly streamsIn: number;
}

export interface Trace {
  readonly flow: string;
  readonly scenario: string | undefined;
  readonly seed: number;
  readonly outcome: 'completed' | 'failed';
  /** Why the flow failed: a sentence. */
  readonly why: string | undefined;
  readonly endMs: number;
  readonly steps: StepList;
  /** What is true before the first step. */
  readonly initial: State;
  /** All hosts, in declaration order. */
  readonly metrics: readonly HostMetrics[];
  readonly findings: readonly Finding[];
  /** Set where the run was cut short by its budget: a sentence that says what was left out. */
  readonly truncated: string | undefined;
}
