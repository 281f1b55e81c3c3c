/** A line that lets a host join first: who is to talk, or who has what is looked for, in a flow in which others join. */
import { overlayOf } from '../language/neighbours';
import type { Fix } from '../language/source';
import type { Host } from '../language/topology';
import { shorten } from '../language/wording';
import { runsService, sharersOf } from '../simulation/services';
import type { Finding } from '../simulation/trace';
import { type FlowRun, hostNamed, writeBefore } from './flow-run';

export function joinFirst(run: FlowRun, line: number, { name }: Host, service: string): Fix {
  return writeBefore(run, line, `${name} joins ${service}`, `Let ${shorten(name)} join first`, true);
}

/** Who is to talk has not joined, in a flow in which others do. */
export function letJoin(run: FlowRun, { step, line, hosts: [name] = [] }: Finding): readonly Fix[] {
  const service = run.actions().get(line)?.service;
  const host = hostNamed(run.topology, name);
  if (!host || !service || run.joined().get(service.name)?.has(host)) return [];
  if (run.at(step ?? run.trace.steps.length).offline.has(host.name)) return [];
  return [joinFirst(run, line, host, service.name)];
}

/** A search that asks no index finds who takes part. Whether it gets to a neighbour of somebody is another matter. */
export function letSharerJoin(run: FlowRun, { step: place, line, resource = '' }: Finding): readonly Fix[] {
  const { topology, trace } = run;
  const action = run.actions().get(line);
  const service = action?.service;
  const joined = service && run.joined().get(service.name);
  if (!joined || overlayOf(topology.links, service)) return [];
  const { offline } = run.at(place ?? trace.steps.length);
  const isAway = (host: Host): boolean => offline.has(host.name) || joined.has(host) || action.hosts.includes(host);
  const sharer = sharersOf(topology, resource).find((host) => runsService(host, service) && !isAway(host));
  return sharer ? [joinFirst(run, line, sharer, service.name)] : [];
}
