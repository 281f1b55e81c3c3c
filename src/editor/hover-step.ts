/**
 * What a line of a flow does in its run: who is client and who is server and why, which way each message takes and how
 * long, what is answered, or why it fails.
 */
import type { Analysis } from '../analysis/analysis';
import type { Flow } from '../language/topology';
import { counted } from '../language/wording';
import { describe } from '../scene/describe';
import { formatDuration } from '../scene/formats';
import { messageLabel } from '../scene/steps';
import { wordingOf } from '../scene/wording';
import type { Words } from '../scene/words';
import { isMessage } from '../simulation/roles';
import type { Trace, TraceStep } from '../simulation/trace';
import { stepsAt, summaryOf } from './flow-summary';
import { bullets, type LinkTo, lineLink, named, paragraphs, plain, quoted } from './markdown';

/** A line that shows itself several times, once for each host or turn, tells of its first times. */
const told = 4;

export function explainStep(analysis: Analysis, flow: Flow, line: number, linkTo: LinkTo, words: Words): string {
  const summary = summaryOf(analysis, flow);
  if (!summary) return `${quoted(flow.name)} is too large to run while you type. Run it to see what happens here.`;
  const steps = stepsAt(summary.trace, line);
  if (steps.length === 0) return notReached(flow, summary.failsAt, linkTo);
  const messages = steps.filter((step) => isMessage(step) || isFailed(step));
  const [first] = messages;
  return paragraphs(
    sentences(analysis, summary.trace, steps, words),
    bullets(messages, told, (step) => way(step, words)),
    first && `${startOf(first, messages)} in ${quoted(flow.name)}.`,
    line === summary.failsAt && !steps.some(isFailed) && `**The flow fails here:** ${plain(summary.trace.why ?? '')}`,
  );
}

/** Its sentence says why. An application may also fail between its messages. */
function isFailed({ outcome }: TraceStep): boolean {
  return outcome === 'failed';
}

function notReached({ name }: Flow, failsAt: number | undefined, linkTo: LinkTo): string {
  return failsAt === undefined
    ? `${quoted(name)} runs without this line.`
    : `${quoted(name)} does not get here: it fails at ${lineLink(failsAt, linkTo)}.`;
}

function sentences({ topology }: Analysis, trace: Trace, steps: readonly TraceStep[], words: Words): string {
  const wording = wordingOf(topology, trace, words);
  const said = steps.slice(0, told).map((step) => describe(step, wording));
  const left = steps.length - said.length;
  return plain(
    [...new Set(said), ...(left > 0 ? [`And so on: ${counted(steps.length, 'step')} in all.`] : [])].join(' '),
  );
}

/** `alice → lan → napster: lookup "song.mp3" · 2 ms`. */
function way(step: TraceStep, words: Words): string {
  const nodes = step.path.length > 0 ? step.path : [step.from ?? ''];
  const hops = nodes.length > 6 ? [...nodes.slice(0, 3), '…', ...nodes.slice(-2)] : nodes;
  const took = step.outcome === 'failed' ? '**fails**' : formatDuration(step.endMs - step.startMs);
  return `${hops.map(named).join(' → ')}: ${plain(messageLabel(step, words))} · ${took}`;
}

function startOf({ startMs }: TraceStep, messages: readonly TraceStep[]): string {
  const endMs = messages.reduce((latest, step) => Math.max(latest, step.endMs), startMs);
  return `Begins at ${formatDuration(startMs)} and takes ${formatDuration(endMs - startMs)}`;
}
