/** The state of a node in a word or two, the same below its picture and in the list of nodes. */
import type { NodeState } from '../src/scene/scene';
import { strings } from './strings';

/** The roles so far, or what is wrong; of several nodes drawn as one, how many are what. */
export function roleWords(state: NodeState | undefined): string | undefined {
  if (!state) return undefined;
  if (!state.online) return strings.offline;
  const { crowd, roleSoFar } = state;
  if (crowd && crowd.offline > 0) return strings.someOffline(crowd.offline, crowd.count);
  if (crowd && roleSoFar === 'both') return strings.crowdRoles(crowd.clients, crowd.servers, crowd.both);
  return roleSoFar && strings[roleSoFar];
}
