/** One run: what its processes share, and what each of them knows about the step that it carries out. */
import type { Host, Topology } from '../language/topology';
import type { Budget } from './budget';
import type { Delivering } from './delivery';
import type { Engine } from './engine';
import type { FoundFact, Handling, OpenStep, Recorder } from './recorder';
import type { Settings } from './start';
import type { Draft } from './state';
import type { HeldResource, WorldState } from './trace';

export interface Run {
  readonly topology: Topology;
  readonly settings: Settings;
  readonly engine: Engine;
  readonly budget: Budget;
  readonly world: Draft;
  readonly recorder: Recorder;
  readonly delivering: Delivering;
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

export function causedBy(scope: Scope, step: OpenStep | number | undefined): Scope {
  return { ...scope, cause: typeof step === 'object' ? step.index : step };
}

export function find(scope: Scope, fact: FoundFact): void {
  scope.run.recorder.find(fact, scope.handling);
}

export function stateOf(scope: Scope): WorldState {
  return scope.run.world.state;
}

export function isOffline(scope: Scope, name: string): boolean {
  return stateOf(scope).offline.has(name);
}

export function held(scope: Scope, host: Host, resource: string): HeldResource | undefined {
  return stateOf(scope).holds.get(host.name)?.get(resource);
}

/** The hosts that the table of an index lists for a resource, in the order in which they registered. */
export function listedAt(scope: Scope, index: Host, resource: string): readonly string[] {
  return [...(stateOf(scope).tables.get(index.name)?.get(resource) ?? [])];
}
