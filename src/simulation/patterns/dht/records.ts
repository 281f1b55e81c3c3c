/**
 * Records of who has what: how peers are asked to keep one, and how one passes to a newcomer that is nearer to its key
 * (section 2.5 of the paper).
 */
import type { Host, Service } from '../../../language/topology';
import type { Change } from '../../trace';
import { type Key, keyOf } from './keys';
import type { Network } from './network';
import { byDistance, type Contact, contactOf } from './roster';
import type { Hit, Query, Talk } from './talk';

export function store(
  talk: Talk,
  query: Omit<Query, 'content'>,
  resource: string,
  providers: readonly string[],
  done: (isKept: boolean) => void,
): void {
  const { action, ask, contentOf } = talk;
  const { recorder } = action.scope.run;
  const noted: Hit = { content: contentOf('hit', 'store', resource) };
  const keep = (step: number) => {
    for (const change of entries(action.service, query.to, resource, providers)) recorder.change(step, change);
    return noted;
  };
  ask({ ...query, content: contentOf('query', 'store', resource) }, keep, (_, isAnswered) => done(isAnswered));
}

/** What it means that a host keeps records of who has a resource. */
export function entries(
  service: Service | undefined,
  { name: index }: Host,
  resource: string,
  providers: readonly string[],
): readonly Change[] {
  return providers.map((host) => ({ kind: 'lists', index, service: service?.name, resource, host }));
}

/**
 * A host has learned of another: what that one is near enough to keep, it is told. In the paper only the nearest of those
 * that keep a record hands it over, and where many join at once it may know too little; here all that still are to keep it
 * may, and nobody is told twice.
 */
export function handOver(talk: Talk, host: Host, newcomer: Contact, cause: number): void {
  const { network, action } = talk;
  const { budget, world } = action.scope.run;
  for (const [resource, providers] of world.state.tables.get(host.name) ?? []) {
    budget.spendWork(network.size + providers.size);
    if (!areNearEnough(network, host, newcomer, keyOf(resource))) continue;
    const news = network.untold(newcomer.host, resource, providers);
    if (news.length > 0) store(talk, { from: host, to: newcomer.host, cause }, resource, news, () => {});
  }
}

/** As far as the host knows, the newcomer and it itself are among the nearest to the key. */
function areNearEnough({ tableOf, size }: Network, host: Host, newcomer: Contact, key: Key): boolean {
  const own = contactOf(host);
  const others = tableOf(host).nearest(key, size, newcomer);
  const nearest = byDistance([own, ...others, newcomer], key).slice(0, size + 1);
  return nearest.includes(newcomer) && nearest.includes(own);
}
