/**
 * What the checks find out about a file by running it: the one result that the editor, the panel and the command line
 * show. This file holds the types alone.
 */
import type { Diagnostic, Related, Span } from '../language/source';
import type { Architecture, Expectation, Host, Role, Topology } from '../language/topology';
import type { Trace } from '../simulation/trace';
import type { RunMemory } from './run-memory';

/** Why a role is what it is: a place and a few words ("asks napster in “Find and fetch”"). */
export interface Evidence {
  readonly span: Span;
  readonly text: string;
}

/** One role of a host in one service over all flows; `service` is undefined in a file without software. */
export interface ServiceRole {
  readonly service: string | undefined;
  readonly role: Role;
}

/** The three roles of a host, side by side. */
export interface HostRoles {
  readonly host: Host;
  readonly declared: Role | undefined;
  readonly capable: Role | undefined;
  /** Over all flows and services; undefined if the host takes part in none. */
  readonly exercised: Role | undefined;
  readonly exercisedByService: readonly ServiceRole[];
  readonly evidence: {
    readonly declared: readonly Evidence[];
    readonly capable: readonly Evidence[];
    readonly exercised: readonly (Evidence & {
      readonly role: 'client' | 'server';
      readonly service: string | undefined;
    })[];
  };
}

export interface ArchitectureFinding {
  /** `undefined` where nothing is exchanged. */
  readonly kind: Architecture | undefined;
  readonly reasons: readonly string[];
}

export interface ArchitectureReport extends ArchitectureFinding {
  readonly services: readonly (ArchitectureFinding & { readonly service: string | undefined })[];
}

export interface ExpectationResult {
  readonly expectation: Expectation;
  readonly outcome: 'pass' | 'fail';
  /** False where nothing is known: the outcome is then `fail`. */
  readonly isChecked: boolean;
  /** What was found, as a short phrase. */
  readonly actual: string;
  /** The reason, as sentences. */
  readonly because: string;
  /** The lines behind it. */
  readonly related: readonly Related[];
}

/** What a lookup came to, in the run of its flow without a scenario. `line` is 0-based. */
export interface LookupResult {
  readonly flow: string;
  readonly line: number;
  readonly resource: string;
  /** The index or tracker that answered; undefined where the client has searched among its peers. */
  readonly index: string | undefined;
  readonly client: string;
  readonly finds: readonly string[];
  readonly stale: readonly string[];
}

export interface Analysis {
  readonly topology: Topology;
  /** The run of each flow without a scenario, by the flow's name; missing where it was too large to run. */
  readonly traces: ReadonlyMap<string, Trace>;
  readonly roles: readonly HostRoles[];
  readonly architecture: ArchitectureReport;
  readonly lookups: readonly LookupResult[];
  readonly expectations: readonly ExpectationResult[];
  /** What running the flows and checking the expectations reports; the language's own diagnostics are not repeated. */
  readonly diagnostics: readonly Diagnostic[];
  /** For the analysis of the next version. */
  readonly memory: RunMemory;
}
