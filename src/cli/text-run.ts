/** A run as a terminal shows it: its steps with a sentence each, then what it left at each host and in each index. */
import type { Topology } from '../language/topology';
import { counted, formatCount } from '../language/wording';
import { describe } from '../scene/describe';
import { formatDuration, formatSize, listOf } from '../scene/formats';
import { stepRow } from '../scene/steps';
import { wordingOf } from '../scene/wording';
import type { TraceStep } from '../simulation/trace';
import type { RunResult } from './run-result';
import { printable, type Style } from './style';
import { table } from './table';

export function* runAsText(topology: Topology, result: RunResult, style: Style): Generator<string> {
  yield `${style.strong(title(result))}\n\n`;
  yield* steps(topology, result, style);
  yield `\n${ending(result)}\n`;
  for (const part of [hosts(result, style), index(result, style)]) if (part.length > 0) yield `\n${part.join('\n')}\n`;
}

function title({ trace: { flow, scenario, seed } }: RunResult): string {
  const circumstances = scenario === undefined ? '' : ` when “${printable(scenario)}”`;
  return `“${printable(flow)}”${circumstances}, seed ${seed}`;
}

/** More steps than this nobody reads: of a long run its beginning and its end are shown. */
const shownAtMost = 10_000;
const shownOfEnd = 100;

function* steps(topology: Topology, { trace }: RunResult, style: Style): Generator<string> {
  const { length } = trace.steps;
  const left = length > shownAtMost ? length - shownAtMost : 0;
  const shown = trace.steps.slice(0, length - left - (left > 0 ? shownOfEnd : 0));
  const end = left > 0 ? trace.steps.slice(length - shownOfEnd) : [];
  const wording = wordingOf(topology, trace);
  const rows = [...shown, ...end].map((step) => {
    const { time, who, what } = stepRow(step);
    return [String(step.index + 1), time, printable(who), isNote(step) ? '' : printable(what)];
  });
  const [head = '', ...lines] = table([['', 'at', 'who', 'what'], ...rows], { rightAligned: [0, 1] });
  yield `${style.faint(head)}\n`;
  const indent = ' '.repeat(String(length).length + 2);
  for (const [place, step] of [...shown, ...end].entries()) {
    if (left > 0 && place === shown.length)
      yield `${style.faint(`… ${formatCount(left)} steps are left out here; --format json gives all.`)}\n`;
    const line = lines[place] ?? '';
    const sentence = printable(describe(step, wording));
    if (isNote(step)) yield `${line}  ${sentence}\n`;
    else if (step.outcome === 'failed') yield `${style.bySeverity.error(`${line}  ✗`)}\n${indent}${sentence}\n`;
    else yield `${style.strong(line)}\n${indent}${sentence}\n`;
  }
}

/** The author's own words need no sentence around them. */
function isNote({ kind, verb }: TraceStep): boolean {
  return kind === 'note' && verb !== 'wait';
}

function ending({ trace, messages }: RunResult): string {
  const { outcome, endMs, why } = trace;
  const sent = `${counted(messages.total, 'message')} sent`;
  const end = `after ${formatDuration(endMs)}, ${sent}`;
  if (outcome === 'completed') return `Completed ${end}.`;
  return `${trace.truncated === undefined ? 'Failed' : 'Stopped'} ${end}: ${printable(why ?? '')}`;
}

function hosts({ hosts: all }: RunResult, style: Style): readonly string[] {
  const active = all.filter(({ role }) => role !== undefined);
  if (active.length === 0) return [];
  const hasStreams = active.some(({ streamsIn, streamsOut }) => streamsIn + streamsOut > 0);
  const rows = active.map(({ host, role, bytesSent, bytesReceived, requestsServed, streamsOut, streamsIn }) => [
    printable(host),
    role ?? '',
    formatSize(bytesSent),
    formatSize(bytesReceived),
    String(requestsServed),
    ...(hasStreams ? [String(streamsOut), String(streamsIn)] : []),
  ]);
  const head = ['host', 'role', 'sent', 'received', 'answers given', ...(hasStreams ? ['streams out', 'in'] : [])];
  return headed(table([head, ...rows], { rightAligned: [2, 3, 4, 5, 6] }), style);
}

function index({ index: entries }: RunResult, style: Style): readonly string[] {
  if (entries.length === 0) return [];
  const rows = entries.map(({ host, resource, listed, stale }) => [
    printable(host),
    printable(resource),
    printable(listOf(listed, 8)) + (stale.length > 0 ? ` (offline: ${printable(listOf(stale, 8))})` : ''),
  ]);
  return headed(table([['index', 'lists', 'at'], ...rows]), style);
}

function headed([head = '', ...rows]: readonly string[], style: Style): readonly string[] {
  return [style.faint(head), ...rows];
}
