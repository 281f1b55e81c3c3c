/** Text in, scene out: what the tests of the scene share. */
import { analyse } from '../../src/analysis/analyse';
import { compile } from '../../src/language/compile';
import type { Topology } from '../../src/language/topology';
import { frame } from '../../src/scene/frame';
import type { Frame } from '../../src/scene/scene';
import { simulate } from '../../src/simulation/simulate';
import type { Trace } from '../../src/simulation/trace';

export function topologyOf(text: string): Topology {
  return compile(text).topology;
}

export interface Run {
  readonly topology: Topology;
  readonly trace: Trace;
  at(position: number, selection?: string): Frame;
  /** The sentence of each step. */
  readonly sentences: readonly string[];
}

/** Runs the first flow, under the first scenario if there is one and it is asked for. */
export function run(text: string, options: { scenario?: boolean } = {}): Run {
  const { topology } = compile(text);
  const flow = topology.flows[0];
  if (!flow) throw new Error('The text has no flow.');
  const trace = simulate(topology, flow, options.scenario ? { scenario: topology.scenarios[0] } : {});
  const { roles } = analyse(topology);
  const at = (position: number, selection?: string) => frame(topology, trace, position, selection, roles);
  return {
    topology,
    trace,
    at,
    get sentences() {
      return trace.steps.map((_, index) => at(index + 1).sentence);
    },
  };
}

export const hybrid = `
service music uses index
host napster : server runs music index
host alice : client runs music peer
host bob : both runs music peer shares "song.mp3" 4MB
switch lan
link napster, alice, bob -- lan 100Mbps 2ms
flow "Find and fetch" {
  note "Bob tells what he has."
  bob -> napster : register "song.mp3"
  alice -> napster : lookup "song.mp3"
  alice -> bob : get "song.mp3"
}
`;
