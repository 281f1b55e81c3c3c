/**
 * What an application of a service does by itself when a flow says `joins`, `fetches` and so on. Each pattern is one file
 * that builds its actions from requests and pushes; a pattern without an action leaves it out, and the flow is told so.
 */
import type { Host, Service, Topology } from '../../language/topology';
import type { Process } from '../engine';
import type { Failure, Scope } from '../run';
import type { Change } from '../trace';

export interface Action {
  readonly scope: Scope;
  /** Undefined only in a file whose hosts run nothing. */
  readonly service: Service | undefined;
  readonly host: Host;
  readonly line: number;
}

export type ResourceAction = Action & { readonly resource: string };
export type Doing = Process<Failure | undefined>;

export interface Pattern {
  /** What is true at the start of a flow in which all hosts of the service have joined already. */
  joinedByAll?(topology: Topology, service: Service): readonly Change[];
  /** What joining takes beyond being counted as joined; undefined is nothing. */
  join?(action: Action): Doing | undefined;
  leave?(action: Action): Doing | undefined;
  fetch?(action: ResourceAction): Doing;
  search?(action: ResourceAction): Doing;
  publish?(action: ResourceAction): Doing;
  send?(action: Action & { readonly text: string }): Doing;
  call?(action: Omit<Action, 'host'> & { readonly hosts: readonly Host[] }): Doing;
}
