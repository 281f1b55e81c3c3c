/**
 * A run as a text to be read from top to bottom, aloud or on paper: who is there, then each step with its time and its
 * sentence, then how it ended. Says the same as the pictures, in the same words. Pure.
 */
import type { Topology } from '../language/topology';
import { counted, formatCount } from '../language/wording';
import type { Trace, TraceStep } from '../simulation/trace';
import { describe } from './describe';
import { formatDuration, isolate } from './formats';
import { descriptionOf } from './shapes';
import { type Wording, wordingOf } from './wording';

/** A text of more steps than this nobody reads, and no editor likes. */
const longest = 10_000;

export function transcript(topology: Topology, trace: Trace): string {
  const wording = wordingOf(topology, trace);
  const steps = trace.steps.slice(0, longest).map((step) => line(step, wording));
  const left = trace.steps.length - steps.length;
  return [
    ...title(topology, trace),
    '',
    'Who is there',
    ...topology.nodes.map((node) => `  ${isolate(node.name)}: ${descriptionOf(node)}`),
    '',
    'What happens',
    ...steps,
    ...(left > 0 ? [`  … ${formatCount(left)} more steps.`] : []),
    '',
    ending(trace),
    '',
  ].join('\n');
}

function title({ title: name }: Topology, { flow, scenario }: Trace): readonly string[] {
  const circumstances = scenario === undefined ? 'Everything works.' : `While “${isolate(scenario)}” holds.`;
  return [...(name === undefined ? [] : [name]), `“${isolate(flow)}”. ${circumstances}`];
}

function line(step: TraceStep, wording: Wording): string {
  const isNote = step.kind === 'note' && step.verb !== 'wait';
  const words = isNote ? `Note: ${step.text ?? ''}` : describe(step, wording);
  return `  ${step.index + 1}. ${formatDuration(step.startMs)}: ${words}`;
}

function ending({ outcome, why, endMs, steps }: Trace): string {
  const after = `after ${formatDuration(endMs)} and ${counted(steps.length, 'step')}`;
  if (outcome === 'completed') return `The flow is completed ${after}.`;
  return why === undefined ? `The flow fails ${after}.` : `The flow fails ${after}: ${why}`;
}
