/**
 * What to say where nobody is found who has a resource: that whoever shares it is offline or has not joined is worth more than
 * that nobody has it. Decides nothing about the run.
 */
import type { Run } from '../run';
import { partakersOf, sharersOf } from '../services';
import { saying } from '../words';
import type { ResourceAction } from './pattern';
import type { Nobody } from './peers';

/** `usually` is what to say where somebody who shares it is there, or nobody shares it. */
export function nobodyHas(action: ResourceAction, usually: Nobody): Nobody {
  return hasItself(action) ?? absentSharer({ ...action, run: action.scope.run }) ?? usually;
}

function hasItself({ scope: { run }, host, resource }: ResourceAction): Nobody | undefined {
  if (!run.world.state.holds.get(host.name)?.has(resource)) return undefined;
  const why = saying`${host.name} has “${resource}” already, and finds nobody else who has it`;
  return { why, remedy: 'Let a host that lacks it fetch it.' };
}

/** What is wanted, where. */
type Wanted = Pick<ResourceAction, 'service' | 'resource'> & { readonly run: Run };

/** Somebody in the service shares it, and none of them takes part now. */
export function absentSharer({ run: { topology, world }, service, resource }: Wanted): Nobody | undefined {
  if (!service) return undefined;
  const { offline, joined } = world.state;
  const partakers = new Set(partakersOf(topology, service));
  const sharers = sharersOf(topology, resource).filter((host) => partakers.has(host));
  const online = sharers.filter(({ name }) => !offline.has(name));
  const [sharer] = online.length > 0 ? online : sharers;
  if (!sharer || online.some(({ name }) => joined.get(service.name)?.has(name))) return undefined;
  if (online.length > 0) {
    const why = saying`${sharer.name} has “${resource}”, but takes no part in ${service.name}`;
    return { why, remedy: saying`Let it join before: ${sharer.name} joins ${service.name}.` };
  }
  const why = saying`${sharer.name} has “${resource}”, but is offline`;
  return { why, remedy: 'Bring it back before this line, or let another host share the same.' };
}
