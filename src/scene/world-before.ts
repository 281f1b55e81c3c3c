/** The world of a file whose flows have not been run: everybody is online and holds what the file says. */
import type { Topology } from '../language/topology';
import { worldOf } from '../simulation/seek';
import { declaredWorld } from '../simulation/start';
import type { World } from '../simulation/world';

export function worldBefore(topology: Topology): World {
  return worldOf(declaredWorld(topology));
}
