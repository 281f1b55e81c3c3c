/** All patterns that can be simulated, by name: a new one is one file and one line here. */
import type { PatternName } from '../../language/topology';
import { cache } from './cache';
import { dht } from './dht';
import { flooding } from './flooding';
import { gossip } from './gossip';
import { indexServer } from './index-server';
import { mesh } from './mesh';
import type { Pattern } from './pattern';
import { relay } from './relay';
import { request } from './request';
import { sfu } from './sfu';
import { swarm } from './swarm';

export const patterns: Readonly<Partial<Record<PatternName, Pattern>>> = {
  request,
  index: indexServer,
  flooding,
  gossip,
  relay,
  mesh,
  sfu,
  cache,
  dht,
  swarm,
};
