/**
 * What a run leaves behind: plain data, recorded once, that every view only seeks in. A trace knows names, not objects,
 * so that it can be sent, stored and compared. Times are milliseconds from the start of the run, sizes are bytes,
 * lines are 0-based.
 */

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
   * search, publish, send; offline, online, cut, restore; note.
   */
  readonly verb: string | undefined;
  readonly resource: string | undefined;
  /** The author's own words: a message's, a reply's, a note's, an account. */
  readonly text: string | undefined;
  readonly sizeBytes: number | undefined;
  readonly line: number;
  /** The step that led to this one (a response's request, a nested request's outer one). */
  readonly cause: number | undefined;
  readonly outcome: 'ok' | 'failed';
  /** The reason of a failure, or of something worth saying: a sentence. */
  readonly why: string | undefined;
  /** What an index answers to a lookup: the hosts it lists. Only in the response to a lookup. */
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

/** The counters of one host over a whole run: bytes that arrived, answers that were sent. All hosts, in declaration order. */
export interface HostMetrics {
  readonly host: string;
  readonly bytesSent: number;
  readonly bytesReceived: number;
  readonly requestsServed: number;
  readonly streamsOut: number;
  readonly streamsIn: number;
}

export interface HeldResource {
  readonly resource: string;
  readonly sizeBytes: number | undefined;
}

/** What is true between two steps. Maps and sets are in order of insertion. */
export interface WorldState {
  readonly offline: ReadonlySet<string>;
  /** Places in `Topology.links`. */
  readonly cut: ReadonlySet<number>;
  /** What each host holds, by host and resource. */
  readonly holds: ReadonlyMap<string, ReadonlyMap<string, HeldResource>>;
  /** Tables of index hosts: index host → resource → hosts that it lists. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  /** Who has joined, by service. */
  readonly joined: ReadonlyMap<string, ReadonlySet<string>>;
  /** Roles taken so far, by host, then by service (the empty string where there is none). */
  readonly roles: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<'client' | 'server'>>>;
}

export interface Trace {
  readonly flow: string;
  readonly scenario: string | undefined;
  readonly seed: number;
  readonly outcome: 'completed' | 'failed';
  /** Why the flow failed: a sentence. */
  readonly why: string | undefined;
  readonly endMs: number;
  readonly steps: readonly TraceStep[];
  /** The world before the first step. */
  readonly initial: WorldState;
  readonly metrics: readonly HostMetrics[];
  readonly findings: readonly Finding[];
  /** Set where the run was cut short by its budget: a sentence that says what was left out. */
  readonly truncated: string | undefined;
}
