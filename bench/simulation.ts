/**
 * How fast runs are made and looked at: messages that only take time, a recording of a million steps, and the edit of a
 * file with a hundred hosts. Swarms, which share bandwidth, have a file of their own.
 */
import { check } from '../src/analysis/check';
import { compile } from '../src/language/compile';
import type { Topology } from '../src/language/topology';
import { frame } from '../src/scene/frame';
import { stateAt } from '../src/simulation/seek';
import { simulate } from '../src/simulation/simulate';
import type { Trace } from '../src/simulation/trace';
import { generate } from './generate';
import { assertInOrder, edited } from './language';
import { median, medianMs } from './measure';
import type { Figure } from './report';

const repetitions = 5;
const million = 1_000_000;

export function* simulationFigures(): Generator<Figure> {
  for (const [what, text] of [
    ['queries and hits of flooding', spreading('flooding ttl 20', 'p[1] searches "x"')],
    ['announcements and answers of gossip', spreading('gossip', 'p[1] publishes "x"')],
  ] as const) {
    const { topology } = compile(text);
    yield { what: `1,000,000 ${what}, 20,000 peers`, value: millionMs(topology), unit: 'ms', goal: 1000 };
  }
  yield* seekingFigures();
  const campus = generate({ lines: 400, hosts: 100 });
  assertInOrder(campus);
  yield { what: 'edit at a host of a file with 100 hosts, run again', value: editMs(campus), unit: 'ms', goal: 10 };
}

function spreading(pattern: string, deed: string): string {
  return `service s uses ${pattern}
host p[20000] runs s peer
link p over s as random 20
flow "F" {
  ${deed}
}`;
}

/** The median run, as if it had a million steps. */
function millionMs(topology: Topology): number {
  const times: number[] = [];
  let steps = 0;
  for (let turn = 0; turn < repetitions; turn += 1) {
    const startMs = performance.now();
    steps = run(topology).steps.length;
    times.push(performance.now() - startMs);
  }
  return (median(times) / steps) * million;
}

function run(topology: Topology): Trace {
  const [flow] = topology.flows;
  if (!flow) throw new Error('The file has no flow.');
  const trace = simulate(topology, flow, { maxSteps: 5 * million });
  if (trace.truncated !== undefined) throw new Error(trace.truncated);
  return trace;
}

/** The world as a host knows it, and the whole picture, at positions all over a run. */
function* seekingFigures(): Generator<Figure> {
  const { topology } = compile(`host a, b
host c[98]
switch lan
link a, b, c -- lan
flow "F" {
  repeat 500000 {
    a -> b : "hello"
  }
}`);
  const trace = run(topology);
  const startMs = performance.now();
  look(trace, million / 2);
  yield { what: 'first seek in a run of 1,000,000 steps', value: performance.now() - startMs, unit: 'ms', goal: 20 };
  const anywhere = (turn: number) => (turn * 7919 * 131) % trace.steps.length;
  yield { what: 'any other seek in it', value: medianMs((turn) => look(trace, anywhere(turn))), unit: 'ms', goal: 20 };
  const drawn = medianMs((turn) => frame(topology, trace, anywhere(turn), 'a', []));
  yield { what: 'the whole picture of any of its steps', value: drawn, unit: 'ms', goal: 20 };
}

function look(trace: Trace, position: number): unknown {
  const world = stateAt(trace, position);
  return [world.offline, world.roles('a'), world.holds('b')];
}

/** Everything that follows an edit of a declaration: it is read, linked, run and judged again. */
function editMs(text: string): number {
  const texts = [edited(text, 'up 8Mbps', 'up 9Mbps'), text];
  let known = check(text);
  return medianMs((turn) => {
    known = check(texts[turn % 2] ?? '', known);
  });
}
