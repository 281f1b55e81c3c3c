// From any text to picture, words and data: nothing throws, and what comes out is sound, whatever came in.

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Checked, check } from '../../src/analysis/check';
import { checkedAsJson } from '../../src/cli/json-check';
import { runAsJson } from '../../src/cli/json-run';
import { resultOf } from '../../src/cli/run-result';
import { plain } from '../../src/cli/style';
import { runAsText } from '../../src/cli/text-run';
import type { Flow, Link, Scenario, Topology } from '../../src/language/topology';
import { diagram } from '../../src/scene/diagram';
import { frame } from '../../src/scene/frame';
import { layout } from '../../src/scene/layout';
import { simulate } from '../../src/simulation/simulate';
import type { Trace, TraceStep } from '../../src/simulation/trace';
import { hostileFile } from './hostile-files';

const maxSteps = 200;
const impossible = /undefined|NaN|Infinity|\[object/;

describe('any file', () => {
  it('is checked, drawn, run, told and printed without an exception, and nothing in it is impossible', () => {
    fc.assert(
      fc.property(hostileFile, (text) => {
        const checked = check(text, undefined, { maxSteps });
        const { topology } = checked.analysis;
        assertFinite(diagram(topology, layout(topology)), 'diagram');
        assertFinite(
          checkedAsJson({ path: 'any.topo', text, mark: '', ...checked.analysis, diagnostics: checked.diagnostics }),
          'check',
        );
        for (const flow of topology.flows.slice(0, 4)) {
          for (const scenario of [undefined, ...topology.scenarios.slice(0, 2)]) assertRun(checked, flow, scenario);
        }
      }),
      { numRuns: 100 },
    );
  });
});

function assertRun({ analysis }: Checked, flow: Flow, scenario: Scenario | undefined): void {
  const { topology, roles } = analysis;
  const trace = simulate(topology, flow, { scenario, maxSteps });
  assertTimes(trace);
  for (const step of trace.steps) assertPath(topology, step);
  if (!scenario) for (const step of trace.steps) assertNotTooFast(topology, step);
  assertConserved(trace);
  const result = resultOf(trace);
  assertFinite(runAsJson(result), 'run');
  for (const line of runAsText(topology, result, plain)) assert.doesNotMatch(line, impossible);
  const { nodes } = diagram(topology, layout(topology));
  const drawn = new Set(nodes.map(({ id }) => id));
  for (const position of [0, 1, Math.floor(trace.steps.length / 2), trace.steps.length]) {
    const shown = frame(topology, trace, position, nodes[position % Math.max(1, nodes.length)]?.id, roles);
    assertFinite(shown, `frame ${position}`);
    assert.ok(shown.messages.every(({ path }) => path.every((id) => drawn.has(id))));
    const isNote = trace.steps.at(shown.position - 1)?.kind === 'note'; // it says what its author says, be it nothing
    assert.ok((isNote || shown.sentence !== '') && !impossible.test(shown.sentence), shown.sentence);
  }
}

function assertTimes({ steps, endMs, truncated }: Trace): void {
  let before = 0;
  for (const { index, startMs, endMs: stepEndMs, cause } of steps) {
    assert.ok(before <= startMs && startMs <= stepEndMs && stepEndMs <= endMs, `step ${index}`);
    assert.ok(cause === undefined || (cause >= 0 && cause < index), `cause of step ${index}`);
    before = startMs;
  }
  const latestMs = [...steps].reduce((latest, step) => Math.max(latest, step.endMs), 0);
  assert.ok(endMs === latestMs || truncated !== undefined, `the run ends at ${endMs}, its last step at ${latestMs}`);
}

/** A message passes from neighbour to neighbour; only in a file without any cable it goes straight to the other end. */
function assertPath({ links, nodeByName }: Topology, { from, to, path, index, kind }: TraceStep): void {
  if (to === undefined || kind === 'fault') return;
  assert.ok(path.length === 0 || path[0] === from, `step ${index} sets out from ${path[0]}`);
  const cables = links.filter((link) => !link.service);
  for (const [place, name] of path.entries()) {
    const next = path[place + 1];
    if (next === undefined) continue;
    if (cables.length === 0) assert.deepEqual(path, [from, to]);
    else assert.ok(cablesBetween(cables, name, next).length > 0, `no cable between ${name} and ${next}`);
    if (place > 0) assert.notEqual(nodeByName.get(name)?.kind, 'host', `${name} forwards in step ${index}`);
  }
}

/** Latency and the narrowest place are a lower bound, however the rest is shared. */
function assertNotTooFast({ links, nodeByName }: Topology, step: TraceStep): void {
  const { from, to, path, sizeBytes, startMs, endMs, kind } = step;
  const isMessage = to !== undefined && from !== to && kind !== 'fault';
  if (!isMessage || path.at(-1) !== to || step.why !== undefined) return;
  const sender = nodeByName.get(from ?? '');
  const receiver = nodeByName.get(to);
  assert.ok(sender?.kind === 'host' && receiver?.kind === 'host');
  const cables = links.filter((link) => !link.service);
  const hops = path.slice(1).map((name, place) => cablesBetween(cables, path[place] ?? '', name));
  const fastest = hops.map((parallel) => Math.max(...parallel.map((link) => link.rateBps)));
  const latencies = hops.map((parallel) => Math.min(...parallel.map((link) => link.latencyMs)));
  const rateBps = Math.min(sender.upBps ?? Infinity, receiver.downBps ?? Infinity, ...(cables.length ? fastest : []));
  const latencyMs = cables.length === 0 ? 10 : latencies.reduce((sum, each) => sum + each, 0);
  const leastMs = latencyMs + (sizeBytes ? ((sizeBytes * 8) / rateBps) * 1000 : 0);
  const rounding = 1e-5 + (leastMs + endMs) * 1e-9;
  assert.ok(endMs - startMs >= leastMs - rounding, `step ${step.index}: ${endMs - startMs} ms < ${leastMs} ms`);
}

function cablesBetween(cables: readonly Link[], one: string, other: string): readonly Link[] {
  return cables.filter(({ a, b }) => (a.name === one && b.name === other) || (a.name === other && b.name === one));
}

/** What is received was sent, and what was sent is in the steps. */
function assertConserved({ steps, metrics }: Trace): void {
  const sent = metrics.reduce((sum, each) => sum + each.bytesSent, 0);
  const received = metrics.reduce((sum, each) => sum + each.bytesReceived, 0);
  const carried = [...steps].reduce((sum, step) => sum + (step.sizeBytes ?? 0), 0);
  assert.ok(
    Math.abs(sent - received) <= sent * 1e-9 && sent <= carried * (1 + 1e-9),
    `${sent}, ${received}, ${carried}`,
  );
}

/** Plain data without a number that JSON cannot hold; the same after it was sent. */
function assertFinite(value: unknown, where: string): void {
  const pending: unknown[] = [value];
  for (let next = pending.pop(); pending.length > 0 || next !== undefined; next = pending.pop()) {
    if (typeof next === 'number') assert.ok(Number.isFinite(next), `${next} in ${where}`);
    if (typeof next === 'object' && next !== null)
      pending.push(...Object.values(next).filter((part) => part !== undefined));
  }
  JSON.stringify(value);
}
