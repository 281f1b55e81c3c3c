/**
 * What a sentence about a step says that the step itself does not: the ends of a link, what led to the step, who began a
 * search, how many pieces there are. Reads the file and the recording; runs nothing.
 */
import type { Topology } from '../language/topology';
import { optionOf } from '../simulation/options';
import { cutUp } from '../simulation/patterns/swarm/torrent';
import { stateAt } from '../simulation/seek';
import { sharersOf } from '../simulation/services';
import { settingsOf } from '../simulation/start';
import type { Trace, TraceStep } from '../simulation/trace';
import { firstPush, leadsOn } from './consequences';
import { type Queries, queriesIn } from './queries';
import { english, type Words } from './words';

export interface Wording {
  /** The language of the sentence. */
  readonly words: Words;
  /** The names of the ends of each link that a step cuts or mends. */
  readonly linksOf: (step: TraceStep) => readonly (readonly [string, string])[];
  /** The step that led to this one. */
  readonly cause: (step: TraceStep) => TraceStep | undefined;
  /** The first step with which a server passes on what it is sent with this one. */
  readonly passedOn: (step: TraceStep) => TraceStep | undefined;
  /** Something was done because of it. */
  readonly leadsOn: (step: TraceStep) => boolean;
  /** Into how many pieces a service cuts a resource; undefined where that is not known. */
  readonly pieces: (service: string | undefined, resource: string | undefined) => number | undefined;
  readonly queries: () => Queries | undefined;
  /** Of a copy nearby: a request that an edge makes because it has none is a miss, an answer with a copy that it kept a hit. */
  readonly cache: (step: TraceStep) => 'hit' | 'miss' | undefined;
}

/** `trace` is the one that the steps are from. */
export function wordingOf(topology: Topology, trace: Trace | undefined, words = english): Wording {
  const named = (name: string | undefined) => topology.services.find((service) => service.name === name);
  return {
    words,
    linksOf: ({ changes }) =>
      changes.flatMap((change) => {
        const link = change.kind === 'cut' || change.kind === 'restore' ? topology.links[change.link] : undefined;
        return link ? [[link.a.name, link.b.name] as const] : [];
      }),
    cause: (step) => (step.cause === undefined ? undefined : trace?.steps.at(step.cause)),
    passedOn: (step) => trace && firstPush(trace, step.index),
    leadsOn: (step) => trace === undefined || leadsOn(trace, step.index),
    pieces: (service, resource) => piecesOf(topology, trace?.scenario, service, resource),
    queries: () => trace && queriesIn(trace),
    cache: (step) => (trace && named(step.service)?.pattern === 'cache' ? cacheIn(topology, trace, step) : undefined),
  };
}

function cacheIn({ nodeByName }: Topology, trace: Trace, step: TraceStep): 'hit' | 'miss' | undefined {
  const { from = '', resource = '', service, cause } = step;
  const sender = nodeByName.get(from);
  const isEdge =
    sender?.kind === 'host' && sender.software.some((each) => each.kind === 'edge' && each.service.name === service);
  if (!isEdge || cause === undefined) return undefined;
  if (step.kind === 'request') return 'miss';
  return step.kind === 'data' && stateAt(trace, cause).holds(from).has(resource) ? 'hit' : undefined;
}

function piecesOf(
  topology: Topology,
  scenarioName: string | undefined,
  name: string | undefined,
  resource: string | undefined,
): number | undefined {
  const service = topology.services.find((each) => each.name === name);
  if (service?.pattern !== 'swarm' || resource === undefined) return undefined;
  const scenario = topology.scenarios.find((each) => each.name === scenarioName);
  // What is tried out on top of a scenario has a name of its own, so whether it sets the option is not known.
  const isUnknown = scenarioName !== undefined && !scenario && topology.scenarios.some(setsPieces);
  const sizes = sharersOf(topology, resource).flatMap(({ shares }) =>
    shares.filter((one) => one.resource === resource),
  );
  if (isUnknown || sizes.length === 0) return undefined;
  const sizeBytes = sizes.find((shared) => shared.sizeBytes !== undefined)?.sizeBytes;
  return cutUp(sizeBytes, optionOf({ settings: settingsOf(topology, scenario) }, service, 'pieces')).pieces;
}

function setsPieces({ changes }: Topology['scenarios'][number]): boolean {
  return changes.some((change) => change.kind === 'set-option' && change.option === 'pieces');
}
