/**
 * A run as a text to be read from top to bottom, aloud or on paper: who is there, then each step with its time and its
 * sentence, then how it ended. Says the same as the pictures, in the same words. Pure.
 */
import type { Topology } from '../language/topology';
import type { Trace, TraceStep } from '../simulation/trace';
import { describe } from './describe';
import { isolate } from './formats';
import { descriptionOf } from './shapes';
import { type Wording, wordingOf } from './wording';
import { english, type Words } from './words';

/** A text of more steps than this nobody reads, and no editor likes. */
const longest = 10_000;

export function transcript(topology: Topology, trace: Trace, words = english): string {
  const { transcript: say } = words;
  const wording = wordingOf(topology, trace, words);
  const steps = trace.steps.slice(0, longest).map((step) => line(step, wording));
  const left = trace.steps.length - steps.length;
  return [
    ...title(topology, trace, words),
    '',
    say.whoIsThere,
    ...topology.nodes.map((node) => `  ${isolate(node.name)}: ${descriptionOf(node, words)}`),
    '',
    say.whatHappens,
    ...steps,
    ...(left > 0 ? [`  ${say.moreSteps(left)}`] : []),
    '',
    ending(trace, words),
    '',
  ].join('\n');
}

function title({ title: name }: Topology, { flow, scenario }: Trace, words: Words): readonly string[] {
  const { everythingWorks, while: under } = words.transcript;
  const circumstances = scenario === undefined ? everythingWorks : under(scenario);
  return [...(name === undefined ? [] : [name]), `${words.formats.quoted(flow)}. ${circumstances}`];
}

function line(step: TraceStep, wording: Wording): string {
  const { transcript: say, formats } = wording.words;
  const isNote = step.kind === 'note' && step.verb !== 'wait';
  const sentence = isNote ? say.note(step.text ?? '') : describe(step, wording);
  return `  ${step.index + 1}. ${formats.duration(step.startMs)}: ${sentence}`;
}

function ending({ outcome, why, endMs, steps }: Trace, { transcript: say, reason }: Words): string {
  if (outcome === 'completed') return say.completed(endMs, steps.length);
  return say.failed(endMs, steps.length, why === undefined ? undefined : reason(why));
}
