// Runs the first flow of a small topology and writes what happened so that a test can be read: one line for each step,
// such as `0-20 request get alice>lan>bob song.mp3`, indented under the step that caused it.

import assert from 'node:assert/strict';
import { type SimulationOptions, simulate } from '../../src/simulation/simulate';
import type { Finding, Trace, TraceStep } from '../../src/simulation/trace';
import { topologyOf, withoutIndentation } from '../language/check';

export interface RunOptions extends Omit<SimulationOptions, 'scenario'> {
  readonly flow?: string;
  readonly scenario?: string;
}

/** The text must be without fault; without a name the first flow runs. */
export function run(template: string, { flow: flowName, scenario: scenarioName, ...options }: RunOptions = {}): Trace {
  const topology = topologyOf(template);
  const flow = topology.flows.find(({ name }) => flowName === undefined || name === flowName);
  const scenario = topology.scenarios.find(({ name }) => name === scenarioName);
  assert.ok(flow, 'the topology has no such flow');
  assert.ok(scenarioName === undefined || scenario, 'the topology has no such scenario');
  return simulate(topology, flow, { ...options, scenario });
}

/** Hosts without software, all 10 ms from each other, in a flow with these steps. */
export function flowOf(steps: string, hosts = 'alice, bob, carol'): string {
  return ['host web', `host ${hosts}`, 'flow "F" {', withoutIndentation(steps), '}'].join('\n');
}

export function assertSteps(trace: Trace, expected: string): void {
  assert.equal(transcript(trace), withoutIndentation(expected));
}

export function transcript({ steps }: Trace): string {
  return steps.map((step) => '  '.repeat(depthOf(step, steps)) + line(step)).join('\n');
}

export function findings(trace: Trace): readonly string[] {
  return trace.findings.map(({ line, code, handled }: Finding) => `${line + 1}: ${code}${handled ? ' (handled)' : ''}`);
}

function line(step: TraceStep): string {
  const parts = [
    `${milliseconds(step.startMs)}-${milliseconds(step.endMs)}`,
    step.kind,
    step.verb === step.kind ? undefined : step.verb,
    step.path.join('>') || step.from,
    step.resource ?? step.text,
    step.sizeBytes === undefined ? undefined : `${step.sizeBytes}B`,
    step.answer && `[${step.answer.join(' ')}]`,
    step.outcome === 'failed' ? `FAILED ${step.why}` : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function depthOf(step: TraceStep, steps: Trace['steps']): number {
  let depth = 0;
  for (let cause = steps.at(step.cause ?? -1); cause; cause = steps.at(cause.cause ?? -1)) depth += 1;
  return depth;
}

function milliseconds(timeMs: number): string {
  return String(Number(timeMs.toFixed(3)));
}
