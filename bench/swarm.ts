/**
 * How fast swarms are simulated, how much memory the largest takes, and how close they come to the least time in which a
 * file can be brought to all. What to compare with: the BitTorrent example of SimGrid 3.32 with one seed, 10 pieces of 5
 * blocks and 1.25 MB/s both ways takes 1.0 s for 100 peers, 46 s for 500 and 84 s for 1,000 on a machine with two cores.
 * Our pieces are as many as its blocks, so that there are as many transfers; the goal is a fiftieth of its time.
 */
import { compile } from '../src/language/compile';
import { simulate } from '../src/simulation/simulate';
import type { Trace } from '../src/simulation/trace';
import { median } from './measure';
import type { Figure } from './report';

interface Size {
  readonly peers: number;
  readonly pieces: number;
  readonly upKbps: number;
  readonly downKbps: number;
}

const repetitions = 5;
const sizeMB = 100;
const usual = { upKbps: 8000, downKbps: 80_000 };

export function* swarmFigures(): Generator<Figure> {
  const yardstick = { peers: 1000, pieces: 50, upKbps: 10_000, downKbps: 10_000 };
  yield { what: 'swarm as in SimGrid: 1,000 peers, 50 pieces', value: runMs(yardstick), unit: 'ms', goal: 84_000 / 50 };
  const thousand = { ...usual, peers: 1000, pieces: 100 };
  yield { what: 'swarm of 1,000 peers, 100 pieces', value: runMs(thousand), unit: 'ms', goal: 3000 };
  yield* largeFigures({ ...usual, peers: 10_000, pieces: 100 });
  yield { what: 'its time above the least possible, 1,000 peers', value: excess(thousand), unit: '%', goal: 20 };
  const fine = { ...usual, peers: 1000, pieces: 1000 };
  yield { what: 'the same with 1,000 pieces', value: excess(fine), unit: '%', goal: 10 };
}

function* largeFigures(size: Size): Generator<Figure> {
  const startMs = performance.now();
  const trace = run(size);
  const what = `swarm of 10,000 peers, 100 pieces, ${(trace.steps.length / 1e6).toFixed(1)} million steps`;
  yield { what, value: performance.now() - startMs, unit: 'ms', goal: 60_000 };
  yield { what: 'memory of the process after it', value: process.memoryUsage().rss / 1e6, unit: 'MB', goal: 2000 };
}

function runMs(size: Size): number {
  const times: number[] = [];
  for (let turn = 0; turn < repetitions; turn += 1) {
    const startMs = performance.now();
    run(size);
    times.push(performance.now() - startMs);
  }
  return median(times);
}

/** In percent of max(F/us, F/dmin, NF/(us + Σui)), which for equal rates is F divided by the lower of both (Kumar and Ross 2006). */
function excess(size: Size): number {
  const leastMs = (sizeMB * 8e6) / Math.min(size.upKbps, size.downKbps);
  return (run(size).endMs / leastMs - 1) * 100;
}

function run({ peers, pieces, upKbps, downKbps }: Size): Trace {
  const { topology } = compile(`service files uses swarm pieces ${pieces}
switch s
host tracker runs files tracker
host seed runs files peer shares "film" ${sizeMB}MB up ${upKbps}kbps down ${downKbps}kbps
host p[${peers}] runs files peer up ${upKbps}kbps down ${downKbps}kbps
link tracker, seed, p -- s 100Gbps 1ms
flow "F" {
  p fetches "film"
}`);
  const [flow] = topology.flows;
  if (!flow) throw new Error('The file has no flow.');
  const trace = simulate(topology, flow, { maxSteps: 5_000_000 });
  if (trace.outcome === 'failed') throw new Error(trace.why);
  return trace;
}
