/**
 * Runs that later versions of a file need not make again: those of flows that an edit leaves alone, for as long as it
 * leaves all declarations alone, too. It knows objects by identity, which compiling keeps for what has not changed.
 */
import type { Flow, Topology } from '../language/topology';
import type { Trace } from '../simulation/trace';
import type { Circumstances } from './runs';

export interface RunMemory {
  recall(flow: Flow, circumstances: Circumstances): Trace | undefined;
  remember(flow: Flow, circumstances: Circumstances, trace: Trace): void;
  /** A flow of this topology runs as it did when it was remembered. */
  isFor(topology: Topology): boolean;
}

/** The same memory while it serves, else an empty one. */
export function memoryFor(topology: Topology, previous: RunMemory | undefined): RunMemory {
  return previous?.isFor(topology) ? previous : emptyMemory(topology);
}

function emptyMemory({ nodes, links, services }: Topology): RunMemory {
  // Weak, so that the flows and scenarios of earlier versions do not pile up.
  const traces = new WeakMap<Flow, WeakMap<object, Map<string, Trace>>>();
  return {
    recall: (flow, circumstances) =>
      traces
        .get(flow)
        ?.get(circumstances.scenario ?? flow)
        ?.get(lossOf(circumstances)),
    remember(flow, circumstances, trace) {
      const ofFlow = traces.get(flow) ?? new WeakMap<object, Map<string, Trace>>();
      const ofScenario = ofFlow.get(circumstances.scenario ?? flow) ?? new Map<string, Trace>();
      traces.set(flow, ofFlow.set(circumstances.scenario ?? flow, ofScenario.set(lossOf(circumstances), trace)));
    },
    isFor: (topology) =>
      topology.nodes === nodes &&
      topology.links === links &&
      topology.services.length === services.length &&
      topology.services.every((service, place) => service === services[place]),
  };
}

function lossOf({ without, isAbsent }: Circumstances): string {
  return without === undefined ? '' : `${without.name} ${isAbsent}`;
}
