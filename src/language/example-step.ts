/** A first step for a flow: two hosts of the file that can talk to each other. */
import type { Network } from './link-steps';
import { candidatesOf } from './software';
import type { Host } from './topology';

/** Among the first so many hosts. */
const maximumTried = 30;

export function exampleStep({ hosts, reachability, hasSoftware }: Network): string | undefined {
  const tried = hosts.slice(0, maximumTried);
  const canAsk = (a: Host, b: Host): boolean =>
    a !== b &&
    (!reachability.hasNetwork || reachability.canReach(a, b)) &&
    (!hasSoftware || candidatesOf({ askers: [a], answerers: [b], demand: 'other' }).length === 1);
  for (const asker of tried) {
    const answerer = tried.find((host) => canAsk(asker, host));
    if (answerer) return `${asker.name} -> ${answerer.name} : "hello"`;
  }
  return undefined;
}
