/** One run: what its processes share, and what each of them knows about the step that it carries out. */
import type { Host, Topology } from '../language/topology';
import type { Budget } from './budget';
import type { Chance } from './chance';
import type { Delivering } from './delivery';
import type { Engine } from './engine';
import type { FoundFact, Handling, Recorder } from './recorder';
import type { Settings } from './start';
import type { Draft, State } from './state';
import type { HeldResource } from './world';

export interface Run {
  readonly topology: Topology;
  readonly settings: Settings;
  /** What was true before the first step. */
  readonly initial: State;
  readonly engine: Engine;
  readonly budget: Budget;
  readonly world: Draft;
  readonly recorder: Recorder;
  readonly delivering: Delivering;
  readonly chance: Chance;
  /** 0-based lines of requests that are written as such: only there an `otherwise` block can stand. */
  readonly requestLines: ReadonlySet<number>;
  /** Who has looked what up in this run, as `asker resource` (see `lookedUp`). */
  readonly lookups: Set<string>;
}

/** Where in the flow a process is. */
export interface Scope {
  readonly run: Run;
  /** The step of the trace that led here. */
  readonly cause: number | undefined;
  /** Who deals with a failure here. */
  readonly handling: Handling | undefined;
  readonly depth: number;
}

/** Why something did not work, as a sentence without its full stop, so that other sentences can quote it. */
export interface Failure {
  readonly why: string;
}

/** Of several that happened at the same time, the first in the order of the file counts. */
export function firstFailure(results: readonly (Failure | undefined)[]): Failure | undefined {
  return results.find((failure) => failure !== undefined);
}

export function causedBy(scope: Scope, cause: number | undefined): Scope {
  return { ...scope, cause };
}

export function find(scope: Scope, fact: FoundFact): void {
  scope.run.recorder.find(fact, scope.handling);
}

export function isOffline({ run }: Scope, name: string): boolean {
  return run.world.state.offline.has(name);
}

export function held({ run }: Scope, host: Host, resource: string): HeldResource | undefined {
  return run.world.state.holds.get(host.name)?.get(resource);
}

/** The hosts that the table of an index lists for a resource, in the order in which they registered. */
export function listedAt({ run }: Scope, index: Host, resource: string): readonly string[] {
  return [...(run.world.state.tables.get(index.name)?.get(resource) ?? [])];
}
